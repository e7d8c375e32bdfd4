/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "copy.h"

#include "fields.h"
#include "text.h"

/* With fewer words than this a paragraph may well be said twice at one meeting. */
#define SHORT_WORDS 25

/* What parts the words and the parts of what is hashed; no folded word has it. */
#define WORD_END '\x1f'
#define PART_END '\x1e'

/* Bytes of a digest that base64 makes COPY_KEY_BYTES of. */
#define DIGEST_BYTES 12

static guint add_words(GString *out, const char *text)
{
	guint count = 0;
	struct span word, all = text ? span_of(text) : (struct span){"", 0};
	for (size_t pos = 0; text_next_word(all, &pos, &word); count++) {
		text_fold(out, word);
		g_string_append_c(out, WORD_END);
	}
	g_string_append_c(out, PART_END);
	return count;
}

static void add_meeting(GString *out, const struct record *record)
{
	const char *body = record->body ? record->body : record->council;
	if (record->date && body) {
		add_words(out, body);
		g_string_append(out, record->date);
		return;
	}
	/* The id begins with the digest of the file's bytes. */
	const char *end = record->id ? strchr(record->id, '#') : NULL;
	if (end)
		g_string_append_len(out, record->id, end - record->id);
}

static bool is_draft(const struct record *record)
{
	g_autoptr(GPtrArray) flags = field_values(field_find(span_of("is")), record);
	return g_ptr_array_find_with_equal_func(flags, "draft", g_str_equal, NULL);
}

char *copy_key(const struct record *record)
{
	if (record->kind == KIND_FURNITURE)
		return g_strdup("");
	g_autoptr(GString) all = g_string_new(NULL);
	guint count = add_words(all, record->text);
	if (count == 0)
		return g_strdup("");
	if (count < SHORT_WORDS)
		add_words(all, record->title);
	add_meeting(all, record);
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(checksum, (const guchar *)all->str, (gssize)all->len);
	guint8 digest[32];
	gsize len = sizeof(digest);
	g_checksum_get_digest(checksum, digest, &len);
	g_autofree char *key = g_base64_encode(digest, DIGEST_BYTES);
	int worse = (is_draft(record) ? 2 : 0) + (record->type == TYPE_MINUTES ? 0 : 1);
	return g_strdup_printf("%s%d", key, worse);
}
