#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

command -v pdftoppm >/dev/null || skip "no pdftoppm here"
echo 'Nothing.' >nothing.txt
"$index_program" --parse --ocr nothing.txt >/dev/null 2>&1 || skip "no language data for tesseract here"
mkdir papers

# A PDF with these content streams, one a page, put together by hand.
make_pdf() {
	local number=4 kids=
	printf '%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
	printf '3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n'
	for stream in "$@"; do
		kids="$kids $number 0 R"
		printf '%d 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R' $number $((number + 1))
		printf '/Resources<</Font<</F 3 0 R>>>>>>\nendobj\n%d 0 obj\n' $((number + 1))
		printf '<</Length %d>>\nstream\n' "$(wc -c <"$stream")"
		cat "$stream"
		printf '\nendstream\nendobj\n'
		number=$((number + 2))
	done
	printf '2 0 obj\n<</Type/Pages/Kids[%s]/Count %d>>\nendobj\n' "$kids" $#
	printf 'trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n' $number
}

# The first page of a PDF as a content stream that paints a picture of it.
scan_of() {
	local width height
	pdftoppm -mono -r 150 -singlefile "$1" page 2>/dev/null
	read -r width height < <(sed -n 2p page.pbm | tr -d '\0')
	printf 'q 595 0 0 842 0 0 cm BI /W %d /H %d /BPC 1 /CS /G /D [1 0] /F /AHx ID\n' "$width" "$height"
	tail -c "$(((width + 7) / 8 * height))" page.pbm | od -An -v -tx1 | tr -d ' \n'
	printf '>\nEI Q'
}

cat >minutes.stream <<-'PAGE'
	BT /F 14 Tf 1 0 0 1 72 760 Tm (HARBOUR PANEL) Tj /F 12 Tf
	1 0 0 1 72 720 Tm (MINUTES of a meeting of the Harbour Panel held in the Old Library) Tj
	1 0 0 1 72 704 Tm (on Thursday, 14 March 2019.) Tj
	1 0 0 1 72 660 Tm (1.) Tj 1 0 0 1 108 660 Tm (The surveyor reported that the heron scheme would be open by summer.) Tj ET
PAGE
echo 'BT /F 12 Tf 1 0 0 1 72 700 Tm (The Board deferred the otter bridge until the autumn.) Tj ET' >text.stream
make_pdf minutes.stream >printed.pdf
scan_of printed.pdf >scan.stream
make_pdf scan.stream >papers/scan.pdf
make_pdf text.stream scan.stream >papers/mixed.pdf
pdftoppm -gray -r 150 -png -singlefile printed.pdf papers/picture 2>/dev/null
echo 'A third paper speaks of curlews.' >papers/text.txt

# Without OCR a scan is never taken as read.
run 1 "$index_program" --index index papers
says err 'papers/scan.pdf: no text layer: 1 page; --ocr reads it'
says err 'papers/picture.png: no text layer: a PNG picture, 1 page; --ocr reads it'
says err 'papers/mixed.pdf: 1 of 2 pages has no text layer; --ocr reads it'
says out ': 2 new, 2 could not be read'
holds index 0 heron
holds index 1 otter
run 0 "$index_program" -q --parse papers/mixed.pdf
silent err
says_not out heron

# Turned on, it reads what was left out, and that alone.
run 0 "$index_program" --index index --ocr papers
silent err
says out ': 2 new, 1 changed, 1 unchanged'
holds index 1 'heron file:scan.pdf'
holds index 1 'heron file:picture.png'
holds index 1 'heron file:mixed.pdf'
holds index 1 otter

# What has been recognised stays, with and without.
run 0 "$index_program" --index index papers
says out ': 4 unchanged'
run 0 "$index_program" --index index --ocr-language eng papers
says out ': 4 unchanged'
holds index 1 'heron file:scan.pdf'

# The records say how they were read, and are those of the printed page.
run 0 "$index_program" --parse --ocr papers/scan.pdf
says out '"date":"2019-03-14","date_basis":"stated","type":"minutes"'
says out 'The surveyor reported that the heron scheme would be open by summer.'
says out '"source":"ocr"'
says_not out '"source":null'
run 0 "$index_program" --parse --ocr papers/text.txt
says out '"source":null'

# A language that is missing is told before anything is done.
run 2 "$index_program" --index other --ocr-language eng+xyz papers
says err 'no data for the language xyz'
silent out
[ ! -e other ] || fail 'an index was made'
