#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

echo 'The Panel welcomed the heron scheme of the staying put kind.' >paper.txt
run 0 "$index_program" --index index paper.txt

run 0 "$query_program" --index index --explain --format ids 'herons "staying put" -otter* type:other'
says err 'searched: paragraphs where the text has any form of "herons" and the text has exactly "staying put"'
says err ' and not (the text has any word beginning with "otter")'
says err 'alone:    1  "staying put"'
says err "and the paper's type is other"
says err 'as query: herons "staying put" NOT otter* type:other'
says err 'of index: Query('
says err 'found:    1 of 1 candidates, read one by one'
[ "$(wc -l <.out)" -eq 1 ] || fail 'the hit is not on standard output'

run 0 "$query_program" --index index --explain --count heron
says err 'found:    1, by the index alone'

# A pasted sentence: any of its words, and nothing in it is an operator.
run 0 "$query_program" --index index --any --explain 'Who (AND why) was -not "told of herons?'
says err 'as query: told OR herons'
says err 'left out as too common to tell anything: who, and, why, was, not, of'
