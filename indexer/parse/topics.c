/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "topics.h"

#include <errno.h>

#include "fault.h"
#include "text.h"

struct phrase {
	guint topic;      /* place in `ids` */
	char *text;       /* as written */
	GPtrArray *stems; /* char *, at least one */
};

struct topics {
	GPtrArray *ids;      /* char *, in the order of the file */
	GHashTable *by_stem; /* first stem -> GPtrArray of struct phrase *, longest first */
	GPtrArray *phrases;  /* struct phrase *, their owner */
};

static void phrase_free(gpointer data)
{
	struct phrase *phrase = data;
	g_free(phrase->text);
	g_ptr_array_unref(phrase->stems);
	g_free(phrase);
}

void topics_close(struct topics *topics)
{
	if (!topics)
		return;
	g_ptr_array_unref(topics->ids);
	g_hash_table_unref(topics->by_stem);
	g_ptr_array_unref(topics->phrases);
	g_free(topics);
}

/* Appends the stems of `text`, borrowed from the stemmer. */
static void append_stems(GPtrArray *stems, const char *text, struct stemmer *stemmer)
{
	struct span span = span_of(text), word;
	g_autoptr(GString) folded = g_string_new(NULL);
	size_t pos = 0;
	while (text_next_word(span, &pos, &word)) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		struct span key = {folded->str, folded->len};
		g_ptr_array_add(stems, (gpointer)stemmer_stem(stemmer, key));
	}
}

static gint longest_first(gconstpointer a, gconstpointer b)
{
	const struct phrase *one = *(struct phrase *const *)a, *other = *(struct phrase *const *)b;
	if (one->stems->len != other->stems->len)
		return one->stems->len > other->stems->len ? -1 : 1;
	return one->topic < other->topic ? -1 : one->topic > other->topic;
}

static bool add_phrase(struct topics *topics, const char *text, struct stemmer *stemmer)
{
	g_autoptr(GPtrArray) borrowed = g_ptr_array_new();
	append_stems(borrowed, text, stemmer);
	if (borrowed->len == 0)
		return false;
	struct phrase *phrase = g_new(struct phrase, 1);
	*phrase = (struct phrase){topics->ids->len - 1, g_strdup(text), g_ptr_array_new_with_free_func(g_free)};
	for (guint i = 0; i < borrowed->len; i++)
		g_ptr_array_add(phrase->stems, g_strdup(g_ptr_array_index(borrowed, i)));
	g_ptr_array_add(topics->phrases, phrase);
	const char *first = g_ptr_array_index(phrase->stems, 0);
	GPtrArray *same = g_hash_table_lookup(topics->by_stem, first);
	if (!same) {
		same = g_ptr_array_new();
		g_hash_table_insert(topics->by_stem, g_strdup(first), same);
	}
	g_ptr_array_add(same, phrase);
	return true;
}

