/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "small_docx.h"

#include <check.h>

#include "extract.h"
#include "small_zip.h"

static const char relations[] = XML "<Relationships>"
				    "<Relationship Id='r1' Type='" TYPE "styles' Target='styles.xml'/>"
				    "<Relationship Id='r2' Type='" TYPE "numbering' Target='/word/numbering.xml'/>"
				    "<Relationship Id='r3' Type='" TYPE "header' Target='header1.xml'/>"
				    "<Relationship Id='r4' Type='" TYPE "header' Target='header2.xml'/>"
				    "<Relationship Id='r5' Type='" TYPE "footer' Target='footer1.xml'/>"
				    "<Relationship Id='r6' Type='" TYPE "footnotes' Target='footnotes.xml'/>"
				    "<Relationship Id='r7' Type='" TYPE "aFChunk' Target='chunk.html'/>"
				    "</Relationships>";

static const char styles[] =
	XML "<w:styles " W
	    "><w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
	    "<w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/>"
	    "<w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Our item'/><w:basedOn w:val='Kop1'/>"
	    "<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='Sub'><w:name w:val='Our point'/>"
	    "<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
	    "<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='Loop'><w:name w:val='Loop'/><w:basedOn w:val='Loop'/></w:style>"
	    "</w:styles>";

static const char numbering[] = XML "<w:numbering " W "><w:abstractNum w:abstractNumId='0'>" LEVEL(
	"0", "decimal", "%1.") LEVEL("1", "lowerLetter", "(%2)")
	LEVEL("2", "lowerRoman",
	      "%3)") "</w:abstractNum>"
		     "<w:abstractNum w:abstractNumId='1'>" LEVEL("0", "bullet", "&#xF0B7;") LEVEL(
			     "1", "bullet",
			     "o") "</w:abstractNum>"
				  "<w:abstractNum w:abstractNumId='2'>"
				  "<w:lvl w:ilvl='0'><w:start w:val='7'/><w:numFmt w:val='upperRoman'/><w:pStyle "
				  "w:val='Own'/>"
				  "<w:lvlText w:val='Item %1:'/></w:lvl>"
				  "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle "
				  "w:val='Sub'/><w:isLgl/>"
				  "<w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
				  "<w:abstractNum w:abstractNumId='3'>" LEVEL("0", "decimal", "%1") LEVEL(
					  "1", "decimal",
					  "%1.%2") "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt "
						   "w:val='decimal'/><w:lvlRestart w:val='0'/>"
						   "<w:lvlText w:val='%3'/></w:lvl></w:abstractNum>"
						   "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
						   "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
						   "<w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>"
						   "<w:num w:numId='4'><w:abstractNumId w:val='0'/></w:num>"
						   "<w:num w:numId='5'><w:abstractNumId w:val='0'/><w:lvlOverride "
						   "w:ilvl='0'><w:startOverride w:val='1'/>"
						   "</w:lvlOverride></w:num>"
						   "<w:num w:numId='6'><w:abstractNumId "
						   "w:val='3'/></w:num></w:numbering>";

bool small_docx_read(struct document *document, const char *body, struct small_docx parts, GError **error)
{
	struct small_file files[12] = {{"[Content_Types].xml", XML "<Types/>"},
				       {"word/document.xml", body},
				       {"word/_rels/document.xml.rels", relations},
				       {"word/styles.xml", styles},
				       {"word/numbering.xml", numbering}};
	const struct small_file more[] = {{"word/header1.xml", parts.header},
					  {"word/header2.xml", parts.other_header},
					  {"word/footer1.xml", parts.footer},
					  {"word/footnotes.xml", parts.notes},
					  {"word/chunk.html", parts.chunk}};
	int count = 5;
	for (gsize i = 0; i < G_N_ELEMENTS(more); i++) {
		if (more[i].text)
			files[count++] = more[i];
	}
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	ck_assert_int_eq(extract_format((struct span){ptr, len}), FORMAT_DOCX);
	return extract_document(document, (struct span){ptr, len}, error);
}
