#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

for n in $(seq 1 3000); do
	printf 'Paragraph %d says that the lapwing came back to its field.\n\n' "$n"
done >paper.txt
run 0 "$index_program" --index index paper.txt

"$query_program" --index index lapwing 2>.err | head -n 1 >.out
silent err
[ "$(wc -l <.out)" -eq 1 ] || fail 'no first line'

[ -c /dev/full ] || skip 'no /dev/full here'
status=0
"$query_program" --index index lapwing >/dev/full 2>.err || status=$?
[ "$status" -eq 3 ] || fail "exit status $status for a full disk"
says err 'standard output: No space left on device'
status=0
"$query_program" --index index --count lapwing >/dev/full 2>.err || status=$?
[ "$status" -eq 3 ] || fail "exit status $status for a full disk"
says err 'standard output: No space left on device'
