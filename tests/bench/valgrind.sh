#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tests/bench/valgrind.sh BUILD: both programs under valgrind on some invented papers and on the sample library's texts, by hand
# on a release build, without the sanitizers. Exit status 1: an error, or memory that nothing points to any more.
set -eu
project=$(cd "${BASH_SOURCE%/*}/../.." && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir papers
cp "$project"/corpus/hasling/* papers/
printf '\0\1\2\3 no paper' >papers/broken.bin
: >papers/empty.txt

# checked STATUS PROGRAM ARGUMENT...
checked() {
	local want=$1 got=0
	shift
	valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
		--child-silent-after-fork=yes "$@" >out 2>err || got=$?
	[ "$got" -eq "$want" ] && ! grep -q '^==' err || {
		cat err >&2
		echo "valgrind: exit status $got, not $want: $*" >&2
		exit 1
	}
}

index=$build/indexer/minutes-index query=$build/query/minutes-query
checked 1 "$index" -q --index index papers
rm papers/empty.txt
checked 1 "$index" --index index papers
checked 0 "$index" --index index --check
checked 1 "$index" -q --index index --rebuild
checked 0 "$query" --index index --status
checked 0 "$query" --index index --format jsonl -C 2 'children OR council'
checked 0 "$query" --index index --explain --facet speaker --timeline year '"the panel" OR meet*'
checked 1 "$query" --index index xyzzyx
checked 2 "$query" --index index '"open'
echo 'valgrind: nothing found'
