#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# A pack of forty pages: what begins a page, ends it or is cut by its end is cited with the page where it begins.
spell() {
	tr 0123456789 abcdefghij <<<"$1"
}
for n in $(seq 1 40); do
	name=$(spell $((n * n + 100)))
	printf 'The first%s was seen by %s herons.\n\nThen a last%s came down the weir' "$name" "$(spell $((n * 77)))" "$name"
	if [ $((n % 4)) -eq 0 ]; then
		printf ' and went\n\fon as far as the tail%s.\n\n' "$name"
	else
		printf '.\n\n\f'
	fi
done >pack.txt
run 0 "$index_program" --index index pack.txt
# stands_on PAGE END QUERY
stands_on() {
	run 0 "$query_program" --index index --format jsonl -- "$3"
	[ "$(wc -l <.out)" -eq 1 ] || fail "not one hit: $3"
	says out "\"page\": $1, \"page_end\": $2,"
	says out ", p. $1 [pack.txt]\""
}
for n in 1 2 3 5 17 26 39; do
	name=$(spell $((n * n + 100)))
	stands_on "$n" "$n" "first$name"
	stands_on "$n" "$n" "last$name"
done
for n in 4 16 36; do
	name=$(spell $((n * n + 100)))
	stands_on "$n" $((n + 1)) "last$name"
	stands_on "$n" $((n + 1)) "tail$name"
done

# And of real PDF: the page of every hit is the one that pdftotext(1) finds the words on.
command -v pdftotext >/dev/null || skip 'no pdftotext(1) to compare with'
run 0 "$index_program" --index sample "$CORPUS_DIR"
checked=0
while IFS=$'\t' read -r page path text; do
	[ "$page" -gt 0 ] || continue
	words=$(tr -cs '[:alnum:]\n' ' ' <<<"$text" | cut -d ' ' -f 1-4)
	pdftotext -f "$page" -l "$page" "$path" - | tr -cs '[:alnum:]' ' ' | grep -qF -- "$words" ||
		fail "$path: '$words' is not on page $page"
	checked=$((checked + 1))
done < <("$query_program" -q --index sample --format tsv 'staying OR foster* OR panel' |
	awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["path"] ~ /\.pdf$/ && $at["kind"] == "paragraph" && $at["page"] == $at["page_end"] {
			print $at["page"] "\t" $at["path"] "\t" $at["text"] }')
[ "$checked" -ge 20 ] || fail "only $checked paragraphs of PDF were compared"
