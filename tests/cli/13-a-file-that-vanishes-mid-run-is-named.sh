#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
awk 'BEGIN {
	for (i = 0; i < 10000; i++) {
		printf "Paragraph %d", i
		for (j = 0; j < 8; j++)
			printf " speaks of drainage and of kerbs, then"
		printf " closes.\n\n"
	}
}' >papers/a.txt
echo 'This one will be gone.' >papers/m.txt
echo 'The Panel welcomed the heron scheme.' >papers/z.txt

"$index_program" --jobs 1 --index index papers >.out 2>.err &
pid=$!
until [ -e index/iamglass ]; do sleep 0.01; done
rm papers/m.txt
status=0
wait "$pid" || status=$?
[ "$status" -eq 1 ] || fail "exit status $status, not 1"
says err 'papers/m.txt: is not there (any more)'
says out ': 2 new, 1 could not be read'
holds index 1 heron

run 0 "$index_program" --index index papers
says out ': 2 unchanged, 1 forgotten'
