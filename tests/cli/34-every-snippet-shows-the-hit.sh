#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# A long paragraph with its word at the very start, in the middle, at the very end; wide characters on the way.
filler() {
	for n in $(seq 1 "$1"); do printf 'während der Sitzung 水曜日 word%d ' "$n"; done
}
{
	printf 'Heron came first. %swas all.\n\n' "$(filler 120)"
	printf 'Then %sa heron came in the middle. %swas all.\n\n' "$(filler 60)" "$(filler 60)"
	printf 'And %sso last came the heron.\n\n' "$(filler 120)"
	printf 'Here %sa heron %sand the weir far behind it.\n' "$(filler 40)" "$(filler 120)"
} >paper.txt
run 0 "$index_program" --index index paper.txt

for words in 1 3 10 40 200; do
	run 0 "$query_program" --index index --color always --snippet "$words" heron
	[ "$(grep -ci $'\e\[1mheron\e\[0m' .out)" -eq 4 ] || fail "a snippet of $words words without the hit"
	run 0 "$query_program" --index index --format jsonl --snippet "$words" heron
	[ "$(grep -ci '"snippet": "[^"]*heron' .out)" -eq 4 ] || fail "a snippet of $words words without the hit"
done
run 0 "$query_program" --index index --snippet 5 'heron NEAR/900 weir'
grep -qi -e heron -e weir .out || fail 'neither of two words far apart is shown'

# The same of every hit of the sample, for words, phrases and endings.
run 0 "$index_program" --index sample "$CORPUS_DIR"
for query in 'foster' '"staying put"' 'adopt*' 'care NEAR/5 leaver' 'budget OR scrutiny'; do
	run 0 "$query_program" --index sample --color always "$query"
	hits=$(grep -cE '^ *[0-9]+\. ' .out)
	bold=$(awk '/^ *[0-9]+\. / { hits += found; found = 0 } /\033\[1m/ { found = 1 } END { print hits + found }' .out)
	[ "$hits" -gt 0 ] && [ "$hits" -eq "$bold" ] || fail "$bold of $hits snippets show what matched: $query"
done
