#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
for year in 2015 2016 2017; do
	cat >"papers/$year.txt" <<-END
		RIVERMEAD COUNTY COUNCIL

		HARBOUR COMMITTEE

		MINUTES of a meeting of the Harbour Committee held on 26 May $year.

		1. Boats (Item B1)

		(1) The herring of $year was landed before the ice had gone.

		(2) Nothing else was said of it.
	END
done
printf 'Words.\n\nThe herring has no date.\n' >papers/loose.txt
: >papers/empty.txt
printf '%%PDF-1.4 broken' >papers/broken.pdf
printf 'path,classification\n2016.txt,EXEMPT\n' >papers/manifest.csv
"$index_program" -q --index index papers 2>.err || :

# number KEY: of a number in the certificate of the last pack.
number() { sed -n 's/^ *"'"$1"'": \([0-9]*\),*$/\1/p' pack/certificate.json | head -n 1; }
run 0 "$query_program" -q --index index --foi pack --reference R herring
[ "$(wc -l <pack/extracts.jsonl)" -eq 3 ] || fail 'not three extracts'
for file in certificate.html extracts.html extracts.csv extracts.jsonl schedule.csv schedule.html; do
	! grep -q 'herring of 2016' "pack/$file" || fail "$file has what is restricted"
done
[ "$(number hits_left_out)" -eq 1 ] && [ "$(number papers_with_hits_left_out)" -eq 1 ] &&
	[ "$(number papers_left_out)" -eq 1 ] || fail 'it is not counted'
grep -q 'Of it, 1 paragraph in 1 paper would answer' pack/certificate.html || fail 'the page does not tell'
grep -q 'EXEMPT' pack/schedule.csv && fail 'the schedule lists it'

# What was found adds up: six papers, of which one is restricted, one empty, one broken.
[ "$(number found)" -eq 6 ] && [ "$(number searched)" -eq 3 ] && [ "$(number excluded)" -eq 1 ] &&
	[ "$(number empty)" -eq 1 ] && [ "$(number failed)" -eq 1 ] || fail 'papers do not add up'
sed -n '/^    "failed"/,/\]/p' pack/certificate.json | grep -q 'broken.pdf' || fail 'what failed is not named'
sed -n '/^    "undated"/,/\]/p' pack/certificate.json | grep -q 'loose.txt' || fail 'what is undated is not named'

rm -r pack
run 0 "$query_program" -q --index index --foi pack --reference R --include-restricted herring
[ "$(wc -l <pack/extracts.jsonl)" -eq 4 ] || fail 'not four extracts'
grep -q '"--include-restricted"' pack/certificate.json || fail 'the option is not told'
grep -q 'Restricted papers were searched, too' pack/certificate.html || fail 'the page does not tell'
grep -q 'EXEMPT' pack/schedule.csv || fail 'the schedule has no classification'

# A filter by date leaves out papers that it names, those without a date among them.
rm -r pack
run 0 "$query_program" -q --index index --foi pack --reference R --until 2015 herring
[ "$(wc -l <pack/extracts.jsonl)" -eq 1 ] && [ "$(number searched)" -eq 1 ] && [ "$(number excluded)" -eq 3 ] ||
	fail 'the filter leaves out other papers'
sed -n '/^    "filters"/,/^    \]/p' pack/certificate.json >filters
grep -c 'papers/' filters | grep -qx 3 || fail 'the filters name other papers'
grep -qF '"filter": "date:\"..2015' filters && grep -q '"filter": "NOT is:restricted"' filters || fail 'other filters'

# What is gone from the disk, and what is new there, is told: the one in the pack once the index knows, the other at once.
rm -r pack papers/2017.txt
cp papers/2015.txt papers/2018.txt
run 0 "$query_program" --index index --foi pack --reference R herring
says err 'the papers on the disk are others by now (1 new, 0 changed, 1 gone)'
"$index_program" -q --index index papers 2>.err || :
rm -r pack
run 0 "$query_program" --index index --foi pack --reference R herring
says_not err 'others by now'
sed -n '/^    "gone"/,/\]/p' pack/certificate.json | grep -q '2017.txt' || fail 'what is gone is not named'
[ "$(number found)" -eq 6 ] || fail 'what is gone is counted as found'
grep -q 'Papers that were indexed once and are gone: 1' pack/letter.md || fail 'the letter does not tell'
