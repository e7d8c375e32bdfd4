#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir tmp home
export TMPDIR=$work/tmp HOME=$work/home XDG_CACHE_HOME=$work/home
count=$("$HOSTILE" papers)
[ "$count" -ge 60 ] || fail "only $count kinds"
for place in aaaa mmmm zzzz; do
	echo "The Panel welcomed the gannet scheme of $place." >"papers/$place.txt"
done
find . -path ./index -prune -o ! -name '.out' ! -name '.err' ! -name before -print0 | sort -z >before

# Under the sanitizers everything takes more memory.
memory=400
[ "$MINUTEBOOK_SANITIZE" != 1 ] && [ "$MINUTEBOOK_SANITIZE" != ON ] || memory=1500
run 1 "$index_program" --index index --time-limit 1 --memory-limit "$memory" papers
says out "indexed $((count + 3)) files"
holds index 3 gannet

# Each is in the ledger: the next run knows them all.
"$query_program" --index index --status >status 2>.err || fail 'no status'
grep -q "papers  *$((count + 3)):" status || fail 'the status does not count them all'

# Nothing has been written beside the index, nothing brought in from elsewhere.
find . -path ./index -prune -o ! -name '.out' ! -name '.err' ! -name before ! -name after ! -name status -print0 | sort -z >after
cmp before after || fail 'something has been written'
holds index 0 kestrel
holds index 0 'root'

# No name and no word of theirs reaches the terminal as anything but words.
for format in text csv tsv html jsonl ids; do
	"$query_program" --index index --format "$format" --color never owned >answer 2>.err || true
	! LC_ALL=C grep -q -e $'\e' -e $'\x07' -e $'\xc2\x9b' -e $'\xe2\x80\xae' answer .err || fail "$format lets a control through"
done
! LC_ALL=C grep -q -e $'\e' -e $'\x07' -e $'\xe2\x80\xae' status || fail 'the status lets a control through'
