#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Every console block of README.md is what its commands print. UPDATE_CASES=1 writes the true output into it.
. "${BASH_SOURCE%/*}/common.bash"

mkdir bin
ln -s "$index_program" bin/minutes-index
ln -s "$query_program" bin/minutes-query
cp -r "$CORPUS_DIR" corpus
PATH=$work/bin:$PATH
inside=no
while IFS= read -r line; do
	case $line in
	'```console') inside=yes ;;
	'```') inside=no ;;
	esac
	case $inside,$line in
	'yes,$ '*)
		printf '%s\n' "$line"
		bash -c "${line#\$ }" 2>&1 || true
		;;
	'yes,```console' | no,*) printf '%s\n' "$line" ;;
	esac
done <"$PROJECT_DIR/README.md" >true.md
if [ -n "${UPDATE_CASES:-}" ]; then
	cp true.md "$PROJECT_DIR/README.md"
fi
diff "$PROJECT_DIR/README.md" true.md >.out || fail "the session differs; UPDATE_CASES=1 writes it anew"
