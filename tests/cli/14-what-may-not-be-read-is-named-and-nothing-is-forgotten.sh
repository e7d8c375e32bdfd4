#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# Permissions do not bind root: be somebody else then.
as_user=()
if [ "$(id -u)" -eq 0 ]; then
	as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	"${as_user[@]}" test -x "$index_program" || skip 'cannot run the program as another user'
fi

mkdir -p papers/closed papers/open
echo 'The Panel welcomed the heron scheme.' >papers/open/a.txt
echo 'The Board deferred the otter bridge.' >papers/closed/b.txt
echo 'Members praised the lapwing school.' >papers/c.txt
chmod 777 . papers papers/closed papers/open
[ ${#as_user[@]} -eq 0 ] || chown -R 65534:65534 papers

run 0 "${as_user[@]}" "$index_program" --index index papers
says out ': 3 new'

chmod 000 papers/closed papers/c.txt
touch -d 2001-02-03 papers/c.txt
run 1 "${as_user[@]}" "$index_program" --index index papers
says err 'papers/closed: no permission to read this folder'
says err 'papers/c.txt: no permission to read it'
says out ': 1 unchanged, 1 could not be read'
chmod -R a+rX index
holds index 1 otter
holds index 1 lapwing

# The whole folder: named, nothing forgotten.
chmod 000 papers
run 1 "${as_user[@]}" "$index_program" --index index papers
says err 'papers: no permission to read this folder'
chmod -R a+rX index
holds index 1 heron

chmod 777 papers papers/closed
chmod 666 papers/c.txt
run 0 "${as_user[@]}" "$index_program" --index index papers
says out 'indexed 3 files ('
holds index 1 lapwing

# An index where nothing may be written.
mkdir locked
chmod 555 locked
[ ${#as_user[@]} -eq 0 ] || chown 0:0 locked
run 2 "${as_user[@]}" "$index_program" --index locked/index papers
says err 'locked/index: '
says err 'Permission denied'
