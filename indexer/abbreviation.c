/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "abbreviation.h"

#include "text.h"

#define LETTERS_LEAST 2
#define LETTERS_LIMIT 10
#define WORDS_LIMIT 16
#define FULL_BYTES 120

/* Words that an abbreviation may pass over. */
static const char *const small_words[] = {"a",  "an", "and", "at", "by",  "for", "from", "in",
					  "of", "on", "or",  "s",  "the", "to",  "with", NULL};

/* The words of a stretch of text, none of them parted by more than a space or a mark that stands inside names. */
struct phrase {
	struct span words[WORDS_LIMIT];
	guint count;
};

static bool is_link(struct span gap)
{
	g_autofree char *text = g_strndup(gap.ptr, gap.len);
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		gunichar code = g_utf8_get_char(at);
		if (!g_unichar_isspace(code) && !strchr("-,/&'\"", code < 0x80 ? (int)code : '.') &&
		    !(code >= 0x2010 && code <= 0x201f))
			return false;
	}
	return true;
}

static bool is_small(struct span word)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	text_fold(folded, word);
	return g_strv_contains(small_words, folded->str);
}

static bool begins_with(struct span word, char letter)
{
	return word.len > 0 && g_ascii_tolower(*word.ptr) == letter;
}

/* The last words of the text, as many as hang together. */
static void read_last(struct phrase *phrase, struct span text)
{
	struct span word;
	*phrase = (struct phrase){0};
	for (size_t pos = 0; text_next_word(text, &pos, &word);) {
		const char *before =
			phrase->count > 0 ? phrase->words[phrase->count - 1].ptr + phrase->words[phrase->count - 1].len
					  : word.ptr;
		if (!is_link((struct span){before, (size_t)(word.ptr - before)}))
			phrase->count = 0;
		if (phrase->count == WORDS_LIMIT) {
			memmove(phrase->words, phrase->words + 1, (WORDS_LIMIT - 1) * sizeof(word));
			phrase->count--;
		}
		phrase->words[phrase->count++] = word;
	}
	const char *end = phrase->count > 0
				  ? phrase->words[phrase->count - 1].ptr + phrase->words[phrase->count - 1].len
				  : text.ptr;
	if (!is_link((struct span){end, (size_t)(text.ptr + text.len - end)}))
		phrase->count = 0;
}

/* How many of the first `count` words are left when the letters have been found from the last to the first; -1 where they
 * cannot be. A small word is passed over sooner than it is taken for a letter. */
static int match_letters(const struct phrase *phrase, guint count, const char *letters, guint left)
{
	if (left == 0)
		return (int)count;
	if (count == 0)
		return -1;
	struct span word = phrase->words[count - 1];
	int start = is_small(word) ? match_letters(phrase, count - 1, letters, left) : -1;
	if (start < 0 && begins_with(word, letters[left - 1]))
		start = match_letters(phrase, count - 1, letters, left - 1);
	return start;
}

/* Letters of a brief in small ones, "iro" of "IROs"; false if it is no abbreviation. */
static bool read_letters(char *letters, struct span *brief)
{
	guint capitals = 0;
	for (size_t n = 0; n < brief->len; n++) {
		if (!g_ascii_isalnum(brief->ptr[n]))
			return false;
		capitals += g_ascii_isupper(brief->ptr[n]);
	}
	bool is_plural = brief->len > LETTERS_LEAST && brief->ptr[brief->len - 1] == 's' &&
			 g_ascii_isupper(brief->ptr[brief->len - 2]);
	brief->len -= is_plural;
	if (brief->len < LETTERS_LEAST || brief->len > LETTERS_LIMIT || capitals < LETTERS_LEAST)
		return false;
	for (size_t n = 0; n < brief->len; n++)
		letters[n] = g_ascii_tolower(brief->ptr[n]);
	letters[brief->len] = '\0';
	return true;
}

static void add_found(GArray *out, struct span brief, const struct phrase *phrase, guint start)
{
	const struct span *first = &phrase->words[start];
	const struct span *last = &phrase->words[phrase->count - 1];
	struct abbreviation found = {brief, {first->ptr, (size_t)(last->ptr + last->len - first->ptr)}};
	if (first < last && found.full.len <= FULL_BYTES)
		g_array_append_val(out, found);
}

static bool find_words(GArray *out, struct span brief, struct span text, bool wants_all)
{
	char letters[LETTERS_LIMIT + 1];
	struct phrase phrase;
	if (!read_letters(letters, &brief))
		return false;
	read_last(&phrase, text);
	int start = match_letters(&phrase, phrase.count, letters, (guint)brief.len);
	if (start < 0 || (wants_all && start != 0))
		return false;
	/* Not the end of a longer name: "New Independent Reviewing Officer" is fine, but a small word ends nothing. */
	if (is_small(phrase.words[phrase.count - 1]))
		return false;
	add_found(out, brief, &phrase, (guint)start);
	return true;
}

/* The last word of the text, where nothing but spaces stands behind it. */
static struct span last_word(struct span text)
{
	struct phrase phrase;
	read_last(&phrase, text);
	return phrase.count > 0 ? phrase.words[phrase.count - 1] : (struct span){0};
}

void abbreviation_find(GArray *out, struct span text)
{
	const char *end = text.ptr + text.len;
	size_t from = 0;
	const char *open = text.len > 0 ? memchr(text.ptr, '(', text.len) : NULL;
	const char *close = open;
	while (open) {
		const char *inside = open + 1;
		/* Looked for once, however many stand open before it. */
		if (close && close < inside)
			close = memchr(inside, ')', (size_t)(end - inside));
		const char *next = memchr(inside, '(', (size_t)(end - inside));
		if (close && (!next || close < next)) {
			struct span before = span_cut(text, from, (size_t)(open - text.ptr));
			struct span between = {inside, (size_t)(close - inside)};
			if (!find_words(out, between, before, false) && between.len <= FULL_BYTES)
				find_words(out, last_word(before), between, true);
			from = (size_t)(close + 1 - text.ptr);
		}
		open = next;
	}
}
