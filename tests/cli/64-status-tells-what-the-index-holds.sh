#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir -p papers/deep elsewhere
printf 'CORPORATE PANEL\n\nMINUTES of a meeting of the Corporate Panel held on 26 May 2016.\n\n1. Herons were seen.\n' \
	>papers/minutes.txt
echo 'An otter, and no date.' >papers/deep/undated.txt
echo 'It will change.' >papers/changes.txt
echo 'It will go.' >papers/goes.txt
echo 'It will be touched.' >papers/touched.txt
: >papers/empty.txt
printf '\0\1\2\3 no paper' >papers/broken.bin
echo 'Named by itself.' >elsewhere/single.txt
echo 'Nobody named it.' >elsewhere/other.txt
run 1 "$index_program" -q --index index papers elsewhere/single.txt

run 0 "$query_program" --index index --status
silent err
says out 'papers      8: 6 indexed, 1 empty, 1 unreadable'
says out 'meetings    26 May 2016 to 26 May 2016'
grep -qE '^  failed +.*/papers/broken.bin: ' .out || fail 'what failed is not told'
grep -qE '^  disk +as it was read$' .out || fail 'nothing has drifted'
grep -qE '^  revision +[1-9]' .out || fail 'no revision'
cp .out first
run 0 "$query_program" --index index --status
cmp first .out || fail 'other bytes the second time'

echo 'It has changed.' >papers/changes.txt
rm papers/goes.txt
touch -d '2001-01-01' papers/touched.txt
echo 'A new heron.' >papers/deep/new.txt
echo 'data' >papers/data.csv
rm elsewhere/single.txt
run 0 "$query_program" --index index --status
# drifted CAPTION FILE
drifted() {
	grep -qE "^  $1 +.*/$2\$" .out || fail "$2 is not told as $1"
}
drifted changed papers/changes.txt
drifted gone elsewhere/single.txt
drifted '' papers/goes.txt
drifted new papers/deep/new.txt
for same in touched.txt other.txt data.csv as.it.was.read; do
	! grep -q "$same" .out || fail "$same is told to have drifted"
done

run 0 "$query_program" --index index --status --json
says out '"drift": {"changed": ["'
says out '"first": "2016-05-26", "last": "2016-05-26"'
[ "$(wc -l <.out)" -eq 1 ] || fail 'not one object'

run 2 "$query_program" --index index --status heron
says err 'takes no query'
for format in csv tsv html ids; do
	run 2 "$query_program" --index index --status --format $format
	says err 'text, json or jsonl is wanted'
done

run 0 "$index_program" -q --index second elsewhere/other.txt
run 0 "$query_program" --index index --index second --status
[ "$(grep -c '^  revision' .out)" -eq 2 ] || fail 'not one part for each index'
grep -qx second .out || fail 'the second is not named'
run 3 "$query_program" --index index --index nowhere --status
silent out
says err 'index nowhere: not there'
run 0 "$index_program" -q --index nothing papers/empty.txt
run 1 "$query_program" --index nothing --status
says out 'papers      1: 1 empty'
