/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "join.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "caption.h"
#include "date.h"
#include "decision.h"
#include "edges.h"
#include "kind.h"
#include "lost.h"
#include "presence.h"
#include "prose.h"

static double width_of(const char *text, double per_char)
{
	return (double)g_utf8_strlen(text, -1) * per_char;
}

static size_t first_word(const char *text)
{
	return strcspn(text, " ");
}

static double char_width(const struct printed *line)
{
	double chars = (double)g_utf8_strlen(line->text, -1);
	return chars > 0 && line->right > line->left ? (line->right - line->left) / chars : 5;
}

static bool is_wrapped(const GArray *lines)
{
	guint over = 0, all = 0;
	for (guint i = 0; i < lines->len; i++) {
		long len = g_utf8_strlen(g_array_index(lines, struct printed, i).text, -1);
		all += len > 40;
		over += len > EDGES_WRAP_LIMIT;
	}
	return over * 12 <= all;
}

void join_init(struct join *join, const GArray *lines, enum page_format format)
{
	*join = (struct join){.lines = lines, .format = format};
	join->wrapped = format == FORMAT_PDF || (format == FORMAT_TEXT && is_wrapped(lines));
	join->edges = format == FORMAT_PDF ? edges_by_indent(lines) : edges_by_width(lines);
}

void join_clear(struct join *join)
{
	g_clear_pointer(&join->edges, g_array_unref);
}

bool join_is_short(const struct join *join, const struct block *block, guint i, guint next)
{
	const struct printed *line = &g_array_index(join->lines, struct printed, i);
	const struct printed *after = &g_array_index(join->lines, struct printed, next);
	double edge = g_array_index(join->edges, double, i);
	if (block && block->lines >= 2 && block->right > 0.6 * edge)
		edge = MIN(edge, block->right);
	double per_char = char_width(line);
	double word = (double)g_utf8_strlen(after->text, (gssize)first_word(after->text)) * per_char;
	/* Characters are not all of one width: where only their number is known, near the edge is at the edge. */
	double margin = join->format == FORMAT_PDF ? 2 * per_char : 0.07 * edge;
	return line->right + per_char + word < edge - margin;
}

bool join_breaks_off(const struct join *join, const struct block *block)
{
	const char *text = block->text->str;
	return block->text->len > (join->wrapped ? 60 : 90) && !prose_ends(text) && !prose_is_capitals(text) &&
	       text[block->text->len - 1] != ')';
}

/* Sizes, weights and indents that part a heading or a quotation from text without white space. */
static bool is_set_apart(const struct block *block, const struct printed *a, const struct printed *b)
{
	if (a->heading != b->heading)
		return true;
	if (fabs(a->source->size - b->source->size) > 1.2)
		return true;
	if (a->strong != b->strong && !(a->lead || b->lead))
		return !(prose_starts_lower(b->text) && !prose_ends(a->text));
	double step = b->left - (block->lines > 1 ? a->left : block->left);
	bool hangs = block->hang > 0 && fabs(b->left - block->hang) < 8;
	return fabs(step) > 40 && !hangs && block->lines > 1;
}

/* "Reasons for decision:   To comply …": a caption that is known, or one that its words hang behind. */
static bool opens_caption(const struct printed *line)
{
	enum { CAPTION_LENGTH = 48 };
	const char *colon = strchr(line->text, ':');
	bool hangs = colon && colon[1] == ' ' && colon - line->text < CAPTION_LENGTH &&
		     line->source->hang > line->left && g_ascii_isupper(line->text[0]) &&
		     line->label.style == LABEL_NONE;
	return hangs || caption_opens_block(line->text);
}

/* Across white space or a page's end only an unfinished sentence goes on. */
static bool bridges(const struct block *block, const struct printed *next, bool is_full)
{
	if (prose_ends(block->text->str) || prose_is_capitals(block->text->str))
		return false;
	if (prose_starts_lower(next->text))
		return block->lines > 1 || is_full || strlen(block->text->str) > 60;
	return is_full && block->lines > 1 && !opens_caption(next) && !next->strong && !next->heading;
}

/* A date starts a line with a weekday at most before it. */
enum { DATE_REACH = 12 };

/* A short line that nothing but its brevity tells from text: a title over what follows. */
static bool is_title_line(const struct join *join, const struct block *block, guint last, const struct printed *next)
{
	const struct printed *line = &g_array_index(join->lines, struct printed, last);
	double edge = g_array_index(join->edges, double, last);
	bool stops_early = line->right - line->left < 0.62 * (edge - line->left);
	bool sentence = width_of(next->text, char_width(next)) > 0.7 * (edge - next->left) || prose_ends(next->text);
	sentence |= block->label.style == LABEL_DECIMAL && block->label.alone;
	bool numbered = (block->label.style == LABEL_DECIMAL || block->label.style == LABEL_PLAIN) && block->lines == 1;
	if (numbered && prose_is_title_case(block->text->str) && !prose_is_title_case(next->text))
		return true;
	struct date_found found;
	bool dated =
		date_find(&found, next->text, 0) && found.from < DATE_REACH && !date_find(&found, block->text->str, 0);
	return block->lines == 1 && stops_early && (sentence || (numbered && dated)) && !strchr(line->text, ',');
}

