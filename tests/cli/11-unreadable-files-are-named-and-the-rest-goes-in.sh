#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
echo 'The Panel welcomed the heron scheme.' >papers/good.txt
: >papers/empty.txt
printf '' | gzip >papers/empty.gz
printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\003\000\076\000' >papers/program.txt
head -c 4000 /dev/urandom >>papers/program.txt
printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000\000\001\010\006\000\000\000' >papers/picture.pdf
printf 'Caf\351 Society asked for a ferret. Ill-formed: \303( \360\237 \377 end of ferret.\n' >papers/latin.txt
echo 'The Board deferred the otter bridge.' | gzip >whole.gz
head -c 40 whole.gz >papers/cut.txt.gz

# A PDF of one page, put together by hand; $1: more entries of the trailer.
make_pdf() {
	cat <<-PDF
		%PDF-1.4
		1 0 obj
		<< /Type /Catalog /Pages 2 0 R >>
		endobj
		2 0 obj
		<< /Type /Pages /Kids [3 0 R] /Count 1 >>
		endobj
		3 0 obj
		<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>
		endobj
		4 0 obj
		<< /Length 58 >>
		stream
		BT /F 12 Tf 72 700 Td (The Panel heard of a wombat.) Tj ET
		endstream
		endobj
		5 0 obj
		<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
		endobj
		6 0 obj
		<< /Filter /Standard /V 1 /R 2 /P -4 /O ($owner) /U ($owner) >>
		endobj
		trailer
		<< /Size 7 /Root 1 0 R $1 >>
		startxref
		0
		%%EOF
	PDF
}
owner=abcdefghijklmnopqrstuvwxyz012345
make_pdf '' >papers/whole.pdf
make_pdf '/Encrypt 6 0 R /ID [(0123456789abcdef) (0123456789abcdef)]' >papers/locked.pdf
head -n 16 papers/whole.pdf >papers/cut.pdf
make_pdf '' | sed 's/(The Panel heard of a wombat.)/()/' >papers/scan.pdf

run 1 "$index_program" --index index papers
says err 'papers/program.txt: '
says err 'papers/picture.pdf: '
says err 'PNG'
says err 'papers/cut.txt.gz: damaged gzip file: it ends in the middle'
says err 'papers/cut.pdf: '
says err 'papers/locked.pdf: the PDF needs a password'
says err 'papers/scan.pdf: no text layer: 1 page'
says err 'papers/empty.txt: is empty'
says err 'papers/empty.gz: is empty'
says_not err 'papers/good.txt'
says_not err 'papers/latin.txt'
says_not err 'papers/whole.pdf'
says out 'indexed 11 files ('
says out ': 5 new, 2 without text, 6 could not be read'
holds index 1 heron
holds index 1 wombat
holds index 1 'café ferret'

# The failures are remembered, tried again and named again; nothing else is done again.
run 1 "$index_program" --index index papers
says err 'papers/locked.pdf: the PDF needs a password'
says out ': 5 unchanged, 6 could not be read'

# Mended, they go in; what goes bad is taken out.
cp whole.gz papers/cut.txt.gz
cp papers/cut.pdf papers/whole.pdf
rm papers/program.txt papers/picture.pdf papers/locked.pdf papers/cut.pdf papers/scan.pdf
run 1 "$index_program" --index index papers
says out 'indexed 6 files ('
says out ': 1 new, 4 unchanged, 5 forgotten, 1 could not be read'
holds index 1 otter
holds index 0 wombat
rm papers/whole.pdf
run 0 "$index_program" --index index papers
