#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# paper DATE SENTENCE...: minutes of the Panel.
paper() {
	local date=$1
	shift
	{
		printf 'MARLSHIRE COUNTY COUNCIL\n\nHERON PANEL\n\n'
		printf 'MINUTES of a meeting of the Heron Panel held in the Council Chamber on %s.\n\n' "$date"
		printf '1. Herons\n(Item 1)\n\n'
		printf '%s\n\n' "$@"
	} >"papers/${date// /-}.txt"
}

mkdir papers
paper '3 March 2015' '(1) Mr R Love introduced the report on herons.' \
	'(2) Mr J Poole asked about the reeds.' '(3) Mrs A Birch thanked the wardens.'
paper '7 May 2019' '(1) Rory Love introduced the report on ponds.' '(2) Mr James Poole asked about the sluice.' \
	'(3) Mr John Poole asked about the weir.' '(4) Ms Ada Fell said that the wardens were pleased.'
run 0 "$index_program" -q --index index papers

# speaker: goes by what is printed, person: by who it is.
holds index 1 'speaker:"Rory Love"'
holds index 2 'person:"Rory Love"'
holds index 2 'person:"Mr R Love"'
run 0 "$query_program" --index index --format ids 'person:"Rory Love" herons'
says err 'person:"Rory Love" is Rory Love, printed as Mr R Love and Rory Love'
[ "$(wc -l <.out)" -eq 1 ] || fail 'one of his paragraphs is about herons'
holds index 0 'person:love NOT speaker:love'
holds index 2 'speaker:love NOT person:poole'
run 0 "$query_program" --index index --count --explain 'person:"Rory Love"'
says err 'searched: paragraphs where the person Rory Love speaks, under any of their names'
says err 'person:   1  speaker:"Mr R Love"'
says err 'person:   1  speaker:"Rory Love"'

# A name that fits two is joined with neither, and that is said.
run 0 "$query_program" --index index --count 'person:"John Poole"'
[ "$(cat .out)" = 1 ] || fail 'Mr J Poole was taken for John Poole'
says err 'person:"John Poole" leaves out Mr J Poole (1), who may be Mr James Poole or Mr John Poole'

run 1 "$query_program" --index index --count 'person:lovelace'
says err "no paragraph has speaker:lovelace"

run 0 "$query_program" --index index --facet speaker 'kind:paragraph'
grep -qx ' *2  Rory Love' .out || fail 'the facet does not join'
grep -q '1  Mrs A Birch$' .out || fail 'a marriage was guessed'
says_not out 'Mr R Love'

# What papers do not tell, a people.csv does; it is no paper itself.
printf 'person,alias,council\nAda Fell,Mrs A Birch,Marlshire County Council\nAda Fell,Ms Ada Fell,\nJohn Poole,Mr J Poole,\n' \
	>papers/people.csv
run 0 "$index_program" --index index papers
says_not out people.csv
run 0 "$query_program" --index index --people papers/people.csv --facet speaker 'kind:paragraph'
grep -qx ' *2  Ada Fell' .out || fail 'the alias does not join'
grep -qx ' *2  John Poole' .out || fail 'the alias does not decide'
run 0 "$query_program" --index index --people papers/people.csv --count 'person:fell birch OR person:fell'
[ "$(cat .out)" = 2 ] || fail 'the person is not found under both names'

# It is refused whole rather than followed in part.
printf 'person,alias\nAda Fell,"Ada\n' >bad.csv
run 2 "$query_program" --index index --people bad.csv 'herons'
says err 'bad.csv:2: the quotes of this row do not match'
run 2 "$query_program" --index index --people none.csv 'herons'
says err 'none.csv'

# The sample library: what a facet counts of a person is what person: finds.
run 0 "$index_program" -q --index sample "$CORPUS_DIR"
run 0 "$query_program" --index sample --facet speaker -- '-kind:heading'
cp .out facet
checked=0
while read -r count name; do
	run 0 "$query_program" -q --index sample --count "person:\"$name\" -kind:heading"
	[ "$(cat .out)" = "$count" ] || fail "$(cat .out) paragraphs of $name, and not $count"
	checked=$((checked + 1))
done < <(sed -n 's/^ *\([0-9][0-9]*\)  \([A-Z][^(]*\)$/\1 \2/p' facet | head -12)
[ "$checked" -eq 12 ] || fail 'no people in the facet'
run 0 "$query_program" --index sample --count 'person:"Dilys Wray"'
says err 'person:"Dilys Wray" is Dilys Wray, printed as '
says_not err 'Mr A B Wray'
