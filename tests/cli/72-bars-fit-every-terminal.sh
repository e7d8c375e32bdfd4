#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

command -v script >/dev/null || skip 'no script(1) to make a terminal'

run 0 "$index_program" -q --index index "$CORPUS_DIR"

# on_terminal COLUMNS ARGUMENT...: what it shows into .out, without its line ends.
on_terminal() {
	local columns=$1
	shift
	TERM=xterm NO_COLOR=1 script -qec "stty cols $columns; '$query_program' -q --index index $*" /dev/null </dev/null |
		tr -d '\r' >.out
}

for columns in 34 40 53 80 100 250; do
	for asked in '--facet speaker staying' '--timeline year staying' '--timeline meeting staying' \
		'--facet title staying' 'staying'; do
		on_terminal "$columns" "$asked"
		widest=$(wc -L <.out)
		[ "$widest" -le "$columns" ] || fail "$widest columns of $columns: $asked"
	done
	on_terminal "$columns" --facet type staying
	says out '█'
done
on_terminal 80 --facet speaker staying
grep -q '^and [0-9]* more$' .out || fail 'a page is not cut'
[ "$(grep -c '█' .out)" -le 20 ] || fail 'more than a page'

# Elsewhere numbers, and names as long as they are.
"$query_program" -q --index index --facet title staying >.out
says_not out '█'
says_not out '…'
