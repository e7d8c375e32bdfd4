/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "stemmer.h"

#include "store.h"

/* A word and its stem, in one piece of memory: the stem with its NUL, then the word's bytes. */
struct entry {
	struct span word;
	char stem[];
};

struct stemmer {
	GHashTable *entries; /* struct entry *, both key and value; it starts with the span that is looked up */
	GString *stem;
};

static guint word_hash(gconstpointer key)
{
	const struct span *word = key;
	guint hash = 5381;
	for (size_t i = 0; i < word->len; i++)
		hash = hash * 33 + (unsigned char)word->ptr[i];
	return hash;
}

static gboolean word_equal(gconstpointer a, gconstpointer b)
{
	return span_equal(*(const struct span *)a, *(const struct span *)b);
}

struct stemmer *stemmer_new(void)
{
	struct stemmer *stemmer = g_new(struct stemmer, 1);
	stemmer->entries = g_hash_table_new_full(word_hash, word_equal, g_free, NULL);
	stemmer->stem = g_string_new(NULL);
	return stemmer;
}

void stemmer_free(struct stemmer *stemmer)
{
	if (!stemmer)
		return;
	g_hash_table_unref(stemmer->entries);
	g_string_free(stemmer->stem, TRUE);
	g_free(stemmer);
}

static bool has_digit(struct span word)
{
	for (size_t i = 0; i < word.len; i++) {
		if (g_ascii_isdigit(word.ptr[i]))
			return true;
	}
	return false;
}

const char *stemmer_stem(struct stemmer *stemmer, struct span folded)
{
	const struct entry *known = g_hash_table_lookup(stemmer->entries, &folded);
	if (known)
		return known->stem;
	g_string_truncate(stemmer->stem, 0);
	if (has_digit(folded))
		g_string_append_len(stemmer->stem, folded.ptr, (gssize)folded.len);
	else
		store_stem(stemmer->stem, folded);
	size_t stem_size = stemmer->stem->len + 1;
	struct entry *entry = g_malloc(sizeof(*entry) + stem_size + folded.len);
	memcpy(entry->stem, stemmer->stem->str, stem_size);
	if (folded.len > 0)
		memcpy(entry->stem + stem_size, folded.ptr, folded.len);
	entry->word = (struct span){entry->stem + stem_size, folded.len};
	g_hash_table_add(stemmer->entries, entry);
	return entry->stem;
}
