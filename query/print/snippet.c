/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "snippet.h"

#include "text.h"

/* Of a snippet's words, the share that may stand before its first mark. */
#define LEAD_SHARE 4

/* Columns of a word that reading takes as one. What is written without spaces (Chinese, Japanese, Thai) counts as a word
 * for every few columns, about what an English word takes. */
#define WORD_COLUMNS 40
#define PIECE_COLUMNS 6

static bool is_one_word(struct span word)
{
	size_t width = text_width(word);
	return width <= PIECE_COLUMNS ||
	       (width <= WORD_COLUMNS && width <= (size_t)g_utf8_strlen(word.ptr, (gssize)word.len));
}

/* Cut between characters, marks left with theirs. */
static void add_pieces(GArray *words, struct span word)
{
	size_t start = 0;
	size_t width = 0;
	for (size_t at = 0; at < word.len;) {
		size_t next = at + (size_t)(g_utf8_next_char(word.ptr + at) - (word.ptr + at));
		size_t columns = text_width(span_cut(word, at, next));
		if (width + columns > PIECE_COLUMNS && columns > 0) {
			struct span piece = span_cut(word, start, at);
			g_array_append_val(words, piece);
			start = at;
			width = 0;
		}
		width += columns;
		at = next;
	}
	struct span piece = span_cut(word, start, word.len);
	g_array_append_val(words, piece);
}

static GArray *cut_words(struct span text)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct span));
	struct span word;
	for (size_t pos = 0; text_next_word(text, &pos, &word);) {
		if (is_one_word(word))
			g_array_append_val(words, word);
		else
			add_pieces(words, word);
	}
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

/* A full stop behind these, or behind one or two letters ("Mr", "No", "p"), ends no sentence. */
static bool is_abbreviation(struct span word)
{
	static const char *const known[] = {"approx", "cllr",  "cllrs", "dept", "esq",  "etc",    "fig",
					    "figs",   "hon",   "inc",   "ltd",  "mrs",  "messrs", "nos",
					    "para",   "paras", "prof",  "rev",  "revd", NULL};
	if (word.len <= 2)
		return true;
	g_autofree char *lower = g_ascii_strdown(word.ptr, (gssize)word.len);
	return g_strv_contains(known, lower);
}

/* Whether a sentence ends between two words: a full stop, question or exclamation mark, then white space and no small
 * letter; those of Chinese and Japanese need no space. */
static bool is_sentence_gap(const GArray *words, struct span text, guint n)
{
	struct span gap = span_cut(text, word_end(words, text, n - 1), word_start(words, text, n));
	bool stopped = false;
	for (size_t at = 0; at < gap.len; at += (size_t)(g_utf8_next_char(gap.ptr + at) - (gap.ptr + at))) {
		gunichar code = g_utf8_get_char(gap.ptr + at);
		if (code == 0x3002 || code == 0xff01 || code == 0xff1f)
			return true;
		if (code == '.' || code == '?' || code == '!')
			stopped = true;
		else if (stopped && code == ' ')
			return !g_unichar_islower(g_utf8_get_char(text.ptr + word_start(words, text, n))) &&
			       !is_abbreviation(g_array_index(words, struct span, n - 1));
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

/* The first word of a sentence among [from, end], or `from`. */
static guint sentence_from(const GArray *words, struct span text, guint from, guint end)
{
	for (guint n = MAX(from, 1); n <= end; n++)
		if (is_sentence_gap(words, text, n))
			return n;
	return from;
}

/* The last word to show: where a sentence ends shortly before `last` and behind the marks that are shown, that one's. */
static guint last_word(const GArray *words, struct span text, const GArray *marks, guint last, guint room)
{
	guint least = last - MIN(last, room / LEAD_SHARE);
	for (guint n = 0; n < marks->len; n++) {
		guint at = word_at(words, text, g_array_index(marks, struct match_mark, n).end - 1);
		if (at > last)
			break;
		least = MAX(least, at);
	}
	for (guint n = last + 1; n > least; n--)
		if (is_sentence_gap(words, text, n))
			return n - 1;
	return last;
}

/* Punctuation that belongs to the words at the edges stays with them: up to the next white space, where there is any
 * near. */
static size_t widen_end(struct span text, size_t end)
{
	size_t wide = end;
	while (wide < text.len && text.ptr[wide] != ' ')
		wide++;
	return text_width(span_cut(text, end, wide)) <= WORD_COLUMNS ? wide : end;
}

static size_t widen_start(struct span text, size_t start)
{
	size_t wide = start;
	while (wide > 0 && text.ptr[wide - 1] != ' ')
		wide--;
	return text_width(span_cut(text, wide, start)) <= WORD_COLUMNS ? wide : start;
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
		guint wanted = first;
		first = MIN(first, list->len - words);
		if (first > 0)
			first = sentence_from(list, text, first, wanted);
	} else {
		last = last_word(list, text, marks, last, words);
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
