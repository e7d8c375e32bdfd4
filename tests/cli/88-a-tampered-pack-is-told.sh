#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
printf 'Marsh Panel\n\nMinutes of the meeting held on 6 May 2015\n\n1. Birds\n(1) A heron came.\n' >papers/a.txt
run 0 "$index_program" -q --index index papers
run 0 "$query_program" -q --index index --foi pack --reference R heron
cp -r pack whole

# Every file is told by name when a byte of it is another; the report comes all the same.
for path in whole/*; do
	file=${path##*/}
	[ "$file" != manifest.sha256 ] || continue
	printf ' ' >>"pack/$file"
	run 1 "$query_program" --verify pack
	says out "  changed  $file"
	says out ' 1 changed, 0 missing, 0 added'
	says out 'Result: differs'
	rm "pack/$file"
	run 1 "$query_program" --verify pack
	says out "  missing  $file"
	cp "whole/$file" pack/
done
echo 'a note' >pack/note.txt
run 1 "$query_program" --verify pack
says out '  added    note.txt'
rm pack/note.txt
run 0 "$query_program" --verify pack

# What cannot be read any more is told, and what it keeps from being done.
echo '{' >pack/certificate.json
run 1 "$query_program" --verify pack
says out '  changed  certificate.json'
says out 'The search was not run again: pack/certificate.json: '
run 1 "$query_program" --verify pack --format json
says out '"not_run": "pack/certificate.json: '
cp whole/certificate.json pack/
echo '{}' >>pack/extracts.jsonl
run 1 "$query_program" --verify pack
says out 'The search was not run again: pack/extracts.jsonl:'
cp whole/extracts.jsonl pack/

# A changed extract whose manifest was mended, too, is not what the index gives.
sed -i 's/"text_sha256": "./"text_sha256": "x/; s/"text_sha256":"./"text_sha256":"x/' pack/extracts.jsonl
(cd pack && find . -type f ! -name manifest.sha256 | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum >manifest.sha256)
run 1 "$query_program" --verify pack
says out ' 0 changed, 0 missing, 0 added'
says out '0 same, 1 changed, 0 new, 0 missing'
rm -r pack
cp -r whole pack

# No pack at all is an error and no difference.
rm pack/manifest.sha256
run 3 "$query_program" --verify pack
says err 'pack: no manifest.sha256 in it that can be read'
silent out
echo 'nonsense' >pack/manifest.sha256
run 3 "$query_program" --verify pack
says err 'pack/manifest.sha256:1: '
run 3 "$query_program" --verify nowhere
mkdir empty
run 3 "$query_program" --verify empty
(cd empty && echo x >x && sha256sum x >manifest.sha256)
run 3 "$query_program" --verify empty
says err 'empty/certificate.json: '

# Somebody else's pack makes the program do nothing but search.
forge() {
	rm -rf pack
	cp -r whole pack
	sed -i "s|$1|$2|" pack/certificate.json
	! cmp -s pack/certificate.json whole/certificate.json || fail "nothing forged: $1"
	(cd pack && find . -type f ! -name manifest.sha256 | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum >manifest.sha256)
}
forge '"options": \[\]' '"options": ["--save=mine"]'
run 3 "$query_program" --verify pack
says err 'an option in it that decides nothing of a search'
forge '"format_version": 1' '"format_version": 2'
run 3 "$query_program" --verify pack
says err 'another format version'
forge '"options": \[\]' '"options": ["--thesaurus=/dev/zero"]'
run 2 "$query_program" --verify pack
says err '/dev/zero: no such file; --thesaurus says where it is now'
for file in certificate.json extracts.jsonl schedule.csv; do
	rm -rf pack
	cp -r whole pack
	ln -sf /dev/zero "pack/$file"
	run 1 "$query_program" --verify pack
	says out "  changed  $file"
	says out 'The search was not run again: '
done
rm -rf pack
cp -r whole pack
ln -sf /dev/zero pack/manifest.sha256
run 3 "$query_program" --verify pack
forge '"asked": "heron"' '"asked": "\\"heron"'
run 2 "$query_program" --verify pack
says err 'query 1 of the pack: '
forge '"asked": "heron"' '"asked": "~nobody"'
run 2 "$query_program" --verify pack
forge '"asked": "heron"' '"asked": "\\u001b[31mheron"'
run 1 "$query_program" --verify pack
! grep -q "$(printf '\033')" .out || fail 'a terminal is made to obey'
rm -rf pack
cp -r whole pack
sed -i "s|$work/papers/a.txt|/dev/zero|" pack/schedule.csv
run 1 "$query_program" --verify pack
says out 'unseen   /dev/zero: no file'
[ ! -e data ] || fail 'something was saved'
