#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
echo 'Herons were seen.' >papers/a.txt
cp papers/a.txt papers/b.txt
printf 'QUAY PANEL\n\nNOT FOR PUBLICATION by virtue of paragraph 3\n\nDate: 26 May 2016\n\n1. The price.\n' >papers/exempt.txt
printf 'path,classification\nexempt.txt,Exempt\n' >papers/manifest.csv
printf '[quay]\nlabel=Quay\nterms=heron\n' >papers/topics.ini
echo 'It will go.' >papers/goes.txt
: >papers/empty.txt
printf '\0\1\2\3 no paper' >papers/broken.bin
run 1 "$index_program" -q --index index papers
rm papers/goes.txt
run 1 "$index_program" -q --index index papers

run 0 "$query_program" --index index --status
says out 'papers      5: 1 indexed, 1 copy, 1 restricted, 1 empty, 1 unreadable; 1 gone'
grep -qE '^  forgotten +.*/papers/goes.txt$' .out || fail 'what is gone is not told'
says out 'disk        as it was read'
run 0 "$query_program" --index index --status --json
says out '"ledger": {"seen": 6, "indexed": 1, "copy": 1, "restricted": 1, "partial": 0, "empty": 1, "unreadable": 1, "gone": 1}'

# What is no paper is named again and not tried again, until it changes or that is wanted.
run 1 "$index_program" -q --index index papers
says err 'broken.bin: '
says err '(as before; --retry tries it again)'
run 1 "$index_program" -q --retry --index index papers
says err 'broken.bin: '
says_not err 'as before'
printf '\0\1\2\3 still no paper' >papers/broken.bin
run 1 "$index_program" -q --index index papers
says_not err 'as before'
echo 'A paper now.' >papers/broken.bin
run 0 "$index_program" -q --index index papers
holds index 1 '"paper now"'

# What lies beside the papers has drifted too, until they are read with it again.
printf 'path,classification\nexempt.txt,Unrestricted\n' >papers/manifest.csv
printf '[quay]\nlabel=Quay\nterms=heron;price\n' >papers/topics.ini
mkdir papers/deep
printf 'path\n' >papers/deep/manifest.csv
run 0 "$query_program" --index index --status
grep -qE '^  beside +.*/papers/deep/manifest.csv: new$' .out || fail 'a new manifest is not told'
grep -qE '^ +.*/papers/manifest.csv: changed$' .out || fail 'a changed manifest is not told'
grep -qE '^ +.*/papers/topics.ini: changed$' .out || fail 'changed topics are not told'
run 0 "$index_program" -q --index index papers
run 0 "$query_program" --index index --status
says out 'disk        as it was read'
rm -r papers/deep
run 0 "$query_program" --index index --status
grep -qE '^  beside +.*/papers/deep/manifest.csv: gone$' .out || fail 'a manifest that is gone is not told'
run 0 "$index_program" -q --index index papers
run 0 "$query_program" --index index --status
says out 'disk        as it was read'

# It comes back.
echo 'It is back.' >papers/goes.txt
run 0 "$index_program" -q --index index papers
run 0 "$query_program" --index index --status --json
says out '"gone": 0}'
run 0 "$index_program" --index index --check
