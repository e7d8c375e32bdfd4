/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "lead.h"

struct level {
	char *label;
	GPtrArray *names;
};

static void level_free(gpointer data)
{
	struct level *level = data;
	g_free(level->label);
	g_ptr_array_unref(level->names);
	g_free(level);
}

void lead_init(struct lead *lead)
{
	*lead = (struct lead){.levels = g_ptr_array_new_with_free_func(level_free)};
}

static void close_open(struct lead *lead)
{
	g_clear_pointer(&lead->open, g_ptr_array_unref);
	lead->is_motion = false;
	lead->opens_list = false;
}

void lead_reset(struct lead *lead)
{
	g_ptr_array_set_size(lead->levels, 0);
	close_open(lead);
}

void lead_clear(struct lead *lead)
{
	g_clear_pointer(&lead->levels, g_ptr_array_unref);
	g_clear_pointer(&lead->open, g_ptr_array_unref);
}

static bool is_bullet(const char *label)
{
	const char *last = strrchr(label, '.');
	return (last ? last[1] : label[0]) == '*';
}

void lead_section(struct lead *lead)
{
	close_open(lead);
	while (lead->levels->len > 0) {
		const struct level *last = lead->levels->pdata[lead->levels->len - 1];
		if (!is_bullet(last->label))
			break;
		g_ptr_array_remove_index(lead->levels, lead->levels->len - 1);
	}
}

static bool ends_with(const char *text, const char *const *ends)
{
	size_t len = strlen(text);
	while (len > 0 && strchr(" \t*_", text[len - 1]))
		len--;
	for (; *ends; ends++) {
		size_t end = strlen(*ends);
		if (len >= end && strncmp(text + len - end, *ends, end) == 0)
			return true;
	}
	return false;
}

static bool is_lead_in(const struct record *record)
{
	static const char *const ends[] = {":",         ":-",         ":–",       "follows;",   "follows",
					   "following", "following;", "follows.", "following.", NULL};
	return ends_with(record->text, ends);
}

/* "seconded the motion that", without any mark. */
static bool leads_to_motion(const struct record *record, const struct speech *speech)
{
	static const char *const ends[] = {" that", " that,", " that;", NULL};
	return speech->moves && (is_lead_in(record) || ends_with(record->text, ends));
}

/* Whether `outer` is this label or one that it stands under. */
static bool is_within(const char *label, const char *outer)
{
	size_t len = strlen(outer);
	return strncmp(label, outer, len) == 0 && (label[len] == '.' || label[len] == '\0');
}

/* The innermost open level that holds the label or is it. */
static const struct level *find_level(const struct lead *lead, const char *label)
{
	for (guint i = lead->levels->len; i-- > 0;) {
		const struct level *level = lead->levels->pdata[i];
		if (is_within(label, level->label))
			return level;
	}
	return NULL;
}

/* The text of a motion goes on until the minutes say again who did what. */
static bool goes_on(const struct lead *lead, const struct speech *speech)
{
	return lead->is_motion && !speech->is_narrative;
}

/* A number that starts anew: "1. Mr Alder gave an update:" behind the points of another "1.". */
static bool starts_anew(const struct record *record, const struct speech *speech)
{
	return speech->direct->len > 0 && is_lead_in(record);
}

const GPtrArray *lead_of(const struct lead *lead, const struct record *record, const struct speech *speech)
{
	if (record->kind != KIND_PARAGRAPH)
		return NULL;
	if (!record->label)
		return goes_on(lead, speech) ? lead->open : NULL;
	const struct level *level = find_level(lead, record->label);
	bool is_same = level && strcmp(level->label, record->label) == 0;
	if (is_same && starts_anew(record, speech))
		return NULL;
	return level ? level->names : lead->open;
}

/* Of a lead-in the speakers of its last sentence, nobody if that tells of speech by nobody; else whoever spoke in
 * the paragraph, else whom it belongs to itself. */
static GPtrArray *hand_on(const struct record *record, const struct speech *speech, const GPtrArray *own)
{
	GPtrArray *names = g_ptr_array_new();
	const GPtrArray *from = speech->direct->len > 0 ? speech->direct : own;
	if (is_lead_in(record) && speech->last_direct->len > 0)
		from = speech->last_direct;
	else if (is_lead_in(record) && speech->is_unattributed)
		from = NULL;
	for (guint i = 0; from && i < from->len; i++)
		g_ptr_array_add(names, from->pdata[i]);
	return names;
}

static void take_labelled(struct lead *lead, const struct record *record, const struct speech *speech)
{
	const struct level *known = find_level(lead, record->label);
	bool is_same = known && strcmp(known->label, record->label) == 0;
	if (is_same && !is_lead_in(record))
		return;
	struct level *level = g_new0(struct level, 1);
	level->label = g_strdup(record->label);
	const GPtrArray *own = record->kind == KIND_RESOLUTION ? NULL : lead_of(lead, record, speech);
	level->names = record->kind == KIND_RESOLUTION ? g_ptr_array_new() : hand_on(record, speech, own);
	while (lead->levels->len > 0) {
		const struct level *last = lead->levels->pdata[lead->levels->len - 1];
		if (is_within(record->label, last->label) && strcmp(record->label, last->label) != 0)
			break;
		g_ptr_array_remove_index(lead->levels, lead->levels->len - 1);
	}
	g_ptr_array_add(lead->levels, level);
}

void lead_take(struct lead *lead, const struct record *record, const struct speech *speech)
{
	if (record->label) {
		take_labelled(lead, record, speech);
		if (record->kind == KIND_RESOLUTION)
			close_open(lead);
		return;
	}
	bool is_motion = leads_to_motion(record, speech);
	if (record->kind == KIND_PARAGRAPH && !is_motion && lead->open && goes_on(lead, speech))
		return;
	close_open(lead);
	if (record->kind != KIND_PARAGRAPH || (!is_motion && !is_lead_in(record)))
		return;
	g_ptr_array_set_size(lead->levels, 0);
	lead->open = hand_on(record, speech, NULL);
	lead->is_motion = is_motion;
	lead->opens_list = speech->opens_list;
}
