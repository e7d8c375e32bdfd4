/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "family.h"

#include "edit.h"
#include "fault.h"
#include "thesaurus.h"
#include "value.h"

#define NAMES_SHOWN 5

/* The shortest part of a name that makes another look like it. */
#define PART_LEAST 4

struct resolving {
	struct family_request *request;
	struct thesaurus *thesaurus;
	GPtrArray *briefs; /* char *: "iro=independent reviewing officer", keys of both */
	bool is_ready;
};

/* An abbreviation of the index: borrowed. */
struct brief {
	struct span name, full;
};

static struct brief brief_at(const struct resolving *resolving, guint n)
{
	const char *pair = g_ptr_array_index(resolving->briefs, n);
	const char *gap = strchr(pair, '=');
	return (struct brief){{pair, (size_t)(gap - pair)}, span_of(gap + 1)};
}

/* The one word or phrase of a number of things, of its form for one or several: "officers" and "officer". Yours. */
static char *singular(struct span key)
{
	char *one = g_strndup(key.ptr, key.len);
	size_t len = key.len;
	if (len > 4 && g_str_has_suffix(one, "ies"))
		memcpy(one + len - 3, "y", sizeof("y"));
	else if (len > 3 && one[len - 1] == 's' && one[len - 2] != 's')
		one[len - 1] = '\0';
	return one;
}

static bool is_same(struct span a, struct span b)
{
	g_autofree char *left = singular(a);
	g_autofree char *right = singular(b);
	return strcmp(left, right) == 0;
}

static bool read_installed(char **text)
{
	return g_file_get_contents(MINUTEBOOK_DATADIR "/thesaurus.ini", text, NULL, NULL);
}

static bool open_thesaurus(struct resolving *resolving, GError **error)
{
	const char *file = resolving->request->file;
	g_autofree char *text = NULL;
	g_autoptr(GError) trouble = NULL;
	if (file && !g_file_get_contents(file, &text, NULL, &trouble)) {
		g_set_error(error, FAULT, FAULT_QUERY, "--thesaurus: %s", trouble->message);
		return false;
	}
	if (!file && !store_thesaurus_get(&text, resolving->request->store, error))
		return false;
	if (!text && !read_installed(&text))
		text = g_strdup("");
	if (thesaurus_parse(&resolving->thesaurus, span_of(text), &trouble))
		return true;
	g_set_error(error, FAULT, FAULT_QUERY, "%s: %s", file ? file : "the index's thesaurus", trouble->message);
	return false;
}

static bool prepare(struct resolving *resolving, GError **error)
{
	if (resolving->is_ready)
		return true;
	resolving->is_ready = true;
	return open_thesaurus(resolving, error) &&
	       store_terms(&resolving->briefs, resolving->request->store, FIELDS_BRIEF, error);
}

/* Adds a member unless it is there, by the same words and in the same time. */
static void add_member(struct tree *any, struct tree *member)
{
	for (guint n = 0; n < any->children->len; n++) {
		const struct tree *known = tree_child(any, n);
		const struct tree *leaf = known->op == TREE_AND ? tree_child(known, 0) : known;
		const struct tree *new_leaf = member->op == TREE_AND ? tree_child(member, 0) : member;
		g_autofree char *key = thesaurus_key(span_of(leaf->text));
		g_autofree char *new_key = thesaurus_key(span_of(new_leaf->text));
		if (strcmp(key, new_key) != 0)
			continue;
		tree_free(member);
		return;
	}
	tree_add(any, member);
}

/* UASC, but not UASCs. */
static bool is_brief(const char *text)
{
	for (const char *at = text; *at; at++)
		if (!g_ascii_isupper(*at) && !g_ascii_isdigit(*at))
			return false;
	return *text != '\0';
}

static bool add_form(struct tree *any, const struct thesaurus_form *form, GError **error)
{
	struct tree *leaf = tree_leaf(TREE_PHRASE, span_of(form->text));
	if (leaf->words->len == 1 && !is_brief(form->text))
		leaf->op = TREE_WORDS;
	if (!*form->low && !*form->high) {
		add_member(any, leaf);
		return true;
	}
	g_autofree char *days = g_strdup_printf("%s..%s", form->low, form->high);
	struct tree *period = NULL;
	struct tree *member = tree_new(TREE_AND);
	tree_add(member, leaf);
	bool good = value_parse(&period, field_find(span_of("date")), span_of(days), false, error);
	if (good)
		tree_add(member, period);
	add_member(any, member);
	return good;
}

static bool add_from_thesaurus(struct tree *any, const struct resolving *resolving, const char *name, GError **error)
{
	g_autoptr(GArray) forms = g_array_new(FALSE, FALSE, sizeof(struct thesaurus_form));
	thesaurus_find(forms, resolving->thesaurus, span_of(name));
	for (guint n = 0; n < forms->len; n++)
		if (!add_form(any, &g_array_index(forms, struct thesaurus_form, n), error))
			return false;
	return true;
}

/* Adds the words unless the papers do not have the last of them, which is where forms of a number differ. */
static bool add_phrase(struct tree *any, const struct resolving *resolving, const char *text, GError **error)
{
	guint count = 0;
	const char *gap = strrchr(text, ' ');
	g_autofree char *term = field_word_term(span_of(gap ? gap + 1 : text));
	if (!store_term_count(&count, resolving->request->store, term, error))
		return false;
	if (count > 0)
		add_member(any, tree_leaf(TREE_PHRASE, span_of(text)));
	return true;
}

