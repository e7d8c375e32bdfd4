#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
run 0 "$query_program" -q --index index --foi full --reference R 'staying'
run 1 "$query_program" --index index --foi nil --reference R 'bedrroms OR "puts staying"'
says err 'nil: 0 paragraphs in 0 papers; 44 papers searched'
diff <(ls full) <(ls nil) || fail 'other files'
(cd nil && sha256sum --quiet -c manifest.sha256) || fail 'the manifest is of other files'

# The same parts, section by section, but for the hits.
keys() { grep -oE '^  "[a-z_]+"' "$1/certificate.json"; }
diff <(keys full) <(keys nil) || fail 'another certificate'
headings() { grep -oE '<h2 id="[a-z]*"' "$1/certificate.html"; }
diff <(headings full) <(headings nil) || fail 'other sections'
[ "$(headings nil | wc -l)" -ge 7 ] || fail 'few sections'
scope() { sed -n '/^  "scope"/,/^  }/p' "$1/certificate.json"; }
diff <(scope full) <(scope nil) || fail 'another scope'

# What comes near to it is told, each with its count.
grep -A 3 '"what": "bedrroms"' nil/certificate.json | grep -q '"instead": "bedrooms"' || fail 'no spelling'
grep -A 3 '"instead": "bedrooms"' nil/certificate.json | grep -q '"alone": 11' || fail 'another count'
grep -q '"why": "one of its words"' nil/certificate.json || fail 'no word of the phrase'
grep -q 'bedrooms</td>' nil/certificate.html || fail 'the page does not tell'
grep -q 'bedrooms in 11 paragraphs' nil/letter.md || fail 'the letter does not tell'

for page in nil/*.html; do grep -q '</html>' "$page" || fail "$page does not end"; done
[ "$(wc -l <nil/schedule.csv)" -eq 1 ] && [ "$(wc -l <nil/extracts.csv)" -eq 1 ] && [ ! -s nil/extracts.jsonl ] ||
	fail 'a table has rows'
grep -q 'Nothing that was asked for was found' nil/certificate.html || fail 'it does not say so'
