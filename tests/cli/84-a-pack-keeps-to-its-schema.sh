#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

python3 -c 'import jsonschema' 2>/dev/null || skip 'no python3-jsonschema to check with'

schema=$PROJECT_DIR/query/schema/minutebook-foi-1.json
mkdir corpus
cp "$CORPUS_DIR"/*.ini "$CORPUS_DIR"/panel/201[4-6]*.txt "$CORPUS_DIR/panel/2014-01-22-minutes.html" corpus
: >corpus/empty.txt
printf '%%PDF-1.4 broken' >corpus/broken.pdf
"$index_program" -q --index index corpus 2>.err || :

# valid PART FILE: the file of the pack is valid as that part of the schema.
valid() {
	python3 "$PROJECT_DIR/tests/validate.py" "$schema" "$1" <"pack/$2" >.out 2>.err || fail "$2"
}
# packs STATUS ARGUMENT...: a pack of it is made and valid.
packs() {
	local status=$1
	shift
	rm -rf pack
	run "$status" "$query_program" -q --index index --foi pack --reference FOI-1 "$@"
	valid answer certificate.json
	valid line extracts.jsonl
}

printf '~"staying put"\nbedroom*\nfoster NEAR/4 carer\nspeaker:wray\n' >queries.txt
packs 0 --queries queries.txt --sample 3 --seed x
[ "$(cat .out)" -gt 20 ] || fail 'few lines'
packs 0 --until 2016 --type minutes --body panel --include-restricted -C 3 'care*'
packs 1 'bedrroms "puts staying" speaker:smyth'

# What is not the schema's is told.
sed -i 's/"format_version": 1/"format_version": 2/' pack/certificate.json
python3 "$PROJECT_DIR/tests/validate.py" "$schema" answer <pack/certificate.json >.out 2>.err && fail 'anything is valid'
true
