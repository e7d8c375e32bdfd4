/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "encoding.h"
#include "extract.h"
#include "hang.h"
#include "text.h"

#define COLUMN_POINTS 5.0
#define LINE_POINTS 12.0

enum {
	TAB_COLUMNS = 8,
	WIDE_GAP = 3, /* spaces that set parts of a line side by side; typists put two between sentences */
};

/* A run of a printed line without wide gaps in it. */
struct part {
	struct span text;
	size_t column, end; /* columns [column, end) of the line */
	size_t tabs;        /* of the line before this part */
};

struct reader {
	struct page *page;
	GArray *parts; /* struct part of the line at hand */
	size_t row;    /* printed lines of this page so far, blank ones too */
	size_t blank;  /* blank lines just before */
	int baseline;  /* printed lines of this page with text so far */
};

/* Bytes of the line end at `at`: CR LF (CR CR LF where it was converted twice), LF, CR, VT, NEL, LS, PS; 0 when there
 * is none. */
static size_t line_end(struct span text, size_t at)
{
	const char *ptr = text.ptr + at;
	size_t left = text.len - at;
	if (*ptr == '\r') {
		size_t returns = 1;
		while (returns < left && ptr[returns] == '\r')
			returns++;
		return returns < left && ptr[returns] == '\n' ? returns + 1 : 1;
	}
	if (*ptr == '\n' || *ptr == '\v')
		return 1;
	if (left > 1 && memcmp(ptr, "\xc2\x85", 2) == 0)
		return 2;
	if (left > 2 && (memcmp(ptr, "\xe2\x80\xa8", 3) == 0 || memcmp(ptr, "\xe2\x80\xa9", 3) == 0))
		return 3;
	return 0;
}

/* Parts at every TAB and at every run of WIDE_GAP spaces. */
static void cut_parts(GArray *parts, struct span line)
{
	size_t column = 0, spaces = WIDE_GAP, tabs = 0;
	const char *end = line.ptr + line.len;
	g_array_set_size(parts, 0);
	for (const char *at = line.ptr; at < end;) {
		if (spaces == 0 && *at > ' ') { /* nearly all of it: letters of ASCII inside a part */
			at++;
			column++;
			struct part *last = &g_array_index(parts, struct part, parts->len - 1);
			last->text.len = (size_t)(at - last->text.ptr);
			last->end = column;
			continue;
		}
		gunichar c = g_utf8_get_char(at);
		const char *next = g_utf8_next_char(at);
		if (c == '\t') {
			column += TAB_COLUMNS - column % TAB_COLUMNS;
			spaces = WIDE_GAP;
			tabs++;
		} else if (g_unichar_isspace(c)) {
			column++;
			spaces++;
		} else if (!g_unichar_iszerowidth(c) || spaces == 0 || g_unichar_ismark(c)) {
			if (spaces >= WIDE_GAP) {
				struct part part = {.text = {at, 0}, .column = column, .tabs = tabs};
				g_array_append_val(parts, part);
			}
			struct part *last = &g_array_index(parts, struct part, parts->len - 1);
			last->text.len = (size_t)(next - last->text.ptr);
			column += !g_unichar_iszerowidth(c);
			last->end = column;
			spaces = 0;
		}
		at = next;
	}
}

/* Spaces after the end of a sentence, and those that pad the cells of a Markdown table, set nothing apart. */
static bool is_typists_gap(const struct part *before, const struct part *after)
{
	if (before->tabs != after->tabs)
		return false;
	char last = before->text.ptr[before->text.len - 1];
	return strchr(".!?|", last) != NULL || after->text.ptr[0] == '|';
}

static void join_part(struct part *part, const struct part *next)
{
	part->text.len = (size_t)(next->text.ptr + next->text.len - part->text.ptr);
	part->end = next->end;
}

