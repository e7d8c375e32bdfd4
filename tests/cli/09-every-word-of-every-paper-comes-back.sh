#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# The text of a paper by other means than the indexer's own.
text_of() {
	local plain=plain
	case $1 in
	*.gz) zcat "$1" >plain ;;
	*.pdf) pdftotext -layout "$1" plain ;;
	*) plain=$1 ;;
	esac
	local encoding=UTF-8
	iconv -f UTF-8 "$plain" >/dev/null 2>&1 || encoding=WINDOWS-1252
	[ "$(head -c 2 "$plain" | od -An -tx1)" != ' ff fe' ] || encoding=UTF-16
	iconv -f "$encoding" -t UTF-8 "$plain" | sed 's/<[^<>]*>/ /g'
}

# Words as printed, and with those broken at a line's end mended: a word must come back that is in both.
count_words() {
	sort | uniq -c | awk '{ print $2, $1 }'
}

# wanted PAPER: its words with their counts.
wanted() {
	case $1 in
	*.html) "$WORDS" html <"$1" | count_words ;;
	*)
		text_of "$1" >text
		"$WORDS" text <text | count_words >printed
		awk '{ text = text $0 "\n" } END { gsub(/-[ \t]*\n[ \t\n\f]*/, "", text); printf "%s", text }' text |
			"$WORDS" text | count_words >mended
		awk 'FILENAME == ARGV[1] { printed[$1] = $2; next } $1 in printed { print $1, $2 < printed[$1] ? $2 : printed[$1] }' \
			printed mended
		;;
	esac
}

# lost WANTED GOT: the words of one that are not, or less often, in the other.
lost() {
	awk 'FILENAME == ARGV[1] { got[$1] = $2; next } $2 > got[$1] { printf " %s", $1 }' "$2" "$1"
}

kinds='kind:heading OR kind:attendance OR kind:paragraph OR kind:resolution OR kind:recommendation OR kind:row
	OR kind:furniture'

run 0 "$index_program" -q --index index "$CORPUS_DIR"
papers_below() {
	find "$(realpath "$CORPUS_DIR")" -type f ! -name '.*' ! -name '*.csv' ! -name '*.tsv' ! -name '*.ini' \
		! -name README.md | sort
}
# Paper by paper: a paragraph that two of them have is one hit.
papers_below | while IFS= read -r paper; do
	"$query_program" --index index --format jsonl "file:\"$paper\" AND ($kinds)"
done | sed 's/"path": "/"path":"/' >stored
"$index_program" --parse "$CORPUS_DIR" >parsed
[ "$(wc -l <stored)" -eq "$(wc -l <parsed)" ] || fail 'not every record that is printed is stored'

papers=0 bad=0
while IFS= read -r paper; do
	case $paper in
	*.pdf) command -v pdftotext >/dev/null || continue ;;
	esac
	papers=$((papers + 1))
	wanted "$paper" >want
	[ -s want ] || fail "no words wanted of $paper"
	for source in stored parsed; do
		grep -F "\"path\":\"$paper\"" $source | "$WORDS" records | count_words >got
		missing=$(lost want got)
		[ -z "$missing" ] && continue
		echo "$paper: not $source:$missing"
		bad=$((bad + 1))
	done
done < <(papers_below)
[ "$papers" -ge 40 ] || fail "only $papers papers"
[ "$bad" -eq 0 ] || fail 'words were lost'
