/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text.h"

#include <stdlib.h>
#include <utf8proc.h>

#define REPLACEMENT "\xEF\xBF\xBD"

enum char_class {
	CHAR_OTHER,
	CHAR_LETTER,
	CHAR_MARK,
	CHAR_DIGIT,
};

/* The code point at `at`, its length in `size`; ill-formed bytes are -1 and one byte long, so that no text, however
 * it came here, is read beyond its end. */
static inline gint32 code_at(struct span text, size_t at, size_t *size)
{
	unsigned char byte = (unsigned char)text.ptr[at];
	if (byte < 0x80) {
		*size = 1;
		return byte;
	}
	utf8proc_int32_t code;
	utf8proc_ssize_t len =
		utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at, (utf8proc_ssize_t)(text.len - at), &code);
	*size = len > 0 ? (size_t)len : 1;
	return len > 0 ? code : -1;
}

/* How many bytes of the ill-formed sequence at `bytes` are the maximal subpart of a well-formed one: Unicode 15,
 * table 3-7. */
static size_t subpart_len(struct span bytes)
{
	const unsigned char *ptr = (const unsigned char *)bytes.ptr;
	unsigned char lead = ptr[0];
	size_t following = 0;
	if (lead >= 0xC2 && lead <= 0xDF)
		following = 1;
	else if (lead >= 0xE0 && lead <= 0xEF)
		following = 2;
	else if (lead >= 0xF0 && lead <= 0xF4)
		following = 3;
	unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	size_t len = 1;
	while (len <= following && len < bytes.len && ptr[len] >= low && ptr[len] <= high) {
		len++;
		low = 0x80;
		high = 0xBF;
	}
	return len;
}

char *text_repair(struct span bytes, size_t *replaced)
{
	GString *text = g_string_sized_new(bytes.len);
	size_t count = 0;
	size_t at = 0;
	while (at < bytes.len) {
		const char *end;
		g_utf8_validate_len(bytes.ptr + at, bytes.len - at, &end);
		size_t good = (size_t)(end - bytes.ptr) - at;
		g_string_append_len(text, bytes.ptr + at, (gssize)good);
		at += good;
		if (at == bytes.len)
			break;
		g_string_append(text, REPLACEMENT);
		at += subpart_len(span_cut(bytes, at, bytes.len));
		count++;
	}
	if (replaced)
		*replaced = count;
	return g_string_free(text, FALSE);
}

/* Soft hyphen, zero-width spaces and joiners, direction marks, word joiner, byte order mark. */
static bool is_invisible(gint32 code)
{
	return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x2060 && code <= 0x2064) ||
	       code == 0xFEFF;
}

/* Starters that NFC neither changes nor joins to what stands before them, and that are not left out: everything below
 * the first combining mark, dashes, quotes and bullets. What papers consist of. */
static bool is_composed(gint32 code)
{
	return (code >= 0 && code < 0x300 && code != 0xAD) || (code >= 0x2010 && code <= 0x2027);
}

static void append_composed(GString *out, struct span text)
{
	g_autoptr(GString) visible = g_string_sized_new(text.len);
	size_t size;
	for (size_t at = 0; at < text.len; at += size) {
		if (!is_invisible(code_at(text, at, &size)))
			g_string_append_len(visible, text.ptr + at, (gssize)size);
	}
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)visible->str, (utf8proc_ssize_t)visible->len,
					    &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (len >= 0)
		g_string_append_len(out, (const char *)composed, len);
	else
		g_string_append_len(out, visible->str, (gssize)visible->len);
	free(composed);
}

char *text_compose(struct span text)
{
	GString *out = g_string_sized_new(text.len);
	size_t done = 0;
	size_t last = 0;
	size_t at = 0;
	while (at < text.len) {
		size_t size;
		if (is_composed(code_at(text, at, &size))) {
			last = at;
			at += size;
			continue;
		}
		/* A mark may join the character before it; the next ASCII character joins nothing. */
		g_string_append_len(out, text.ptr + done, (gssize)(last - done));
		while (at < text.len && (unsigned char)text.ptr[at] >= 0x80)
			at++;
		append_composed(out, span_cut(text, last, at));
		done = last = at;
	}
	g_string_append_len(out, text.ptr + done, (gssize)(text.len - done));
	return g_string_free(out, FALSE);
}

static bool is_space(gint32 code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	utf8proc_category_t category = utf8proc_category(code);
	return code == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP;
}

static void append_part(GString *out, struct span part)
{
	if (part.len > 0 && out->len > 0)
		g_string_append_c(out, ' ');
	g_string_append_len(out, part.ptr, (gssize)part.len);
}

char *text_squeeze(struct span text)
{
	GString *out = g_string_sized_new(text.len);
	size_t size;
	size_t start = 0;
	for (size_t at = 0; at < text.len; at += size) {
		if (!is_space(code_at(text, at, &size)))
			continue;
		append_part(out, span_cut(text, start, at));
		start = at + size;
	}
	append_part(out, span_cut(text, start, text.len));
	return g_string_free(out, FALSE);
}

static bool is_apostrophe(gint32 code)
{
	return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x201B || code == 0x02BC || code == 0xFF07;
}

