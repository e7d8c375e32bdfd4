#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir -p papers/inner elsewhere
echo 'The Panel welcomed the heron scheme.' >papers/a.txt
echo 'Otters were seen.' >papers/inner/b.txt
echo 'A paper by itself.' >elsewhere/c.txt
run 0 "$index_program" -q --index papers/index papers elsewhere/c.txt

# It knows what it was made of, may lie among the papers, and leaves nothing behind.
echo 'Herons again, and new.' >papers/new.txt
run 0 "$index_program" --rebuild --index papers/index
says out 'indexed 4 files ('
says out ': 4 new'
holds papers/index 2 heron
[ "$(ls -A papers)" = "$(printf 'a.txt\nindex\ninner\nnew.txt')" ] || fail "something is left behind: $(ls -A papers)"
run 0 "$index_program" --index papers/index --check

# Damaged as it may be.
LC_ALL=C sed -i 's/Zheron/Zharon/g' papers/index/postlist.glass
run 3 "$index_program" --index papers/index --check
run 0 "$index_program" -q --rebuild --index papers/index
run 0 "$index_program" -q --index papers/index --check
printf 'garbage' | dd of=papers/index/iamglass conv=notrunc status=none
run 2 "$index_program" -q --rebuild --index papers/index
says err 'name the papers'
run 0 "$index_program" -q --rebuild --index papers/index papers elsewhere/c.txt
holds papers/index 2 heron

# A folder that is not there today costs nothing.
mv papers/inner .
mv elsewhere away
run 2 "$index_program" -q --rebuild --index papers/index
says err 'elsewhere/c.txt: no such file or folder'
says err 'the index is as it was before'
holds papers/index 1 '"by itself"'
mv away elsewhere

# Nor does a full disk.
if [ "$(id -u)" -eq 0 ] && mkdir disk && mount -t tmpfs -o size=300k none disk 2>/dev/null; then
	trap 'umount "$work/disk"; rm -rf "$work"' EXIT
	run 0 "$index_program" -q --index disk/index papers/a.txt
	awk 'BEGIN { for (i = 0; i < 3000; i++) printf "Point %d on drain%d and w%d.\n\n", i, i * 7, i }' >large.txt
	run 2 "$index_program" -q --rebuild --index disk/index papers/a.txt large.txt
	says err 'No space left on device'
	holds disk/index 1 heron
	[ "$(ls -A disk)" = index ] || fail 'a part is left behind'
fi

# While somebody writes it nothing happens, and who does is told.
if command -v perl >/dev/null; then
	perl -e 'use Fcntl; open(F, ">>", "papers/index/flintlock"); $l = pack("s s l! l! i x4", F_WRLCK, 0, 0, 0, 0);
		fcntl(F, 6, $l) or die "fcntl: $!"; open(R, ">", "held"); close R; sleep 60' &
	holder=$!
	until [ -e held ]; do sleep 0.01; done
	for run in --rebuild --check -q; do
		got=0
		"$index_program" "$run" --index papers/index $([ "$run" = --check ] || echo papers) >.out 2>.err || got=$?
		[ "$got" -eq 2 ] || [ "$run$got" = --check3 ] || fail "exit status $got"
		says err "locked by perl, process $holder"
	done
	kill "$holder"
	wait "$holder" 2>/dev/null || true
fi
