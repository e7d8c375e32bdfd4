#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

python3 -c 'import jsonschema' 2>/dev/null || skip 'no python3-jsonschema to check with'

schema=$PROJECT_DIR/query/schema/minutes-query-1.json
run 0 "$index_program" -q --index index "$CORPUS_DIR"

# valid PART ARGUMENT...: the answer is valid as that part of the schema.
valid() {
	local part=$1
	shift
	"$query_program" -q --index index "$@" >answer || [ $? -eq 1 ] || fail "no answer: $*"
	python3 "$PROJECT_DIR/tests/validate.py" "$schema" "$part" <answer >.out 2>.err || fail "$part: $*"
}

valid answer --json '"staying put"'
valid answer --json -n 3 --offset 2 -C 2 bedroom
valid answer --json --facet speaker --facet year --timeline month '"staying put"'
valid answer --json zebra
valid answer --json --timeline meeting zebra
valid line --format jsonl staying
[ "$(cat .out)" -gt 100 ] || fail 'few lines'
valid line --format jsonl -A 1 bedroom
valid line --format jsonl --facet topic --facet council staying
valid line --format jsonl --timeline meeting staying
valid line --format jsonl kind:furniture

# What is not the schema's is told.
sed 's/"score": [0-9.]*/"score": "high"/' answer | head -n 1 |
	python3 "$PROJECT_DIR/tests/validate.py" "$schema" line >.out 2>.err && fail 'anything is valid'

run 0 "$query_program" -q --index index --json --format-version 1 bedroom
run 2 "$query_program" -q --index index --json --format-version 2 bedroom
says err 'this program writes version 1 and no other'
run 2 "$query_program" -q --index index --json --format csv bedroom
run 2 "$query_program" -q --index index -0 --format csv bedroom
