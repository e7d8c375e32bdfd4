/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "title.h"

#include <string.h>

#include "body.h"
#include "heading.h"
#include "kind.h"
#include "mark.h"

char *title_clean(const char *text)
{
	size_t from = 0;
	g_autofree char *reference = NULL;
	g_autofree char *title = g_strdup(text);
	if (kind_item_reference(title, &from, &reference))
		title[from] = '\0';
	g_strstrip(title);
	title[kind_title_length(title)] = '\0';
	size_t len = strlen(title);
	if (len > 1 && title[len - 1] == ':')
		title[len - 1] = '\0';
	return g_steal_pointer(&title);
}

/* The label as it stood before the text. */
char *title_label(const struct label *label)
{
	char open[2] = {label->open, '\0'}, close[2] = {label->close, '\0'};
	if (label->style == LABEL_BULLET)
		return g_strdup(label->bullet);
	return g_strconcat(open, label->text, close, NULL);
}

char *title_with_label(const struct block *block)
{
	if (block->label.style == LABEL_NONE)
		return g_strdup(block->text->str);
	g_autofree char *label = title_label(&block->label);
	return g_strconcat(label, " ", block->text->str, NULL);
}

/* "Subject: …" names the report. */
bool title_is_subject(const char *text)
{
	static const char *const captions[] = {
		"Subject:", "SUBJECT:",      "Title:",          "Report title:",    "Report Title:",
		"TITLE:",   "REPORT TITLE:", "Report Subject:", "Title of report:", NULL};
	for (int i = 0; captions[i]; i++)
		if (g_str_has_prefix(text, captions[i]) && text[strlen(captions[i])] != '\0')
			return true;
	return false;
}

/* How many blocks a report's head has at most. */
enum { HEAD_BLOCKS = 16 };

/* A line that has no more letters than these beside a council's name says nothing else. */
enum { COUNCIL_WORDS = 8 };

char *title_of_report(const GArray *blocks, const struct region *region)
{
	guint limit = MIN(region->end, region->first + HEAD_BLOCKS);
	for (guint i = region->first; i < limit; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		if (block->role == BLOCK_FURNITURE || !title_is_subject(block->text->str))
			continue;
		g_autofree char *words = g_strstrip(g_strdup(strchr(block->text->str, ':') + 1));
		return title_clean(words);
	}
	for (guint i = region->first; i < limit; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		const char *text = block->text->str;
		if (block->role == BLOCK_FURNITURE || kind_is_part_heading(text))
			continue;
		g_autofree char *council = body_find_council(text);
		bool names =
			(council && strlen(council) + COUNCIL_WORDS > block->text->len) || body_names_meeting(text);
		if (names)
			continue;
		bool title = block->label.style == LABEL_NONE && kind_is_title_like(text) &&
			     !kind_is_part_heading(text) && block->text->len < 220;
		return title && !kind_is_front_line(text) && !mark_is_figure(text) ? title_clean(text) : NULL;
	}
	return NULL;
}
