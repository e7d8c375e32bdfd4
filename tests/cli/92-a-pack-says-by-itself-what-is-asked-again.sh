#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR/cabinet" "$CORPUS_DIR"/panel/201[3-9]*
cat >queries.txt <<'END'
~"staying put"
bedroom* -"spare bedroom"
fostering NEAR/8 review
-zebra speaker:wray
zebra
END
# made NAME STATUS ARGUMENT...: a pack of these, which is the same when looked at again.
made() {
	local name=$1 status=$2
	shift 2
	run "$status" "$query_program" -q --index index --foi "$name" --reference R "$@"
	run 0 "$query_program" --verify "$name"
	says out 'Result: same'
}
made all 0 --queries queries.txt
[ "$(grep -c '^Query ' .out)" -eq 5 ] || fail 'not every query was asked again'
made narrow 0 --since 2013 --until 2019-06 --type minutes --type report --body panel --any staying put
made restricted 0 --include-restricted bedroom
printf 'person,alias\nMr B Wray,Bertie Wray\n' >people.csv
made people 0 --people people.csv person:wray
rm people.csv
run 2 "$query_program" --verify people
says err 'people.csv'
printf 'person,alias\n' >others.csv
run 0 "$query_program" --people others.csv --verify people
run 2 "$query_program" --thesaurus others.csv --people others.csv --verify people
says err 'the pack was made without one'
made filters 0 --topic staying-put --until 2020
made minus 0 -- -fostering -the

# valid PACK: the report on it keeps to its schema.
valid() {
	python3 -c 'import jsonschema' 2>/dev/null || return 0
	"$query_program" --verify "$1" --format json >report.json || [ $? -eq 1 ] || fail "no report on $1"
	python3 "$PROJECT_DIR/tests/validate.py" "$PROJECT_DIR/query/schema/minutes-verify-1.json" answer \
		<report.json >.out 2>.err || fail "not the schema: $1"
}
valid all
cp -r all other
mv queries.txt other/certificate.json
valid other

# Each paragraph is in the JSON once; the numbers are those of the list.
run 0 "$query_program" --verify all --format json
python3 - .out all/extracts.jsonl <<'END' || fail 'the list is not the pack'
import json, sys
report = json.load(open(sys.argv[1]))
extracts = [json.loads(line) for line in open(sys.argv[2])]
places = [extract["id"] for extract in extracts] + [copy["id"] for extract in extracts for copy in extract["copies"]]
assert report["format"] == "minutebook-verify" and report["result"] == "same"
assert sorted(entry["id"] for entry in report["paragraphs"]["list"]) == sorted(places)
assert report["paragraphs"]["same"] == len(places) > 40
assert all(query["hits_then"] == query["hits_now"] for query in report["queries"])
END

for option in heron --count '--since 2015' '--queries queries.txt' --status '--foi other' --any '--format csv' \
	'--show x#1' '--sample 3' '--reference R' --include-restricted '--save x' '--limit 3' --explain '--topic a' '--since-revision 1'; do
	# shellcheck disable=SC2086
	run 2 "$query_program" --verify all $option
	says err '--verify'
	silent out
done
run 0 "$query_program" --quiet --color never --format text --verify all