/* Its forms for one and for several. */
static bool add_both(struct tree *any, const struct resolving *resolving, struct span key, GError **error)
{
	g_autofree char *one = singular(key);
	size_t len = strlen(one);
	bool has_y = len > 1 && one[len - 1] == 'y' && !strchr("aeiou", one[len - 2]);
	g_autofree char *several = has_y ? g_strdup_printf("%.*sies", (int)len - 1, one) : g_strconcat(one, "s", NULL);
	g_autofree char *printed = g_strndup(key.ptr, key.len);
	return add_phrase(any, resolving, printed, error) && add_phrase(any, resolving, one, error) &&
	       add_phrase(any, resolving, several, error);
}

/* What the papers explain: all that an abbreviation stands for, or what stands for these words. */
static bool add_from_papers(struct tree *any, const struct resolving *resolving, const char *key, GError **error)
{
	g_autoptr(GPtrArray) meanings = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < resolving->briefs->len; n++) {
		struct brief brief = brief_at(resolving, n);
		bool is_asked = is_same(brief.name, span_of(key));
		if (!is_asked && !is_same(brief.full, span_of(key)))
			continue;
		if (!add_both(any, resolving, brief.name, error) || !add_both(any, resolving, brief.full, error))
			return false;
		char *meaning = singular(brief.full);
		if (is_asked && !g_ptr_array_find_with_equal_func(meanings, meaning, g_str_equal, NULL))
			g_ptr_array_add(meanings, meaning);
		else
			g_free(meaning);
	}
	if (meanings->len < 2)
		return true;
	guint count = meanings->len;
	g_ptr_array_add(meanings, NULL);
	g_autofree char *list = g_strjoinv("; ", (char **)meanings->pdata);
	g_ptr_array_add(resolving->request->notes,
			g_strdup_printf("~%s stands for %u things in these papers: %s", key, count, list));
	return true;
}

static void add_look_alike(GPtrArray *out, const char *key, const char *name)
{
	g_autofree char *other = thesaurus_key(span_of(name));
	guint distance = edit_distance(span_of(key), span_of(other));
	bool is_near = distance <= CLAMP(strlen(key) / 3, 1, 3);
	bool is_part = strlen(key) >= PART_LEAST && strstr(other, key);
	g_auto(GStrv) words = g_strsplit(key, " ", -1);
	for (char **word = words; *word && !is_part; word++)
		is_part = strlen(*word) >= PART_LEAST && strstr(other, *word);
	if ((is_near || is_part) && !g_ptr_array_find_with_equal_func(out, other, g_str_equal, NULL))
		g_ptr_array_add(out, g_steal_pointer(&other));
}

static int compare_names(gconstpointer a, gconstpointer b, gpointer key)
{
	const char *left = *(char *const *)a;
	const char *right = *(char *const *)b;
	guint left_distance = edit_distance(span_of(left), span_of(key));
	guint right_distance = edit_distance(span_of(right), span_of(key));
	if (left_distance != right_distance)
		return left_distance < right_distance ? -1 : 1;
	return strcmp(left, right);
}

static bool fail_unknown(const struct resolving *resolving, const struct tree *node, const char *key, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GPtrArray) alike = g_ptr_array_new_with_free_func(g_free);
	thesaurus_names(names, resolving->thesaurus);
	for (guint n = 0; n < names->len; n++)
		add_look_alike(alike, key, g_ptr_array_index(names, n));
	for (guint n = 0; n < resolving->briefs->len; n++) {
		g_auto(GStrv) pair = g_strsplit(g_ptr_array_index(resolving->briefs, n), "=", 2);
		add_look_alike(alike, key, pair[0]);
		add_look_alike(alike, key, pair[1]);
	}
	g_ptr_array_sort_with_data(alike, compare_names, (gpointer)key);
	g_autoptr(GString) list = g_string_new(NULL);
	for (guint n = 0; n < MIN(alike->len, NAMES_SHOWN); n++) {
		const char *name = g_ptr_array_index(alike, n);
		const char *quote = strchr(name, ' ') ? "\"" : "";
		g_string_append_printf(list, "%s~%s%s%s", n > 0 ? ", " : "; there is ", quote, name, quote);
	}
	resolving->request->fault = node->offset;
	g_set_error(error, FAULT, FAULT_QUERY, "no family '%s' in the thesaurus, and no paper explains it%s",
		    node->text, list->str);
	return false;
}

static bool resolve(struct tree *node, struct resolving *resolving, GError **error)
{
	g_autofree char *key = thesaurus_key(span_of(node->text));
	struct tree *any = tree_new(TREE_OR);
	any->offset = node->offset;
	bool good = prepare(resolving, error) && add_from_thesaurus(any, resolving, key, error) &&
		    add_from_papers(any, resolving, key, error);
	tree_free(node->meaning);
	node->meaning = tree_simplify(any);
	return good && (node->meaning || fail_unknown(resolving, node, key, error));
}

static bool resolve_all(struct tree *node, struct resolving *resolving, GError **error)
{
	if (node->op == TREE_FAMILY)
		return resolve(node, resolving, error);
	for (guint n = 0; n < node->children->len; n++)
		if (!resolve_all(g_ptr_array_index(node->children, n), resolving, error))
			return false;
	return true;
}

bool family_resolve(struct tree *tree, struct family_request *request, GError **error)
{
	struct resolving resolving = {.request = request};
	bool good = resolve_all(tree, &resolving, error);
	thesaurus_free(resolving.thesaurus);
	g_clear_pointer(&resolving.briefs, g_ptr_array_unref);
	return good;
}
