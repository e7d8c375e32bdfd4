#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# run.sh BUILD [MEGABYTES|FOLDER]...: speed, size and memory beside peers, on invented papers of so many megabytes (10 100 500
# unless told otherwise) or on the papers of a folder. BUILD is a release build. In the environment: ROUNDS (3), WORK (a
# folder for the data, removed at the end; a temporary one), SEED (1), QUERIES (40).
#
# The peers that are installed take part: plain Xapian (peer_xapian), SQLite's FTS5, omindex, recollindex, Lucene 8, ripgrep,
# pdftotext. Peers get the paragraphs already cut and parsed; omindex, recollindex and ripgrep read the papers themselves.
# All take turns within a round, so that what else the machine does falls on all alike. Printed are medians, and in
# brackets the least and the most, of the time, and of the ratio to ours in the same round.
set -eu

here=$(cd "${BASH_SOURCE%/*}" && pwd)
build=$(cd "${1:?"run.sh BUILD [MEGABYTES|FOLDER]..."}" && pwd)
shift
[ $# -gt 0 ] || set -- 10 100 500
rounds=${ROUNDS:-3} seed=${SEED:-1} queries=${QUERIES:-40}
work=$(mktemp -d "${WORK:-${TMPDIR:-/tmp}}/bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
index=$build/indexer/minutes-index query=$build/query/minutes-query
jars=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common,queryparser}-8*.jar)
export XDG_DATA_HOME=$work/data LC_ALL=C.UTF-8
unset JAVA_TOOL_OPTIONS

has() { command -v "$1" >/dev/null; }
has_lucene() { has javac && ls /usr/share/java/lucene-core-8*.jar >/dev/null 2>&1; }

# note WHAT WHO NUMBER: a measurement of this round.
note() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$work/notes"; }

# memory PID: the most that a process and what it started held together, in kB, until it ends.
memory() {
	local most=0 sum
	while kill -0 "$1" 2>/dev/null; do
		sum=$(ps -eo pid=,ppid= | awk -v top="$1" '{ up[$1] = $2 } END { for (p in up) { for (q = p; q in up && q != top; q = up[q]) { }
			if (q == top) print "/proc/" p "/smaps_rollup" } }' | xargs -r cat 2>/dev/null | awk '/^Pss:/ { sum += $2 } END { print sum + 0 }')
		[ "$sum" -le "$most" ] || most=$sum
		sleep 0.2
	done
	echo "$most"
}

# timed WHAT WHO COMMAND...: seconds of it; standard input is passed on.
timed() {
	local what=$1 who=$2 start=$EPOCHREALTIME
	shift 2
	"$@" >/dev/null 2>"$work/err" || [ $? -eq 1 ] || { cat "$work/err" >&2; return 0; }
	note "$what" "$who" "$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.6f", b - a }')"
}

fts5() {
	sqlite3 "$1" "PRAGMA journal_mode = off" "PRAGMA synchronous = off" \
		"CREATE VIRTUAL TABLE p USING fts5(id UNINDEXED, date UNINDEXED, text, tokenize = 'porter unicode61')" \
		'.mode ascii' '.separator "\t" "\n"' ".import $2 p"
}

recoll() {
	mkdir -p "$work/recoll"
	printf 'topdirs = %s\ndbdir = %s\n' "$2" "$1" >"$work/recoll/recoll.conf"
	recollindex -c "$work/recoll" -z
}

# build_all: every index once. Lines and papers are of the size at hand.
build_all() {
	rm -rf "$work"/i-*
	"$index" -q --index "$work/i-us" "$papers" 2>/dev/null &
	wait_memory=$(memory $!)
	note 'memory of indexing, kB' minutebook "$wait_memory"
	rm -rf "$work/i-us"
	timed 'indexing, s' minutebook "$index" -q --index "$work/i-us" "$papers"
	timed 'indexing, s' TermGenerator "$build/tests/peer_xapian" index "$work/i-xapian" <"$work/lines"
	! has sqlite3 || timed 'indexing, s' FTS5 fts5 "$work/i-fts5" "$work/lines"
	! has omindex || timed 'indexing, s' omindex omindex --db "$work/i-omega" --url / "$papers"
	! has recollindex || timed 'indexing, s' recollindex recoll "$work/i-recoll" "$papers"
	! has_lucene || timed 'indexing, s' 'Lucene' java -cp "$work:$jars" PeerLucene index "$work/i-lucene" <"$work/lines"
	for one in us:minutebook xapian:TermGenerator fts5:FTS5 omega:omindex recoll:recollindex lucene:Lucene; do
		[ ! -e "$work/i-${one%:*}" ] || note 'index, bytes for one of text' "${one#*:}" \
			"$(du -sb "$work/i-${one%:*}" | awk -v bytes="$bytes" '{ printf "%.3f", $1 / bytes }')"
	done
}

# What changes little: nothing, and one meeting.
update_all() {
	timed 'run without a change, s' minutebook "$index" -q --index "$work/i-us" "$papers"
	head -n 150 "$work/lines" | cut -f 3 | sed 's/$/\n/' >"$work/meeting.txt"
	cp "$work/meeting.txt" "$papers/meeting-$1.txt"
	timed 'one meeting more, s' minutebook "$index" -q --index "$work/i-us" "$papers/meeting-$1.txt"
	rm "$papers/meeting-$1.txt"
}

