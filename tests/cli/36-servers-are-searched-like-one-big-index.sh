#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"
. "${BASH_SOURCE%/*}/servers.bash"

mapfile -t papers < <(cd "$CORPUS_DIR" && find . -type f ! -name '*.csv' ! -name '*.ini' ! -name '*.tsv' \
	! -name README.md | LC_ALL=C sort)
remote=() ports=()
for part in 0 1 2; do
	mine=()
	for ((n = part; n < ${#papers[@]}; n += 3)); do mine+=("${papers[n]}"); done
	(cd "$CORPUS_DIR" && run 0 "$index_program" -q --index "$work/part$part" "${mine[@]}")
	serve "part$part"
	ports+=("$port")
	remote+=(--index "127.0.0.1:$port")
done
(cd "$CORPUS_DIR" && run 0 "$index_program" -q --index "$work/whole" "${papers[@]}")

same() {
	local one=0 many=0
	"$query_program" --index whole "$@" >one 2>one.err || one=$?
	"$query_program" "${remote[@]}" "$@" >many 2>many.err || many=$?
	[ "$one" -le 1 ] || fail "status $one: $*"
	[ "$one" -eq "$many" ] || fail "status $many, not $one: $* $(cat many.err)"
	cmp one many || fail "other results: $*"
	cmp one.err many.err || fail "other remarks: $*"
}
for sort in relevance date document; do
	for query in 'staying put' '"staying put" OR bedroom*' 'speaker:wray' 'title:fostering review' '~uasc' \
		'is:resolution date:2014..2016' 'zebra' 'foster NEAR/6 review NOT adopt*'; do
		same --format jsonl --sort "$sort" "$query"
	done
done
same --count staying
same --format html bedroom
same --timeline year --format json staying
run 0 "$query_program" --index part0 --index "127.0.0.1:${ports[1]}" --index part2 --format jsonl staying
"$query_program" --index whole --format jsonl staying | cmp - .out || fail 'folders and servers do not mix'

run 0 "$query_program" --index "127.0.0.1:${ports[0]}" --status
says out "127.0.0.1:${ports[0]}"
says out 'the papers lie with the server'
run 0 "$query_program" --index "127.0.0.1:${ports[0]}" --since-revision 0 --count staying
grep -qx 'revision [0-9]*' .err || fail 'a server tells no revision'

# The one that fails is named: gone, and not made by us.
kill "${servers[1]}"
wait "${servers[1]}" 2>/dev/null || true
unset 'servers[1]'
run 3 "$query_program" "${remote[@]}" staying
silent out
says err "index 127.0.0.1:${ports[1]}: no answer; is xapian-tcpsrv running there?"
