#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

echo 'The Panel welcomed the heron scheme.' >paper.txt
run 0 "$index_program" --index index paper.txt

run 0 "$query_program" --index index heron
silent err
run 1 "$query_program" --index index zebra
silent out
says err "no paragraph has 'zebra' in any form"
says err 'nothing found'
run 1 "$query_program" --index index -q zebra
silent err
run 1 "$query_program" --index index --count zebra
says out 0

# Wrong: never "nothing found".
run 2 "$query_program" --index index 'heron "scheme'
says err 'this quote never closes'
says_not err 'nothing found'
silent out
run 2 "$query_program" --index index
says err 'nothing to search for'
run 2 "$query_program" --index index '?!'
says err 'the query has no word in it'
run 2 "$query_program" --index index --limit many heron
says err "--limit many: a whole number"
run 2 "$query_program" --index index heron --type song
says err "no type 'song'"

# No index, none that can be read.
run 3 "$query_program" --index nowhere heron
says err 'nowhere'
says_not err 'nothing found'
run 3 "$query_program" --index paper.txt heron
mkdir -p damaged
cp -R index/. damaged
for file in damaged/*.glass; do
	head -c 100 "$file" >part
	cp part "$file"
done
run 3 "$query_program" --index damaged heron
says_not err 'nothing found'
run 3 "$query_program" heron
says err "$XDG_DATA_HOME/minutebook/index"

# A filter alone is a query.
run 0 "$query_program" --index index --type other
run 0 "$query_program" --index index kind:paragraph

# The index by its variable.
run 0 env MINUTES_INDEX=index "$query_program" heron
