#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

escape=$'\e'
printf 'The heron \033[31mred\033[0m and \302\233 loud \342\200\256 turned.\n' >"pa${escape}[5mper.txt"
run 0 "$index_program" --index index .

for format in text jsonl ids; do
	run 0 "$query_program" --index index --format "$format" --color never heron
	! grep -q -e "$escape" -e $'\xc2\x9b' -e $'\xe2\x80\xae' .out || fail "$format prints an escape"
done

# Nor does what was typed come back as typed.
run 1 "$query_program" --index index --explain "zebra${escape}[5m"
! grep -q "$escape" .err || fail 'a remark prints an escape'
run 2 "$query_program" --index index "type:${escape}[5m"
! grep -q "$escape" .err || fail 'an error prints an escape'

# Bold is ours, and only where it is wanted.
run 0 "$query_program" --index index --color always heron
says out "${escape}[1mheron${escape}[0m"
run 0 env NO_COLOR=1 "$query_program" --index index heron
! grep -q "$escape" .out || fail 'colour against NO_COLOR'
