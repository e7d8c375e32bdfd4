#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
query() { "$query_program" -q --index index "$@"; }

# Hits and paragraphs of every period are those that a query finds.
check() {
	local step=$1 rows=0 period low high hits paragraphs
	query --format tsv --timeline "$step" bedroom | tail -n +2 >table
	while IFS=$'\t' read -r period low high hits paragraphs _; do
		rows=$((rows + 1))
		[ "$(query --count "bedroom date:$low..$high")" = "$hits" ] || fail "$period: $hits hits"
		[ "$(query --count "date:$low..$high")" = "$paragraphs" ] || fail "$period: $paragraphs paragraphs"
	done < <(grep -v ^undated table)
	[ "$rows" -ge 13 ] || fail "only $rows periods by $step"
}
check year
check month
sum=$(awk -F '\t' '{ sum += $4 } END { print sum }' table)
[ "$sum" = "$(query --count bedroom)" ] || fail "the periods add up to $sum"

# Meetings covered: as many dates and bodies as there are.
query --format tsv --timeline meeting date:2015 >meetings
[ "$(tail -n +2 meetings | wc -l)" = "$(query --format tsv --timeline year date:2015 | tail -n 1 | cut -f 6)" ] ||
	fail 'the year counts other meetings'
[ "$(cut -f 1,7 meetings | sort -u | wc -l)" = "$(wc -l <meetings)" ] || fail 'a meeting is there twice'

# A period without papers says so; one that is silent has papers and no hits.
run 0 query --timeline year --since 2009 --until 2013 bedroom
says out '2009 to 2011  no papers indexed'
grep -q '^2013  *0 ' .out || fail '2013 is not silent'
run 1 query --timeline year --since 2009 --until 2010 bedroom
says out '2009 to 2010  no papers indexed'
run 0 query --timeline year body:cabinet bedroom
says_not out '  no papers indexed'

# The first and the last mention, and who made it.
run 0 query --timeline year '"staying put"'
says out 'first: 2012-03-14, Ms D Wray'
says out 'Corporate Parenting Panel, 14 March 2012, minute 4 (Item B1), 1, p. 4 [2012-03-14-minutes.txt]'
says out 'last: 2024-10-16'

run 2 query --timeline decade bedroom
says err 'year, month or meeting is wanted'
