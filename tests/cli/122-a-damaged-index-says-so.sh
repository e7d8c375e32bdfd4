#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"
. "${BASH_SOURCE%/*}/damage.bash"

damage_prepare
RANDOM=4711
for file in $(cd sound && ls -- *.glass iamglass); do
	damage_round "$file" 1
	damage_round "$file" 40
done
[ $((damage[told] + damage[found])) -gt 0 ] || fail 'no damage was noticed'

# What was in it comes back from the papers.
run 0 "$index_program" -q --rebuild --index spoilt papers
damage_ask spoilt answer || fail 'the index made anew fails'
cmp right answer >&2 || fail 'the index made anew answers otherwise'
