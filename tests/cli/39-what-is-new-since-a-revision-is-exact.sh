#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
echo 'The heron was old.' >papers/old.txt
echo 'The heron changes.' >papers/changing.txt
run 0 "$index_program" -q --index index papers
run 0 "$query_program" --index index --count --since-revision 0 heron
[ "$(cat .out)" = 2 ] || fail 'everything is new since the beginning'
seen=$(sed -n 's/^revision //p' .err)
[ "$seen" -gt 0 ] || fail 'no revision is told'

# news COUNT: so many paragraphs about herons are new; the revision told goes into $seen.
news() {
	local got=0
	"$query_program" -q --index index --count --since-revision "$seen" heron >.out 2>.err || got=$?
	[ "$(cat .out)" = "$1" ] || fail "$(cat .out) new paragraphs, not $1"
	seen=$(sed -n 's/^revision //p' .err)
}
news 0
run 0 "$index_program" -q --index index papers
news 0
echo 'A new heron. ' >papers/new.txt
run 0 "$index_program" -q --index index papers
[ "$("$query_program" -q --index index --format ids --since-revision "$seen" heron 2>/dev/null)" = \
	"$("$query_program" -q --index index --format ids new)" ] || fail 'not the new one'
before=$seen
news 1
news 0
printf 'The heron has changed.\n\nAnd another heron came.\n' >papers/changing.txt
run 0 "$index_program" -q --index index papers
news 2
seen=$before
news 3

# The same bytes are nothing new: touched, unreadable for a time, or read anew for their topics.
touch -d '2001-01-01' papers/old.txt
run 0 "$index_program" -q --index index papers
news 0
cat >topics.ini <<'END'
[birds]
label=Birds
terms=heron
END
run 0 "$index_program" -q --index index --topics topics.ini papers
news 0
rm papers/new.txt
run 0 "$index_program" -q --index index papers
news 0
# It comes back: it was away, so it is new.
echo 'A new heron. ' >papers/new.txt
run 0 "$index_program" -q --index index papers
news 1

# With everything else that a query has.
seen=$before
run 0 "$query_program" --index index --since-revision "$seen" --format jsonl 'heron NEAR/2 new'
[ "$(wc -l <.out)" -eq 1 ] || fail 'another query'
run 1 "$query_program" --index index --since-revision "$seen" '"was old"'

run 2 "$query_program" --index index --since-revision 9999 heron
says err 'the index is at revision'
run 2 "$query_program" --index index --since-revision never heron
run 2 "$query_program" --index index --index index --since-revision 1 heron
says err 'every index counts its own revisions'
