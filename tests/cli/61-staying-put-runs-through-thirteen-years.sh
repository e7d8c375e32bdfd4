#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The story of corpus/: the scheme under both names, in every year, with those who speak of it.
. "${BASH_SOURCE%/*}/common.bash"

# The texts of records, one a line, in JSON's spelling.
texts() {
	sed 's/.*"text": *"//; s/", *"url".*//; s/"}$//'
}

run 0 "$index_program" --index index "$CORPUS_DIR"
papers=$(find "$CORPUS_DIR" -mindepth 2 -type f | wc -l)
[ "$papers" -ge 40 ] || fail "only $papers papers"
says out "indexed $papers files"

for year in $(seq 2012 2024); do
	run 0 "$query_program" --index index --count "\"staying put\" date:$year"
	[ "$(cat .out)" -ge 2 ] || fail "$(cat .out) paragraphs in $year"
done

# The former name is the scheme's own until the autumn of 2014 and history afterwards.
run 0 "$query_program" --index index --format jsonl --sort date '"staying together"'
head -n 1 .out | grep -q '"date": *"2012-03-14"' || fail "the first is not of 2012"
run 0 "$query_program" --index index --format jsonl '"known from 1 October 2014 as Staying Put"'
grep -q '"date": *"2014-09-10".*"kind": *"resolution"' .out || fail "the renaming is no resolution of 10 September 2014"

# Every paragraph that has the phrase is found, each once: counted a second time, on the records themselves.
"$index_program" --parse $(find "$CORPUS_DIR" -mindepth 2 -type f) 2>.err |
	grep -v '"kind": *"furniture"' | texts | grep -iE '(^|[^a-z])staying[ -]put([^a-z]|$)' |
	sort | uniq >want
"$query_program" --index index --format jsonl '"staying put"' |
	texts | sort | uniq >got
diff want got >.out || fail "not the paragraphs that have the phrase"
[ "$(wc -l <want)" -ge 80 ] || fail "only $(wc -l <want) paragraphs"

# Two people called Wray.
run 0 "$query_program" --index index 'speaker:wray "staying put"'
says err 'Wray'
run 0 "$query_program" --index index --count '"staying put" speaker:"A B Wray"'
member=$(cat .out)
run 0 "$query_program" --index index --count '"staying put" speaker:"D Wray"'
[ "$member" -ge 1 ] && [ "$(cat .out)" -gt "$member" ] || fail "$member of the one, $(cat .out) of the other"
