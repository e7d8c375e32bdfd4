#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# pack.sh BUILD [HITS]: how long a response pack of so many hits (10,000) takes a release build, and how much memory. Fails
# above 60 seconds or 300 MB for each 10,000.
set -eu
build=$(cd "$1" && pwd)
hits=${2:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Fifty papers of invented minutes, in which every second paragraph has the word.
mkdir papers
papers=50
for ((paper = 1; paper <= papers; paper++)); do
	awk -v paper="$paper" -v count=$((hits / papers)) 'BEGIN {
		printf "RIVERMEAD COUNTY COUNCIL\n\nHARBOUR COMMITTEE\n\nMINUTES of a meeting of the Harbour Committee held on %d May %d.\n\n",
			1 + paper % 28, 1970 + paper
		for (n = 1; n <= count; n++) {
			printf "%d. Herring of the day %d (Item %d)\n\n", n, n, n
			printf "(1) Mr J Ostler said that in week %d of paper %d the herring had come early, that boat %d had landed it before dawn and that the ice house was to be kept open until the market closed, whatever the weather did.\n\n", n, paper, n * paper
			printf "(2) The harbour master answered that quay %d would be swept, that the lamps were paid for and that nothing else had been asked of him since the last meeting in the year before.\n\n", n
		}
	}' >"papers/minutes-$paper.txt"
done
"$build/indexer/minutes-index" -q --index index papers
wanted=$("$build/query/minutes-query" -q --index index --count '"the herring"')

start=$(date +%s.%N)
/usr/bin/time -f %M -o memory "$build/query/minutes-query" --index index --foi pack --reference BENCH \
	--sample 20 '"the herring"'
end=$(date +%s.%N)
found=$(wc -l <pack/extracts.jsonl)
[ "$found" -eq "$wanted" ] && [ "$found" -ge "$hits" ] || { echo "$found extracts, not $wanted of $hits"; exit 1; }
awk -v start="$start" -v end="$end" -v memory="$(tail -n 1 memory)" -v found="$found" 'BEGIN {
	printf "%d hits: %.1f s, %.0f MB\n", found, end - start, memory / 1024
	share = found / 10000
	exit end - start > 60 * share || memory / 1024 > 300 * (share > 1 ? share : 1)
}'
