#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"
. "${BASH_SOURCE%/*}/disasters.bash"

# record_run: what a run on a copy of the base does to the disk, into the file log.
record_run() {
	rm -rf index log
	cp -r base index
	LD_PRELOAD=$BROKEN_DISK BROKEN_DISK_FOLDER=$work/index BROKEN_DISK_LOG=$work/log \
		"$index_program" -q --index index papers 2>.err || [ $? -eq 1 ] || fail 'the run fails on a sound disk'
}

# cut PLACE KEEP: the index as a power cut there may leave it.
cut() {
	rm -rf index
	"$POWER_CUT" log base index "$1" "$2" "$1"
}

prepare 12
record_run
count=$("$POWER_CUT" log)
[ "$count" -ge 10 ] || fail "only $count things done to the disk"

# When the run has ended, what it took in is on the disk, whatever may be lost.
cut "$count" none
status_of >.out
cmp -s wanted .out || fail 'a run that had ended is lost'

step=$(((count + 1) / 2))
for keep in none names some; do
	for place in $(seq $((RANDOM % step + 1)) "$step" "$count"); do
		cut "$place" "$keep"
		survives "a power cut at $place of $count, keeping $keep"
	done
done

# The first run of all: there is an index or none, and it can be made.
rm -rf base
mkdir base
record_run
count=$("$POWER_CUT" log)
for place in $(seq $((RANDOM % 6)) 6 "$count"); do
	cut "$place" some
	status=0
	"$index_program" --index index --check >.out 2>.err || status=$?
	[ "$status" -eq 0 ] || [ ! -e index/iamglass ] || [ -e index/begun ] || fail "the first run, cut at $place: it is not sound"
	"$index_program" -q --index index papers >.out 2>.err || [ $? -eq 1 ] || fail "the first run, cut at $place: it cannot go on"
	answers index now
	diff -r is now >.err || fail "the first run, cut at $place: other records"
done
