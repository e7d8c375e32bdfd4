/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "hostile.h"
#include "small_docx.h"
#include "small_zip.h"

#define ODT "application/vnd.oasis.opendocument.text"
#define OFFICE                                                                                                         \
	"xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                             \
	"xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                                 \
	"xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                               \
	"xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
#define CONTENT(head, text) XML head "<office:document-content " OFFICE ">" text "</office:document-content>"
#define TEXT(text) "<office:body><office:text>" text "</office:text></office:body>"
#define LAUGHS                                                                                                         \
	"<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"                                  \
	"<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"                     \
	"<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"                     \
	"<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>"                     \
	"<!ENTITY i '&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;'>]>"
#define OUTSIDE "<!DOCTYPE x [<!ENTITY i SYSTEM 'file:../" SECRET "'><!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'>%p;]>"
#define DOCX(head, text) XML head "<w:document " W R "><w:body>" text "</w:body></w:document>"

static GString *zip(const struct small_file *files)
{
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	return g_string_new_len(g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes));
}

static GString *docx(const char *document, const char *name, const char *text)
{
	const struct small_file files[] = {
		{"[Content_Types].xml", XML "<Types/>"}, {"word/document.xml", document}, {name, text}, {NULL, NULL}};
	return zip(files);
}

static GString *odt(const char *content)
{
	const struct small_file files[] = {{"mimetype", ODT}, {"content.xml", content}, {NULL, NULL}};
	return zip(files);
}

/* `middle` so many times between two texts. */
static char *around(const char *before, const char *middle, guint count, const char *after)
{
	GString *text = g_string_new(before);
	hostile_repeat(text, middle, count);
	g_string_append(text, after);
	return g_string_free(text, FALSE);
}

static GString *docx_laughs(void)
{
	return docx(DOCX(LAUGHS, P("&i;")), NULL, NULL);
}

static GString *docx_from_elsewhere(void)
{
	return docx(DOCX(OUTSIDE, P("&i;")), NULL, NULL);
}

static GString *docx_that_swells(void)
{
	g_autofree char *text = around("", "          ", 14 << 20, "");
	return docx(text, NULL, NULL);
}

static GString *docx_deep(void)
{
	g_autofree char *text = around(XML "<w:document " W "><w:body>", "<w:sdt><w:sdtContent>", 50000, "");
	return docx(text, NULL, NULL);
}

static GString *docx_tables_deep(void)
{
	g_autofree char *text = around(XML "<w:document " W "><w:body>", "<w:tbl><w:tr><w:tc>", 20000, "");
	return docx(text, NULL, NULL);
}

static GString *docx_attributes(void)
{
	g_autoptr(GString) text = g_string_new(XML "<w:document " W "><w:body><w:p ");
	for (guint i = 0; i < 100000; i++)
		g_string_append_printf(text, "a%u='' ", i);
	g_string_append(text, "/></w:body></w:document>");
	return docx(text->str, NULL, NULL);
}

static GString *docx_one_line(void)
{
	g_autofree char *text = around(XML "<w:document " W "><w:body><w:p><w:r><w:t>", "and so on ", 100000,
				       "</w:t></w:r></w:p></w:body></w:document>");
	return docx(text, NULL, NULL);
}

static GString *docx_climbs_out(void)
{
	return docx(BODY(P("Words")), "../../../climbed", "out");
}

static GString *docx_relations_out(void)
{
	const char *relations =
		XML "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
		    "<Relationship Id='r1' Type='" TYPE "attachedTemplate' Target='http://127.0.0.1:9/t.dotm' "
		    "TargetMode='External'/><Relationship Id='r2' Type='" TYPE "header' Target='../../../../" SECRET
		    "'/></Relationships>";
	return docx(
		BODY(P("Words") "<w:sectPr><w:headerReference r:id='r2'/><w:headerReference r:id='r1'/></w:sectPr>"),
		"word/_rels/document.xml.rels", relations);
}

static GString *docx_styles_in_a_ring(void)
{
	return docx(BODY(STYLED("A", "Words")), "word/styles.xml",
		    XML "<w:styles " W "><w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
			"<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>");
}

static GString *docx_numbers_without_end(void)
{
	return docx(BODY(ITEM("1", "999999999", "Words") ITEM("-1", "-5", "Words")), "word/numbering.xml",
		    XML "<w:numbering " W "><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'>"
			"<w:start w:val='2147483647'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1%1%9'/></w:lvl>"
			"</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>");
}

static GString *docx_without_document(void)
{
	const struct small_file files[] = {{"word/other.xml", "<x/>"}, {NULL, NULL}};
	return zip(files);
}

static GString *docx_cut_off(void)
{
	GString *bytes = docx(BODY(P("Words")), NULL, NULL);
	return g_string_truncate(bytes, bytes->len / 2);
}

