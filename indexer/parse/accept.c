/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "accept.h"

#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "prose.h"

/* How many numbers of other lists may stand between two of one run. */
enum { RUN_REACH = 8 };

static bool starts_like_title(const char *rest)
{
	rest += strspn(rest, "\"'([*£");
	gunichar c = g_utf8_get_char(rest);
	return g_unichar_isupper(c) || g_unichar_isdigit(c) || c == 0x2018 || c == 0x201C;
}

/* "35   APOLOGIES", "18/034 Finance", set apart: the number of an item, if others go on from it. */
static bool can_run(const struct printed *line)
{
	const char *rest = line->text + line->label.length;
	bool apart = line->gap >= 0.5 || line->strong || line->starts;
	if (line->furniture || line->column > 0 || line->label.alone || !g_unichar_isupper(g_utf8_get_char(rest)))
		return false;
	return line->label.style == LABEL_SERIAL ||
	       (line->label.style == LABEL_PLAIN && apart && line->label.value < 1900);
}

static struct printed *candidate_at(const GArray *lines, const GArray *candidates, guint i)
{
	return &g_array_index(lines, struct printed, g_array_index(candidates, guint, i));
}

/* The candidate that goes on from the one at `i`, or NULL. */
static struct printed *next_in_run(const GArray *lines, const GArray *candidates, guint i)
{
	const struct printed *line = candidate_at(lines, candidates, i);
	int slack = line->label.style == LABEL_SERIAL ? 2 : 0;
	for (guint j = i + 1; j < MIN(candidates->len, i + 1 + RUN_REACH); j++)
		if (label_follows(&line->label, &candidate_at(lines, candidates, j)->label, slack))
			return candidate_at(lines, candidates, j);
	return NULL;
}

/* "8 Budget Outturn" above "8.1 The officer …", or with a web page's "PDF 402 KB" behind it: sure whatever came before. */
static bool is_sure_item(const GArray *lines, guint i)
{
	const struct printed *line = &g_array_index(lines, struct printed, i);
	if (line->label.style == LABEL_SERIAL)
		return false;
	bool beside = true;
	for (guint j = i + 1; j < MIN(lines->len, i + RUN_REACH); j++) {
		const struct printed *next = &g_array_index(lines, struct printed, j);
		if (next->furniture && beside && next->source == line->source)
			return true;
		beside = false;
		if (!next->furniture)
			return next->label.style == LABEL_MULTI && atoi(next->label.text) == line->label.value;
	}
	return false;
}

static void find_runs(struct accept *accept, const GArray *lines)
{
	g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint i = 0; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i);
		if (!can_run(line))
			continue;
		g_array_append_val(candidates, i);
		if (is_sure_item(lines, i))
			g_hash_table_add(accept->runs, line);
	}
	for (guint i = 0; i < candidates->len; i++) {
		struct printed *line = candidate_at(lines, candidates, i);
		struct printed *next = next_in_run(lines, candidates, i);
		bool sure = line->label.style == LABEL_SERIAL || line->strong ||
			    prose_is_capitals(line->text + line->label.length);
		bool goes_on = next && (sure || g_hash_table_contains(accept->runs, line));
		if (!goes_on)
			continue;
		g_hash_table_add(accept->runs, line);
		g_hash_table_add(accept->runs, next);
	}
}

void accept_init(struct accept *accept, const GArray *lines)
{
	*accept = (struct accept){.recent = g_array_new(FALSE, TRUE, sizeof(struct label)),
				  .runs = g_hash_table_new(NULL, NULL)};
	find_runs(accept, lines);
}

void accept_clear(struct accept *accept)
{
	g_clear_pointer(&accept->recent, g_array_unref);
	g_clear_pointer(&accept->runs, g_hash_table_unref);
}

void accept_note(struct accept *accept, const struct label *label)
{
	if (label->style == LABEL_DECIMAL || label->style == LABEL_MULTI)
		accept->section = atoi(label->text);
	for (guint i = accept->recent->len; i-- > 0;) {
		struct label *old = &g_array_index(accept->recent, struct label, i);
		if (label_same_form(old, label) && old->style == label->style) {
			g_array_remove_index(accept->recent, i);
			break;
		}
	}
	g_array_append_val(accept->recent, *label);
}

/* Whether it goes on from the last label of its form, with at most `slack` missing. */
static bool follows_recent(const struct accept *accept, const struct label *label, int slack)
{
	for (guint i = accept->recent->len; i-- > 0;) {
		const struct label *old = &g_array_index(accept->recent, struct label, i);
		bool letter =
			old->style == LABEL_MIXED && label->style == LABEL_ALPHA && label->value == old->value + 1;
		if (letter || label_follows(old, label, slack))
			return true;
	}
	return false;
}

