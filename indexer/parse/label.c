/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "label.h"

#include <stdlib.h>
#include <string.h>

static const char *const bullets[] = {"•", "·", "●", "▪", "■", "◦", "○", "‣", "➢", "➤", "►", "▸", "∙",
				      "⁃", "❖", "✓", "✔", "-", "–", "—", "*", "+", "o", "§", "¨", NULL};

static size_t blank_length(const char *text)
{
	size_t len = 0;
	while (text[len] == ' ' || text[len] == '\t')
		len++;
	return len;
}

/* White space must part a label from its words, but converters lose it before a capital: "2.RESOLVED". */
static bool label_ends(const char *rest, bool closed)
{
	return rest[0] == '\0' || rest[0] == ' ' || rest[0] == '\t' || (closed && g_ascii_isupper(rest[0])) ||
	       (closed && (guchar)rest[0] >= 0x80);
}

static bool is_private_use(const char *text)
{
	gunichar c = g_utf8_get_char_validated(text, -1);
	return c >= 0xE000 && c <= 0xF8FF;
}

static size_t read_bullet(struct label *label, const char *line)
{
	for (int i = 0; bullets[i]; i++) {
		size_t len = strlen(bullets[i]);
		if (strncmp(line, bullets[i], len) != 0)
			continue;
		bool ascii = (guchar)bullets[i][0] < 0x80;
		bool parted = line[len] == ' ' || line[len] == '\t' || line[len] == '\0';
		bool dash = ascii || strcmp(bullets[i], "–") == 0 || strcmp(bullets[i], "—") == 0 ||
			    bullets[i][0] == '\xc2';
		if (dash && !parted)
			continue;
		g_strlcpy(label->bullet, bullets[i], sizeof label->bullet);
		return len;
	}
	if (is_private_use(line)) {
		size_t len = (size_t)(g_utf8_next_char(line) - line);
		memcpy(label->bullet, line, MIN(len, sizeof label->bullet - 1));
		return len;
	}
	return 0;
}

static int roman_value(const char *text, size_t len)
{
	static const char digits[] = "ivxlc";
	static const int values[] = {1, 5, 10, 50, 100};
	int total = 0, last = 1000;
	for (size_t i = 0; i < len; i++) {
		const char *at = strchr(digits, g_ascii_tolower(text[i]));
		if (!at || !*at)
			return 0;
		int value = values[at - digits];
		total += value;
		if (value > last)
			total -= 2 * last;
		last = value;
	}
	return total > 0 && total < 60 ? total : 0;
}

static size_t digits_length(const char *text)
{
	size_t len = 0;
	while (g_ascii_isdigit(text[len]))
		len++;
	return len;
}

static void set_text(struct label *label, const char *text, size_t len)
{
	memcpy(label->text, text, len);
	label->text[len] = '\0';
}

/* "12", "3.1.5", "2a" and what closes them. Returns the bytes read, 0 for none. */
static size_t read_number(struct label *label, const char *text)
{
	size_t len = digits_length(text), parts = 1, last = 0;
	if (len == 0 || len > 4)
		return 0;
	while (text[len] == '.' && g_ascii_isdigit(text[len + 1])) {
		last = len + 1;
		len = last + digits_length(text + last);
		parts++;
	}
	if (len >= sizeof label->text - 2)
		return 0;
	label->value = (int)g_ascii_strtoll(text + last, NULL, 10);
	label->style = parts > 1 ? LABEL_MULTI : LABEL_DECIMAL;
	if (parts == 1 && len <= 2 && g_ascii_islower(text[len]) && (text[len + 1] == '.' || text[len + 1] == ')') &&
	    label_ends(text + len + 2, true)) {
		label->style = LABEL_MIXED;
		label->value = text[len] - 'a' + 1;
		len++;
	}
	set_text(label, text, len);
	return len;
}

