/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "hostile.h"

static GString *repeated(const char *before, const char *text, guint count)
{
	GString *out = g_string_new(before);
	hostile_repeat(out, text, count);
	return out;
}

static GString *one_line(void)
{
	return repeated("", "and so on without a stop ", 100000);
}

static GString *one_word(void)
{
	return repeated("", "longword", 150000);
}

static GString *empty_lines(void)
{
	return repeated("First.\n", "\n", 300000);
}

static GString *form_feeds(void)
{
	return repeated("First.\n", "\f", 20000);
}

static GString *marks_on_one_letter(void)
{
	return repeated("e", "\xcc\x81", 100000);
}

static GString *labels_deep(void)
{
	GString *out = g_string_new(NULL);
	for (int i = 0; i < 200; i++) {
		hostile_repeat(out, "1.", (guint)i);
		g_string_append(out, " Words\n\n");
	}
	return out;
}

static GString *brackets(void)
{
	return repeated("Words ", "([{", 100000);
}

static GString *names_by_the_thousand(void)
{
	return repeated("PRESENT: ", "Mr A B Heron, Mrs C D Teal, ", 4000);
}

static GString *table_wide(void)
{
	return repeated("", "a  |  ", 100000);
}

static GString *controls(void)
{
	return g_string_new("The scheme \033[2J\033]0;owned\007 was \xe2\x80\xae"
			    "desrever\xe2\x80\xac and \xc2\x9b"
			    "31m red, =cmd|' /C calc'!A0 and <script>alert(1)</script>.\n");
}

static GString *no_characters(void)
{
	GString *out = repeated("Words ", "\xff\xfe\xc0\x80\xed\xa0\x80\xf8\x88", 5000);
	return g_string_append_len(out, "\0\0\0 end", 7);
}

static GString *half_characters(void)
{
	GString *out = g_string_new_len("\xff\xfe", 2);
	for (int i = 0; i < 5000; i++)
		g_string_append_len(out, "W\0\0\xd8 \0", 6);
	return g_string_append_c(out, 'x');
}

/* 1.25 GB in members of 64 MB that are the same bytes. */
static GString *gzip_that_swells(void)
{
	g_autofree char *some = g_strnfill(1 << 20, 'x');
	g_autoptr(GString) member = hostile_compress(span_of(some), 64, HOSTILE_GZIP);
	GString *out = g_string_new(NULL);
	for (int i = 0; i < 20; i++)
		g_string_append_len(out, member->str, (gssize)member->len);
	return out;
}

static GString *gzip_in_gzip(void)
{
	GString *out = g_string_new("Words.\n");
	for (int i = 0; i < 30; i++) {
		GString *outer = hostile_compress((struct span){out->str, out->len}, 1, HOSTILE_GZIP);
		g_string_free(out, TRUE);
		out = outer;
	}
	return out;
}

static GString *gzip_cut_off(void)
{
	GString *out = hostile_compress(span_of("Words, many of them. "), 1000, HOSTILE_GZIP);
	return g_string_truncate(out, out->len / 2);
}

static GString *html_deep(void)
{
	return repeated("<html><body>", "<div><b>", 100000);
}

static GString *html_tables_deep(void)
{
	return repeated("<html><body>", "<table><tr><td>", 20000);
}

static GString *html_spans(void)
{
	return g_string_new("<html><body><table><tr><td colspan=2147483647 rowspan=2147483647>a<td colspan=-1>b"
			    "<tr><td colspan=65535 rowspan=65535>c<tr><td>d</table>");
}

static GString *html_attributes(void)
{
	return repeated("<html><body><p ", "a='b' ", 50000);
}

static GString *html_characters(void)
{
	return repeated("<html><body><p>", "&#x110000;&#xd800;&#99999999999;&nosuch;&", 5000);
}

static GString *html_comment(void)
{
	return repeated("<html><body><p>Words<!-- ", "never closed ", 100000);
}

