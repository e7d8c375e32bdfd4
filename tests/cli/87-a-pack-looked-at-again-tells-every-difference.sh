#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# paper FILE DATE LINE...: minutes with a numbered paragraph for each line.
paper() {
	local file=$1 number=0
	printf 'Marsh Panel\n\nMinutes of the meeting held on %s\n\n1. Birds\n' "$2" >"$file"
	shift 2
	for line; do printf '(%d) %s\n' $((++number)) "$line" >>"$file"; done
}

mkdir papers
paper papers/2015.txt '6 May 2015' 'The heron nests by the lake.' 'Nothing was said of geese.' 'Another heron came.'
paper papers/2016.txt '8 June 2016' 'A heron was seen from the bridge.' 'The geese fled.'
paper papers/2017.txt '7 June 2017' 'Ducks swam past.'
run 0 "$index_program" -q --index index papers
run 0 "$query_program" -q --index index --foi pack --reference 'FOI 7' --until 2018 --type minutes 'heron -zebra'

# look STATUS: the pack beside the index of now.
look() { run "$1" "$query_program" --verify pack; }

# told TEXT...: the report says each, and what it counts of paragraphs first.
told() { for text; do says out "$text"; done; }

look 0
told 'Reference FOI 7, made ' '0 changed, 0 missing, 0 added' 'Query 1: 3 then, 3 now: heron -zebra' \
	'Paragraphs: 3 same, 0 changed, 0 new, 0 missing' 'Papers searched: 3 same, 0 changed, 0 new, 0 missing' \
	'on the disk: 2 same, 0 changed, 0 new, 0 missing' 'Result: same'
silent err
cp -r papers saved

# On the disk alone: a paper with extracts that was edited, and one that is gone.
echo >>papers/2015.txt
mv papers/2016.txt away.txt
look 1
told 'Paragraphs: 3 same, 0 changed, 0 new, 0 missing' 'on the disk: 0 same, 1 changed, 0 new, 1 missing' \
	"changed  $work/papers/2015.txt" "missing  $work/papers/2016.txt" 'Result: differs'
rm -r papers
cp -r saved papers
look 0

# An edited paper: words in it, and the same words in other bytes.
sed -i 's/Another heron came/Another grey heron came/' papers/2015.txt
run 0 "$index_program" -q --index index papers
look 1
told 'Paragraphs: 1 same, 2 changed, 0 new, 0 missing' 'Papers searched: 2 same, 1 changed, 0 new, 0 missing'
[ "$(grep -c 'the same words in a paper whose bytes are others' .out)" -eq 1 ] || fail 'not one with the same words'
[ "$(grep -c 'other words in a paper whose bytes are others' .out)" -eq 1 ] || fail 'not one with other words'

# Edited so that a paragraph answers no more, and another does.
sed -i 's/Another grey heron came/Another bird came/; s/of geese/of any heron/' papers/2015.txt
run 0 "$index_program" -q --index index papers
look 1
told '1 new, 1 missing' 'the paper was changed; the paragraph is not in it any more' \
	'the paper was changed; the paragraph was not in it, or did not answer'
cp saved/2015.txt papers/
run 0 "$index_program" -q --index index papers
look 0

# A removed paper.
rm papers/2016.txt
run 0 "$index_program" -q --index index papers
look 1
told 'Paragraphs: 2 same, 0 changed, 0 new, 1 missing' 'Papers searched: 2 same, 0 changed, 0 new, 1 missing' \
	'the paper is no longer in the index' "missing  $work/papers/2016.txt"
cp saved/2016.txt papers/

# Added papers: one that answers, and one that does not.
paper papers/2018.txt '4 July 2018' 'The last heron left.'
run 0 "$index_program" -q --index index papers
look 1
told 'Paragraphs: 3 same, 0 changed, 1 new, 0 missing' 'Papers searched: 3 same, 0 changed, 1 new, 0 missing' \
	'the paper was not among those that were searched' "new      $work/papers/2018.txt"
paper papers/2018.txt '4 July 2018' 'Nobody came.'
run 0 "$index_program" -q --index index papers
look 1
told 'Paragraphs: 3 same, 0 changed, 0 new, 0 missing' 'Papers searched: 3 same, 0 changed, 1 new, 0 missing'
# Beyond the filters of the pack a new paper is none of its business.
paper papers/2018.txt '3 July 2019' 'The last heron left.'
run 0 "$index_program" -q --index index papers
look 0

# Papers that were moved are the same, under another path; they are not where the pack says.
mkdir moved
mv papers/* moved/
run 0 "$index_program" -q --index elsewhere moved
run 1 "$query_program" --index elsewhere --verify pack
told 'Paragraphs: 3 same, 0 changed, 0 new, 0 missing' 'of the same, 3 stand under another path' \
	'on the disk: 0 same, 0 changed, 0 new, 2 missing'

# A nil pack is looked at like any other.
run 1 "$query_program" -q --index elsewhere --foi nil --reference N zebra
run 0 "$query_program" --verify nil
told 'Query 1: 0 then, 0 now: zebra' 'Paragraphs: 0 same, 0 changed, 0 new, 0 missing'
sed -i 's/Ducks/Zebras/' moved/2017.txt
run 0 "$index_program" -q --index elsewhere moved
run 1 "$query_program" --verify nil
told 'Paragraphs: 0 same, 0 changed, 1 new, 0 missing' 'the paper was changed'