static size_t read_letters(struct label *label, const char *text)
{
	size_t len = 0;
	while (g_ascii_isalpha(text[len]))
		len++;
	if (len == 0 || len > 6)
		return 0;
	label->upper = g_ascii_isupper(text[0]);
	label->roman = roman_value(text, len);
	for (size_t i = 1; i < len; i++)
		if (g_ascii_isupper(text[i]) != g_ascii_isupper(text[0]))
			return 0;
	if (len == 1) {
		label->style = LABEL_ALPHA;
		label->value = g_ascii_tolower(text[0]) - 'a' + 1;
	} else if (label->roman) {
		label->style = LABEL_ROMAN;
		label->value = label->roman;
	} else {
		return 0;
	}
	set_text(label, text, len);
	return len;
}

static size_t read_reference(struct label *label, const char *text)
{
	size_t digits = g_ascii_isupper(text[0]) ? digits_length(text + 1) : 0;
	if (digits == 0 || digits > 2)
		return 0;
	size_t len = 1 + digits;
	label->style = LABEL_REF;
	label->upper = true;
	label->value = (int)g_ascii_strtoll(text + 1, NULL, 10);
	set_text(label, text, len);
	if (text[len] == '.' || text[len] == ')')
		label->close = text[len++];
	return label_ends(text + len, label->close != 0) ? len : 0;
}

/* The groups of digits in "C/091/2023", at most three. Returns how many. */
enum { SERIAL_GROUPS = 3, SERIAL_DIGITS = 4, SERIAL_PREFIX = 6 };

static int serial_groups(int *groups, const char *text)
{
	int count = 0;
	for (const char *at = text; *at && count < SERIAL_GROUPS;) {
		size_t digits = digits_length(at);
		if (digits > 0)
			groups[count++] = (int)g_ascii_strtoll(at, NULL, 10);
		at += digits > 0 ? digits : 1;
	}
	return count;
}

/* "2016/17" is a year, whatever follows. */
static bool is_financial_year(const char *text, size_t len)
{
	int first = (int)g_ascii_strtoll(text, NULL, 10);
	return len == 7 && text[4] == '/' && first >= 1900 && first < 2100 &&
	       (first + 1) % 100 == (int)g_ascii_strtoll(text + 5, NULL, 10);
}

/* "18/034", "61/21", "C/091/2023", "Exe/19/82", "PC.45/22". */
static size_t read_serial(struct label *label, const char *text)
{
	size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz&");
	if (len > SERIAL_PREFIX || (len > 0 && !g_ascii_isupper(text[0])))
		return 0;
	if (len > 0 && strchr("/.-", text[len]))
		len += text[len] ? 1 : 0;
	int groups = 0, slashes = 0;
	for (;;) {
		size_t digits = digits_length(text + len);
		if (digits == 0 || digits > SERIAL_DIGITS || ++groups > SERIAL_GROUPS)
			return 0;
		len += digits;
		if (text[len] != '/')
			break;
		slashes++;
		len++;
	}
	if (slashes == 0 || len >= sizeof label->text || is_financial_year(text, len))
		return 0;
	label->style = LABEL_SERIAL;
	label->upper = g_ascii_isupper(text[0]);
	set_text(label, text, len);
	if (text[len] == '.' || text[len] == ')' || text[len] == ':')
		label->close = text[len++];
	return label_ends(text + len, false) ? len : 0;
}

/* A number or letter with its brackets and stop; "1" alone and "1 Welcome" are plain. */
static size_t read_counter(struct label *label, const char *line)
{
	size_t at = 0;
	if (line[0] == '(') {
		label->open = '(';
		at = 1;
	}
	size_t len = read_number(label, line + at);
	if (len == 0)
		len = read_letters(label, line + at);
	if (len == 0)
		return 0;
	at += len;
	if (label->open && line[at] != ')')
		return 0;
	if (line[at] == '.' || line[at] == ')' ||
	    (line[at] == ':' && label->style == LABEL_DECIMAL && line[at + 1] == '-')) {
		label->close = line[at++];
		if ((line[at] == ')' && label->close == '.') || (line[at] == '-' && label->close == ':'))
			at++;
	}
	if (!label_ends(line + at, label->close != 0))
		return 0;
	if (!label->close && label->style == LABEL_DECIMAL)
		label->style = LABEL_PLAIN;
	bool bare_letter = !label->close && (label->style == LABEL_ALPHA || label->style == LABEL_ROMAN);
	return bare_letter ? 0 : at;
}

