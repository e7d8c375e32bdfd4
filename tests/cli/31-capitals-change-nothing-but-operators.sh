#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

cat >paper.txt <<'END'
The herons AND the otters of the RIVER Board came near.

the heron Or the otter, AND also NOT a badger.

Élan was shown by the Chair.
END
run 0 "$index_program" --index index paper.txt

# same QUERY...: all of them give the same hits and scores, byte by byte.
same() {
	local query
	"$query_program" -q --index index --format jsonl -- "$1" >first || true
	[ -s first ] || fail "nothing for: $1"
	for query; do
		"$query_program" -q --index index --format jsonl -- "$query" >other || true
		cmp first other || fail "'$query' is not read as '$1'"
	done
}
same heron HERON Heron hErOnS
same '"river board"' '"River Board"' '"RIVER BOARD"'
same 'élan' 'ELAN' 'Elan' 'ÉLAN'
same 'otter*' 'OTTER*' 'Otter*'
same 'type:other chair' 'TYPE:OTHER Chair' 'Type:Other CHAIR'
same 'and or not' 'And Or Not' 'aNd oR nOt'
same '"not a badger"' '"NOT a Badger"'
same 'near' 'Near'

# Capitals alone make an operator, and small letters are told of.
holds index 2 'heron OR badger'
run 0 "$query_program" --index index 'heron or badger'
says err "'or' is searched as a word; the operator is OR in capitals"
[ "$("$query_program" -q --index index --count 'heron or badger')" = 1 ] || fail "'or' was read as OR"
