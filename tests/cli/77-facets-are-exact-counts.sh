#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
query() { "$query_program" -q --index index "$@"; }

# Every value has as many hits as a query for it.
check() {
	local field=$1 asked=$2 rows=0 value hits count
	query --format tsv --facet "$field" "$asked" | tail -n +2 >table
	while IFS=$'\t' read -r value hits _; do
		rows=$((rows + 1))
		case $field in
		year | month) count=$(query --count "$asked date:$value") ;;
		*) count=$(query --count "$asked $field:\"$value\"") ;;
		esac
		[ "$count" = "$hits" ] || fail "$field: $value has $hits, and a query finds $count"
	done < <(grep -v $'^\t' table)
	[ "$rows" -ge 3 ] || fail "only $rows values of $field"
}
for field in kind type topic year month item; do
	check "$field" 'staying'
done

# Fields of one value: all hits are there.
for field in kind type year month item body council; do
	sum=$(query --format tsv --facet "$field" bedroom | tail -n +2 | awk -F '\t' '{ sum += $2 } END { print sum }')
	[ "$sum" = "$(query --count bedroom)" ] || fail "$field: the values add up to $sum"
done

# People, however their names are printed.
run 0 query --facet speaker '"staying put"'
says out 'speaker: '
says out ' people in '
[ "$(grep -c 'Wray$' .out)" -ge 2 ] || fail 'not two people named Wray'

# The same in every format, and all of it.
values=$(query --facet topic --format ids bedroom | wc -l)
[ "$(query --facet topic --format csv bedroom | grep -c '^[a-z-]*,[0-9]')" = "$values" ] || fail 'csv has other values'
[ "$(query --facet topic --format jsonl bedroom | grep -c '"value": "')" = "$values" ] || fail 'jsonl has other values'
query --facet topic --format html bedroom | grep -q '<th scope="row">fostering' || fail 'html has no values'
query --facet file -0 bedroom | tr '\0' '\n' >files
[ -s files ] || fail 'no files'
while IFS= read -r file; do
	[ -f "$file" ] || fail "$file is no file"
done <files

run 2 query --facet colour bedroom
says err 'one of speaker, spoke, '
run 2 query --facet topic --facet year --format csv bedroom
says err 'it holds one table'
run 1 query --facet topic zebra
