#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tests/soak/disasters.sh BUILD [KILLS] [POINTS]: everything that may happen to a run, by hand, since it takes minutes. KILLS
# (default 200) times kill -9 at a random moment; every place where the disk can fail, with an error, full from there on, or
# with the program killed there; every place where the power can go, with four ways of what is left. After each the index must
# open and be sound, hold every file as it was or as it is, and end where an undisturbed run ends, to the byte. POINTS (default
# 1500) is how many paragraphs a paper has for the kills: so many that a run commits several times. Prints what was survived;
# the first thing that was not ends it.
set -eu
build=$(cd "$1" && pwd)
kills=${2:-200} points=${3:-1500}
cli=$(cd "${BASH_SOURCE%/*}/../cli" && pwd)
export MINUTES_INDEX=$build/indexer/minutes-index MINUTES_QUERY=$build/query/minutes-query
export BROKEN_DISK=$build/tests/libbroken_disk.so POWER_CUT=$build/tests/power_cut
. "$cli/common.bash"
. "$cli/disasters.bash"

mkdir kills
cd kills
prepare "$points"
lasts=999999999
for _ in 1 2 3; do
	rm -rf index
	cp -r base index
	begin=$(date +%s%N)
	"$index_program" -q --index index papers 2>.err || [ $? -eq 1 ]
	now=$((($(date +%s%N) - begin) / 1000))
	[ "$now" -ge "$lasts" ] || lasts=$now
done
survived=0 midway=0
for kill in $(seq "$kills"); do
	rm -rf index
	cp -r base index
	moment=$((RANDOM * 32768 + RANDOM))
	moment=$((moment % lasts))
	status=0
	{ timeout -s KILL "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))" \
		"$index_program" -q --index index papers >.out 2>.err || status=$?; } 2>/dev/null
	[ "$status" -ne 137 ] || midway=$((midway + 1))
	survives "kill $kill after $moment microseconds"
	survived=$((survived + 1))
done
echo "kill -9 at random moments: $survived survived, $midway of them before the run had ended"

cd "$work"
prepare 20
rm -rf index
cp -r base index
LD_PRELOAD=$BROKEN_DISK BROKEN_DISK_FOLDER=$work/index BROKEN_DISK_COUNT=$work/count BROKEN_DISK_LOG=$work/log \
	"$index_program" -q --index index papers 2>.err || [ $? -eq 1 ]
count=$(cat count)
resumes 'an undisturbed run'

for how in kill error full; do
	for place in $(seq "$count"); do
		disturb "$how" "$place"
		survives "$how at $place of $count"
	done
	echo "the disk: $how at each of $count places, all survived"
done

cuts=$("$POWER_CUT" log)
for keep in none all names some; do
	for place in $(seq 0 "$cuts"); do
		rm -rf index
		"$POWER_CUT" log base index "$place" "$keep" "$RANDOM"
		survives "a power cut at $place of $cuts, keeping $keep"
	done
	echo "power cuts: at each of $((cuts + 1)) places, keeping $keep of what was not synced, all survived"
done
