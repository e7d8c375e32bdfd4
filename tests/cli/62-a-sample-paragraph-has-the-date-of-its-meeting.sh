#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" --index index "$CORPUS_DIR"

# dated QUERY DATE: all that the query finds is of that day.
dated() {
	run 0 "$query_program" --index index --format jsonl "$1"
	! grep -v "\"date\": *\"$2\"" .out || fail "not all of $2: $1"
}

# The minutes inside a pack are of their meeting, the reports of the meeting that the pack is for.
dated '"would get £95 a week"' 2015-09-16
dated '"called the Children in Care Council"' 2015-12-09
dated 'file:2016-07-13-pack.txt skint' 2016-04-20
dated '"to pay on the day it said it would"' 2016-07-13
dated '"no relation of the Fostering Manager"' 2014-01-22
dated '"custody" remand' 2024-07-17
dated '"somewhere to stay"' 2024-10-16

# A table without a date has it from the manifest, and says so.
dated '"fifty-eight of them"' 2018-06-20
grep -q '"date_basis": *"manifest"' .out || fail "the manifest is not named as the source"

# Whoever speaks, it is known when.
run 0 "$query_program" --index index --format jsonl 'kind:paragraph'
! grep -v '"speakers": *\[\]' .out | grep '"date": *null' || fail "somebody speaks without a date"