bool label_read(struct label *label, const char *line)
{
	*label = (struct label){.style = LABEL_NONE};
	size_t start = blank_length(line);
	struct label counter = {.style = LABEL_NONE}, bullet = {.style = LABEL_NONE};
	size_t len = read_bullet(&bullet, line + start);
	if (len > 0) {
		size_t skip = start + len + blank_length(line + start + len);
		size_t inner =
			bullet.bullet[0] == '-' || bullet.bullet[0] == '*' ? read_counter(&counter, line + skip) : 0;
		if (inner > 0 && counter.close) {
			*label = counter;
			len = skip + inner;
		} else {
			*label = bullet;
			label->style = LABEL_BULLET;
			strcpy(label->text, "*");
			len += start;
		}
	} else {
		len = read_counter(&counter, line + start);
		if (len == 0) {
			counter = (struct label){.style = LABEL_NONE};
			len = read_reference(&counter, line + start);
		}
		if (len == 0) {
			counter = (struct label){.style = LABEL_NONE};
			len = read_serial(&counter, line + start);
		}
		if (len == 0)
			return false;
		*label = counter;
		len += start;
	}
	label->length = len + blank_length(line + len);
	label->alone = line[label->length] == '\0';
	return true;
}

bool label_same_form(const struct label *a, const struct label *b)
{
	if (a->style == LABEL_BULLET || b->style == LABEL_BULLET)
		return a->style == b->style && strcmp(a->bullet, b->bullet) == 0;
	bool roman = (a->style == LABEL_ROMAN && b->roman) || (b->style == LABEL_ROMAN && a->roman);
	return (a->style == b->style || roman) && a->open == b->open && a->close == b->close && a->upper == b->upper;
}

/* The part before the last number of 3.1.5 must be the same. */
static bool same_stem(const struct label *a, const struct label *b)
{
	const char *dot_a = strrchr(a->text, '.'), *dot_b = strrchr(b->text, '.');
	if (!dot_a || !dot_b)
		return false;
	return dot_a - a->text == dot_b - b->text && strncmp(a->text, b->text, (size_t)(dot_a - a->text)) == 0;
}

/* One number of "61/21" or "C/091/2023" has grown, what stands around it is the same. */
static bool serial_follows(const struct label *label, const struct label *next, int slack)
{
	int from[SERIAL_GROUPS], to[SERIAL_GROUPS], grown = 0;
	int count = serial_groups(from, label->text);
	size_t prefix = strcspn(label->text, "0123456789");
	if (count != serial_groups(to, next->text) || prefix != strcspn(next->text, "0123456789") ||
	    strncmp(label->text, next->text, prefix) != 0)
		return false;
	for (int i = 0; i < count; i++) {
		if (to[i] == from[i])
			continue;
		if (grown++ > 0 || to[i] < from[i] || to[i] > from[i] + 1 + slack)
			return false;
	}
	return grown == 1;
}

bool label_follows(const struct label *label, const struct label *next, int slack)
{
	if (label->style == LABEL_SERIAL && next->style == LABEL_SERIAL)
		return serial_follows(label, next, slack);
	struct label lower = *label;
	/* "A) … b) … c)": one list, whatever the first letter's case. */
	if (label->style == LABEL_ALPHA && label->close == ')')
		lower.upper = next->upper;
	if (!label_same_form(&lower, next))
		return false;
	if (label->style == LABEL_BULLET)
		return true;
	if (label->style == LABEL_MULTI && !same_stem(label, next))
		return false;
	if (label->style == LABEL_MIXED && atoi(label->text) != atoi(next->text))
		return next->value == 1;
	int from = label->value, to = next->value;
	if (label->style == LABEL_ROMAN || next->style == LABEL_ROMAN) {
		from = label->roman;
		to = next->roman;
	}
	return to > from && to <= from + 1 + slack;
}

bool label_is_first(const struct label *label)
{
	return label->style == LABEL_BULLET || label->value == 1 || label->roman == 1;
}