# Words that some paragraphs have, pairs of such, and phrases, always the same of the same lines.
pick_queries() {
	cut -f 3 "$work/lines" | awk -v want="$queries" -v seed="$seed" '
		BEGIN { srand(seed) }
		NR % 37 == 1 { line[++lines] = tolower($0) }
		END {
			for (n = 0; n < want; n++) {
				count = split(line[int(rand() * lines) + 1], word, /[^a-z]+/)
				at = 2 + int(rand() * (count - 4))
				if (n % 4 == 3) print "\"" word[at] " " word[at + 1] "\""
				else if (n % 4 == 2) print word[at] " " word[at + 2]
				else print word[at]
			}
		}' | grep -vwE 'or|and|not|near|adj' | grep -E '[a-z]{2}' >"$work/queries"
}

sql() { printf "SELECT snippet(p, 2, '[', ']', '...', 32) FROM p WHERE p MATCH '%s' ORDER BY rank LIMIT 20" "$1"; }

ask_all() {
	local words
	while read -r words; do
		timed 'one query, s' minutebook "$query" --index "$work/i-us" -q -n 20 "$words"
		timed 'one query, s' TermGenerator "$build/tests/peer_xapian" query "$work/i-xapian" "$words"
		! has sqlite3 || timed 'one query, s' FTS5 sqlite3 "$work/i-fts5" "$(sql "$words")"
		! has rg || timed 'one query, s' ripgrep rg -j2 -iwF -m 20 -- "${words//\"/}" "$papers"
	done <"$work/queries"
	words=$(grep -v ' ' "$work/queries" | head -n 1)
	timed 'three years of a word, s' minutebook "$query" --index "$work/i-us" -q -n 20 --since 2010 --until 2012 "$words"
	timed 'three years of a word, s' TermGenerator "$build/tests/peer_xapian" range "$work/i-xapian" "$words" 20100101 20121231
	if [ -w /proc/sys/vm/drop_caches ]; then
		sync
		echo 3 >/proc/sys/vm/drop_caches
		timed 'query after the cache was emptied, s' minutebook "$query" --index "$work/i-us" -q -n 20 "$words"
	fi
}

# Forty papers as PDF, beside pdftotext in two processes.
pdf_all() {
	has groff && has pdftotext || return 0
	mkdir -p "$work/pdf"
	find "$papers" -name '*.txt' | sort | head -n 40 | while read -r paper; do
		{ printf '.pl 29.7c\n.po 2c\n.ll 17c\n.ad l\n.nh\n'; sed "s/^[.']/\\\\\&&/" "$paper"; } | groff -Tpdf >"$work/pdf/$(basename "$paper" .txt).pdf"
	done
	for round in $(seq "$rounds"); do
		rm -rf "$work/i-pdf"
		timed 'forty PDFs, s' minutebook "$index" -q --jobs 2 --index "$work/i-pdf" "$work/pdf"
		timed 'forty PDFs, s' pdftotext sh -c "find '$work/pdf' -name '*.pdf' -print0 | xargs -0 -n 1 -P 2 sh -c 'pdftotext -layout \"\$0\" - >/dev/null'"
	done
}

# The n-th note of a peer is set beside our n-th.
report() {
	sort -s -t "$(printf '\t')" -k 1,2 "$work/notes" | awk -F '\t' '
		function put(list, value) { list[++size] = value }
		function show(list, size,   n, m, held) {
			for (n = 2; n <= size; n++) { held = list[n]; for (m = n - 1; m > 0 && list[m] > held; m--) list[m + 1] = list[m]; list[m + 1] = held }
			middle = list[int((size + 1) / 2)]; high = list[int(size * 0.99 + 0.999)]
			return sprintf("%.4g (%.4g to %.4g)", middle, list[1], high)
		}
		{ key = $1 "\t" $2; value[key, ++count[key]] = $3 + 0; if (!(key in seen)) { seen[key] = 1; keys[++total] = key } }
		END {
			for (k = 1; k <= total; k++) {
				split(keys[k], part, "\t"); ours = part[1] "\tminutebook"; size = 0
				delete list; for (n = 1; n <= count[keys[k]]; n++) put(list, value[keys[k], n])
				line = sprintf("| %s | %s | %s |", part[1], part[2], show(list, size))
				p99 = high
				size = 0; delete list
				if (part[2] != "minutebook" && ours in seen) {
					for (n = 1; n <= count[keys[k]] && n <= count[ours]; n++) if (value[keys[k], n] > 0) put(list, value[ours, n] / value[keys[k], n])
					line = line " " show(list, size)
				}
				print line " |"
			}
		}'
}

! has_lucene || javac -cp "$jars" -d "$work" "$here/PeerLucene.java"
printf 'Machine: %s, %s processors, %s of memory; %s; load at the start %s.\n' "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)" \
	"$(nproc)" "$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo)" "$(uname -sr)" "$(cut -d ' ' -f 1 /proc/loadavg)"
for size; do
	: >"$work/notes"
	papers=$work/papers
	rm -rf "$papers"
	mkdir -p "$papers"
	if [ -d "$size" ]; then cp -rL "$size/." "$papers"; else "$build/tests/make_papers" "$papers" "$size" "$seed"; fi
	find "$papers" -type f -print0 | sort -z | xargs -0 "$index" --parse 2>/dev/null | "$build/tests/record_lines" >"$work/lines"
	bytes=$(cut -f 3 "$work/lines" | wc -c)
	printf '\n## %s: %s of text in %s papers and %s paragraphs, %s rounds\n\n| | | median (least to 99th of a hundred) | ours to it |\n|---|---|---|---|\n' \
		"$size" "$(awk -v bytes="$bytes" 'BEGIN { printf "%.1f MB", bytes / 1e6 }')" "$(find "$papers" -type f | wc -l)" "$(wc -l <"$work/lines")" "$rounds"
	pick_queries
	for round in $(seq "$rounds"); do
		build_all
		update_all "$round"
		ask_all
	done
	[ -d "$size" ] || [ "$size" -gt 20 ] || pdf_all
	report
done
