/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "encoding.h"

#include "text.h"

enum {
	SAMPLE = 64 * 1024,
	DECLARED = 4096, /* where a page declares its charset, HTML allows for 1024 */
};

struct mark {
	struct span bytes;
	const char *charset;
};

/* UTF-32 first: its little-endian mark begins with that of UTF-16. */
static const struct mark marks[] = {
	{{"\xff\xfe\0\0", 4}, "UTF-32LE"}, {{"\0\0\xfe\xff", 4}, "UTF-32BE"}, {{"\xef\xbb\xbf", 3}, "UTF-8"},
	{{"\xff\xfe", 2}, "UTF-16LE"},     {{"\xfe\xff", 2}, "UTF-16BE"},
};

static const struct mark *mark_of(struct span bytes)
{
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		struct span mark = marks[i].bytes;
		if (bytes.len >= mark.len && memcmp(bytes.ptr, mark.ptr, mark.len) == 0)
			return &marks[i];
	}
	return NULL;
}

static struct span sample_of(struct span bytes)
{
	return span_cut(bytes, 0, MIN(bytes.len, SAMPLE));
}

/* English in UTF-16 has a zero in nearly every other byte, always on the same side. */
static const char *wide_charset(struct span bytes)
{
	struct span sample = sample_of(bytes);
	size_t pairs = sample.len / 2;
	size_t zeros[2] = {0, 0};
	for (size_t i = 0; i < pairs * 2; i++)
		zeros[i % 2] += sample.ptr[i] == 0;
	if (pairs < 2)
		return NULL;
	if (zeros[1] * 10 >= pairs * 6 && zeros[0] * 20 <= pairs)
		return "UTF-16LE";
	if (zeros[0] * 10 >= pairs * 6 && zeros[1] * 20 <= pairs)
		return "UTF-16BE";
	return NULL;
}

/* Control characters that no text holds; escapes and backspaces stand in listings of old printers. */
static bool is_control(unsigned char byte)
{
	return (byte < 0x20 && !strchr("\t\n\v\f\r\b\x1a\x1b", byte)) || byte == 0 || byte == 0x7f;
}

bool encoding_is_text(struct span bytes)
{
	if (bytes.len == 0 || mark_of(bytes))
		return true;
	if (wide_charset(bytes)) {
		g_autofree char *text = encoding_decode(sample_of(bytes));
		struct span decoded = span_of(text);
		size_t controls = 0;
		for (size_t i = 0; i < decoded.len; i++)
			controls += is_control((unsigned char)decoded.ptr[i]);
		return controls * 100 <= decoded.len;
	}
	struct span sample = sample_of(bytes);
	size_t controls = 0, high = 0;
	for (size_t i = 0; i < sample.len; i++) {
		controls += is_control((unsigned char)sample.ptr[i]);
		high += (unsigned char)sample.ptr[i] >= 0x80;
	}
	if (controls * 100 > sample.len)
		return false;
	/* Half of it beyond ASCII is text only where it is UTF-8; the sample may end inside a character. */
	const char *end = sample.ptr;
	return high * 2 <= sample.len || g_utf8_validate(sample.ptr, (gssize)sample.len, &end) ||
	       sample.ptr + sample.len - end < 4;
}

/* Converts what converts; each byte that does not becomes U+FFFD. NULL when the charset is unknown. */
static char *convert(struct span bytes, const char *charset)
{
	GString *out = g_string_sized_new(bytes.len + 16);
	GIConv converter = g_iconv_open("UTF-8", charset);
	if (converter == (GIConv)-1) { /* NOLINT(performance-no-int-to-ptr): so GLib says it failed */
		g_string_free(out, TRUE);
		return NULL;
	}
	size_t unit = g_str_has_prefix(charset, "UTF-16") ? 2 : 1;
	while (bytes.len > 0) {
		size_t slice =
			MIN(bytes.len, SAMPLE); /* so that many broken bytes do not cost a conversion of all each */
		gsize read = 0, written = 0;
		g_autofree char *part =
			g_convert_with_iconv(bytes.ptr, (gssize)slice, converter, &read, &written, NULL);
		bool is_parted = part && read > 0 && slice < bytes.len; /* at most, in the middle of a character */
		if (!part && read > 0)
			part = g_convert_with_iconv(bytes.ptr, (gssize)read, converter, NULL, &written, NULL);
		if (part)
			g_string_append_len(out, part, (gssize)written);
		if (read < slice && !is_parted) {
			g_string_append(out, "\xef\xbf\xbd");
			read += MIN(unit, bytes.len - read);
			g_iconv(converter, NULL, NULL, NULL, NULL);
		}
		bytes = span_cut(bytes, read, bytes.len);
	}
	g_iconv_close(converter);
	struct span converted = {out->str, out->len};
	if (memchr(out->str, 0, out->len)) {
		char *repaired = text_repair(converted, NULL);
		g_string_free(out, TRUE);
		return repaired;
	}
	return g_string_free(out, FALSE);
}

/* UTF-8 with a few broken characters, rather than another encoding whose letters look broken as UTF-8; where it is
 * declared, one whole character is proof enough. */
static bool is_mostly_utf8(struct span bytes, bool is_declared)
{
	size_t good = 0, bad = 0;
	const char *at = bytes.ptr, *end = bytes.ptr + bytes.len;
	while (at < end) {
		if ((unsigned char)*at < 0x80) {
			at++;
			continue;
		}
		gunichar c = g_utf8_get_char_validated(at, end - at);
		if (c == (gunichar)-2) /* cut off at the end */
			break;
		bool is_good = c != (gunichar)-1;
		good += is_good;
		bad += !is_good;
		at = is_good ? g_utf8_next_char(at) : at + 1;
	}
	return good > bad || bad == 0 || (is_declared && good > 0);
}

char *encoding_decode(struct span bytes)
{
	return encoding_decode_as(bytes, NULL);
}

char *encoding_decode_as(struct span bytes, const char *charset)
{
	const struct mark *mark = mark_of(bytes);
	if (mark) {
		bytes = span_cut(bytes, mark->bytes.len, bytes.len);
		charset = mark->charset;
	} else if (wide_charset(bytes)) {
		charset = wide_charset(bytes);
	} else if (charset && (g_ascii_strncasecmp(charset, "UTF-16", 6) == 0 || strchr(charset, '/'))) {
		charset = NULL; /* declared in bytes that are plainly not: HTML says to read UTF-8 then */
	}
	/* Browsers read these names as Windows-1252, and authors mean it. */
	if (charset && (g_ascii_strcasecmp(charset, "ISO-8859-1") == 0 ||
			g_ascii_strcasecmp(charset, "US-ASCII") == 0 || g_ascii_strcasecmp(charset, "latin1") == 0))
		charset = NULL;
	bool is_utf8 =
		charset && (g_ascii_strcasecmp(charset, "UTF-8") == 0 || g_ascii_strcasecmp(charset, "utf8") == 0);
	if (charset && !is_utf8) {
		char *converted = convert(bytes, charset);
		if (converted)
			return converted;
	}
	if (mark || is_mostly_utf8(bytes, is_utf8))
		return text_repair(bytes, NULL);
	return convert(bytes, "WINDOWS-1252");
}

char *encoding_declared(struct span bytes)
{
	g_autofree char *head = g_strndup(bytes.ptr, MIN(bytes.len, DECLARED));
	g_autoptr(GRegex) regex = g_regex_new("<meta[^>]*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:-]+)",
					      G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	return g_regex_match(regex, head, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}
