/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "snippet.h"

#include "text.h"

/* Of a snippet's words, the share that may stand before its first mark. */
#define LEAD_SHARE 4

static GArray *cut_words(struct span text)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct span));
	struct span word;
	for (size_t pos = 0; text_next_word(text, &pos, &word);)
		g_array_append_val(words, word);
	return words;
}

static size_t word_start(const GArray *words, struct span text, guint n)
{
	return (size_t)(g_array_index(words, struct span, n).ptr - text.ptr);
}

static size_t word_end(const GArray *words, struct span text, guint n)
{
	return word_start(words, text, n) + g_array_index(words, struct span, n).len;
}

/* The word that holds byte `at`, or the next behind it. */
static guint word_at(const GArray *words, struct span text, size_t at)
{
	guint from = 0;
	guint end = words->len;
	while (from < end) {
		guint middle = from + (end - from) / 2;
		if (word_end(words, text, middle) <= at)
			from = middle + 1;
		else
			end = middle;
	}
	return MIN(from, words->len - 1);
}

/* The same number for marks of the same folded words. */
static GArray *mark_ids(struct span text, const GArray *marks)
{
	GArray *ids = g_array_sized_new(FALSE, FALSE, sizeof(guint), marks->len);
	g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint n = 0; n < marks->len; n++) {
		const struct match_mark *mark = &g_array_index(marks, struct match_mark, n);
		GString *folded = g_string_new(NULL);
		text_fold(folded, span_cut(text, mark->start, mark->end));
		char *key = g_string_free(folded, FALSE);
		gpointer known_id = NULL;
		bool is_known = g_hash_table_lookup_extended(known, key, NULL, &known_id);
		guint id = is_known ? GPOINTER_TO_UINT(known_id) : n;
		g_array_append_val(ids, id);
		if (is_known)
			g_free(key);
		else
			g_hash_table_insert(known, key, GUINT_TO_POINTER(n));
	}
	return ids;
}

/* Marks that say something new count most, repeats a little. */
static guint mark_worth(const GArray *ids, guint first, guint n)
{
	for (guint k = first; k < n; k++)
		if (g_array_index(ids, guint, k) == g_array_index(ids, guint, n))
			return 1;
	return 100;
}

/* The mark that begins the densest group that fits into `room` words. */
static guint best_mark(struct span text, const GArray *words, const GArray *marks, guint room)
{
	g_autoptr(GArray) ids = mark_ids(text, marks);
	guint best = 0;
	guint most = 0;
	for (guint first = 0; first < marks->len; first++) {
		guint from = word_at(words, text, g_array_index(marks, struct match_mark, first).start);
		guint worth = 0;
		for (guint n = first; n < marks->len && n - first < room; n++) {
			const struct match_mark *mark = &g_array_index(marks, struct match_mark, n);
			if (word_at(words, text, mark->end - 1) >= from + room)
				break;
			worth += mark_worth(ids, first, n);
		}
		if (worth > most) {
			most = worth;
			best = first;
		}
	}
	return best;
}

/* Whether a sentence ends between two words: a full stop, question or exclamation mark, then white space. */
static bool is_sentence_gap(const GArray *words, struct span text, guint n)
{
	size_t from = word_end(words, text, n - 1);
	size_t end = word_start(words, text, n);
	bool stopped = false;
	for (size_t at = from; at < end; at++) {
		if (strchr(".?!", text.ptr[at]))
			stopped = true;
		else if (stopped && text.ptr[at] == ' ')
			return word_end(words, text, n - 1) - word_start(words, text, n - 1) > 2;
	}
	return false;
}

/* The word to begin with: at most a share of the room before the first mark, with a sentence if one begins there. */
static guint first_word(const GArray *words, struct span text, guint mark, guint room)
{
	guint lead = MIN(mark, room / LEAD_SHARE);
	for (guint n = mark - lead; n <= mark; n++)
		if (n == 0 || is_sentence_gap(words, text, n))
			return n;
	return mark - lead;
}

/* Punctuation that belongs to the words at the edges stays with them: up to the next white space. */
static size_t widen_end(struct span text, size_t end)
{
	while (end < text.len && text.ptr[end] != ' ')
		end++;
	return end;
}

static size_t widen_start(struct span text, size_t start)
{
	while (start > 0 && text.ptr[start - 1] != ' ')
		start--;
	return start;
}

void snippet_choose(struct snippet *snippet, struct span text, const GArray *marks, guint words)
{
	*snippet = (struct snippet){.end = text.len};
	g_autoptr(GArray) list = cut_words(text);
	if (words == 0 || list->len <= words)
		return;
	guint first = 0;
	guint last = words - 1;
	if (marks->len > 0) {
		guint best = best_mark(text, list, marks, MAX(words - words / LEAD_SHARE, 1));
		const struct match_mark *mark = &g_array_index(marks, struct match_mark, best);
		guint at = word_at(list, text, mark->start);
		first = first_word(list, text, at, words);
		last = first + words - 1;
		/* A phrase longer than the room is shown whole. */
		last = MAX(last, word_at(list, text, mark->end - 1));
	}
	if (last >= list->len - 1) {
		last = list->len - 1;
		first = MIN(first, list->len - words);
	}
	snippet->start = first == 0 ? 0 : widen_start(text, word_start(list, text, first));
	snippet->end = last == list->len - 1 ? text.len : widen_end(text, word_end(list, text, last));
	snippet->cut_before = snippet->start > 0;
	snippet->cut_after = snippet->end < text.len;
}

char *snippet_print(const struct snippet *snippet, struct span text)
{
	struct span part = span_cut(text, snippet->start, snippet->end);
	return g_strdup_printf("%s%.*s%s", snippet->cut_before ? "\u2026 " : "", (int)part.len, part.ptr,
			       snippet->cut_after ? " \u2026" : "");
}
