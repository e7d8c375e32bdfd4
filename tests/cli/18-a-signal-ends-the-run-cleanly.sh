#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
echo 'The Panel welcomed the heron scheme.' >papers/a.txt
for i in $(seq 20); do
	awk -v n="$i" 'BEGIN { for (i = 0; i < 3000; i++) printf "Paper %d, paragraph %d on kerbs.\n\n", n, i }' >"papers/b$i.txt"
done

# A shell lets its background jobs ignore SIGINT: undo that.
env --default-signal=INT "$index_program" --index index papers >.out 2>.err &
pid=$!
until [ -e index/iamglass ]; do sleep 0.01; done
sleep 0.3
kill -INT "$pid"
status=0
wait "$pid" || status=$?
[ "$status" -eq 2 ] || fail "exit status $status, not 2"
says err 'stopped as asked'

run 0 "$index_program" --index index papers
says out 'indexed 21 files (60,001 paragraphs, '
holds index 1 heron
holds index 20 '"paragraph 2999 on"'
