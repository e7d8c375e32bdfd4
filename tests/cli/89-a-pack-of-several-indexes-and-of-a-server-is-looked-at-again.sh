#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"
. "${BASH_SOURCE%/*}/servers.bash"

paper() { printf 'Marsh Panel\n\nMinutes of the meeting held on %s\n\n1. Birds\n(1) %s\n' "$2" "$3" >"$1"; }
mkdir one two
paper one/2015.txt '6 May 2015' 'A heron came.'
paper two/2016.txt '8 June 2016' 'A heron went.'
paper two/copy.txt '6 May 2015' 'A heron came.'
run 0 "$index_program" -q --index first one
run 0 "$index_program" -q --index second two

run 0 "$query_program" -q --index first --index second --foi pack --reference R heron
run 0 "$query_program" --verify pack
says out 'Index then: first, '
says out 'Index now: second, '
says out 'Paragraphs: 3 same, 0 changed, 0 new, 0 missing'
# One of the two does not do for both.
run 1 "$query_program" --index first --verify pack
says out 'Paragraphs: 1 same, 0 changed, 0 new, 2 missing'
mv second third
run 3 "$query_program" --verify pack
says err '--index says where the index is now; index second: '
run 0 "$query_program" --index first --index third --verify pack

# A server is asked where it is named, and not because a pack says so.
serve third
run 0 "$query_program" -q --index "127.0.0.1:$port" --foi served --reference R heron
run 2 "$query_program" --verify served
says err "the pack was made from the server 127.0.0.1:$port; name it with --index to ask it again"
run 0 "$query_program" --index "127.0.0.1:$port" --verify served
says out 'on the disk: 2 same, 0 changed, 0 new, 0 missing'
# Papers of a server need not lie here.
rm two/copy.txt
run 0 "$query_program" --index "127.0.0.1:$port" --verify served
says out 'not on this disk; the papers of a server need not be'
run 0 "$query_program" --index third --verify served
paper two/2016.txt '8 June 2016' 'A heron has gone.'
run 1 "$query_program" --index "127.0.0.1:$port" --verify served
says out "changed  $work/two/2016.txt"
