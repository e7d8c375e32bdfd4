#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

export XDG_CONFIG_HOME=$work/config
printf 'The heron saw an otter.\n\nThe heron slept; the weir was low.\n\nAn otter dug.\n' >paper.txt
run 0 "$index_program" --index index paper.txt

run 0 "$query_program" --index index --save 'river birds' --sort document --format ids -- heron -badger
says err "saved as 'river birds'; --saved 'river birds' asks it again"
cp .out first
run 0 "$query_program" --saved 'river birds'
cmp first .out || fail 'other hits than when it was saved'
grep -qx '\[river birds\]' config/minutebook/saved.ini || fail 'it is not in saved.ini'
[ "$(stat -c %a config/minutebook)" = 700 ] || fail 'others can read what is looked for'

# What is typed has the last word, and narrows.
run 0 "$query_program" --saved 'river birds' --format text --limit 1
says out 'heron'
says err '1 of 2'
run 0 "$query_program" --saved 'river birds' --count weir
[ "$(cat .out)" = 1 ] || fail 'the query was not narrowed'
run 0 "$query_program" --index index -q --save either 'heron OR dug'
run 0 "$query_program" --saved either --count 'otter'
[ "$(cat .out)" = 2 ] || fail 'OR in the saved query reaches beyond it'
run 0 "$query_program" --saved either --count 'weir OR dug'
[ "$(cat .out)" = 2 ] || fail 'OR in what is typed reaches beyond it'

printf 'MINUTES of a meeting of the Panel held on 4 May 2016.\n\n1. Mrs Adder asked. Mr Bittern replied.\n\n2. Mrs Adder spoke.\n' >speech.txt
run 0 "$index_program" --index speech speech.txt
run 0 "$query_program" --index speech -q --save adder speaker:adder
run 0 "$query_program" --saved adder --count
[ "$(cat .out)" = 2 ] || fail 'not all that she says'
run 0 "$query_program" --saved adder --count speaker:bittern
[ "$(cat .out)" = 1 ] || fail 'a field in both widens what is found'
run 0 "$query_program" --index index -q --save sentence --any 'a heron'
run 2 "$query_program" --saved sentence otter
says err '--saved sentence: with --any more words find more'

# Paths that were typed are found from any other folder, as cron starts it.
printf 'heron\n' >watch.txt
run 0 "$query_program" --index ./index -q --save watch --count --queries watch.txt
cp .out first
mkdir elsewhere
cd elsewhere
run 0 "$query_program" --saved watch
cmp ../first ../.out || fail 'other hits from another folder'
cd ..
run 3 "$query_program" --index localhost:1 --save far heron
grep -q -- '--index=localhost:1' config/minutebook/saved.ini || fail 'a server became a folder'

run 1 "$query_program" --index index --save either --since 2016 --until 2017 --type other --any -- heron
says err 'saved anew'
run 1 "$query_program" --saved either --count
[ "$(cat .out)" = 0 ] || fail 'an old query was asked'

# What is wrong is not saved; names that are none are told.
run 2 "$query_program" --index index --save wrong '"heron'
run 2 "$query_program" --saved wrong
says err "--saved wrong: no query of that name; there are 'river birds', 'either', 'adder', 'sentence'"
run 2 "$query_program" --saved eithr
says err "did you mean 'either'?"
run 2 "$query_program" --index index --save '[x]' heron
says err 'no fit name'
export XDG_CONFIG_HOME=$work/none
run 2 "$query_program" --saved either
says err 'none are kept; --save keeps one'
mkdir -p none/minutebook
echo 'no key file' >none/minutebook/saved.ini
run 3 "$query_program" --saved either
says err 'saved.ini'
run 3 "$query_program" --index index --save either heron
grep -qx 'no key file' none/minutebook/saved.ini || fail 'a damaged file was overwritten'
