/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "looking_fixture.h"

#include <check.h>
#include <stdlib.h>

static char *field_of(const char *part)
{
	g_autofree char *field = g_strstrip(g_strdup(part));
	return !*field || strcmp(field, "-") == 0 ? NULL : g_steal_pointer(&field);
}

static const char *take_kind(struct record *record, const char *text)
{
	if (*text != '[')
		return text;
	g_autofree char *kind = g_strndup(text + 1, strcspn(text, "]") - 1);
	ck_assert(record_kind_of(&record->kind, kind));
	return text + strlen(kind) + 2;
}

struct record *looking_record(const char *line)
{
	g_auto(GStrv) parts = g_strsplit(line, "|", 4);
	ck_assert_uint_eq(g_strv_length(parts), 4);
	g_autofree char *place = field_of(parts[0]);
	g_auto(GStrv) ids = g_strsplit(place, "#", 2);
	g_autofree char *text = field_of(parts[3]);
	struct record *record = index_fixture_record(ids[0], (guint)atoi(ids[1]), "");
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, ids[0], -1);
	g_free(record->id);
	record->id = g_strdup_printf("%.12s#%s", digest, ids[1]);
	record->date = field_of(parts[1]);
	record->body = field_of(parts[2]);
	const char *words = take_kind(record, text);
	const char *colon = strstr(words, ": ");
	if (colon) {
		g_autofree char *name = g_strndup(words, (gsize)(colon - words));
		record_add_speaker(record, name, SPEAKER_DIRECT);
	}
	g_free(record->text);
	record->text = g_strdup(words);
	return record;
}

void looking_put(struct index_fixture *fixture, const char *line)
{
	index_fixture_put(fixture, looking_record(line));
}

void looking_fill(struct index_fixture *fixture, const char *const *lines)
{
	ck_assert(store_begin(fixture->store, NULL));
	for (; *lines; lines++)
		looking_put(fixture, *lines);
	ck_assert(store_commit(fixture->store, NULL));
	ck_assert(store_flush(fixture->store, NULL));
	index_fixture_reopen(fixture, STORE_READ);
}

void looking_run(struct looking *looking, struct index_fixture *fixture, const char *query)
{
	g_autoptr(GError) error = NULL;
	language_init(&looking->language);
	search_init(&looking->search, fixture->store);
	bool good = language_parse(&looking->language, span_of(query), &error) &&
		    search_run(&looking->search, looking->language.tree, SORT_RELEVANCE, &error);
	ck_assert_msg(good, "%s", error ? error->message : "");
}

void looking_clear(struct looking *looking)
{
	search_clear(&looking->search);
	language_clear(&looking->language);
}
