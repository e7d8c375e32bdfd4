#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# corpus/questions.tsv: each query has the paragraph that answers it among its first ten hits.
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" --index index "$CORPUS_DIR"
asked=0
missed=0
while IFS=$'\t' read -r question query paper words; do
	case $question in '#'*) continue ;; esac
	asked=$((asked + 1))
	"$query_program" --index index -q -n 10 --format jsonl "$query" >.out 2>.err || true
	words=${words//\"/\\\"}
	if ! grep -F "/$paper\"" .out | grep -qF -- "$words"; then
		echo "missed: $question" >&2
		echo "  $query -> $paper: $words" >&2
		missed=$((missed + 1))
	fi
done <"$CORPUS_DIR/questions.tsv"
[ "$asked" -ge 50 ] || fail "only $asked questions"
[ "$missed" -eq 0 ] || fail "$missed of $asked questions missed"
