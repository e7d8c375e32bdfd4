/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "alias.h"

#define LEAST_PARAGRAPHS 2

static bool is_leader(const char *name)
{
	return strcmp(name, "The Leader") == 0 || strcmp(name, "The Leader of the Council") == 0;
}

/* The other one of a paragraph in which the Leader and somebody else speak, "" for several, NULL for nobody. */
static const char *partner(const struct record *record)
{
	const char *other = NULL;
	bool has_leader = false;
	guint count = 0;
	for (guint i = 0; i < record->speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, i);
		if (speaker->basis != SPEAKER_DIRECT)
			continue;
		count++;
		has_leader = has_leader || is_leader(speaker->name);
		other = is_leader(speaker->name) ? other : speaker->name;
	}
	if (!has_leader || count < 2 || record->kind != KIND_PARAGRAPH)
		return NULL;
	return count == 2 ? other : "";
}

static void rename_leader(struct record *record, const char *name)
{
	for (guint i = record->speakers->len; i-- > 0;) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, i);
		if (!is_leader(speaker->name))
			continue;
		enum speaker_basis basis = speaker->basis;
		g_array_remove_index(record->speakers, i);
		record_add_speaker(record, name, basis);
		record_add_name(record, name);
	}
}

void alias_resolve(struct record **records, guint len)
{
	g_autofree char *name = NULL;
	guint count = 0;
	for (guint i = 0; i < len; i++) {
		const char *other = partner(records[i]);
		if (!other)
			continue;
		if (name && strcmp(name, other) != 0)
			return;
		g_free(name);
		name = g_strdup(other);
		count++;
	}
	if (count < LEAST_PARAGRAPHS)
		return;
	for (guint i = 0; i < len; i++)
		rename_leader(records[i], name);
}
