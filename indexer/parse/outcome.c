/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "outcome.h"

#include "decision.h"
#include "kind.h"
#include "prose.h"

static bool records_decisions(enum record_type type)
{
	return type == TYPE_MINUTES || type == TYPE_DECISION;
}

void outcome_enter_section(struct outcome *outcome, const char *title, enum record_type type)
{
	g_autofree char *lower = g_utf8_strdown(title, -1);
	outcome->recommending = type != TYPE_MINUTES && g_strstr_len(lower, 60, "recommendation") == lower;
	outcome->next = records_decisions(type) && decision_is_caption(title);
	if (!outcome->next)
		return;
	outcome->open = true;
	outcome->depth = 0;
}

/* What opens a list or goes on in it, as minutes and notices have; KIND_PARAGRAPH for neither. */
static enum record_kind decided(struct outcome *outcome, const struct block *block, guint depth)
{
	const char *text = block->text->str;
	bool next = outcome->next && block->label.style == LABEL_NONE;
	if (decision_opens_list(text) || decision_is_caption(text)) {
		outcome->open = outcome->next = true;
		outcome->depth = depth;
		return KIND_RESOLUTION;
	}
	outcome->next = next && (!prose_ends(text) || g_str_has_suffix(text, ":"));
	outcome->open = outcome->next;
	if (outcome->open)
		outcome->depth = depth;
	return next || decision_is_made(text) ? KIND_RESOLUTION : KIND_PARAGRAPH;
}

enum record_kind outcome_kind(struct outcome *outcome, const struct block *block, guint depth, enum record_type type)
{
	if (outcome->open && block->label.style != LABEL_NONE && depth > outcome->depth) {
		outcome->next = false;
		return KIND_RESOLUTION;
	}
	if (records_decisions(type) && decided(outcome, block, depth) == KIND_RESOLUTION)
		return KIND_RESOLUTION;
	outcome->open = outcome->open && records_decisions(type);
	if (kind_is_recommendation(block->text->str))
		return KIND_RECOMMENDATION;
	return outcome->recommending ? KIND_RECOMMENDATION : KIND_PARAGRAPH;
}
