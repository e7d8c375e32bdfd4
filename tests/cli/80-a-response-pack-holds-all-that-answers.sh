#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
cat >queries.txt <<'END'
# what was asked for
~"staying put"
bedroom*
fostering NEAR/8 review
zebra
END
export SOURCE_DATE_EPOCH=1767700800
run 0 "$query_program" --index index --foi pack --reference FOI-2025-0123 --queries queries.txt
silent out
for file in certificate.html certificate.json extracts.csv extracts.html extracts.jsonl letter.md schedule.csv schedule.html worksheet.csv; do
	[ -s "pack/$file" ] || fail "no $file"
done
(cd pack && sha256sum --quiet -c manifest.sha256) || fail 'the manifest is of other files'
[ "$(wc -l <pack/manifest.sha256)" -eq "$(find pack -type f ! -name manifest.sha256 | wc -l)" ] || fail 'a file is missing'

# The extracts and their copies are what the queries find, no more and no less.
run 0 "$query_program" -q --index index --queries queries.txt --format jsonl
grep -v '^{"line"' .out | grep -o '"id": "[0-9a-f]*#[0-9]*"' | sort -u >found
grep -o '"neighbours_withheld".*' pack/extracts.jsonl >/dev/null || fail 'no line'
sed -e 's/"before": .*//' pack/extracts.jsonl | grep -o '"id": "[0-9a-f]*#[0-9]*"' | sort -u >packed
cmp found packed || fail 'other paragraphs'

# field NAME: the number in the certificate's totals.
total() {
	sed -n '/^  "totals"/,/^  }/s/^    "'"$1"'": \([0-9]*\),*$/\1/p' pack/certificate.json
}
[ "$(total hits)" -eq "$(wc -l <pack/extracts.jsonl)" ] || fail 'the certificate counts other extracts'
[ "$(sed -n '/^  "combinations"/,/^  \]/s/^      "hits": //p' pack/certificate.json | awk '{ sum += $1 } END { print sum }')" -eq \
	"$(total hits)" ] || fail 'combinations do not add up'
for field in found searched excluded empty failed; do
	declare "$field=$(sed -n '/^    "papers": {/,/}/s/^      "'"$field"'": \([0-9]*\),*$/\1/p' pack/certificate.json)"
done
# shellcheck disable=SC2154
[ "$found" -eq $((searched + excluded + empty + failed)) ] && [ "$found" -gt 30 ] || fail 'papers do not add up'

# Hits of each query are what the query alone counts.
"$query_program" -q --index index --queries queries.txt --count | cut -f 1 >counts
sed -n '/^  "queries"/,/^  "combinations"/s/^      "hits": \([0-9]*\),$/\1/p' pack/certificate.json | cmp - counts || fail 'other counts'

# The same index and request give the same bytes.
run 0 "$query_program" -q --index index --foi again --reference FOI-2025-0123 --queries queries.txt
diff -r pack again || fail 'other bytes'
grep -q '"made": "2026-01-06T12:00:00Z"' pack/certificate.json || fail 'another time'
SOURCE_DATE_EPOCH=1767787200 run 0 "$query_program" -q --index index --foi later --reference FOI-2025-0123 --queries queries.txt
for file in extracts.csv extracts.jsonl; do cmp "pack/$file" "later/$file" || fail 'the time is in more than it should be'; done

# A folder that holds something is not touched; one query that is wrong makes no pack.
run 2 "$query_program" --index index --foi pack --reference A zebra
says err '--foi pack: it is there already and not empty'
printf '"zebra\nheron\n' >wrong.txt
run 2 "$query_program" --index index --foi half --reference A --queries wrong.txt
says err 'wrong.txt:1: this quote never closes'
run 2 "$query_program" --index index --foi half --reference A '~"no such family"'
run 2 "$query_program" --index index --foi half zebra
says err "the request's reference is wanted"
run 2 "$query_program" --index index --reference A zebra
says err '--foi DIR makes one'
for option in '-n 3' --count '--format csv' '--sort date' --json '--since-revision 1'; do
	# shellcheck disable=SC2086
	run 2 "$query_program" --index index --foi half --reference A $option zebra
	says err 'a pack is always complete'
done
run 3 "$query_program" --index nowhere --foi half --reference A zebra
run 3 "$query_program" --index index --foi nowhere/half --reference A zebra
[ ! -e half ] && [ -z "$(find . -maxdepth 1 -name '*.??????' -type d)" ] || fail 'half a pack is left'
