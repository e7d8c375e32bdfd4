#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

printf 'The caf\303\251 herons were “staying put” and the heron stayed.\n' >paper.txt
run 0 "$index_program" --index index paper.txt

run 0 "$query_program" --index index --format jsonl 'heron "staying put" -otter'
[ "$(wc -l <.out)" -eq 1 ] || fail 'not one line for one hit'
says out '"rank": 1, "score": '
says out '"marks": [[10, 16], [25, 36], [48, 53]]'
says out '"citation": "undated'
says out '"copies": []}'
says out '"text": "The café herons were'
text=$(sed 's/.*"text": "\([^"]*\)".*/\1/' .out)
[ "$(printf %s "$text" | head -c 36 | tail -c 11)" = 'staying put' ] || fail 'a mark is not on its words'

# A field alone marks nothing and weighs nothing.
run 0 "$query_program" --index index --format jsonl kind:paragraph
says out '"score": 0.0, '
says out '"marks": []'

# The same bytes again.
"$query_program" --index index --format jsonl heron >one
"$query_program" --index index --format jsonl heron >two
cmp one two || fail 'the same query gave other bytes'