static GString *html_from_elsewhere(void)
{
	return g_string_new(
		"<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'><html><head><base href='http://127.0.0.1:9/'>"
		"<link rel=stylesheet href=a.css><script src=a.js></script></head><body><p>Words"
		"<iframe src='file:../" SECRET "'></iframe><img src='file:../" SECRET "'>"
		"<object data='../" SECRET "'></object></body></html>");
}

static GString *rtf_deep(void)
{
	return repeated("{\\rtf1 ", "{", 500000);
}

static GString *rtf_binary(void)
{
	return g_string_new("{\\rtf1 Words \\bin2147483647 short}");
}

static GString *rtf_numbers(void)
{
	return repeated("{\\rtf1 ",
			"\\uc99999999\\u-99999999\\li-99999999999\\fs2147483648\\trowd\\cellx2147483647 a\\cell\\row ",
			1000);
}

static GString *rtf_cut_off(void)
{
	return g_string_new("{\\rtf1 Words \\'");
}

static GString *mail_deep(void)
{
	GString *out = g_string_new(
		"From: a@example.org\nTo: b@example.org\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n");
	for (int i = 0; i < 3000; i++)
		g_string_append_printf(out, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	return out;
}

static GString *mail_header(void)
{
	GString *out =
		repeated("From: a@example.org\nMessage-ID: <1@example.org>\nSubject: ", "=?utf-8?Q?=FF?= ", 50000);
	return g_string_append(out, "\n\nWords\n");
}

static GString *mail_characters(void)
{
	return g_string_new("From: a@example.org\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
			    "Content-Type: text/plain; charset=no-such-charset\nContent-Transfer-Encoding: base64\n\n"
			    "!!!! not base64 at all ====\n");
}

static GString *picture_of_the_sky(void)
{
	return g_string_new_len("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\6\0\0\0\0\0\0\0",
				33);
}

/* Its only directory is followed by itself. */
static GString *picture_in_a_ring(void)
{
	return g_string_new_len("II*\0\x08\0\0\0\1\0\0\1\3\0\1\0\0\0\1\0\0\0\x08\0\0\0", 26);
}

static GString *picture_cut_off(void)
{
	return g_string_new_len("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1",
				30);
}

static GString *nothing(void)
{
	return g_string_new(NULL);
}

const struct hostile hostile_text[] = {
	{"one-line.txt", one_line},
	{"one-word.txt", one_word},
	{"empty-lines.txt", empty_lines},
	{"form-feeds.txt", form_feeds},
	{"marks-on-one-letter.txt", marks_on_one_letter},
	{"labels-deep.txt", labels_deep},
	{"brackets.txt", brackets},
	{"names-by-the-thousand.txt", names_by_the_thousand},
	{"table-wide.txt", table_wide},
	{"controls.txt", controls},
	{"no-characters.txt", no_characters},
	{"half-characters.txt", half_characters},
	{"that-swells.gz", gzip_that_swells},
	{"in-gzip.gz", gzip_in_gzip},
	{"cut-off.gz", gzip_cut_off},
	{"deep.html", html_deep},
	{"tables-deep.html", html_tables_deep},
	{"spans.html", html_spans},
	{"attributes.html", html_attributes},
	{"characters.html", html_characters},
	{"comment.html", html_comment},
	{"from-elsewhere.html", html_from_elsewhere},
	{"deep.rtf", rtf_deep},
	{"binary.rtf", rtf_binary},
	{"numbers.rtf", rtf_numbers},
	{"cut-off.rtf", rtf_cut_off},
	{"deep.eml", mail_deep},
	{"header.eml", mail_header},
	{"characters.eml", mail_characters},
	{"of-the-sky.png", picture_of_the_sky},
	{"in-a-ring.tiff", picture_in_a_ring},
	{"cut-off.jpeg", picture_cut_off},
	{"nothing.txt", nothing},
	{"name-\033]0;owned\007-of-\xff.txt", controls},
	{"name-of-\xe2\x80\xae two\nlines.txt", controls},
	{NULL, NULL},
};
