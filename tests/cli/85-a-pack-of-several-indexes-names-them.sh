#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index whole "$CORPUS_DIR/cabinet" "$CORPUS_DIR/council"
run 0 "$index_program" -q --index cabinet "$CORPUS_DIR/cabinet"
run 0 "$index_program" -q --index council "$CORPUS_DIR/council"
export SOURCE_DATE_EPOCH=0
run 0 "$query_program" -q --index whole --foi one --reference R 'staying'
run 0 "$query_program" -q --index cabinet --index council --foi two --reference R 'staying'

# The same papers give the same extracts and schedule, whatever they are spread over.
[ "$(wc -l <one/extracts.jsonl)" -gt 10 ] || fail 'few extracts'
for file in extracts.csv extracts.html extracts.jsonl schedule.csv schedule.html; do
	cmp "one/$file" "two/$file" || fail "$file differs"
done
for file in one/certificate.json two/certificate.json; do
	sed -e '/^  "indexes"/,/^  \]/d' -e '/"index_query"/d' "$file" >"$file.rest"
done
cmp one/certificate.json.rest two/certificate.json.rest || fail 'another certificate'

# Each index is named with its own identifier and revision.
[ "$(grep -c '"uuid"' two/certificate.json)" -eq 2 ] || fail 'not two indexes'
grep -q '"place": "cabinet"' two/certificate.json && grep -q '"place": "council"' two/certificate.json || fail 'another place'
for name in cabinet council; do grep -q "<th scope=\"row\">$name</th>" two/certificate.html || fail "the page does not name $name"; done
[ "$(grep -o '"uuid": "[^"]*"' two/certificate.json | sort -u | wc -l)" -eq 2 ] || fail 'one identifier for both'

# One that is not there is no pack.
run 3 "$query_program" -q --index cabinet --index nowhere --foi three --reference R 'staying'
says err 'nowhere'
[ ! -e three ] || fail 'half a pack'
