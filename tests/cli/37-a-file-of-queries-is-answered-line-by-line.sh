#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

printf 'The heron saw an otter.\n\nThe heron slept.\n\nA badger dug.\n' >paper.txt
run 0 "$index_program" --index index paper.txt

cat >queries.txt <<'END'
# birds
heron

"heron saw
zebra
speekar:x
  badger OR otter
END
run 2 "$query_program" --index index --queries queries.txt --count
printf '2\theron\n0\tzebra\n2\t  badger OR otter\n' | cmp - .out || fail 'other counts'
says err 'queries.txt:4: this quote never closes'
says err 'queries.txt:6: no field'
says err 'did you mean speaker:?'
grep -A 2 'queries.txt:4:' .err | tail -n 1 | grep -qxF '^' || fail 'no caret under the place'

run 2 "$query_program" --index index --queries queries.txt
for heading in '2 hits: heron' '0 hits: zebra' '2 hits:   badger OR otter'; do says out "$heading"; done
says err 'queries.txt:5: nothing found'
[ "$(grep -c '^  [12]\. ' .out)" -eq 4 ] || fail 'not all hits'

run 2 "$query_program" --index index --queries queries.txt --format ids
[ "$(grep -c '^# line ' .out)" -eq 3 ] && [ "$(grep -c '^[0-9a-f]*#[0-9]*$' .out)" -eq 4 ] || fail 'other ids'
says out '# line 2: 2'
run 2 "$query_program" --index index --queries queries.txt --format jsonl
[ "$(grep -c '^{"line": [257], "asked": ' .out)" -eq 3 ] || fail 'not a line for each query'
[ "$(grep -c '"line": 2' .out)" -eq 3 ] || fail 'hits do not tell their line'
says out '{"line": 5, "asked": "zebra", "total": 0}'
run 2 "$query_program" --index index --queries queries.txt --format json
[ "$(head -c 1 .out)" = '[' ] && [ "$(tail -n 1 .out)" = ']}]' ] || fail 'not one list'
[ "$(grep -c '"asked": ' .out)" -eq 3 ] || fail 'not an object for each query'
for format in csv tsv; do
	run 2 "$query_program" --index index --queries queries.txt --format "$format"
	[ "$(grep -c 'asked' .out)" -eq 1 ] || fail 'more than one line of names'
	[ "$(wc -l <.out)" -eq 6 ] || fail 'not a line for each hit and for what finds nothing'
	grep -q "zebra.0" .out || fail 'what finds nothing is missing'
done
run 2 "$query_program" --index index --queries queries.txt --format html
[ "$(grep -c '<!DOCTYPE' .out)" -eq 1 ] && [ "$(grep -c '</html>' .out)" -eq 1 ] || fail 'not one page'
[ "$(grep -c '<article>' .out)" -eq 3 ] && [ "$(grep -c '<main>' .out)" -eq 1 ] || fail 'not three parts'
[ -z "$(grep -o ' id="[^"]*"' .out | sort | uniq -d)" ] || fail 'an id stands twice'

# Options hold for each; standard input is a file too; the status is that of what was found.
printf 'heron\nbadger\n' | run 0 "$query_program" --index index --queries - --count --type other
printf '2\theron\n1\tbadger\n' | cmp - .out || fail 'other counts'
printf 'heron\nbadger\n' | run 1 "$query_program" --index index --queries - --count --type minutes
# Facets of each.
printf 'heron\nbadger\n' | run 0 "$query_program" --index index --queries - --facet type --format tsv
printf 'type\thits\tunclear\tasked\ttotal\nother\t2\t\theron\t2\nother\t1\t\tbadger\t1\n' | cmp - .out || fail 'facets'

run 2 "$query_program" --index index --queries queries.txt heron
says err 'the queries are in the file'
printf '\n# none\n' >empty.txt
run 2 "$query_program" --index index --queries empty.txt
says err 'empty.txt: no query in it'
printf 'heron\n\377\n' >bytes.txt
run 2 "$query_program" --index index --queries bytes.txt
says err 'bytes.txt:2: not UTF-8'
run 2 "$query_program" --index index --queries nowhere.txt
says err 'nowhere.txt'
