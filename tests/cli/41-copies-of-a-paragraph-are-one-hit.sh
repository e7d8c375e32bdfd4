#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The sample library has the minutes of 20 April 2016 as published and as printed again in the pack of July.
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
sentence='"meant for 40 boys and held 71"'
holds index 1 "$sentence"
holds index 1 "$sentence file:2016-07-13-pack.txt"
run 0 "$query_program" --index index "$sentence"
says out '[2016-04-20-minutes.txt]'
says out 'also in: Corporate Parenting Panel, 20 April 2016, minute 119 (Item B1), 2.a, p. 5 [2016-07-13-pack.txt]'
run 0 "$query_program" --index index --format jsonl "$sentence"
[ "$(wc -l <.out)" -eq 1 ] || fail 'not one line'
grep -q '"copies": \[{"id": "[0-9a-f]\{12\}#[0-9]*", "path": "[^"]*/2016-07-13-pack.txt", "citation": "[^"]*\[2016-07-13-pack.txt\]"}\]' .out ||
	fail 'the copy is not listed'
run 0 "$query_program" --index index --format ids "$sentence OR tidewater"
hits=$(wc -l <.out)
holds index "$hits" "$sentence OR tidewater"

# The same bytes at two paths.
mkdir twice twice/a twice/b
printf 'The heron stood on the quay and would not be moved by anybody.\n' >twice/a/note.txt
cp twice/a/note.txt twice/b/note.txt
run 0 "$index_program" -q --index second twice
holds second 1 heron
run 0 "$query_program" --index second heron
says out 'also in: '
rm twice/a/note.txt
run 0 "$index_program" -q --index second twice
run 0 "$query_program" --index second --format jsonl heron
says out '"copies": []'
