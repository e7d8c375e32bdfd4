#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir disk
mount -t tmpfs -o size=1500k none disk 2>/dev/null || skip 'needs the right to mount a small disk'
trap 'umount "$work/disk"; rm -rf "$work"' EXIT

mkdir small large
echo 'The Panel welcomed the heron scheme.' >small/a.txt
for i in $(seq 40); do
	awk -v n="$i" 'BEGIN { for (i = 0; i < 300; i++) printf "Paper %d, point w%dx%d about drain%d.\n\n", n, n, i, i * n }' >"large/$i.txt"
done

run 0 "$index_program" --index disk/index small
run 2 "$index_program" --index disk/index small large
says err 'No space left on device'
says err 'what was taken in before is kept'
holds disk/index 1 heron

# Room again: the next run takes in the rest.
mount -o remount,size=50m disk
run 0 "$index_program" --index disk/index small large
says out 'indexed 41 files ('
holds disk/index 1 heron
holds disk/index 1 w40x299
