#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"
. "${BASH_SOURCE%/*}/disasters.bash"

prepare 12

# How many places there are: a disk that never fails counts them.
rm -rf index
cp -r base index
LD_PRELOAD=$BROKEN_DISK BROKEN_DISK_FOLDER=$work/index BROKEN_DISK_COUNT=$work/count \
	"$index_program" -q --index index papers 2>.err || [ $? -eq 1 ] || fail 'the run fails on a sound disk'
count=$(cat count)
[ "$count" -ge 10 ] || fail "only $count things done to the disk"
resumes 'an undisturbed run'

# Some places here; tests/soak/disasters.sh tries all of them.
step=$(((count + 1) / 2))
for how in error full kill; do
	for place in $(seq $((RANDOM % step + 1)) "$step" "$count"); do
		disturb "$how" "$place"
		survives "$how at $place of $count"
	done
done
