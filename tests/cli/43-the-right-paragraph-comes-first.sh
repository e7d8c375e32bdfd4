#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# corpus/questions.tsv: the paragraph that answers is the first hit of 85 in a hundred queries, among the first five of 98.
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
asked=0 first=0 five=0
while IFS=$'\t' read -r question query paper words; do
	case $question in '#'*) continue ;; esac
	asked=$((asked + 1))
	"$query_program" --index index -q -n 5 --format jsonl "$query" >.out 2>.err || true
	words=${words//\"/\\\"}
	rank=$(grep -nF -- "$words" .out | grep -F "/$paper\"" | head -n 1 | cut -d: -f1)
	[ -n "$rank" ] || continue
	five=$((five + 1))
	[ "$rank" -gt 1 ] || first=$((first + 1))
done <"$CORPUS_DIR/questions.tsv"
echo "first $first, in the first five $five of $asked"
[ "$asked" -ge 50 ] || fail "only $asked questions"
[ $((first * 100)) -ge $((asked * 85)) ] || fail "first for $first of $asked only"
[ $((five * 100)) -ge $((asked * 98)) ] || fail "in the first five for $five of $asked only"
