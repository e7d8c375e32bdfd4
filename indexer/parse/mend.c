/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "mend.h"

#include <string.h>

struct mend {
	GHashTable *words;      /* lower case words that stand whole somewhere */
	GHashTable *hyphenated; /* "sub-categories" */
};

/* First parts that English keeps its hyphen behind even where the paper has no other example. */
static const char *const prefixes[] = {"all",   "anti",  "co",    "cross", "ex",    "far",    "first", "follow",
				       "four",  "full",  "half",  "high",  "inter", "large",  "long",  "low",
				       "mid",   "multi", "near",  "non",   "off",   "one",    "post",  "pre",
				       "quasi", "real",  "self",  "semi",  "short", "single", "sub",   "three",
				       "trans", "two",   "under", "user",  "well",  "whole",  "year",  NULL};

/* Little words break longer ones more often than they lead a compound: "in-come", but "in-house". */
static const char *const small_prefixes[] = {"in", "on", "up", "out", "over", "re", "new", "part", "key", NULL};
static const char *const small_tails[] = {"house", "depth",  "year", "line",  "site", "to",    "of",    "date",
					  "time",  "person", "kind", "built", "off",  "based", "elect", NULL};

static bool is_letter(const char *at)
{
	return g_unichar_isalpha(g_utf8_get_char(at)) || *at == '\'';
}

/* No word is longer. */
enum { WORD_LENGTH = 96 };

/* The run of letters that ends at `end`. */
static const char *letters_before(const char *start, const char *end)
{
	if (end - start > WORD_LENGTH)
		start = end - WORD_LENGTH;
	while (end > start) {
		const char *at = g_utf8_find_prev_char(start, end);
		if (!at || !is_letter(at))
			break;
		end = at;
	}
	return end;
}

static const char *letters_after(const char *at)
{
	while (*at && is_letter(at))
		at = g_utf8_next_char(at);
	return at;
}

static void learn_word(struct mend *mend, const char *from, const char *end, bool first, bool last)
{
	const char *hyphen = memchr(from, '-', (size_t)(end - from));
	g_autofree char *word = g_utf8_strdown(from, end - from);
	if (hyphen && hyphen > from && hyphen + 1 < end)
		g_hash_table_add(mend->hyphenated, g_steal_pointer(&word));
	else if (!hyphen && !first && !last)
		g_hash_table_add(mend->words, g_steal_pointer(&word));
}

static void learn_line(struct mend *mend, const char *text, bool continues_word)
{
	bool first = continues_word;
	for (const char *at = text; *at;) {
		const char *end = at;
		while (*end && (is_letter(end) || *end == '-'))
			end = g_utf8_next_char(end);
		if (end > at) {
			bool broken = *end == '\0' && end[-1] == '-';
			learn_word(mend, at, end, first, broken);
			first = false;
			at = end;
		} else {
			at = g_utf8_next_char(at);
		}
	}
}

struct mend *mend_new(const GArray *lines)
{
	struct mend *mend = g_new0(struct mend, 1);
	mend->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	mend->hyphenated = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	bool broken = false;
	for (guint i = 0; i < lines->len; i++) {
		const char *text = g_array_index(lines, struct printed, i).text;
		learn_line(mend, text, broken);
		broken = g_str_has_suffix(text, "-");
	}
	return mend;
}

void mend_free(struct mend *mend)
{
	if (!mend)
		return;
	g_hash_table_unref(mend->words);
	g_hash_table_unref(mend->hyphenated);
	g_free(mend);
}

/* Whether the hyphen between these parts is a real one. */
static bool keeps_hyphen(const struct mend *mend, const char *head, const char *tail)
{
	g_autofree char *with = g_strconcat(head, "-", tail, NULL);
	g_autofree char *without = g_strconcat(head, tail, NULL);
	if (g_hash_table_contains(mend->hyphenated, with))
		return true;
	if (g_hash_table_contains(mend->words, without))
		return false;
	if (g_strv_contains(small_prefixes, head))
		return g_strv_contains(small_tails, tail);
	if (g_strv_contains(prefixes, head))
		return true;
	return strlen(head) > 2 && strlen(tail) > 3 && g_hash_table_contains(mend->words, head) &&
	       g_hash_table_contains(mend->words, tail);
}

void mend_append(const struct mend *mend, GString *text, const char *line)
{
	if (text->len == 0) {
		g_string_append(text, line);
		return;
	}
	const char *start = text->str, *hyphen = start + text->len - 1;
	const char *head = *hyphen == '-' ? letters_before(start, hyphen) : hyphen;
	bool broken = *hyphen == '-' && head < hyphen;
	if (!broken) {
		bool slash = *hyphen == '/' && strstr(start, "://") && !strchr(strstr(start, "://"), ' ');
		const char *word = strrchr(start, ' ');
		bool address = line[0] == '.' && strchr(word ? word : start, '@');
		if (!slash && !address)
			g_string_append_c(text, ' ');
		g_string_append(text, line);
		return;
	}
	g_autofree char *first = g_utf8_strdown(head, hyphen - head);
	g_autofree char *second = g_utf8_strdown(line, letters_after(line) - line);
	bool lower = g_unichar_islower(g_utf8_get_char(line));
	bool compound = head > start && head[-1] == '-';
	if (lower && !compound && !keeps_hyphen(mend, first, second))
		g_string_truncate(text, text->len - 1);
	else if (!lower && !g_unichar_isalnum(g_utf8_get_char(line)))
		g_string_append_c(text, ' ');
	g_string_append(text, line);
}
