#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# The examples' world: the sample library as the default index and as two of its own, and a file of queries.
mkdir bin
ln -s "$query_program" bin/minutes-query
ln -s "$index_program" bin/minutes-index
export PATH=$work/bin:$PATH HOME=$work XDG_CONFIG_HOME=$work/config PAGER=cat
run 0 minutes-index -q "$CORPUS_DIR"
run 0 minutes-index -q --index panel.index "$CORPUS_DIR/panel"
run 0 minutes-index -q --index cabinet.index "$CORPUS_DIR/cabinet"
printf '# what we watch\nbedroom\n"staying put" dog\n' >watch.txt
mkdir papers
cp -R "$CORPUS_DIR/council" papers/wealdshire
cp "$CORPUS_DIR"/panel/*.pdf .
cp "$(find . -maxdepth 1 -name '*.pdf' | LC_ALL=C sort | head -n 1)" pack.pdf

# examples MANUAL: its command lines, as a reader sees them.
examples() {
	sed -n 's/^\.Dl \$ //p' "$1" | sed -e 's/\\(dq/"/g' -e 's/\\&//g' -e 's/\\-/-/g' -e 's/\\e/\\/g'
}

ran=0
for manual in query/minutes-query.1 indexer/minutes-index.1; do
	while IFS= read -r example; do
		case $example in
		*:7000* | xapian-tcpsrv*) continue ;; # a server has a test of its own
		*"| jq "*) command -v jq >/dev/null || continue ;;
		*"| less") example=${example% | less} ;;
		esac
		run 0 bash -c "set -o pipefail; $example" </dev/null
		case $example in
		*' > '* | *' --foi '* | minutes-index\ [!-]* | *--index\ *papers*) ;;
		*) [ -s .out ] || fail "nothing comes of: $example" ;;
		esac
		ran=$((ran + 1))
	done < <(examples "$PROJECT_DIR/$manual")
done
[ "$ran" -ge 40 ] || fail "only $ran examples were run"

# A row of the language's table each.
for row in 'foster carers' '"staying put"' '"care leaver*"' 'adopt*' ' ADJ/1 ' ' NEAR/8 ' ' OR ' ' NOT ' ' -the' ' -budget' \
	'~uasc' '~"staying put"' speaker: spoke: topic: body: council: type: kind: item: title: minute: file: is: section: \
	date:2013..2016 date:2014-09 date:..2014-09-10 date:10/09/2014; do
	examples "$PROJECT_DIR/query/minutes-query.1" | grep -qF -- "$row" || fail "no example has: $row"
done
for option in since until speaker topic body type any feedback offset sort full snippet count facet timeline format json queries \
	save saved since-revision foi reference similar show status index explain color pager; do
	examples "$PROJECT_DIR/query/minutes-query.1" | grep -qE -- "--$option( |\$)" || fail "no example has --$option"
done
