#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

echo 'The Panel welcomed the heron scheme.' >paper.txt
run 0 "$index_program" --index index paper.txt

# refused COLUMN MESSAGE QUERY: with a caret in that column.
refused() {
	run 2 "$query_program" --index index -- "$3"
	says err "$2"
	says err "$3"
	tail -n 1 .err | grep -qx " \{$1\}^" || fail "the caret is not in column $1: $3"
}

refused 0 'did you mean speaker:?' 'spekar:hartley'
refused 7 'did you mean type:minutes?' 'x type:minuts'
refused 6 'never closes' 'hérôn “scheme'
refused 6 'OR needs something on both its sides' 'heron OR'
refused 0 'this bracket never closes' '(heron'
refused 6 'this bracket closes nothing' 'heron )'
refused 5 'the day comes first' 'date:05/26/2016'
refused 0 'needs a value right behind it' 'speaker: hartley'
refused 0 "no family 'heron' in the thesaurus" '~heron'
refused 6 'write OR between the two' 'heron | otter'
refused 6 'this is a dash' 'heron –otter'

# Small letters make no operator, and that is said.
run 1 "$query_program" --index index 'heron or otter'
says err "'or' is searched as a word; the operator is OR in capitals"
run 0 "$query_program" --index index 'heron OR otter'