/* Nothing but figures, as the axis of a chart or a column of a table has. */
static bool is_figure_line(const char *text)
{
	guint letters = 0;
	for (const char *at = text; *at; at++)
		letters += g_ascii_isalpha(*at);
	bool phone = strlen(text) >= 10 && text[0] == '0' && strspn(text, "0123456789 ()") == strlen(text);
	return letters == 0 && !phone && strcspn(text, "0123456789") < strlen(text);
}

/* Lines that say all they have to: "Telephone 01234 567890". */
static bool is_single_line(const char *text)
{
	static const char *const leads[] = {
		"Telephone", "Tel:", "Tel ", "Ask for:", "Email:", "E-mail:", "Time:", NULL};
	for (int i = 0; leads[i]; i++)
		if (g_str_has_prefix(text, leads[i]) && !g_str_has_suffix(text, ":"))
			return true;
	return false;
}

static bool lists_on(const char *text)
{
	return g_str_has_suffix(text, ",") || g_str_has_suffix(text, " and") || g_str_has_suffix(text, ";") ||
	       g_str_has_suffix(text, "-");
}

/* A heading of several lines: it goes on where its line came near the edge. */
static bool continues_heading(const struct join *join, guint last, const struct printed *next)
{
	const struct printed *line = &g_array_index(join->lines, struct printed, last);
	double edge = g_array_index(join->edges, double, last);
	return prose_starts_lower(next->text) || line->right - line->left > 0.6 * (edge - line->left);
}

/* A quotation that starts the paragraph and is not closed. */
static bool has_open_quote(const char *text)
{
	return g_str_has_prefix(text, "“") && !strstr(text, "”") && strlen(text) < 400 && !g_str_has_suffix(text, ":");
}

/* "For (14)" above the names; "It was APPROVED;" above what was. */
static bool waits_for_list(const char *text)
{
	if (strlen(text) < 25 && decision_is_vote(text))
		return true;
	return strlen(text) < 40 && decision_starts(text) && text[strlen(text) - 1] == ';';
}

/* A short line with points below it heads them, when the text above has ended. */
static bool heads_points(const struct join *join, guint i, const struct block *above)
{
	const struct printed *line = &g_array_index(join->lines, struct printed, i);
	if (i + 1 >= join->lines->len || strlen(line->text) > 60 || prose_ends(line->text) ||
	    prose_starts_lower(line->text))
		return false;
	const struct printed *next = &g_array_index(join->lines, struct printed, i + 1);
	bool points = next->guess == LOST_SPACE ||
		      (next->label.style == LABEL_BULLET && !strchr("-o", next->label.bullet[0]));
	return points && next->gap < 0.5 && (prose_ends(above->text->str) || caption_is_numbered(above->text->str));
}

/* Short lines, one under the other, are an address or a signature; the long line below is none of it. */
static bool ends_address(const struct join *join, const struct block *block, guint last, const struct printed *next)
{
	double edge = g_array_index(join->edges, double, last);
	return block->lines >= 3 && block->right > 0 && block->right < 0.62 * edge && next->right > 0.8 * edge;
}

/* The second author under "From:", set below the first. */
static bool hangs_from_caption(const struct block *block, const struct printed *next)
{
	const char *colon = strchr(block->text->str, ':');
	return colon && colon - block->text->str < 30 && caption_opens_block(block->text->str) &&
	       block->hang > block->left + 12 && fabs(next->left - block->hang) < 4;
}

static bool is_contact_line(const char *text)
{
	guint digits = 0;
	for (const char *at = text; *at; at++)
		digits += g_ascii_isdigit(*at);
	return strchr(text, '@') || (digits >= 9 && strlen(text) < 30);
}

/* A name, a post, a telephone number and an address of e-mail in short lines, one under the other. */
static bool is_contact_run(const struct join *join, guint last, guint next)
{
	enum { MOST = 6 };
	const struct printed *first = &g_array_index(join->lines, struct printed, last);
	double limit = first->left + 0.62 * (g_array_index(join->edges, double, last) - first->left);
	if (strchr(first->text, '@'))
		return false;
	bool found = false;
	for (guint i = last; i < join->lines->len && i < next + MOST; i++) {
		const struct printed *line = &g_array_index(join->lines, struct printed, i);
		bool in_run = !line->furniture && line->right < limit && fabs(line->left - first->left) < 4 &&
			      (i <= next || line->gap < 0.5) && !prose_ends(line->text);
		if (!in_run)
			break;
		found |= is_contact_line(line->text);
	}
	for (guint i = last; !found && i > 0 && last - i < MOST; i--) {
		const struct printed *line = &g_array_index(join->lines, struct printed, i);
		found |= is_contact_line(line->text) && line->right < limit;
		if (line->gap >= 0.5)
			break;
	}
	return found && g_array_index(join->lines, struct printed, next).right < limit;
}

