#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

page=$PROJECT_DIR/query/minutebook-foi.7

# A pack that has something in every list: papers that fail, are empty, undated and restricted; a family, a word that nothing
# has, copies, neighbours, flags and samples.
mkdir papers
minutes() { printf 'Marsh Panel\n\n%sMinutes of the meeting held on %s\n\n1. Birds\n(1) %s\n(2) %s\n' "$@"; }
minutes '' '6 May 2015' 'A heron came. Write to ada.fell@example.org.' 'It left.' >papers/a.txt
minutes '' '6 May 2015' 'A heron came. Write to ada.fell@example.org.' 'It left.' >papers/copy.txt
minutes $'Exempt\n\n' '7 May 2016' 'A heron hid.' 'It stayed.' >papers/exempt.txt
echo 'A heron without a date.' >papers/undated.txt
: >papers/empty.txt
printf '%%PDF-1.4 broken' >papers/failed.pdf
printf '[heron]\nterms=heron; grey heron; ardea\n' >papers/thesaurus.ini
run 1 "$index_program" -q --index index papers
printf '~heron\n"heron zebra"\nherom\n' >queries.txt
run 0 "$query_program" -q --index index --foi pack --reference R --queries queries.txt --sample 2 --until 2019

# The words that the page explains.
grep -oE '^\.(It |Pq |Pf )?(\( )?Cm .*' "$page" | tr -s ' ,' '\n' | grep -E '^[a-z][a-z0-9_-]*$' | sort -u >explained
[ "$(wc -l <explained)" -gt 100 ] || fail 'the page explains little'

for file in pack/*; do
	grep -q "^\.Pa ${file#pack/}\$" "$page" || fail "the page does not name ${file#pack/}"
done
for table in pack/*.csv; do
	head -n 1 "$table" | tr -d '\r' | sed 's/^\xef\xbb\xbf//' | tr , '\n' | sort -u >fields
	[ "$(wc -l <fields)" -gt 10 ] || fail "no columns in $table"
	[ -z "$(comm -23 fields explained)" ] || fail "the page does not explain $table:" $(comm -23 fields explained)
done
for file in pack/certificate.json pack/extracts.jsonl; do
	# Keys of "sources" are parts of the pack, some of them files.
	sed '/^  "sources"/,/^  }/d' "$file" | grep -oE '"[a-z0-9_]+": ' | tr -d '": ' | sort -u >fields
	[ "$(wc -l <fields)" -gt 30 ] || fail "no fields in $file"
	[ -z "$(comm -23 fields explained)" ] || fail "the page does not explain $file:" $(comm -23 fields explained)
done
for field in reason near instead excluded partial stems marks flags; do
	grep -hq "\"$field\": " pack/certificate.json pack/extracts.jsonl || fail "no $field in the pack of this test"
done

# And no word of it is of something that is no more.
while read -r word; do
	grep -rqE --include='*.c' "\"$word\"|FORM\($word," "$PROJECT_DIR/query" "$PROJECT_DIR/lib" || fail "the page explains $word, which nothing writes"
done <explained
for kind in email telephone national-insurance nhs-number date-of-birth person; do
	grep -qx "$kind" explained || fail "the page does not explain the flag $kind"
done
