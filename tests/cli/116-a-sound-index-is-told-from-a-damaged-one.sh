#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
for i in $(seq 20); do
	awk -v n="$i" 'BEGIN { for (i = 0; i < 12; i++) printf "Point %d of %d is on w%dx%d foster herons.\n\n", i, n, n, i }' >"papers/$i.txt"
done
: >papers/empty.txt
printf '\0\1\2\3 no paper' >papers/broken.bin
run 1 "$index_program" -q --index index papers
run 0 "$index_program" --index index --check
silent err
says out 'index is sound: '
run 0 "$index_program" --index index --check -q
silent out

run 3 "$index_program" --index nowhere --check
says err 'index nowhere: not there'
run 2 "$index_program" --index index --check papers
says err '--check looks at an index alone'

# A word that is lost from the lists that searches go through, and the engine's own tables.
cp -r index spoilt
LC_ALL=C sed -i 's/Zfoster/Zfostar/g' spoilt/postlist.glass
run 3 "$index_program" --index spoilt --check
silent out
says err 'list of the term Zfost'
says err 'spoilt: not sound'
cp -r index cut
truncate -s 12000 cut/postlist.glass
run 3 "$index_program" --index cut --check
silent out
says err 'cut: not sound'

# While it is being written nobody can say.
if command -v perl >/dev/null; then
	perl -e 'use Fcntl; open(F, ">>", "index/flintlock"); $l = pack("s s l! l! i x4", F_WRLCK, 0, 0, 0, 0);
		fcntl(F, 6, $l) or die "fcntl: $!"; open(R, ">", "held"); close R; sleep 60' &
	holder=$!
	until [ -e held ]; do sleep 0.01; done
	run 3 "$index_program" --index index --check
	says err 'locked'
	kill "$holder"
	wait "$holder" 2>/dev/null || true
fi
