#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

command -v script >/dev/null || skip 'no script(1) to make a terminal'

for n in $(seq 1 86); do
	printf 'Paragraph %d says that the lapwing came back to its field.\n\n' "$n"
done >paper.txt
run 0 "$index_program" --index index paper.txt

# on_terminal ARGUMENT...: the query on a terminal of its own; what it shows into .out.
on_terminal() {
	TERM=xterm script -qec "stty cols 60; '$query_program' --index index $*" /dev/null </dev/null >.out
}

on_terminal lapwing
says out '20 of 86'
says out $'\e[1mlapwing\e[0m'
[ "$(grep -c 'Paragraph' .out)" -eq 20 ] || fail 'not twenty hits'
on_terminal -n 30 lapwing
says out '30 of 86'
on_terminal --format ids lapwing
[ "$(grep -c '#' .out)" -eq 86 ] || fail 'ids are cut'
NO_COLOR=1 on_terminal lapwing
says_not out $'\e[1m'
