#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# Large papers first, so that the small ones behind them are read before their turn.
mkdir papers
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "Paragraph %d on kerbs and drains.\n\n", i }' >papers/a.txt
cp -r "$CORPUS_DIR/panel" papers/b
echo '%PDF-1.4 no more of it' >papers/c.pdf

for jobs in 1 4; do
	run 1 "$index_program" --index "index$jobs" --jobs "$jobs" papers
	mv .err "err$jobs"
	"$query_program" --index "index$jobs" --format jsonl --sort document 'kerbs OR fostering OR panel' >"answer$jobs"
	run 1 "$index_program" --jobs "$jobs" --parse papers
	mv .out "parsed$jobs"
done
cmp err1 err4 || fail 'what is said differs'
cmp answer1 answer4 || fail 'what is found differs'
cmp parsed1 parsed4 || fail 'what is parsed differs'
[ "$(wc -l <answer1)" -gt 3000 ] || fail 'too little was found to compare'
for file in index1/*; do
	case $file in
	*.glass)
		# All but the UUID of the index and its time.
		[ "$(wc -c <"$file")" -eq "$(wc -c <"index4/${file#*/}")" ] || fail "$file is of another size"
		;;
	esac
done

for wrong in 0 -1 65; do
	run 2 "$index_program" --index index --jobs "$wrong" papers
	says err "--jobs $wrong: a number from 1 to 64"
done
run 2 "$index_program" --index index --memory-limit 1 papers
says err '--memory-limit 1: a number from 64'
run 0 "$index_program" --version
says out 'with limits on memory, time and files'
