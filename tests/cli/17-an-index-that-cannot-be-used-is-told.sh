#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
echo 'The Panel welcomed the heron scheme.' >papers/a.txt

# A file stands where the index should be: it is left as it is.
echo 'not an index' >file
run 2 "$index_program" --index file papers
says err 'index file: '
[ "$(cat file)" = 'not an index' ] || fail 'the file was written to'

# So is a folder of other things.
run 2 "$index_program" --index papers papers
says err 'index papers: '

# Nothing to read: no index is made.
run 2 "$index_program" --index none nowhere
says err 'nowhere: no such file or folder'
[ ! -e none ] || fail 'an empty index was made'

# One writer at a time; the other is told, and nothing is lost.
run 0 "$index_program" --index index papers
if command -v perl >/dev/null; then
	perl -e 'use Fcntl; open(F, ">>", "index/flintlock"); $l = pack("s s l! l! i x4", F_WRLCK, 0, 0, 0, 0);
		fcntl(F, 6, $l) or die "fcntl: $!"; open(R, ">", "held"); close R; sleep 30' &
	holder=$!
	until [ -e held ]; do sleep 0.01; done
	echo 'A second paper.' >papers/b.txt
	run 2 "$index_program" --index index papers
	says err 'locked'
	kill "$holder"
	wait "$holder" 2>/dev/null || true
	run 0 "$index_program" --index index papers
	says out ': 1 new, 1 unchanged'
fi

# An index of a later version is not touched.
if command -v xapian-metadata >/dev/null; then
	xapian-metadata set index schema 999
	run 2 "$index_program" --index index papers
	says err 'index index: was made by another version'
	[ "$(xapian-metadata get index schema)" = 999 ] || fail 'the index was changed'
fi

# A damaged one is told from a missing one.
run 0 "$index_program" --index other papers
printf 'garbage' | dd of=other/iamglass conv=notrunc status=none
run 2 "$index_program" --index other papers
says err 'index other: '
