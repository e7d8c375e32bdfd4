# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# An index, papers that have changed since, and what must hold of it whatever happens to the run that takes them in: it
# opens, it is sound, every file is as it was or as it is now, and the next run brings it to where an undisturbed one would
# have. Sourced behind common.bash.

export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0

# paper NAME POINTS WORD: no paragraph of it is in another, so that nothing is a copy.
paper() {
	awk -v name="$1" -v points="$2" -v word="$3" 'BEGIN {
		printf "PANEL OF %s\n\nMINUTES of a meeting of the Panel of %s held on 26 May 2016.\n\n", name, name
		for (i = 1; i <= points; i++) printf "%d. Paper %s tells of %s number %d.\n\n", i, name, word, i
	}' >"papers/$1.txt"
	touch -d '2020-01-01' "papers/$1.txt"
}

# answers INDEX FOLDER: all that it holds, a file of records for each paper.
answers() {
	rm -rf "$2"
	mkdir "$2"
	"$query_program" --index "$1" --format jsonl --sort document 'kind:paragraph OR kind:heading OR kind:furniture' 2>.err |
		sed -E 's/"(rank|score)": ?[0-9.]+,? ?//g' |
		awk -v folder="$2" 'match($0, /"path": ?"[^"]*"/) {
			name = substr($0, RSTART, RLENGTH - 1); sub(/.*\//, "", name); print >(folder "/" name) }'
}

# prepare POINTS: papers as they were in an index, `base`, and as they are now; what undisturbed runs make of both. A
# thesaurus that has changed too makes a run commit twice: the second time it writes where the base was.
prepare() {
	mkdir papers
	printf '[quay]\nlabel=Quay\nterms=quay;pier\n' >papers/thesaurus.ini
	paper stays "$1" herons
	paper changes "$1" otters
	paper goes "$1" kerbs
	"$index_program" -q --index base papers
	answers base was
	rm papers/goes.txt
	printf '[quay]\nlabel=Quay\nterms=quay;pier;jetty\n' >papers/thesaurus.ini
	paper changes $(("$1" + 3)) voles
	paper comes "$1" drains
	printf '\0\1\2\3 no paper' >papers/broken.bin
	: >papers/empty.txt
	cp -r base index
	"$index_program" -q --index index papers 2>.err || [ $? -eq 1 ]
	answers index is
	status_of >wanted
}

status_of() {
	"$query_program" --index index --status
}

# disturb HOW PLACE: a run on a copy of the base whose disk fails so at that place; its exit status is lost.
disturb() {
	rm -rf index
	cp -r base index
	LD_PRELOAD=$BROKEN_DISK BROKEN_DISK_FOLDER=$work/index BROKEN_DISK_HOW=$1 BROKEN_DISK_AT=$2 \
		"$index_program" -q --index index papers >.out 2>.err || :
} 2>/dev/null

# survives WHAT: the index holds each file as it was or as it is, and the next run ends as an undisturbed one.
survives() {
	local file name
	"$index_program" --index index --check >.out 2>.err || fail "$1: it is not sound"
	answers index now
	for file in was/* is/*; do
		name=${file##*/}
		cmp -s "was/$name" "now/$name" || cmp -s "is/$name" "now/$name" ||
			{ [ ! -e "now/$name" ] && { [ ! -e "was/$name" ] || [ ! -e "is/$name" ]; }; } ||
			fail "$1: $name is neither as it was nor as it is"
	done
	resumes "$1"
}

# resumes WHAT
resumes() {
	"$index_program" -q --index index papers >.out 2>.err || [ $? -eq 1 ] || fail "$1: it cannot be written again"
	status_of >.out
	cmp -s wanted .out || fail "$1: another status than without it: $(diff wanted .out)"
	answers index now
	diff -r is now >.err || fail "$1: other records than without it"
}
