# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# One writer that changes papers all the time and readers that ask meanwhile. Each paper has seven paragraphs on herons in
# every version, all of one version: an answer with another count, or with two versions of a paper, is of two revisions.
# Sourced behind common.bash.

papers=12

# write_papers VERSION
write_papers() {
	local n
	for n in $(seq "$papers"); do
		awk -v n="$n" -v version="$1" 'BEGIN { srand(version * 100 + n)
			for (i = 1; i <= 7; i++) printf "Herons of paper %d, number %d, version %d.\n\n", n, i, version
			for (i = int(rand() * 90); i > 0; i--) printf "Filler %d of %d in version %d.\n\n", i, n, version }' >"papers/$n.txt"
	done
}

# write_until FILE: new versions of all papers, until the file is there; how many, into `versions`.
write_until() {
	local version=1
	while [ ! -e "$1" ]; do
		version=$((version + 1))
		write_papers "$version"
		"$index_program" -q --index index papers >>writer.err 2>&1 || {
			echo "exit status $?" >>writer.err
			return
		}
	done
	echo "$version" >versions
}

# read_until FILE NUMBER: counts and whole answers; what is wrong goes into reader.NUMBER, how many were right into right.NUMBER.
read_until() {
	local right=0 wrong=reader.$2
	: >"$wrong"
	while [ ! -e "$1" ]; do
		"$query_program" -q --index index --count herons >"count.$2" 2>>"$wrong" || echo "exit status $?" >>"$wrong"
		[ "$(cat "count.$2")" = $((papers * 7)) ] || echo "a count of $(cat "count.$2")" >>"$wrong"
		"$query_program" -q --index index --format jsonl -C 1 --sort document herons >"all.$2" 2>>"$wrong" || echo "exit status $?" >>"$wrong"
		sed -n -E 's/.*"text": ?"Herons of paper ([0-9]+), number [0-9]+, version ([0-9]+)\.".*/\1 \2/p' "all.$2" | sort | uniq -c |
			awk -v papers="$papers" '$1 != 7 { print "a paper of two versions: " $0 } END { if (NR != papers) print NR " papers in an answer" }' >>"$wrong"
		[ ! -s "$wrong" ] || break
		right=$((right + 2))
	done
	echo "$right" >"right.$2"
}

# soak SECONDS READERS: fails with what was wrong first.
soak() {
	local n
	mkdir papers
	write_papers 1
	"$index_program" -q --index index papers
	write_until stop &
	for n in $(seq "$2"); do
		read_until stop "$n" &
	done
	sleep "$1"
	touch stop
	wait
	[ ! -s writer.err ] || fail "the writer: $(head -n 3 writer.err)"
	for n in $(seq "$2"); do
		[ ! -s "reader.$n" ] || fail "a reader: $(head -n 3 "reader.$n")"
	done
	"$index_program" -q --index index --check || fail 'the index is not sound'
	answers=$(cat right.* | awk '{ sum += $1 } END { print sum }')
	[ "$answers" -gt 0 ] && [ "$(cat versions)" -gt 1 ] || fail 'nothing was read or written'
}
