#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

echo 'The Panel welcomed the heron scheme.' >paper.txt
run 0 "$index_program" --index index paper.txt

# Each of these is a slip in a query that has words of the paper: status 2, told, and nothing else said or counted.
while read -r query; do
	for how in --format=text --format=json --format=csv --count; do
		run 2 "$query_program" --index index "$how" -- "$query"
		silent out
		says_not err 'nothing found'
		says err 'minutes-query: '
	done
	tail -n 1 .err | grep -q '^ *^$' || fail "no caret: $query"
done <<'END'
"heron
“heron
(heron
heron)
heron OR
OR heron
AND heron
heron AND
heron NOT
heron ADJ scheme
heron NEAR/0 scheme
heron NEAR/x scheme
heron NEAR/3 type:other
heron NEAR/3 scheme ADJ/2 panel
hero*n
*heron
* heron
heron?scheme
heron || scheme
heron && scheme
!heron
--heron
–heron
()
""
"heron"*
speekar:heron
speaker:
speaker: heron
type:song
is:heron
date:yesterday
date:2016-13
date:31/02/2016
date:2016..2013
date:05/26/2016
title:(heron scheme)
title:"heron
~no-such-family-here
END

# What is right and finds nothing says so, with status 1.
run 1 "$query_program" --index index zebra
says err 'nothing found'
