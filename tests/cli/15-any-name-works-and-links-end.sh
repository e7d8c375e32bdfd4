#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir -p 'papers/two words' papers/.hidden outside
echo 'The Panel welcomed the heron scheme.' >'papers/two words/minutes of May.txt'
echo 'The Board deferred the otter bridge.' >$'papers/two\nlines.txt'
echo 'Members praised the lapwing school.' >papers/Llanfair-ŵ-日本.txt
echo 'A paper speaks of curlews.' >$'papers/caf\xe9.txt'
echo 'A paper speaks of badgers.' >papers/-q
echo 'A hidden paper speaks of stoats.' >papers/.hidden/x.txt
echo 'A stray file of the system.' >papers/.DS_Store
echo 'An outside paper speaks of newts.' >outside/newt.txt
ln -s . papers/self
ln -s ../papers papers/up
ln -s loop papers/loop
ln -s ../outside papers/out
ln -s papers link
mkfifo papers/pipe

run 1 timeout 60 "$index_program" --index index papers
says err 'papers/pipe: is a pipe, not a file'
says err 'papers/out: a symbolic link that leads out of the folder'
says out ': 5 new, 1 could not be read'
for word in heron otter lapwing curlews badgers; do
	holds index 1 "$word"
done
holds index 0 stoats
holds index 0 newts
rm papers/pipe

# The same folder by a link and by another way is the same folder; names come back from the index to the disk.
run 0 "$index_program" --index index link
says out ': 5 unchanged, 1 forgotten'
run 0 "$index_program" --index index papers/../papers/. 'papers/two words'
says out ': 5 unchanged'

# Named, the hidden and the linked are read.
run 0 "$index_program" --index index papers/.hidden papers/out -- papers/-q
says out ': 2 new, 1 unchanged'
holds index 1 stoats
holds index 1 newts
run 0 "$index_program" --index index papers
holds index 1 stoats

# --parse prints valid JSON for every name.
run 0 "$index_program" --parse papers
[ "$(wc -l <.out)" -eq 5 ] || fail 'not one line for each paper'
says out 'two\nlines.txt'
says out 'caf\\xe9.txt'
