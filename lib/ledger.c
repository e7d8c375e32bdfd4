/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ledger.h"

#include <stdlib.h>

#include "fault.h"
#include "seal.h"
#include "text.h"

static const char *const status_names[STATUS_COUNT] = {
	[STATUS_INDEXED] = "indexed",
	[STATUS_EMPTY] = "empty",
	[STATUS_UNREADABLE] = "unreadable",
};

void store_file_clear(struct store_file *file)
{
	g_free(file->path);
	g_free(file->sha256);
	g_free(file->reason);
	g_free(file->context);
	g_free(file->first_date);
	g_free(file->last_date);
	*file = (struct store_file){0};
}

static char *make_key(const char *prefix, const char *path)
{
	g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
	return g_strconcat(prefix, hash, NULL);
}

char *ledger_key(const char *path)
{
	return make_key(LEDGER_PREFIX, path);
}

char *ledger_gone_key(const char *path)
{
	return make_key(LEDGER_GONE, path);
}

char *ledger_companion_key(const char *role)
{
	return make_key(LEDGER_COMPANIONS, role);
}

char *ledger_folder_key(const char *folder)
{
	return make_key(LEDGER_FOLDERS, folder);
}

static void set_text(json_t *object, const char *key, const char *text)
{
	if (!text)
		return;
	g_autofree char *repaired = text_repair(span_of(text), NULL);
	json_object_set_new(object, key, json_string(repaired));
}

static void set_number(json_t *object, const char *key, gint64 number)
{
	json_object_set_new(object, key, json_integer(number));
}

static char *print_object(const json_t *object)
{
	char *dumped = json_dumps(object, JSON_COMPACT);
	char *line = g_strdup(dumped);
	free(dumped);
	return line;
}

char *ledger_print(const struct store_file *file)
{
	json_t *object = json_object();
	set_text(object, "path", file->path);
	if (!g_utf8_validate(file->path, -1, NULL)) {
		g_autofree char *bytes = g_base64_encode((const guchar *)file->path, strlen(file->path));
		set_text(object, "path_base64", bytes);
	}
	set_text(object, "sha256", file->sha256);
	set_number(object, "size", file->size);
	set_number(object, "mtime", file->mtime);
	set_text(object, "status", status_names[file->status]);
	set_text(object, "reason", file->reason);
	set_text(object, "context", file->context);
	set_number(object, "records", file->records);
	set_number(object, "searchable", file->searchable);
	if (file->restricted > 0)
		set_number(object, "restricted", file->restricted);
	set_text(object, "first_date", file->first_date);
	set_text(object, "last_date", file->last_date);
	if (file->revision > 0)
		set_number(object, "revision", (gint64)file->revision);
	char *line = print_object(object);
	json_decref(object);
	return line;
}

static char *get_text(const json_t *object, const char *key)
{
	return g_strdup(json_string_value(json_object_get(object, key)));
}

static gint64 get_number(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static char *get_path(const json_t *object)
{
	const char *encoded = json_string_value(json_object_get(object, "path_base64"));
	if (!encoded)
		return get_text(object, "path");
	gsize len;
	g_autofree guchar *bytes = g_base64_decode(encoded, &len);
	return g_strndup((const char *)bytes, len);
}

static bool get_status(enum store_status *status, const json_t *object)
{
	const char *name = json_string_value(json_object_get(object, "status"));
	for (unsigned i = 0; name && i < STATUS_COUNT; i++) {
		if (strcmp(name, status_names[i]) == 0) {
			*status = (enum store_status)i;
			return true;
		}
	}
	return false;
}

char *ledger_stamp(const char *line, guint64 revision)
{
	json_t *object = json_loads(line, 0, NULL);
	if (get_number(object, "revision") == 0)
		set_number(object, "revision", (gint64)revision);
	g_autofree char *stamped = print_object(object);
	json_decref(object);
	return seal_close(stamped);
}

bool ledger_parse(struct store_file *file, struct span line, GError **error)
{
	store_file_clear(file);
	json_t *object = seal_open(&line) ? json_loadb(line.ptr, line.len, 0, NULL) : NULL;
	file->path = get_path(object);
	bool fits = file->path && get_status(&file->status, object);
	if (fits) {
		file->sha256 = get_text(object, "sha256");
		file->size = get_number(object, "size");
		file->mtime = get_number(object, "mtime");
		file->reason = get_text(object, "reason");
		file->context = get_text(object, "context");
		file->records = (guint)get_number(object, "records");
		file->searchable = (guint)get_number(object, "searchable");
		file->restricted = (guint)get_number(object, "restricted");
		file->first_date = get_text(object, "first_date");
		file->last_date = get_text(object, "last_date");
		file->revision = (guint64)get_number(object, "revision");
	} else {
		g_clear_pointer(&file->path, g_free);
		g_set_error(error, FAULT, FAULT_INDEX,
			    "entry of a file in the index: damaged; rebuild it with minutes-index");
	}
	json_decref(object);
	return fits;
}
