#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
printf 'OTTER PANEL\n\nMINUTES of a meeting of the Otter Panel held on 26 May 2016.\n\n1. Mr Heron spoke of the weir.\n' \
	>papers/first.txt
printf 'OTTER PANEL\n\nMINUTES of a meeting of the Otter Panel held on 13 July 2017.\n\n1. Ms Wren asked. Mr Heron replied.\n' \
	>papers/second.txt
run 0 "$index_program" -q --index index papers
query() { "$query_program" --index index "$@"; }

run 0 query --status --json
all=$(sed 's/.*"paragraphs": \([0-9]*\), "furniture".*/\1/' .out)
run 0 query --count
[ "$(cat .out)" = "$all" ] || fail "not all $all paragraphs are counted"
says err 'there is no query; all paragraphs are taken'
run 0 query -q --count
silent err
run 0 query -q --facet speaker
says out "2 people in $all hits"
run 0 query -q --timeline year --format tsv
[ "$(cut -f 1,4,5 .out | sed -n 2p)" = "$(printf '2016\t%d\t%d' $((all / 2)) $((all / 2)))" ] || fail 'not all of 2016'
run 0 query -q --facet type --explain
says err 'searched: all paragraphs'
says err "$all, by the index alone"
run 0 query -q --facet year --json
says out '"query": "", "described": "all paragraphs"'
run 0 query -q --facet year --format html
says out '<h1>All paragraphs</h1>'

# What is new is asked for without a query, too.
revision=$(query --count --since-revision 0 2>&1 >.out | sed -n 's/^revision //p')
[ "$(cat .out)" = "$all" ] || fail 'not all is newer than nothing'
printf 'The dipper was new.\n' >papers/third.txt
run 0 "$index_program" -q --index index papers
run 0 query --since-revision "$revision"
says out 'The dipper was new.'
[ "$(grep -c '^ *[0-9]*\. ' .out)" -eq 1 ] || fail 'more than is new'
says_not err 'all paragraphs'

# Hits of everything, a query without words and a query that a script left empty are no question.
run 2 query
says err 'nothing to search for'
run 2 query --format csv
run 2 query --count ''
run 2 query --facet body ' '
run 2 query --timeline year '&'
printf '&\n' >queries
run 2 query --count --queries queries
run 2 query --save empty