static GString *docx_locked(void)
{
	const struct small_file files[] = {{"word/document.xml", BODY(P("Words"))}, {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, "password");
	return g_string_new_len(g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes));
}

/* The directory at the end says that there are 65,535 members, of which it has none. */
static GString *zip_that_lies(void)
{
	GString *bytes = docx(BODY(P("Words")), NULL, NULL);
	memset(bytes->str + bytes->len - 22 + 8, 0xff, 12);
	return bytes;
}

static GString *zip_in_zip(void)
{
	GString *bytes = docx(BODY(P("Words")), NULL, NULL);
	for (int i = 0; i < 20; i++) {
		g_autofree char *text = g_base64_encode((const guchar *)bytes->str, bytes->len);
		const struct small_file files[] = {{"more.zip", text}, {NULL, NULL}};
		g_string_free(bytes, TRUE);
		bytes = zip(files);
	}
	return bytes;
}

static GString *odt_laughs(void)
{
	return odt(CONTENT(LAUGHS, TEXT("<text:p>&i;</text:p>")));
}

static GString *odt_from_elsewhere(void)
{
	return odt(CONTENT(OUTSIDE, TEXT("<text:p>&i;</text:p>")));
}

static GString *odt_spaces(void)
{
	return odt(CONTENT("", TEXT("<text:p>a<text:s text:c='2147483647'/>b<text:s text:c='-1'/></text:p>")));
}

static GString *odt_rows(void)
{
	return odt(
		CONTENT("", TEXT("<table:table><table:table-row table:number-rows-repeated='2147483647'>"
				 "<table:table-cell table:number-columns-repeated='2147483647'><text:p>Words</text:p>"
				 "</table:table-cell></table:table-row></table:table>")));
}

static GString *odt_deep(void)
{
	g_autofree char *text = around(XML "<office:document-content " OFFICE "><office:body><office:text><text:p>",
				       "<text:span>", 100000, "");
	return odt(text);
}

static GString *odt_lists_deep(void)
{
	g_autofree char *text = around(XML "<office:document-content " OFFICE "><office:body><office:text>",
				       "<text:list><text:list-item>", 50000, "");
	return odt(text);
}

static GString *odt_styles_in_a_ring(void)
{
	return odt(CONTENT("", "<office:automatic-styles>"
			       "<style:style style:name='A' style:family='paragraph' style:parent-style-name='B'/>"
			       "<style:style style:name='B' style:family='paragraph' style:parent-style-name='A'/>"
			       "</office:automatic-styles>" TEXT("<text:p text:style-name='A'>Words</text:p>")));
}

static GString *odt_flat_laughs(void)
{
	return g_string_new(XML LAUGHS "<office:document " OFFICE " office:mimetype='" ODT
				       "'>" TEXT("<text:p>&i;</text:p>") "</office:document>");
}

static GString *doc_of_garbage(void)
{
	GString *bytes = g_string_new_len("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
	guint32 state = 1;
	for (int i = 0; i < 20000; i++) {
		state = state * 1664525 + 1013904223;
		g_string_append_c(bytes, (char)(state >> 24));
	}
	return g_string_append_len(bytes, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24);
}

/* Every sector is followed by itself. */
static GString *doc_in_a_ring(void)
{
	GString *bytes = doc_of_garbage();
	memset(bytes->str + 8, 0, 20000);
	memcpy(bytes->str + 24, "\x3e\0\3\0\xfe\xff\x09\0\6\0", 10);
	bytes->str[44] = 1;
	return bytes;
}

const struct hostile hostile_office[] = {
	{"laughs.docx", docx_laughs},
	{"from-elsewhere.docx", docx_from_elsewhere},
	{"that-swells.docx", docx_that_swells},
	{"deep.docx", docx_deep},
	{"tables-deep.docx", docx_tables_deep},
	{"attributes.docx", docx_attributes},
	{"one-line.docx", docx_one_line},
	{"climbs-out.docx", docx_climbs_out},
	{"relations-out.docx", docx_relations_out},
	{"styles-in-a-ring.docx", docx_styles_in_a_ring},
	{"numbers-without-end.docx", docx_numbers_without_end},
	{"without-document.docx", docx_without_document},
	{"cut-off.docx", docx_cut_off},
	{"locked.docx", docx_locked},
	{"that-lies.zip", zip_that_lies},
	{"in-zip.zip", zip_in_zip},
	{"laughs.odt", odt_laughs},
	{"from-elsewhere.odt", odt_from_elsewhere},
	{"spaces.odt", odt_spaces},
	{"rows.odt", odt_rows},
	{"deep.odt", odt_deep},
	{"lists-deep.odt", odt_lists_deep},
	{"styles-in-a-ring.odt", odt_styles_in_a_ring},
	{"flat-laughs.fodt", odt_flat_laughs},
	{"of-garbage.doc", doc_of_garbage},
	{"in-a-ring.doc", doc_in_a_ring},
	{NULL, NULL},
};