static bool accept_bullet(const struct label *label, bool fresh)
{
	bool sure =
		!strchr("-*+o", label->bullet[0]) && strcmp(label->bullet, "–") != 0 && strcmp(label->bullet, "—") != 0;
	return sure || (fresh && !label->alone);
}

static bool accept_decimal(const struct accept *accept, const struct printed *line, bool fresh)
{
	const struct label *label = &line->label;
	const char *rest = line->text + label->length;
	if (!fresh)
		return label_is_first(label)
			       ? false
			       : follows_recent(accept, label, 0) && (label->alone || starts_like_title(rest));
	bool year = label->value >= 1900 && label->value <= 2100;
	if (year && !follows_recent(accept, label, 0))
		return label->alone;
	if (label->open || label->close == ')')
		return label_is_first(label) || follows_recent(accept, label, 3) || line->gap >= 0.5 || line->starts;
	return label->alone || starts_like_title(rest) || follows_recent(accept, label, 2) || label_is_first(label);
}

static bool accept_plain(const struct accept *accept, const struct printed *line, bool fresh)
{
	const struct label *label = &line->label;
	if (label->alone)
		return fresh && (line->gap >= 0.5 || line->below >= 0.5) && label->value > 0 && label->value < 400 &&
		       (label_is_first(label) || follows_recent(accept, label, 3));
	const char *rest = line->text + label->length;
	if (!fresh || !g_unichar_isupper(g_utf8_get_char(rest)))
		return false;
	if (g_hash_table_contains(accept->runs, line))
		return true;
	if (follows_recent(accept, label, 0))
		return true;
	if (label->value > 3 && follows_recent(accept, label, 2))
		return true;
	bool follows = follows_recent(accept, label, 1);
	bool apart = line->gap >= 0.5 || line->strong || line->lead > 0 || line->starts;
	return follows ? (apart || label->text[0] == '0' || line->source->hang > 0)
		       : (apart && (line->strong || label_is_first(label)));
}

static bool accept_multi(const struct accept *accept, const struct printed *line, bool fresh)
{
	const struct label *label = &line->label;
	int section = atoi(label->text);
	if (follows_recent(accept, label, fresh ? 3 : 0))
		return true;
	if (!fresh || section > 60)
		return false;
	bool known = section == accept->section || section == accept->section + 1;
	return known || line->gap >= 0.5 || starts_like_title(line->text + label->length);
}

static bool accept_letter(const struct accept *accept, const struct printed *line, bool fresh)
{
	const struct label *label = &line->label;
	bool follows = follows_recent(accept, label, 0);
	if (!fresh)
		return follows && label->close == ')' && !label_is_first(label);
	if (follows || label_is_first(label))
		return true;
	/* "C. Smith" is a name, "(d)" after a page that lost its (c) is a label. */
	return label->close == ')' ? follows_recent(accept, label, 2) || line->gap >= 0.5
				   : line->strong && line->gap >= 0.5 && label->upper;
}

/* "12 September 2024" starts with a number and no label. */
static bool is_date(const struct printed *line)
{
	struct date_found found;
	return g_ascii_isdigit(line->text[0]) && date_find(&found, line->text, 0) && found.from == 0 &&
	       found.end > line->label.length;
}

bool accept_label(const struct accept *accept, const struct printed *line, bool fresh)
{
	if (is_date(line))
		return false;
	/* Text that hangs behind its label was set as a list. */
	bool hangs = line->source->hang > line->left && line->label.close && !line->label.alone;
	if (hangs && line->label.style != LABEL_BULLET && line->label.value < 1900)
		return true;
	switch (line->label.style) {
	case LABEL_BULLET:
		return accept_bullet(&line->label, fresh);
	case LABEL_DECIMAL:
		return accept_decimal(accept, line, fresh);
	case LABEL_PLAIN:
		return accept_plain(accept, line, fresh);
	case LABEL_MULTI:
		return accept_multi(accept, line, fresh);
	case LABEL_ALPHA:
	case LABEL_ROMAN:
		return accept_letter(accept, line, fresh);
	case LABEL_MIXED:
		return fresh;
	case LABEL_REF:
		return fresh &&
		       (line->label.alone || (line->gap >= 0.5 && starts_like_title(line->text + line->label.length)));
	case LABEL_SERIAL:
		return fresh && (g_hash_table_contains(accept->runs, line) || follows_recent(accept, &line->label, 2));
	default:
		return false;
	}
}
