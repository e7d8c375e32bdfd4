/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "thesaurus.h"

#include <stdio.h>

#include "fault.h"
#include "text.h"

struct family {
	char *id, *label;
	GPtrArray *members; /* struct member * */
	GStrv wider;        /* ids, or NULL */
};

struct member {
	char *text, *key;
	char low[11], high[11];
};

struct thesaurus {
	GPtrArray *families; /* struct family *, in the order of the file */
	GHashTable *names;   /* key of an id, label or member to its struct family * */
};

static void member_free(gpointer data)
{
	struct member *member = data;
	g_free(member->text);
	g_free(member->key);
	g_free(member);
}

static void family_free(gpointer data)
{
	struct family *family = data;
	g_free(family->id);
	g_free(family->label);
	g_ptr_array_unref(family->members);
	g_strfreev(family->wider);
	g_free(family);
}

void thesaurus_free(struct thesaurus *thesaurus)
{
	if (!thesaurus)
		return;
	g_hash_table_unref(thesaurus->names);
	g_ptr_array_unref(thesaurus->families);
	g_free(thesaurus);
}

char *thesaurus_key(struct span words)
{
	GString *key = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(words, &pos, &word);) {
		if (key->len > 0)
			g_string_append_c(key, ' ');
		text_fold(key, word);
	}
	return g_string_free(key, FALSE);
}

/* The one the family's name is kept under may be its own already. */
static bool add_name(struct thesaurus *thesaurus, struct family *family, const char *name, GError **error)
{
	char *key = thesaurus_key(span_of(name));
	struct family *known = g_hash_table_lookup(thesaurus->names, key);
	if (known && known != family) {
		g_set_error(error, FAULT, FAULT_INPUT, "'%s' is of two families, %s and %s", name, known->id,
			    family->id);
		g_free(key);
		return false;
	}
	g_hash_table_insert(thesaurus->names, key, family);
	return true;
}

