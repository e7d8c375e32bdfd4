#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir -p 'papers/<b>in'
cat >'papers/<b>in/=1+1 minutes.txt' <<'END'
RIVERMEAD COUNTY COUNCIL

HARBOUR COMMITTEE

MINUTES of a meeting of the Harbour Committee held on 26 May 2016.

1. =1+1 <script>alert("herring")</script> & more (Item B1)

(1) =cmd|' /C calc'!A0 was said of the herring </p><img src=x onerror=alert(1)> and ]]> of it.

(2) +44 herring [click](javascript:alert(1)) `code` *bold* | cell

END
printf 'The herring \342\200\256reverse\342\200\254 and \302\233 \302\205 were weighed. \033]0;gone\033\\ %s\n' \
	"$(seq -s ' and ' 200)" >papers/escape.txt
cat >papers/manifest.csv <<'END'
path,classification,url
"<b>in/=1+1 minutes.txt",<i>Unrestricted,javascript:alert(1)
escape.txt,,"https://papers.example/""><script>x"
END
run 0 "$index_program" -q --index index papers
reference=$'<u>FOI</u> =1+1 & "it"'
run 0 "$query_program" --index index --foi pack --reference "$reference" --sample 2 herring

for page in pack/*.html; do
	! grep -iqE '<(script|img|i>|b>|u>)' "$page" || fail "$page has markup of a paper"
	! grep -q 'href="javascript' "$page" || fail "$page has a link that runs"
	grep -q "default-src 'none'" "$page" || fail "$page may load something"
	grep -qF '&lt;u&gt;FOI&lt;/u&gt; =1+1 &amp; &quot;it&quot;' "$page" || fail "$page has another reference"
done
grep -qF '&lt;script&gt;alert(' pack/extracts.html || fail 'the title is lost'
if command -v xmllint >/dev/null; then
	for page in pack/*.html; do
		xmllint --html --noout "$page" 2>&1 | grep -v 'Tag \(header\|main\|section\|footer\|time\|mark\|article\) invalid' |
			grep 'error' >.err && fail "$page is not well formed"
	done
fi

# No cell of a table is a formula.
for table in pack/*.csv; do
	! grep -qE "(^|,)\"?[=+@-][^0-9,\"]" "$table" || fail "$table has a formula"
done
grep -qF "'=cmd|" pack/extracts.csv || fail 'the paragraph is lost'
grep -qF "'=1+1 <script>" pack/schedule.csv || fail 'the title is lost'

# Nothing that a terminal obeys is in any file; JSON escapes it.
for file in pack/*; do
	! grep -qP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]' "$file" || fail "$file has controls"
done

# The letter shows markup as what it is.
! grep -qE '(^|[^\\])(<u>|<script|\[click\])' pack/letter.md || fail 'the letter has markup'
grep -qF '\<u\>FOI' pack/letter.md || fail 'another reference'
silent out
