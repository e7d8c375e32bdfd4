#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
echo 'The Panel welcomed the heron scheme.' >papers/b.txt
echo 'The Board deferred the otter bridge.' >papers/a.txt
printf '\000\001\002' >papers/bad
printf 'path,date,url\na.txt,2016-05-26,https://council.example/a\n' >papers/manifest.csv

# In the order of the command line; one that fails does not stop the others.
run 1 "$index_program" --parse papers/b.txt papers/bad papers/a.txt
says err "papers/bad: "
[ "$(wc -l <.out)" -eq 2 ] || fail 'not two records'
sed -n 1p .out | grep -q heron || fail 'not in order'
sed -n 2p .out | grep -q otter || fail 'not in order'
[ ! -e data ] || fail 'an index was made'

# The manifest beside a file is heard.
run 0 "$index_program" --parse papers/a.txt
says out '"date":"2016-05-26"'
says out '"date_basis":"manifest"'

# The same bytes, the same id; the same run, the same output.
digest=$(sha256sum papers/a.txt | cut -c1-12)
says out "\"id\":\"$digest#1\""
cp .out before
run 0 "$index_program" --parse papers/a.txt
cmp -s before .out || fail 'the output differs'

# A file that is empty is no failure.
: >papers/empty
run 0 "$index_program" --parse papers/empty
silent out

run 2 "$index_program"
says err 'name a file or a folder'
run 2 "$index_program" --pars papers
says err '--pars'
run 2 "$index_program" --topics nowhere.ini --parse papers/a.txt
says err 'nowhere.ini'
printf '[savings\n' >broken.ini
run 2 "$index_program" --topics broken.ini --parse papers/a.txt
says err 'broken.ini, line 1'
run 0 "$index_program" --version
says out 'minutes-index '
run 0 "$index_program" --help
[ "$(wc -l <.out)" -le 24 ] || fail 'the help does not fit a screen'

# A full disk behind standard output is no success.
if [ -c /dev/full ]; then
	status=0
	"$index_program" --parse papers/a.txt >/dev/full 2>.err || status=$?
	[ "$status" -eq 2 ] || fail "exit status $status, not 2"
	says err 'standard output: '
fi
