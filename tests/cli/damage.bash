# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# An index with bits turned, and what it must do: say so or answer right. Sourced behind common.bash.

declare -A damage=([rounds]=0 [harmless]=0 [told]=0 [found]=0)

# damage_prepare: an index and what it answers.
damage_prepare() {
	local n
	mkdir papers
	for n in $(seq 12); do
		awk -v n="$n" 'BEGIN { srand(n); printf "PANEL OF %d\n\nMINUTES of a meeting of the Panel held on %d May 2016.\n\n", n, n
			for (i = 1; i <= 40; i++) printf "%d. Paper %d tells of herons and w%d by the quay.\n\n", i, n, int(rand() * 500) }' >"papers/$n.txt"
	done
	"$index_program" -q --index sound papers
	damage_ask sound right || fail 'a sound index fails'
}

# damage_ask INDEX FILE: some questions; the worst exit status.
damage_ask() {
	local worst=0 got
	: >"$2"
	for question in '--count herons' '--format ids "by the quay"' '--format jsonl w17 OR w23 OR w99' '--facet date herons' \
		'--format jsonl --sort document file:7.txt' '--status'; do
		got=0
		eval timeout 60 '"$query_program"' -q --index '"$1"' "$question" >>"$2" 2>>.err || got=$?
		[ "$got" -le "$worst" ] || worst=$got
	done
	sed -i '1,$s/^sound$/index/; s/^spoilt$/index/' "$2"
	return "$worst"
}

# turn_bit FILE PLACE BIT
turn_bit() {
	local byte
	byte=$(od -An -tu1 -j "$2" -N 1 "$1")
	printf "\\x$(printf %02x $((byte ^ (1 << $3))))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

# damage_round FILE COUNT: turns so many bits of one file of the index. What may not be: a crash, a hang, another answer that
# --check finds in order.
damage_round() {
	local file=$1 size n place bit places='' asked=0 checked=0
	rm -rf spoilt
	cp -r sound spoilt
	size=$(stat -c %s "spoilt/$file")
	for n in $(seq "$2"); do
		place=$(((RANDOM * 32768 + RANDOM) % size))
		bit=$((RANDOM % 8))
		places+=" $place.$bit"
		turn_bit "spoilt/$file" "$place" "$bit"
	done
	: >.err
	damage_ask spoilt answer || asked=$?
	timeout 60 "$index_program" -q --index spoilt --check >.out 2>>.err || checked=$?
	[ "$asked" -le 3 ] || fail "exit status $asked of a query: $file at$places"
	[ "$checked" -eq 0 ] || [ "$checked" -eq 3 ] || fail "exit status $checked of --check: $file at$places"
	damage[rounds]=$((damage[rounds] + 1))
	if cmp -s right answer; then
		damage[harmless]=$((damage[harmless] + 1))
	elif [ "$asked" -eq 3 ]; then
		damage[told]=$((damage[told] + 1))
	elif [ "$checked" -eq 3 ]; then
		damage[found]=$((damage[found] + 1))
	else
		fail "another answer, and --check finds nothing: $file at$places: $(diff right answer | head -n 5)"
	fi
}
