#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR"
question='Why do so few young people stay with their carers?'
run 0 "$query_program" --index index -q --any --format ids "$question"
cp .out plain
run 0 "$query_program" --index index --any --feedback --format ids "$question"
cmp -s plain .out && fail 'the order is the same'
cmp -s <(sort plain) <(sort .out) || fail 'other paragraphs are found'
grep -q 'ranked also by what the best hits say: [a-z]*, ' .err || fail 'the words are not told'
cp .out first
run 0 "$query_program" --index index -q --any --feedback --format ids "$question"
cmp -s first .out || fail 'another order the second time'
silent err

# Where nothing is ranked, it is no option.
run 2 "$query_program" --index index --feedback --sort date carers
run 2 "$query_program" --index index --feedback --similar "$(head -n 1 plain)"
grep -q -- --feedback .err || fail 'the option is not named'
