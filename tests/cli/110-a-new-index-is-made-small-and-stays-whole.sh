#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
for n in $(seq 12); do
	awk -v n="$n" 'BEGIN { for (i = 0; i < 500; i++) printf "Paper %d, paragraph %d on kerbs and the word%dx%d.\n\n", n, i, n, i }' \
		>"papers/$n.txt"
done

# The same papers, taken in at two goes, make an index that was never written anew: it answers alike and is larger.
run 0 "$index_program" -q --index once papers
run 0 "$index_program" -q --index twice papers/1.txt
run 0 "$index_program" -q --index twice papers
run 0 "$index_program" --index once --check
says out 'once is sound: 12 files, 6,000 records'
[ "$(du -s once | cut -f 1)" -lt $(($(du -s twice | cut -f 1) * 3 / 4)) ] || fail 'it is not made small'
for query in kerbs 'word3x17' '"paragraph 400 on"' 'file:7.txt paragraph' 'word9*' 'NOT kerbs'; do
	"$query_program" -q --index once --format jsonl "$query" >one || :
	"$query_program" -q --index twice --format jsonl "$query" >two || :
	cmp one two || fail "another answer to $query"
done

# Nothing is left beside it, what a run that was cut short left there goes, and a link stays a link.
[ ! -e .once.compact ] || fail 'something is left beside it'
mkdir -p .once.compact real
echo x >.once.compact/postlist.glass
run 0 "$index_program" -q --index once papers
[ ! -e .once.compact ] || fail 'what was left beside it stays'
ln -s real link
run 0 "$index_program" -q --index link papers
[ -L link ] && [ -e real/iamglass ] || fail 'the link is gone'
holds link 6000 kerbs

# What comes later goes into it as into any other.
echo 'The Panel welcomed the heron scheme.' >papers/later.txt
rm papers/5.txt
run 0 "$index_program" -q --index once papers
holds once 1 heron
holds once 5500 kerbs
run 0 "$index_program" -q --index once --check
