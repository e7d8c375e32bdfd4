/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "words.h"

#include "text.h"

#define CHUNK_BYTES 4096

void words_init(struct words *words, struct stemmer *stemmer)
{
	words->list = g_array_new(FALSE, FALSE, sizeof(struct word));
	words->folds = g_string_chunk_new(CHUNK_BYTES);
	words->stemmer = stemmer;
}

void words_clear(struct words *words)
{
	g_clear_pointer(&words->list, g_array_unref);
	g_clear_pointer(&words->folds, g_string_chunk_free);
}

void words_cut(struct words *words, struct span text)
{
	g_array_set_size(words->list, 0);
	g_string_chunk_clear(words->folds);
	g_autoptr(GString) folded = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(text, &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		size_t start = (size_t)(word.ptr - text.ptr);
		struct word entry = {
			.start = start,
			.end = start + word.len,
			.folded = g_string_chunk_insert_len(words->folds, folded->str, (gssize)folded->len),
		};
		g_array_append_val(words->list, entry);
	}
}

static const char *stem_of(struct words *words, struct word *word)
{
	if (!word->stem)
		word->stem = stemmer_stem(words->stemmer, span_of(word->folded));
	return word->stem;
}

static bool word_matches(struct words *words, struct word *word, const struct tree_word *wanted, const char *stem)
{
	if (wanted->open)
		return g_str_has_prefix(word->folded, wanted->text);
	if (stem)
		return strcmp(stem_of(words, word), stem) == 0;
	return strcmp(word->folded, wanted->text) == 0;
}

void words_find(GArray *places, struct words *words, const struct tree *leaf, bool any_form)
{
	guint count = leaf->words->len;
	if (count == 0)
		return;
	g_autoptr(GPtrArray) stems = g_ptr_array_sized_new(count);
	for (guint n = 0; n < count; n++) {
		struct span word = span_of(tree_word(leaf, n)->text);
		g_ptr_array_add(stems, any_form ? (gpointer)stemmer_stem(words->stemmer, word) : NULL);
	}
	for (guint first = 0; first + count <= words->list->len; first++) {
		guint n = 0;
		while (n < count && word_matches(words, &g_array_index(words->list, struct word, first + n),
						 tree_word(leaf, n), g_ptr_array_index(stems, n)))
			n++;
		if (n < count)
			continue;
		struct words_place place = {first, first + count - 1};
		g_array_append_val(places, place);
	}
}
