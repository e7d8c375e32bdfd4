#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# servers.sh BUILD [MEGABYTES]: the same papers (40 MB unless told otherwise) in one index on the disk, and parted by council
# behind 1, 2, 4 and 8 xapian-tcpsrv on the loopback; how long one query takes of each, and that all answer alike. WORK,
# SEED: as run.sh.
set -eu

build=$(cd "${1:?"servers.sh BUILD [MEGABYTES]"}" && pwd)
work=$(mktemp -d "${WORK:-${TMPDIR:-/tmp}}/servers.XXXXXX")
servers=()
stop() {
	[ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null || true
	servers=()
}
trap 'stop; rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data LC_ALL=C.UTF-8
words=('library' '"foster carers"' 'staying NOT put' 'meeting' 'adopt*' 'budget housing')

# ask INDEX...: milliseconds of each query, the median of five.
ask() {
	local options=() each start
	for each; do options+=(--index "$each"); done
	for each in "${words[@]}"; do
		for _ in 1 2 3 4 5; do
			start=$EPOCHREALTIME
			"$build/query/minutes-query" "${options[@]}" -q -n 20 --format ids "$each" >"$work/out" || [ $? -eq 1 ]
			awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f\n", (b - a) * 1000 }'
		done | sort -n | sed -n 3p | tr '\n' ' '
		cat "$work/out" >>"$work/answers"
	done
}

"$build/tests/make_papers" "$work/papers" "${2:-40}" "${SEED:-1}"
"$build/indexer/minutes-index" -q --index "$work/whole" "$work/papers"
printf '| servers | ms of: %s |\n|---|---|\n' "$(printf '`%s` ' "${words[@]}")"
: >"$work/answers"
printf '| none | %s |\n' "$(ask "$work/whole")"
mv "$work/answers" "$work/wanted"
for count in 1 2 4 8; do
	rm -rf "$work"/part-*
	places=()
	for ((n = 0; n < count; n++)); do
		mapfile -t councils < <(find "$work/papers" -mindepth 1 -maxdepth 1 | sort | awk -v n="$n" -v count="$count" 'NR % count == n')
		"$build/indexer/minutes-index" -q --index "$work/part-$n" "${councils[@]}"
		xapian-tcpsrv --quiet --interface 127.0.0.1 --port $((47310 + n)) "$work/part-$n" &
		servers+=($!)
		places+=("127.0.0.1:$((47310 + n))")
	done
	sleep 1
	: >"$work/answers"
	printf '| %s | %s |\n' "$count" "$(ask "${places[@]}")"
	cmp -s "$work/answers" "$work/wanted" || echo "with $count servers the answers are others" >&2
	stop
	wait
done