static void join_sentences(GArray *parts)
{
	guint kept = 0;
	for (guint i = 1; i < parts->len; i++) {
		struct part *last = &g_array_index(parts, struct part, kept);
		const struct part *part = &g_array_index(parts, struct part, i);
		if (is_typists_gap(last, part))
			join_part(last, part);
		else
			g_array_index(parts, struct part, ++kept) = *part;
	}
	g_array_set_size(parts, kept + 1);
}

/* Joins the first part to the second where it is a label; returns the second's column, 0 where it is none. */
static size_t join_label(GArray *parts)
{
	if (parts->len < 2)
		return 0;
	struct part *first = &g_array_index(parts, struct part, 0);
	size_t column = first[1].column;
	bool is_alone = parts->len == 2;
	bool is_cell = first->tabs != first[1].tabs && !is_alone; /* tabs make a table as soon as there are two */
	if (is_cell || !hang_holds(first->text, first[1].text, is_alone))
		return 0;
	join_part(first, first + 1);
	g_array_remove_index(parts, 1);
	return column;
}

static void add_part(struct reader *reader, const struct part *part, size_t hang)
{
	g_autofree char *composed = text_compose(part->text);
	g_autofree char *text = text_squeeze(span_of(composed));
	if (!*text)
		return;
	if (part->text.len > 2 && memcmp(part->text.ptr + part->text.len - 2, "\xc2\xad", 2) == 0) {
		/* a soft hyphen at the end of a line is one that was printed */
		char *hyphened = g_strconcat(text, "-", NULL);
		g_free(g_steal_pointer(&text));
		text = hyphened;
	}
	struct line *line = page_add_line(reader->page, text);
	line->left = (double)part->column * COLUMN_POINTS;
	line->right = (double)part->end * COLUMN_POINTS;
	line->hang = (double)hang * COLUMN_POINTS;
	line->top = (double)reader->row * LINE_POINTS;
	line->bottom = line->top + LINE_POINTS;
	line->baseline = reader->baseline;
	line->gap = reader->baseline > 1 ? (double)reader->blank : 0;
}

static void read_line(struct reader *reader, struct span line)
{
	GArray *parts = reader->parts;
	cut_parts(parts, line);
	if (parts->len == 0) {
		reader->blank++;
		reader->row++;
		return;
	}
	reader->baseline++;
	size_t hang = join_label(parts);
	join_sentences(parts);
	bool has_tabs = memchr(line.ptr, '\t', line.len) && (hang == 0 || parts->len > 1);
	for (guint i = 0; i < parts->len; i++) {
		const struct part *part = &g_array_index(parts, struct part, i);
		guint before = reader->page->lines->len;
		add_part(reader, part, i == 0 ? hang : 0);
		if (has_tabs && reader->page->lines->len > before)
			g_array_index(reader->page->lines, struct line, before).column = (int)part->tabs + 1;
	}
	reader->blank = 0;
	reader->row++;
}

static void turn_page(struct reader *reader, struct document *document)
{
	reader->page = document_add_page(document);
	reader->row = reader->blank = 0;
	reader->baseline = 0;
}

bool extract_text(struct document *document, struct span bytes, GError **error)
{
	(void)error; /* any text reads */
	g_autofree char *decoded = encoding_decode(bytes);
	struct span text = span_of(decoded);
	while (text.len > 0 && strchr(" \t\r\n", text.ptr[text.len - 1]))
		text.len--;
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(struct part));
	struct reader reader = {.parts = parts};
	document->format = FORMAT_TEXT;
	document->has_pages = memchr(text.ptr, '\f', text.len) != NULL;
	turn_page(&reader, document);
	size_t from = 0;
	for (size_t at = 0; at < text.len;) {
		size_t end = line_end(text, at);
		bool is_page_end = text.ptr[at] == '\f';
		if (end == 0 && !is_page_end) {
			at++;
			continue;
		}
		if (!is_page_end || at > from)
			read_line(&reader, span_cut(text, from, at));
		from = at = at + (is_page_end ? 1 : end);
		if (is_page_end && from < text.len)
			turn_page(&reader, document);
	}
	if (from < text.len)
		read_line(&reader, span_cut(text, from, text.len));
	return true;
}
