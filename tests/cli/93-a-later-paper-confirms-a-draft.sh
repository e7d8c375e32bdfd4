#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Minutes that call themselves a draft are one until a later paper of the same body confirms them, in whatever order both are read.
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
minutes() { # NAME HEAD BODY DATE TEXT
	cat >"papers/$1" <<EOF
EASTVALE TOWN COUNCIL

$2

MINUTES of a meeting of the $3 held in the Town Hall on $4

PRESENT: Mrs A Alder (Chair), Mr B Birch and Ms C Cedar

1. Minutes

$5

2. The pier

The Clerk reported that the heron had come back to the pier.
EOF
}

# The later paper first.
minutes june.txt DRAFT 'Harbour Committee' '14 June 2016' \
	'RESOLVED that the minutes of the meeting held on 10 May 2016 were correctly recorded and signed by the Chair.'
minutes lane.txt DRAFT 'Lanes Committee' '10 May 2016' 'The minutes of the meeting held on 12 April 2016 were deferred.'
run 0 "$index_program" -q --index index papers
holds index 2 'heron is:draft'
run 1 "$query_program" --index index 'heron is:confirmed'

minutes may.txt 'DRAFT MINUTES' 'Harbour Committee' '10 May 2016' \
	'RESOLVED that the minutes of the meeting held on 12 April 2016 be approved as a correct record.'
run 0 "$index_program" -q --index index papers
holds index 3 heron
holds index 2 'heron is:draft'
holds index 1 'heron is:confirmed'
run 0 "$query_program" --index index --format jsonl 'heron is:confirmed'
says out '/may.txt"'
says out '"standing": "draft"'
holds index 1 'heron -is:draft'
holds index 1 'confirms:2016-05-10'
holds index 1 'is:resolution confirms:2016-04-12'

# Another body's minutes of that day, and those of that body's later meeting, stay what they are.
run 0 "$query_program" --index index --format ids 'heron is:draft'
[ "$(wc -l <.out)" -eq 2 ] || fail 'not two drafts'
run 0 "$query_program" --index index --explain 'heron is:draft'
says err 'found:    2, by the index alone'

# Without the later paper the draft is one again.
rm papers/june.txt
run 0 "$index_program" -q --index index papers
holds index 2 'heron is:draft'
run 1 "$query_program" --index index 'heron is:confirmed'