/* Letters of European names that Unicode does not decompose, although a keyboard without them writes what stands here; as
 * ICU's Latin-ASCII has them. Folded to small ones already. */
static const struct {
	gunichar letter;
	const char *plain;
} undecomposed[] = {
	{0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"},
	{0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x167, "t"},
};

static void append_folded(GString *out, gunichar code)
{
	for (size_t n = 0; n < G_N_ELEMENTS(undecomposed); n++) {
		if (undecomposed[n].letter == code) {
			g_string_append(out, undecomposed[n].plain);
			return;
		}
	}
	g_string_append_unichar(out, is_apostrophe((gint32)code) ? '\'' : code);
}

/* The folded code points of one character. Marks are stripped, so that none is left to be put in order. */
static void fold_code(GString *out, gint32 code)
{
	/* The longest decomposition in Unicode, U+FDFA, has 18 code points. */
	utf8proc_int32_t folded[32];
	int boundary = 0;
	utf8proc_option_t options =
		UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
	utf8proc_ssize_t count = utf8proc_decompose_char(code, folded, G_N_ELEMENTS(folded), options, &boundary);
	for (utf8proc_ssize_t i = 0; i < count && i < (utf8proc_ssize_t)G_N_ELEMENTS(folded); i++)
		append_folded(out, (gunichar)folded[i]);
}

void text_fold(GString *out, struct span word)
{
	size_t size;
	for (size_t at = 0; at < word.len; at += size) {
		gint32 code = code_at(word, at, &size);
		if (code >= 0 && code < 0x80)
			g_string_append_c(out, g_ascii_isupper((char)code) ? (char)(code | 0x20) : (char)code);
		else if (code < 0)
			g_string_append(out, REPLACEMENT);
		else
			fold_code(out, code);
	}
}

static enum char_class class_beyond_ascii(gint32 code)
{
	switch (utf8proc_category(code)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return CHAR_LETTER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return CHAR_MARK;
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
		return CHAR_DIGIT;
	default:
		return CHAR_OTHER;
	}
}

static inline enum char_class class_of(gint32 code)
{
	if (code >= 0x80)
		return class_beyond_ascii(code);
	if (code < 0)
		return CHAR_OTHER;
	return g_ascii_isalpha((char)code) ? CHAR_LETTER : g_ascii_isdigit((char)code) ? CHAR_DIGIT : CHAR_OTHER;
}

/* Whether the character `code`, parting `last` from what stands at `next`, keeps the two in one word. */
static bool joins_word(gint32 code, enum char_class last, struct span text, size_t next)
{
	enum char_class sides = is_apostrophe(code)          ? CHAR_LETTER
				: code == '.' || code == ',' ? CHAR_DIGIT
							     : CHAR_OTHER;
	if (sides == CHAR_OTHER || last != sides || next >= text.len)
		return false;
	size_t size;
	return class_of(code_at(text, next, &size)) == sides;
}

bool text_next_word(struct span text, size_t *pos, struct span *word)
{
	size_t at = *pos;
	size_t size = 0;
	enum char_class last = CHAR_OTHER;
	for (; at < text.len; at += size) {
		last = class_of(code_at(text, at, &size));
		if (last == CHAR_LETTER || last == CHAR_DIGIT)
			break;
	}
	if (at >= text.len) {
		*pos = text.len;
		return false;
	}
	size_t end = at + size;
	for (; end < text.len; end += size) {
		gint32 code = code_at(text, end, &size);
		enum char_class class = class_of(code);
		if (class == CHAR_OTHER && !joins_word(code, last, text, end + size))
			break;
		if (class == CHAR_LETTER || class == CHAR_DIGIT)
			last = class;
	}
	*word = span_cut(text, at, end);
	*pos = end;
	return true;
}

size_t text_width(struct span text)
{
	size_t width = 0;
	size_t size;
	for (size_t at = 0; at < text.len; at += size) {
		gint32 code = code_at(text, at, &size);
		int columns = code < 0 ? 1 : utf8proc_charwidth(code);
		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}

/* Embeddings, overrides, isolates and direction marks (Unicode Bidi_Control). */
static bool is_direction(gint32 code)
{
	return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069);
}

char *text_folded(const char *text)
{
	GString *folded = g_string_new(NULL);
	text_fold(folded, span_of(text));
	return g_string_free(folded, FALSE);
}

bool text_folds_equal(const char *a, const char *b)
{
	g_autofree char *one = text_folded(a);
	g_autofree char *other = text_folded(b);
	return strcmp(one, other) == 0;
}

void text_count(GString *out, guint64 number)
{
	g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, number);
	size_t len = strlen(digits);
	for (size_t n = 0; n < len; n++) {
		if (n > 0 && (len - n) % 3 == 0)
			g_string_append_c(out, ',');
		g_string_append_c(out, digits[n]);
	}
}

static bool is_obeyed(gint32 code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

char *text_printable(struct span text)
{
	GString *out = g_string_sized_new(text.len);
	size_t size;
	for (size_t at = 0; at < text.len; at += size) {
		gint32 code = code_at(text, at, &size);
		if (is_obeyed(code))
			g_string_append(out, REPLACEMENT);
		else if (!is_direction(code))
			g_string_append_len(out, text.ptr + at, (gssize)size);
	}
	return g_string_free(out, FALSE);
}
