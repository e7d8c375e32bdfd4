#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

for n in $(seq 1 137); do
	printf 'Paragraph %d says that the lapwing came back to field %d.\n\n' "$n" "$n"
done >paper.txt
run 0 "$index_program" --index index paper.txt
holds index 137 lapwing

run 0 "$query_program" --index index --format ids lapwing
silent err
[ "$(wc -l <.out)" -eq 137 ] || fail 'not all hits were printed'
[ "$(sort -u .out | wc -l)" -eq 137 ] || fail 'a hit was printed twice'
cp .out all

run 0 "$query_program" --index index --format ids -n 5 lapwing
says err '5 of 137'
run 0 "$query_program" --index index --format ids -n 5 --offset 5 lapwing
says err '6 to 10 of 137'
run 0 "$query_program" --index index --format ids --offset 130 lapwing
says err '131 to 137 of 137'
run 0 "$query_program" --index index --format ids --offset 200 lapwing
says err 'none of 137 behind the first 200'
for offset in 0 40 80 120; do
	"$query_program" -q --index index --format ids -n 40 --offset $offset lapwing
done >pages
cmp all pages || fail 'pages put together are not the whole'
run 0 "$query_program" --index index --count -n 5 lapwing
says out 137
