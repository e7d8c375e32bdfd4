#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[ -n "$browser" ] || skip 'no Chromium to open a page in'

run 0 "$index_program" -q --index index "$CORPUS_DIR"
"$query_program" -q --index index --format html --since 2010 '"staying put"' >page.html

browse() {
	timeout 100 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
		--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
		--user-data-dir="$work/profile" "$@" "file://$work/page.html" 2>.err
}
browse --dump-dom >dom || skip 'Chromium does not start here'

# What the browser makes of it is what was written: no tag was mended, nothing is asked of any network.
for tag in article li section table tr h1 h2 h3 mark figure rect details; do
	[ "$(grep -o "<$tag[ >]" page.html | wc -l)" = "$(grep -o "<$tag[ >]" dom | wc -l)" ] || fail "the browser mends $tag"
done
! grep -qE '(src|srcset|@import|url\()[= (]*["'\'']?(https?:)?//' page.html || fail 'the page loads something'
grep -q 'Content Security Policy' .err && fail 'the page breaks its own policy'

# Headings in order, tables with heads, a name for the drawing.
[ "$(grep -c '<h1>' dom)" -eq 1 ] || fail 'not one main heading'
[ "$(grep -o '<h[1-3]' dom | sort -u | wc -l)" -eq 3 ] || fail 'a level of headings is left out'
[ "$(grep -c '<table' dom)" = "$(grep -c '<thead' dom)" ] || fail 'a table has no head'
grep -q '<svg class="chart" viewBox="[0-9 ]*" role="img" aria-labelledby=' dom || fail 'the drawing has no name'
[ "$(grep -c 'class="hit"' dom)" = "$("$query_program" -q --index index --count '"staying put"')" ] ||
	fail 'not every paragraph is on the page'
grep -q 'Hatched: no papers indexed' dom || fail 'gaps are not told'

# It can be seen: paper, ink, marks and bars are on the picture.
browse --window-size=1280,1400 --screenshot="$work/page.png" >/dev/null || fail 'no picture'
[ "$(wc -c <page.png)" -gt 50000 ] || fail 'the picture is empty'
if command -v pdftotext >/dev/null; then
	browse --no-pdf-header-footer --print-to-pdf="$work/page.pdf" >/dev/null || fail 'it does not print'
	pdftotext -layout page.pdf page.txt
	grep -q 'First mention\|FIRST MENTION' page.txt || fail 'the mentions are not on paper'
	grep -qi 'Paragraphs searched' page.txt || fail 'the numbers are not on paper'
fi