static bool continues_without_gap(const struct join *join, const struct block *block, guint last, guint next)
{
	const struct printed *a = &g_array_index(join->lines, struct printed, last);
	const struct printed *b = &g_array_index(join->lines, struct printed, next);
	if (is_figure_line(a->text) && block->lines <= 1)
		return false;
	if (prose_ends_open(block->text->str))
		return true;
	if (caption_is_numbered(b->text) || heads_points(join, next, block))
		return false;
	if (opens_caption(b) && !caption_opens_block(b->text) && b->source->hang > b->left)
		return false;
	if (a->strong && b->strong && join->format == FORMAT_PDF && !prose_ends(block->text->str))
		return continues_heading(join, last, b);
	if (!join_is_short(join, block, last, next))
		return !opens_caption(b) || !prose_ends(block->text->str);
	if (has_open_quote(block->text->str))
		return true;
	if (is_figure_line(b->text))
		return false;
	if (lists_on(block->text->str) && (join->format == FORMAT_PDF || kind_is_attendance(block->text->str)))
		return true;
	if (join->format == FORMAT_PDF && (hangs_from_caption(block, b) || is_contact_run(join, last, next)))
		return true;
	if (kind_is_attendance(block->text->str) && presence_names(b->text))
		return true;
	if (prose_starts_lower(b->text) || g_str_has_prefix(b->text, "- ") || g_str_has_prefix(b->text, "– "))
		return !prose_ends(block->text->str);
	if (prose_ends(block->text->str) || opens_caption(b))
		return false;
	if (prose_is_capitals(a->text) != prose_is_capitals(b->text) || is_single_line(block->text->str))
		return false;
	if (kind_is_attendance(block->text->str) && !lists_on(block->text->str))
		return false;
	if (strchr(block->text->str, '@') && !strchr(block->text->str, '\n') && block->text->len > 0) {
		const char *space = strrchr(block->text->str, ' ');
		if (strchr(space ? space : block->text->str, '@'))
			return false;
	}
	/* Where edges are known exactly a short line ends its paragraph; elsewhere a title or an address may go on. */
	return join->format != FORMAT_PDF && !is_title_line(join, block, last, b) &&
	       !ends_address(join, block, last, b);
}

/* "(Item B3)" closes a heading. */
static bool ends_with_reference(const char *text)
{
	size_t from;
	g_autofree char *reference = NULL;
	return kind_item_reference(text, &from, &reference);
}

enum { MOST_LENGTH = 30000 };

/* Longer than any printed paragraph: what has no end is cut, so that each line is weighed against bounded text. */
enum { PARAGRAPH_LENGTH = 65536 };

bool join_continues(const struct join *join, const struct block *block, guint last, guint next)
{
	const struct printed *a = &g_array_index(join->lines, struct printed, last);
	const struct printed *b = &g_array_index(join->lines, struct printed, next);
	if (block->text->len == 0)
		return true;
	if (block->text->len > PARAGRAPH_LENGTH)
		return false;
	if (ends_with_reference(block->text->str))
		return false;
	if (b->roll || b->beside)
		return true;
	/* No paragraph of words is as long: whatever this is, it is not looked at again line by line. */
	if (block->text->len > MOST_LENGTH)
		return b->gap < 0.5 && !b->starts;
	if (waits_for_list(block->text->str))
		return b->gap < 1.6 && !decision_is_vote(b->text) && !opens_caption(b);
	if (b->heading || a->heading)
		return a->heading == b->heading && !b->starts && b->gap < 0.5 && join->format != FORMAT_TEXT;
	bool cut = (!prose_ends(block->text->str) && prose_starts_lower(b->text) &&
		    !prose_is_capitals(block->text->str)) ||
		   prose_ends_open(block->text->str);
	bool titled = prose_is_capitals(block->text->str) && !prose_is_capitals(b->text);
	if (page_format_has_paragraphs(join->format))
		return (!b->starts && !titled) || (cut && !strchr(block->text->str, '|') && block->text->len > 12);
	if (b->starts)
		return cut && prose_starts_lower(b->text) && block->text->len > 12;
	if (!join->wrapped) {
		/* One line a paragraph, but for those that a page's end or a converter's own wrapping cut. */
		bool goes_on = b->gap < 0.5 && b->source->left > 0 && block->text->len > 50;
		return goes_on || (cut && block->text->len > 60) || (join_breaks_off(join, block) && !opens_caption(b));
	}
	if (block->label.style == LABEL_NONE && presence_is_caption(block->text->str) && presence_names(b->text))
		return b->gap < 1.6;
	if (block->label.style == LABEL_NONE && caption_is_open(block->text->str))
		return b->gap < 3 && !opens_caption(b);
	if (join->format == FORMAT_PDF && b->gap < 1.3 && a->page == b->page && hangs_from_caption(block, b))
		return true;
	if (is_set_apart(block, a, b))
		return false;
	bool is_full = !join_is_short(join, block, last, next);
	if (a->page != b->page || next != last + 1 || b->gap >= 0.5)
		return bridges(block, b, is_full);
	return continues_without_gap(join, block, last, next);
}
