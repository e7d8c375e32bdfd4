/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "hostile.h"

#define FORM "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
#define TEN "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do"
#define FONT "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"

static void add_object(GString *pdf, guint number, const char *body)
{
	g_string_append_printf(pdf, "%u 0 obj\n%s\nendobj\n", number, body);
}

/* `entries` of the dictionary besides the length. */
static void add_stream(GString *pdf, guint number, const char *entries, const GString *bytes)
{
	g_string_append_printf(pdf, "%u 0 obj\n<<%s/Length %" G_GSIZE_FORMAT ">>stream\n", number, entries, bytes->len);
	g_string_append_len(pdf, bytes->str, (gssize)bytes->len);
	g_string_append(pdf, "\nendstream\nendobj\n");
}

static void add_text_stream(GString *pdf, guint number, const char *entries, const char *text)
{
	g_autoptr(GString) bytes = g_string_new(text);
	add_stream(pdf, number, entries, bytes);
}

/* A catalogue, a tree of one page with these entries; objects from 4 are the caller's. */
static GString *begin(const char *page)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	g_autofree char *body = g_strconcat("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]", page, ">>", NULL);
	add_object(pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
	add_object(pdf, 2, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
	add_object(pdf, 3, body);
	return pdf;
}

static GString *end(GString *pdf)
{
	return g_string_append(pdf, "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
}

/* A page of one content stream. */
static GString *page_of(const GString *content, const char *resources)
{
	g_autofree char *page = g_strconcat("/Contents 4 0 R/Resources<<", resources, ">>", NULL);
	GString *pdf = begin(page);
	add_stream(pdf, 4, "", content);
	return pdf;
}

static GString *forms_without_end(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
	add_text_stream(pdf, 4, "", "/X Do");
	for (guint i = 5; i < 17; i++) {
		g_autofree char *entries = g_strdup_printf(FORM "/Resources<</XObject<</X %u 0 R>>>>", i + 1);
		add_text_stream(pdf, i, entries, TEN);
	}
	add_text_stream(pdf, 17, FORM, "BT ET");
	return end(pdf);
}

static GString *form_in_itself(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>");
	add_text_stream(pdf, 4, "", "/X Do");
	add_text_stream(pdf, 5, FORM "/Resources<</XObject<</X 5 0 R>>>>", TEN);
	return end(pdf);
}

static GString *font_in_itself(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>");
	add_text_stream(pdf, 4, "", "BT /F 12 Tf (aaaa) Tj ET");
	add_object(
		pdf, 5,
		"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
		"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]/Resources<</Font<</F 5 0 R>>>>>>");
	add_text_stream(pdf, 6, "", "1 0 d0 BT /F 12 Tf (aaaa) Tj ET");
	return end(pdf);
}

static GString *pattern_in_itself(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</Pattern<</P 5 0 R>>>>");
	add_text_stream(pdf, 4, "", "/Pattern cs /P scn 0 0 500 500 re f");
	add_text_stream(pdf, 5,
			"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep .001/YStep .001"
			"/Resources<</Pattern<</P 5 0 R>>>>",
			"/Pattern cs /P scn 0 0 9 9 re f");
	return end(pdf);
}

static GString *pages_in_a_ring(void)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	add_object(pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
	add_object(pdf, 2, "<</Type/Pages/Count 9/Kids[3 0 R]>>");
	add_object(pdf, 3, "<</Type/Pages/Count 9/Parent 2 0 R/Kids[2 0 R 3 0 R]>>");
	return end(pdf);
}

static GString *pages_deep(void)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	add_object(pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
	for (guint i = 2; i < 20000; i++) {
		g_autofree char *body = g_strdup_printf("<</Type/Pages/Count 1/Kids[%u 0 R]>>", i + 1);
		add_object(pdf, i, body);
	}
	return end(pdf);
}

static GString *pages_by_the_million(void)
{
	GString *pdf = g_string_new("%PDF-1.7\n"), *kids = g_string_new("<</Type/Pages/Count 20000/Kids[");
	add_object(pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
	for (guint i = 0; i < 20000; i++)
		g_string_append_printf(kids, "%u 0 R ", 3 + i);
	g_string_append(kids, "]>>");
	add_object(pdf, 2, kids->str);
	for (guint i = 0; i < 20000; i++)
		g_string_append_printf(pdf, "%u 0 obj<</Type/Page/Parent 2 0 R>>endobj\n", 3 + i);
	g_string_free(kids, TRUE);
	return end(pdf);
}

static GString *pages_that_are_not_there(void)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	add_object(pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
	add_object(pdf, 2, "<</Type/Pages/Count 2147483647/Kids[3 0 R]>>");
	add_object(pdf, 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
	return end(pdf);
}

static GString *objects_by_the_million(void)
{
	GString *pdf = begin("");
	for (guint i = 4; i < 200000; i++)
		g_string_append_printf(pdf, "%u 0 obj null endobj\n", i);
	return end(pdf);
}

static GString *nested(const char *open, const char *close)
{
	GString *pdf = begin("/Contents 4 0 R"), *body = g_string_new(NULL);
	hostile_repeat(body, open, 100000);
	hostile_repeat(body, close, 100000);
	add_object(pdf, 4, body->str);
	g_string_free(body, TRUE);
	return end(pdf);
}

static GString *arrays_deep(void)
{
	return nested("[", "]");
}

static GString *dictionaries_deep(void)
{
	return nested("<</A ", ">>");
}

static GString *table_in_a_ring(void)
{
	GString *pdf = begin("");
	g_string_append(
		pdf, "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 4/Prev 9>>\nstartxref\n9\n%%EOF\n");
	return pdf;
}

static GString *length_of_page(const char *length)
{
	GString *pdf = begin("/Contents 4 0 R");
	g_string_append_printf(pdf, "4 0 obj\n<</Length %s>>stream\nBT ET\nendstream\nendobj\n", length);
	return end(pdf);
}

static GString *length_beyond_the_end(void)
{
	return length_of_page("2147483647");
}

static GString *length_below_nothing(void)
{
	return length_of_page("-2147483648");
}

static GString *length_of_itself(void)
{
	return length_of_page("4 0 R");
}

static GString *stream_that_swells(void)
{
	g_autofree char *spaces = g_strnfill(1 << 20, ' ');
	GString *content = hostile_compress(span_of(spaces), 300, HOSTILE_ZLIB), *pdf = begin("/Contents 4 0 R");
	add_stream(pdf, 4, "/Filter/FlateDecode", content);
	g_string_free(content, TRUE);
	return end(pdf);
}

static GString *words_that_swell(void)
{
	GString *content = hostile_compress(span_of("BT /F 9 Tf (word) Tj ET "), 3000000, HOSTILE_ZLIB);
	GString *pdf = begin("/Contents 4 0 R/Resources<<" FONT ">>");
	add_stream(pdf, 4, "/Filter/FlateDecode", content);
	g_string_free(content, TRUE);
	return end(pdf);
}

static GString *picture_that_swells(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>"), *zeros = g_string_new(NULL);
	add_text_stream(pdf, 4, "", "595 0 0 842 0 0 cm /X Do");
	add_stream(pdf, 5,
		   "/Type/XObject/Subtype/Image/Width 2000000/Height 2000000/BitsPerComponent 8/ColorSpace/DeviceRGB"
		   "/Filter/FlateDecode",
		   zeros);
	g_string_free(zeros, TRUE);
	return end(pdf);
}

static GString *picture_of_garbage(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</XObject<</X 5 0 R/Y 6 0 R/Z 7 0 R>>>>");
	const char *garbage = "\xff\xd8\xff\xe0 no picture at all \x97JB2 \xff\x4f\xff\x51";
	add_text_stream(pdf, 4, "", "595 0 0 842 0 0 cm /X Do /Y Do /Z Do");
	add_text_stream(pdf, 5, "/Subtype/Image/Width 9/Height 9/Filter/DCTDecode", garbage);
	add_text_stream(pdf, 6, "/Subtype/Image/Width 9/Height 9/Filter/JPXDecode", garbage);
	add_text_stream(pdf, 7, "/Subtype/Image/Width 9/Height 9/Filter/JBIG2Decode", garbage);
	return end(pdf);
}

static GString *page_of_a_size(const char *box)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	g_autofree char *page =
		g_strconcat("<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox", box, "/Resources<<" FONT ">>>>", NULL);
	add_object(pdf, 1, "<</Type/Catalog/Pages 2 0 R>>");
	add_object(pdf, 2, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
	add_object(pdf, 3, page);
	add_text_stream(pdf, 4, "", "BT /F 9e30 Tf (word) Tj ET 0 0 1e30 1e30 re f");
	return end(pdf);
}

static GString *page_as_large_as_the_sky(void)
{
	return page_of_a_size("[0 0 1e30 1e30]");
}

static GString *page_of_no_size(void)
{
	return page_of_a_size("[0 0 -0 nan]");
}

static GString *states_deep(void)
{
	g_autoptr(GString) content = g_string_new(NULL);
	hostile_repeat(content, "q ", 200000);
	return end(page_of(content, ""));
}

static GString *operands_by_the_million(void)
{
	g_autoptr(GString) content = g_string_new(NULL);
	hostile_repeat(content, "1 ", 500000);
	g_string_append(content, "Tj");
	return end(page_of(content, ""));
}

static GString *word_without_end(void)
{
	g_autoptr(GString) content = g_string_new("BT /F 9 Tf (");
	hostile_repeat(content, "longword", 40000);
	g_string_append(content, ") Tj ET");
	return end(page_of(content, FONT));
}

static GString *picture_in_line_without_end(void)
{
	g_autoptr(GString) content = g_string_new("BI /W 1000000 /H 1000000 /BPC 8 /CS /RGB ID ");
	hostile_repeat(content, "x", 1000);
	return end(page_of(content, ""));
}

static GString *characters_by_the_million(void)
{
	GString *pdf = begin("/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"), *map = g_string_new(NULL);
	add_text_stream(pdf, 4, "", "BT /F 9 Tf (word) Tj ET");
	add_object(pdf, 5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>");
	g_string_append(map, "1 begincodespacerange <00> <FFFFFFFF> endcodespacerange 100 beginbfrange\n");
	hostile_repeat(map, "<00000000> <FFFFFFFF> <0041>\n", 100);
	g_string_append(map, "endbfrange\n");
	add_stream(pdf, 6, "", map);
	g_string_free(map, TRUE);
	return end(pdf);
}

static GString *objects_in_a_ring(void)
{
	GString *pdf = begin("/Contents 9 0 R");
	add_text_stream(pdf, 8, "/Type/ObjStm/N 1/First 4/Extends 8 0 R", "9 0 8 0 R");
	return end(pdf);
}

static GString *locked(void)
{
	GString *pdf = begin("");
	g_string_append(
		pdf, "trailer\n<</Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -1/O()/U()>>/ID[()()]>>\n"
		     "startxref\n0\n%%EOF\n");
	return pdf;
}

static GString *acts_when_opened(void)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	add_object(pdf, 1,
		   "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1/'\\))>>"
		   "/AA<</WC<</S/Launch/F(/bin/sh)>>>>>>");
	add_object(pdf, 2, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
	add_object(pdf, 3,
		   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/AA<</O<</S/URI/URI(http://127.0.0.1/)>>>>>>");
	return end(pdf);
}

static GString *file_from_elsewhere(void)
{
	GString *pdf = begin("/Contents 4 0 R");
	add_text_stream(pdf, 4, "/F(../" SECRET ")/FFilter/FlateDecode", "");
	return end(pdf);
}

static GString *cut_off(void)
{
	GString *pdf = forms_without_end();
	return g_string_truncate(pdf, pdf->len / 2);
}

static GString *garbage(void)
{
	GString *pdf = g_string_new("%PDF-1.7\n");
	guint32 state = 1;
	for (int i = 0; i < 100000; i++) {
		state = state * 1664525 + 1013904223;
		g_string_append_c(pdf, (char)(state >> 24));
	}
	return end(pdf);
}

const struct hostile hostile_pdf[] = {
	{"forms-without-end.pdf", forms_without_end},
	{"form-in-itself.pdf", form_in_itself},
	{"font-in-itself.pdf", font_in_itself},
	{"pattern-in-itself.pdf", pattern_in_itself},
	{"pages-in-a-ring.pdf", pages_in_a_ring},
	{"pages-deep.pdf", pages_deep},
	{"pages-by-the-million.pdf", pages_by_the_million},
	{"pages-that-are-not-there.pdf", pages_that_are_not_there},
	{"objects-by-the-million.pdf", objects_by_the_million},
	{"objects-in-a-ring.pdf", objects_in_a_ring},
	{"arrays-deep.pdf", arrays_deep},
	{"dictionaries-deep.pdf", dictionaries_deep},
	{"table-in-a-ring.pdf", table_in_a_ring},
	{"length-beyond-the-end.pdf", length_beyond_the_end},
	{"length-below-nothing.pdf", length_below_nothing},
	{"length-of-itself.pdf", length_of_itself},
	{"stream-that-swells.pdf", stream_that_swells},
	{"words-that-swell.pdf", words_that_swell},
	{"picture-that-swells.pdf", picture_that_swells},
	{"picture-of-garbage.pdf", picture_of_garbage},
	{"picture-in-line-without-end.pdf", picture_in_line_without_end},
	{"page-as-large-as-the-sky.pdf", page_as_large_as_the_sky},
	{"page-of-no-size.pdf", page_of_no_size},
	{"states-deep.pdf", states_deep},
	{"operands-by-the-million.pdf", operands_by_the_million},
	{"word-without-end.pdf", word_without_end},
	{"characters-by-the-million.pdf", characters_by_the_million},
	{"locked.pdf", locked},
	{"acts-when-opened.pdf", acts_when_opened},
	{"file-from-elsewhere.pdf", file_from_elsewhere},
	{"cut-off.pdf", cut_off},
	{"garbage.pdf", garbage},
	{NULL, NULL},
};
