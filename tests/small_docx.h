/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Word documents for tests, made of strings; their styles and lists are in small_docx.c. */
#ifndef MINUTEBOOK_SMALL_DOCX_H
#define MINUTEBOOK_SMALL_DOCX_H

#include "page.h"

#define XML "<?xml version='1.0' encoding='UTF-8'?>"
#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
#define R "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define BODY(text) XML "<w:document " W R "><w:body>" text "</w:body></w:document>"
#define P(text) "<w:p><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ITEM(list, level, text)                                                                                        \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list "'/></w:numPr></w:pPr><w:r><w:t>" text \
	"</w:t></w:r></w:p>"
#define LEVEL(level, form, text)                                                                                       \
	"<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" form "'/><w:lvlText w:val='" text            \
	"'/></w:lvl>"
#define CELL(text) "<w:tc>" P(text) "</w:tc>"
#define BOLD_CELL(text) "<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r></w:p></w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"

/* Whole parts, or NULL: r3 and r4 are the headers, r5 the footer, r7 the chunk. */
struct small_docx {
	const char *header, *other_header, *footer, *notes, *chunk;
};

/* Extracts a document with this main part. */
bool small_docx_read(struct document *document, const char *body, struct small_docx parts, GError **error);

#endif
