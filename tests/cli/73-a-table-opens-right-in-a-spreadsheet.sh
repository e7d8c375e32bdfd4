#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

command -v python3 >/dev/null || skip 'no python3 to read a table with'

mkdir papers
cat >papers/odd.txt <<'END'
OTTER PANEL

MINUTES of a meeting of the Otter Panel held on 26 May 2016.

=HYPERLINK("http://example.org", "heron")

+44 1632 960000 is the number of the heron line, "ring it", said Mrs Čapková; naïve, all of it

-1 heron

@heron

A heron, plain.
END
run 0 "$index_program" -q --index index papers "$CORPUS_DIR"
query() { "$query_program" -q --index index "$@"; }

query --format csv heron OR staying >table.csv
query --format jsonl heron OR staying >table.jsonl
cat >compare.py <<'END'
import csv
import json
import sys

raw = open("table.csv", "rb").read()
assert raw.startswith(b"\xef\xbb\xbf"), "no byte order mark"
assert raw.endswith(b"\r\n"), "the last line has no end"
rows = list(csv.DictReader(open("table.csv", encoding="utf-8-sig", newline=""), strict=True))
hits = [json.loads(line) for line in open("table.jsonl", encoding="utf-8")]
assert len(rows) == len(hits) > 50, (len(rows), len(hits))
assert list(rows[0])[:6] == ["date", "body", "speakers", "title", "text", "citation"], list(rows[0])
guarded = 0
for row, hit in zip(rows, hits):
    for name in ("id", "date", "text", "citation", "title", "label", "path", "snippet"):
        want = hit[name] or ""
        if want[:1] in ("=", "+", "-", "@"):
            want, guarded = "'" + want, guarded + 1
        assert row[name] == want, (name, row[name], want)
    assert row["speakers"] == "; ".join(one["name"] for one in hit["speakers"])
    assert not any(cell[:1] in ("=", "+", "-", "@") for cell in row.values()), row
assert guarded >= 1, guarded
END
python3 compare.py >.out 2>.err || fail 'the table is not what was found'

# In tsv every line is a row of as many cells.
query --format tsv heron OR staying >table.tsv
[ "$(awk -F '\t' '{ print NF }' table.tsv | sort -u | wc -l)" -eq 1 ] || fail 'rows differ in their cells'
[ "$(wc -l <table.tsv)" -eq "$(($(wc -l <table.jsonl) + 1))" ] || fail 'a row is not a line'
head -c 4 table.tsv | grep -q '^date' || fail 'tsv has a mark'

run 1 query --format csv zebra
[ "$(wc -l <.out)" -eq 1 ] || fail 'no head where there is nothing'

command -v soffice >/dev/null || skip 'no soffice to open it in; it was read by python3'
# 76 is UTF-8: what its dialog chooses by the mark, and a run without one must be told.
soffice "-env:UserInstallation=file://$work/office" --headless --infilter='CSV:44,34,76,1' \
	--convert-to fods table.csv >/dev/null 2>&1 ||
	skip 'soffice does not start; the table was read by python3'
grep -qF 'said Mrs Čapková; naïve' table.fods || fail 'letters are not what they were'
! grep -q 'table:formula' table.fods || fail 'a cell is a formula'