static bool id_is_plain(const char *id)
{
	return *id && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

/* What is wrong with one line, or NULL; `group` is the one it stands in and is set by a group's line. GKeyFile would
 * join two groups of one name and accept any key, and it names no lines. Yours. */
static char *line_fault(char **group, GHashTable *lines, const char *line, guint number)
{
	size_t len = strlen(line);
	if (len == 0 || *line == '#')
		return NULL;
	if (*line == '[' && line[len - 1] == ']') {
		g_autofree char *id = g_strndup(line + 1, len - 2);
		if (!id_is_plain(id))
			return g_strdup_printf("[%s] is no topic id: small letters, digits and hyphens", id);
		guint first = GPOINTER_TO_UINT(g_hash_table_lookup(lines, id));
		if (first)
			return g_strdup_printf("[%s] was on line %u already; put its terms there", id, first);
		g_free(*group);
		*group = g_steal_pointer(&id);
		g_hash_table_insert(lines, g_strdup(*group), GUINT_TO_POINTER(number));
		return NULL;
	}
	size_t key = strcspn(line, "= \t");
	if (!strchr(line, '='))
		return g_strdup("neither [topic], key=value nor # comment");
	if (!*group)
		return g_strdup("a key before the first [topic]");
	bool is_known = key == 5 && (memcmp(line, "label", 5) == 0 || memcmp(line, "terms", 5) == 0);
	return is_known ? NULL : g_strdup_printf("unknown key \"%.*s\"; a topic has label and terms", (int)key, line);
}

/* Fills `lines` with the line of each group. */
static bool check_lines(GHashTable *lines, const char *path, const char *content, GError **error)
{
	g_auto(GStrv) all = g_strsplit(content, "\n", -1);
	g_autofree char *group = NULL;
	for (guint i = 0; all[i]; i++) {
		g_autofree char *fault = line_fault(&group, lines, g_strstrip(all[i]), i + 1);
		if (fault) {
			g_set_error(error, FAULT, FAULT_INPUT, "%s, line %u: %s", path, i + 1, fault);
			return false;
		}
	}
	if (g_hash_table_size(lines) > 0)
		return true;
	g_set_error(error, FAULT, FAULT_INPUT, "%s, line 1: no [topic] in it", path);
	return false;
}

/* What is wrong with a topic's group, or NULL. Yours. */
static char *add_topic(struct topics *topics, GKeyFile *keys, const char *id, struct stemmer *stemmer)
{
	gsize count = 0;
	g_autofree char *label = g_key_file_get_string(keys, id, "label", NULL);
	g_auto(GStrv) terms = g_key_file_get_string_list(keys, id, "terms", &count, NULL);
	if (!label || !*label)
		return g_strdup_printf("[%s] has no label", id);
	if (count == 0)
		return g_strdup_printf("[%s] has no terms", id);
	g_ptr_array_add(topics->ids, g_strdup(id));
	for (gsize i = 0; i < count; i++)
		if (!add_phrase(topics, g_strstrip(terms[i]), stemmer))
			return g_strdup_printf("[%s] has a term without a word: \"%s\"", id, terms[i]);
	return NULL;
}

static bool add_topics(struct topics *topics, const char *path, const char *content, struct stemmer *stemmer,
		       GError **error)
{
	g_autoptr(GHashTable) lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!check_lines(lines, path, content, error))
		return false;
	g_autoptr(GKeyFile) keys = g_key_file_new();
	g_autoptr(GError) trouble = NULL;
	if (!g_key_file_load_from_data(keys, content, (gsize)-1, G_KEY_FILE_NONE, &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: %s", path, trouble->message);
		return false;
	}
	g_auto(GStrv) ids = g_key_file_get_groups(keys, NULL);
	for (guint i = 0; ids[i]; i++) {
		g_autofree char *fault = add_topic(topics, keys, ids[i], stemmer);
		if (fault) {
			guint line = GPOINTER_TO_UINT(g_hash_table_lookup(lines, ids[i]));
			g_set_error(error, FAULT, FAULT_INPUT, "%s, line %u: %s", path, line, fault);
			return false;
		}
	}
	return true;
}

bool topics_open(struct topics **out, const char *path, struct stemmer *stemmer, GError **error)
{
	g_autofree char *content = NULL;
	gsize len = 0;
	g_autoptr(GError) trouble = NULL;
	if (!g_file_get_contents(path, &content, &len, &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: cannot be read: %s", path, g_strerror(errno));
		return false;
	}
	if (!g_utf8_validate(content, (gssize)len, NULL)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: not UTF-8 text", path);
		return false;
	}
	const char *start = g_str_has_prefix(content, "\xEF\xBB\xBF") ? content + 3 : content;
	struct topics *topics = g_new(struct topics, 1);
	*topics = (struct topics){
		.ids = g_ptr_array_new_with_free_func(g_free),
		.by_stem = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref),
		.phrases = g_ptr_array_new_with_free_func(phrase_free),
	};
	if (!add_topics(topics, path, start, stemmer, error)) {
		topics_close(topics);
		return false;
	}
	GHashTableIter iter;
	gpointer same;
	g_hash_table_iter_init(&iter, topics->by_stem);
	while (g_hash_table_iter_next(&iter, NULL, &same))
		g_ptr_array_sort(same, longest_first);
	*out = topics;
	return true;
}

static bool phrase_starts_at(const struct phrase *phrase, const GPtrArray *stems, guint at)
{
	if (phrase->stems->len > stems->len - at)
		return false;
	for (guint i = 0; i < phrase->stems->len; i++)
		if (strcmp(g_ptr_array_index(phrase->stems, i), g_ptr_array_index(stems, at + i)) != 0)
			return false;
	return true;
}

/* Topics of one text: for each topic the phrase that gave it, or NULL. */
struct finding {
	const char *text; /* what was looked through; borrowed */
	const char **terms;
};

static void finding_look(struct finding *finding, const char *text, const struct topics *topics,
			 struct stemmer *stemmer)
{
	memset(finding->terms, 0, topics->ids->len * sizeof(*finding->terms));
	finding->text = text;
	if (!text)
		return;
	g_autoptr(GPtrArray) stems = g_ptr_array_new();
	append_stems(stems, text, stemmer);
	for (guint at = 0; at < stems->len; at++) {
		GPtrArray *same = g_hash_table_lookup(topics->by_stem, g_ptr_array_index(stems, at));
		for (guint i = 0; same && i < same->len; i++) {
			const struct phrase *phrase = g_ptr_array_index(same, i);
			if (!finding->terms[phrase->topic] && phrase_starts_at(phrase, stems, at))
				finding->terms[phrase->topic] = phrase->text;
		}
	}
}

void topics_attribute(struct paper *paper, const struct topics *topics, struct stemmer *stemmer)
{
	guint count = topics->ids->len;
	g_autoptr(GPtrArray) room = g_ptr_array_new();
	g_ptr_array_set_size(room, (gint)count * 3);
	const char **terms = (const char **)room->pdata;
	struct finding title = {NULL, terms}, section = {NULL, terms + count}, text = {NULL, terms + count + count};
	for (guint i = 0; i < paper->records->len; i++) {
		struct record *record = g_ptr_array_index(paper->records, i);
		g_ptr_array_set_size(record->topics, 0);
		g_ptr_array_set_size(record->topic_terms, 0);
		if (record->kind == KIND_FURNITURE)
			continue;
		if (g_strcmp0(title.text, record->title) != 0)
			finding_look(&title, record->title, topics, stemmer);
		if (g_strcmp0(section.text, record->section) != 0)
			finding_look(&section, record->section, topics, stemmer);
		finding_look(&text, record->text, topics, stemmer);
		for (guint topic = 0; topic < count; topic++) {
			const char *term = text.terms[topic] ? text.terms[topic] : title.terms[topic];
			term = term ? term : section.terms[topic];
			if (!term)
				continue;
			g_ptr_array_add(record->topics, g_strdup(g_ptr_array_index(topics->ids, topic)));
			g_ptr_array_add(record->topic_terms, g_strdup(term));
		}
	}
}
