#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
run 0 "$query_program" --index index --count adoption
count=$(cat .out)
run 1 "$query_program" --index index adoptoin
says err "no paragraph has 'adoptoin'; did you mean adoption ($count)?"
says err 'nothing found'
silent out
run 1 "$query_program" --index index '"stayin put" bedroms'
says err "no paragraph has 'stayin'; did you mean staying ("
says err "no paragraph has 'bedroms'; did you mean bedrooms ("
run 1 "$query_program" --index index -q adoptoin
silent err
run 0 "$query_program" --index index --count 'adoption OR zzyzx'
says err "no paragraph has 'zzyzx' in any form"
grep -qx "$count" .out || fail 'the count is another'
