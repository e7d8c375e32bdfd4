#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR/cabinet" "$CORPUS_DIR"/panel/201[3-5]*
run 0 "$query_program" -q --index index --foi pack --reference R --until 2021 --sample 12 --seed 'a seed' --minutes-per-paper 2,0,0,4 \
	bedroom OR 'foster*'

# drawn PART: the ids in the samples of the worksheet, in their order.
drawn() {
	tr -d '\r' <pack/worksheet.csv | grep "^sample of $1," | grep -o ',[0-9a-f]\{12\}#[0-9]*,' | tr -d ,
}

# draw SEED SIZE: as minutebook-foi(7) has it, from ids on standard input.
draw() {
	local id key
	while read -r id; do
		key=$(printf '%s:%s' "$1" "$id" | sha256sum | cut -c -64)
		printf '%s %s\n' "$key" "$id"
	done | LC_ALL=C sort -u | head -n "$2" | cut -d ' ' -f 2
}

sed 's/"copies": .*//' pack/extracts.jsonl | grep -o '"id": "[0-9a-f]*#[0-9]*"' | cut -d '"' -f 4 >hits
[ "$(wc -l <hits)" -gt 12 ] || fail 'too few to draw from'
draw 'a seed' 12 <hits >expected
drawn extracts | cmp - expected || fail 'another sample of extracts'

# What was not found: every paragraph of the papers searched, less extracts and copies.
"$index_program" --parse "$CORPUS_DIR/cabinet" "$CORPUS_DIR"/panel/201[3-5]* >records 2>.err
grep -v '"kind":"furniture"' records | grep '"date":"20[01]\|"date":"202[01]' | grep -o '^{"id":"[^"]*"' | cut -d '"' -f 4 |
	LC_ALL=C sort -u >ids
sed 's/"before": .*//' pack/extracts.jsonl | grep -o '"id": "[0-9a-f]*#[0-9]*"' | cut -d '"' -f 4 |
	LC_ALL=C sort -u >found
comm -23 ids found >others
[ "$(wc -l <others)" -gt 200 ] || fail 'too few were not found'
draw 'a seed' 12 <others >expected
drawn 'what was not found' | cmp - expected || fail 'another sample of what was not found'
grep -q "of $(wc -l <others) paragraphs not found" pack/worksheet.csv || fail 'another population'
# 1 - 0.05^(1/12) = 0.2209
grep -q '^missed at most,if 0 of 12 sampled are relevant,.*,22.092,' pack/worksheet.csv || fail 'another bound'

# The minutes given are those of the estimate.
papers=$(tail -n +2 pack/schedule.csv | grep -c .)
grep -q "^estimate,all four activities,$papers,,6.00,$((papers * 6)).00," pack/worksheet.csv || fail 'another estimate'

# Another seed draws others; without one it is the reference; without --sample nothing is drawn.
run 0 "$query_program" -q --index index --foi other --reference 'a seed' --until 2021 --sample 12 bedroom OR 'foster*'
diff <(grep '^sample' pack/worksheet.csv) <(grep '^sample' other/worksheet.csv) || fail 'the reference is no seed'
run 0 "$query_program" -q --index index --foi third --reference R --until 2021 --sample 12 bedroom OR 'foster*'
! diff -q <(grep '^sample' pack/worksheet.csv) <(grep '^sample' third/worksheet.csv) >/dev/null || fail 'one seed is like another'
run 0 "$query_program" -q --index index --foi none --reference R bedroom
! grep -q '^sample\|^missed' none/worksheet.csv || fail 'a sample that nobody asked for'
for wrong in 1,1,1 1,1,1,x -1,1,1,1; do
	run 2 "$query_program" --index index --foi fourth --reference R "--minutes-per-paper=$wrong" bedroom
	says err "--minutes-per-paper $wrong: four numbers of minutes are wanted"
done
