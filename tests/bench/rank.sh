#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# rank.sh BUILD [EVAL]: how well answers are ranked. EVAL (default: eval in a folder "shared" beside the project) has
# collections/NAME/{docs,queries}.tsv and qrels.txt, and the scorer `rank`. Peers: Xapian with its defaults, and SQLite's
# FTS5 with Porter stems and bm25, where sqlite3 is installed. Below them the sample library's questions: how often the
# paragraph that answers comes first, is among the first five and among the first ten; the query as written, and the
# question pasted in with --any. The numbers of a run are in RESULTS.md.
set -eu

project=$(cd "${BASH_SOURCE%/*}/../.." && pwd)
build=${1:?"rank.sh BUILD [EVAL]"}
eval=${2:-$project/../shared/eval}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fts5 DOCS QUERIES: the run of SQLite.
fts5() {
	{
		echo "CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61');"
		echo 'BEGIN;'
		awk -F '\t' -v q="'" '{ gsub(q, q q); printf "INSERT INTO papers VALUES(%s%s%s, %s%s %s%s);\n", q, $1, q, q, $2, $3, q }' "$1"
		echo 'COMMIT;'
		echo '.separator " "'
		awk -F '\t' -v q="'" '{
			count = split(tolower($2), words, /[^a-z0-9]+/)
			match_any = ""
			for (n = 1; n <= count; n++)
				if (words[n] != "")
					match_any = match_any (match_any == "" ? "" : " OR ") "\"" words[n] "\""
			printf "SELECT %s%s%s, id FROM papers WHERE papers MATCH %s%s%s ORDER BY bm25(papers), rowid LIMIT 1000;\n",
				q, $1, q, q, match_any, q
		}' "$2"
	} | sqlite3
}

# score NAME COLLECTION: of the run in $work/run.
score() {
	printf '%-10s %-10s %s\n' "$2" "$1" "$("$eval/rank" "$eval/collections/$2/qrels.txt" "$work/run")"
}

for collection in cranfield lisa cisi; do
	docs=$eval/collections/$collection/docs.tsv
	queries=$eval/collections/$collection/queries.tsv
	[ -e "$docs" ] || continue
	"$build/tests/rank_collection" "$docs" "$queries" >"$work/run"
	score minutebook $collection
	"$build/tests/rank_collection" "$docs" "$queries" --feedback >"$work/run"
	score feedback $collection
	"$build/tests/rank_plain" "$docs" "$queries" >"$work/run"
	score xapian $collection
	if command -v sqlite3 >/dev/null; then
		fts5 "$docs" "$queries" >"$work/run"
		score fts5 $collection
	fi
done | tee "$work/scores"
awk '{ sum[$2] += $6; count[$2]++ } END { for (who in sum) printf "%-10s %-10s ndcg10 %.4f\n", "mean", who, sum[who] / count[who] }' \
	"$work/scores" | sort

# questions OPTION...: ranks of the right paragraphs; the second column of the file is the query, the first the question.
questions() {
	local column=$1
	shift
	while IFS=$'\t' read -r question query paper words; do
		case $question in '#'*) continue ;; esac
		[ "$column" = query ] || query=$question
		"$build/query/minutes-query" --index "$work/index" -q -n 50 --format jsonl "$@" -- "$query" >"$work/out" || true
		words=${words//\"/\\\"}
		grep -nF -- "$words" "$work/out" | grep -F "/$paper\"" | head -n 1 | cut -d: -f1 | grep . || echo 0
	done <"$project/corpus/questions.tsv" | awk -v what="$column" '
		{ asked++; first += $1 == 1; five += $1 > 0 && $1 <= 5; ten += $1 > 0 && $1 <= 10 }
		END { printf "questions  %-10s of %d: first %.3f, first five %.3f, first ten %.3f\n", what, asked, first / asked, five / asked, ten / asked }'
}
"$build/indexer/minutes-index" -q --index "$work/index" "$project/corpus"
questions query
questions question --any
questions question --any --feedback
