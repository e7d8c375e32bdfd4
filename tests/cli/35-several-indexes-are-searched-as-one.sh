#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mapfile -t papers < <(cd "$CORPUS_DIR" && find . -type f ! -name '*.csv' ! -name '*.ini' ! -name '*.tsv' \
	! -name README.md | LC_ALL=C sort)
[ "${#papers[@]}" -ge 30 ] || fail 'the sample library is too small'
parts=()
for part in 0 1 2; do
	mine=()
	for ((n = part; n < ${#papers[@]}; n += 3)); do mine+=("${papers[n]}"); done
	(cd "$CORPUS_DIR" && run 0 "$index_program" -q --index "$work/part$part" "${mine[@]}")
	parts+=(--index "part$part")
done
(cd "$CORPUS_DIR" && run 0 "$index_program" -q --index "$work/whole" "${papers[@]}")

# same OPTION...: the same bytes, remarks and status from the parts as from the whole.
same() {
	local one=0 many=0
	"$query_program" --index whole "$@" >one 2>one.err || one=$?
	"$query_program" "${parts[@]}" "$@" >many 2>many.err || many=$?
	[ "$one" -le 1 ] || fail "status $one: $*"
	[ "$one" -eq "$many" ] || fail "status $many, not $one: $*"
	cmp one many || fail "other results: $*"
	cmp one.err many.err || fail "other remarks: $*"
}
for sort in relevance date -date document; do
	for query in 'staying put' '"staying put" OR bedroom*' 'speaker:wray' 'title:fostering review' '~uasc' \
		'is:resolution date:2014..2016' 'kind:furniture page' 'zebra' 'foster NEAR/6 review NOT adopt*'; do
		same --format jsonl --sort "$sort" "$query"
	done
done
same --count staying
same --format csv -C 1 '"staying put"'
same --format html bedroom
same --facet speaker --facet body staying
same --timeline year staying
same --any 'Why do so few young people stay with their carers?'
same -n 7 --offset 3 staying

# What cannot be opened is named, and no part answers alone.
run 3 "$query_program" "${parts[@]}" --index nowhere staying
silent out
says err 'index nowhere: not there'
mkdir other
cp -R part1/. other
for file in other/*.glass; do truncate -s 100 "$file"; done
run 3 "$query_program" --index part0 --index other staying
silent out
says err 'index other: '