static bool is_day(const char *text)
{
	int end = 0;
	guint year;
	guint month;
	guint day;
	return strlen(text) == strlen("2016-05-26") && sscanf(text, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3 &&
	       end == 10 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* Cuts the days off the end of "staying together 2012-01-01..2014-12-31". */
static bool cut_days(struct member *member, GError **error)
{
	char *gap = strrchr(member->text, ' ');
	char *dots = gap ? strstr(gap, "..") : NULL;
	if (dots) {
		*gap = *dots = '\0';
		const char *low = gap + 1;
		const char *high = dots + strlen("..");
		bool is_period = (!*low || is_day(low)) && (!*high || is_day(high)) && (*low || *high) &&
				 (!*low || !*high || strcmp(low, high) <= 0);
		if (is_period) {
			g_strlcpy(member->low, low, sizeof(member->low));
			g_strlcpy(member->high, high, sizeof(member->high));
			return true;
		}
	}
	g_set_error(error, FAULT, FAULT_INPUT,
		    "former name '%s' needs the days of its use behind it, like 2012-01-01..2014-12-31", member->text);
	return false;
}

static bool add_member(struct thesaurus *thesaurus, struct family *family, const char *text, bool is_former,
		       GError **error)
{
	struct member *member = g_new0(struct member, 1);
	g_ptr_array_add(family->members, member);
	member->text = g_strdup(text);
	if (is_former && !cut_days(member, error))
		return false;
	member->key = thesaurus_key(span_of(member->text));
	if (*member->key)
		return add_name(thesaurus, family, member->text, error);
	g_set_error(error, FAULT, FAULT_INPUT, "'%s' has no word in it", text);
	return false;
}

static GStrv read_list(GKeyFile *file, const char *group, const char *key)
{
	g_autofree char *value = g_key_file_get_string(file, group, key, NULL);
	g_auto(GStrv) parts = g_strsplit(value ? value : "", ";", -1);
	g_autoptr(GStrvBuilder) list = g_strv_builder_new();
	for (char **part = parts; *part; part++)
		if (*g_strstrip(*part))
			g_strv_builder_add(list, *part);
	return g_strv_builder_end(list);
}

static bool add_members(struct thesaurus *thesaurus, struct family *family, GKeyFile *file, GError **error)
{
	static const char *const keys[] = {"terms", "former"};
	for (size_t n = 0; n < G_N_ELEMENTS(keys); n++) {
		g_auto(GStrv) list = read_list(file, family->id, keys[n]);
		for (char **text = list; *text; text++)
			if (!add_member(thesaurus, family, *text, n == 1, error))
				return false;
	}
	if (family->members->len > 0)
		return true;
	g_set_error(error, FAULT, FAULT_INPUT, "family %s has no terms", family->id);
	return false;
}

static bool add_family(struct thesaurus *thesaurus, GKeyFile *file, const char *id, GError **error)
{
	struct family *family = g_new0(struct family, 1);
	g_ptr_array_add(thesaurus->families, family);
	family->members = g_ptr_array_new_with_free_func(member_free);
	family->id = g_strdup(id);
	family->label = g_key_file_get_string(file, id, "label", NULL);
	if (!family->label)
		family->label = g_strdup(id);
	family->wider = read_list(file, id, "part-of");
	return add_name(thesaurus, family, id, error) && add_name(thesaurus, family, family->label, error) &&
	       add_members(thesaurus, family, file, error);
}

static bool check_wider(const struct thesaurus *thesaurus, GKeyFile *file, GError **error)
{
	for (guint n = 0; n < thesaurus->families->len; n++) {
		const struct family *family = g_ptr_array_index(thesaurus->families, n);
		for (char **id = family->wider; *id; id++) {
			if (g_key_file_has_group(file, *id))
				continue;
			g_set_error(error, FAULT, FAULT_INPUT, "family %s is part of %s, which is not there",
				    family->id, *id);
			return false;
		}
	}
	return true;
}

bool thesaurus_parse(struct thesaurus **out, struct span text, GError **error)
{
	*out = NULL;
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) trouble = NULL;
	if (!g_utf8_validate_len(text.ptr, text.len, NULL)) {
		g_set_error(error, FAULT, FAULT_INPUT, "not UTF-8");
		return false;
	}
	if (text.len > 0 && !g_key_file_load_from_data(file, text.ptr, text.len, G_KEY_FILE_NONE, &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s", trouble->message);
		return false;
	}
	struct thesaurus *thesaurus = g_new0(struct thesaurus, 1);
	thesaurus->families = g_ptr_array_new_with_free_func(family_free);
	thesaurus->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) ids = g_key_file_get_groups(file, NULL);
	bool good = true;
	for (char **id = ids; good && *id; id++)
		good = add_family(thesaurus, file, *id, error);
	good = good && check_wider(thesaurus, file, error);
	if (good)
		*out = thesaurus;
	else
		thesaurus_free(thesaurus);
	return good;
}

static void add_forms(GArray *forms, const struct family *family)
{
	for (guint n = 0; n < family->members->len; n++) {
		const struct member *member = g_ptr_array_index(family->members, n);
		struct thesaurus_form form = {.text = member->text};
		memcpy(form.low, member->low, sizeof(form.low));
		memcpy(form.high, member->high, sizeof(form.high));
		g_array_append_val(forms, form);
	}
}

/* Wider families may lead back to one that was taken. */
static void add_tree(GArray *forms, const struct thesaurus *thesaurus, const struct family *family, GHashTable *taken)
{
	if (!g_hash_table_add(taken, (gpointer)family))
		return;
	add_forms(forms, family);
	for (guint n = 0; n < thesaurus->families->len; n++) {
		const struct family *other = g_ptr_array_index(thesaurus->families, n);
		if (g_strv_contains((const char *const *)other->wider, family->id))
			add_tree(forms, thesaurus, other, taken);
	}
}

const char *thesaurus_find(GArray *forms, const struct thesaurus *thesaurus, struct span name)
{
	g_autofree char *key = thesaurus_key(name);
	const struct family *family = g_hash_table_lookup(thesaurus->names, key);
	if (!family)
		return NULL;
	g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
	add_tree(forms, thesaurus, family, taken);
	return family->label;
}

void thesaurus_names(GPtrArray *out, const struct thesaurus *thesaurus)
{
	for (guint n = 0; n < thesaurus->families->len; n++) {
		const struct family *family = g_ptr_array_index(thesaurus->families, n);
		g_ptr_array_add(out, family->id);
		g_ptr_array_add(out, family->label);
		for (guint k = 0; k < family->members->len; k++)
			g_ptr_array_add(out, ((struct member *)g_ptr_array_index(family->members, k))->text);
	}
}
