#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
cat >papers/2012-05-02-minutes.txt <<'END'
Harbour Panel
Minutes of the meeting held on 2 May 2012

1. The steam launch was late on Tuesday.

2. A Harbour Watch Officer (HWO) would be appointed.
END
cat >papers/2016-05-04-minutes.txt <<'END'
Harbour Panel
Minutes of the meeting held on 4 May 2016

1. The steam launch was in the museum now.

2. The packet-boat called twice a day.

3. Two HWOs had left.
END
cat >papers/thesaurus.ini <<'END'
[ferry]
label=Ferries
terms=ferry;packet boat
former=steam launch 2010-01-01..2014-12-31
END
run 0 "$index_program" -q --index index papers

# The thesaurus beside the papers is kept in the index; a former name counts in its days.
holds index 2 '~ferry'
holds index 2 '~"packet boat"'
holds index 1 '~ferry date:2012'
holds index 2 '"steam launch"'
# Papers explain their abbreviations themselves.
holds index 2 '~hwo'
holds index 2 '~"harbour watch officer"'

run 0 "$query_program" --index index --explain --format jsonl '~ferry date:2012'
says err 'the text has anything of the family "ferry"'
says err 'family:   1  "packet boat"'
says err 'family:   1  "steam launch" date:2010-01-01..2014-12-31'
grep -q '"text": "The steam launch was late on Tuesday.".*"marks": \[\[4, 16\]\]' .out || fail 'the member is not marked'

run 2 "$query_program" --index index 'late ~packet'
says err "no family 'packet' in the thesaurus, and no paper explains it; there is ~\"packet boat\""
[ "$(tail -1 .err)" = '     ^' ] || fail 'no caret under the family'

# Another thesaurus for one query, and for good.
printf '[boat]\nterms=steam launch;packet boat\n' >other.ini
run 0 "$query_program" --index index --thesaurus other.ini --count '~"steam launch"'
grep -qx 3 .out || fail 'the other thesaurus is not used'
run 0 "$index_program" -q --index index --thesaurus other.ini papers
holds index 3 '~boat'

printf '[boat]\nterms=launch\n[ship]\nterms=Launch\n' >other.ini
run 2 "$query_program" --index index --thesaurus other.ini '~boat'
says err "other.ini: 'Launch' is of two families, boat and ship"
run 2 "$index_program" -q --index index --thesaurus other.ini papers
says err "other.ini: 'Launch' is of two families, boat and ship"
run 2 "$query_program" --index index --thesaurus nowhere.ini '~boat'
says err nowhere.ini

# What a paper explained is forgotten with it.
rm papers/2012-05-02-minutes.txt
run 0 "$index_program" -q --index index papers
run 2 "$query_program" --index index '~hwo'
says err "no family 'hwo'"
