/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "mark.h"

#include <string.h>

#include "kind.h"
#include "prose.h"

bool mark_is_figure(const char *text)
{
	guint words = 0, numbers = 0;
	for (const char *at = text; *at;) {
		size_t len = strcspn(at, " ");
		words++;
		for (size_t i = 0; i < len; i++)
			if (g_ascii_isdigit(at[i])) {
				numbers++;
				break;
			}
		at += len + strspn(at + len, " ");
	}
	return words > 0 && numbers * 2 >= words && (words <= 8 || numbers * 4 >= words * 3);
}

bool mark_is_numbered(const struct block *block)
{
	return block->label.style == LABEL_DECIMAL || block->label.style == LABEL_PLAIN ||
	       block->label.style == LABEL_REF || block->label.style == LABEL_SERIAL;
}

bool mark_is_typed(const struct heading_context *context, const struct block *block)
{
	return block->role == BLOCK_HEADING || block->strong ||
	       (context->size > 0 && block->size > context->size * 1.12);
}

bool mark_is_set(const struct heading_context *context, const struct block *block)
{
	if (mark_is_typed(context, block))
		return true;
	return prose_is_capitals(block->text->str) && block->text->len >= 6 && block->text->len < 120 &&
	       !context->capitals;
}

bool mark_is_clause(const char *text)
{
	static const char *const ends[] = {"follows",   "following", "said", "replied", "responded", "asked",
					   "that",      "was",       "were", "to",      "stated",    "by",
					   "via",       "through",   "for",  "with",    "include",   "includes",
					   "including", "are",       "is",   "of",      NULL};
	size_t len = strlen(text);
	if (len < 2 || text[len - 1] != ':')
		return false;
	const char *word = text + len - 1;
	while (word > text && g_ascii_isalpha(word[-1]))
		word--;
	g_autofree char *last = g_strndup(word, (gsize)(text + len - 1 - word));
	return word > text && g_strv_contains(ends, last);
}

bool mark_leads_in(const struct block *block)
{
	return (block->text->len > 50 && g_str_has_suffix(block->text->str, ":")) || mark_is_clause(block->text->str);
}

bool mark_has_reference(const char *text)
{
	size_t from;
	g_autofree char *reference = NULL;
	return kind_item_reference(text, &from, &reference);
}

bool mark_is_counted(const struct block *block)
{
	return block->label.style == LABEL_PLAIN || block->label.style == LABEL_SERIAL ||
	       (block->label.style == LABEL_DECIMAL && block->label.close == '.');
}

size_t mark_run_in(const struct block *block)
{
	const char *text = block->text->str;
	if (block->lead > 2 && block->lead <= block->text->len && block->lead < 200)
		return block->lead;
	const char *colon = strchr(text, ':');
	bool title = colon && colon - text > 3 && colon - text < 80 && g_unichar_isupper(g_utf8_get_char(text)) &&
		     !memchr(text, '.', (size_t)(colon - text));
	return title ? (size_t)(colon - text) : 0;
}
