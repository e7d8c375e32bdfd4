#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

[ -r /proc/self/stat ] || skip 'needs /proc to find the reader'

mkdir papers all
"$HOSTILE" all/hostile >/dev/null
cp all/hostile/forms-without-end.pdf papers/m.pdf
echo 'The Panel welcomed the heron scheme.' >papers/a.txt
echo 'The heron scheme was noted.' >papers/z.txt

# children PID...: the processes that these have started
children() {
	local stat pid parent
	for stat in /proc/[0-9]*/stat; do
		{ read -r pid _ _ parent _ <"$stat"; } 2>/dev/null || continue
		[ "$parent" != "$1" ] || echo "$pid"
	done
}

# kill_reader SIGNAL: indexes, and kills the reader at work on m.pdf, the grandchild of the program.
kill_reader() {
	rm -rf index
	"$index_program" --index index --jobs 1 papers >.out 2>.err &
	local pid=$! reader=
	# The last paper before it is in once its reader has used some time on m.pdf, which it does not finish.
	until [ -n "$reader" ]; do
		for launcher in $(children "$pid"); do
			reader=$(children "$launcher" | head -1)
		done
		sleep 0.05
	done
	until [ "$(cut -d' ' -f14 "/proc/$reader/stat" 2>/dev/null || echo 0)" -gt 50 ]; do sleep 0.05; done
	kill -"$1" "$reader"
	local status=0
	wait "$pid" || status=$?
	[ "$status" -eq 1 ] || fail "exit status $status, not 1"
	says err "papers/m.pdf: the reader was killed by signal $2"
	says out ': 2 new, 1 could not be read'
	holds index 2 heron
}
# The sanitizers tell of this one themselves.
[ "$MINUTEBOOK_SANITIZE" = 1 ] || [ "$MINUTEBOOK_SANITIZE" = ON ] || kill_reader SEGV 11
kill_reader KILL 9

# When the program itself is killed, what it started ends with it.
rm -rf index
"$index_program" --index index --jobs 1 papers >.out 2>.err &
pid=$!
launcher=
until [ -n "$launcher" ] && [ -n "$(children "$launcher")" ]; do
	launcher=$(children "$pid")
	sleep 0.05
done
reader=$(children "$launcher" | head -1)
kill -KILL "$pid"
wait "$pid" || true
for _ in $(seq 200); do
	[ -e "/proc/$reader" ] || [ -e "/proc/$launcher" ] || break
	sleep 0.05
done
[ ! -e "/proc/$reader" ] || fail 'the reader outlives the program'
[ ! -e "/proc/$launcher" ] || fail 'the launcher outlives the program'
