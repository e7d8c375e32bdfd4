/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ocr_mend.h"

#include <string.h>

#include "month.h"

#define BULLET_GAP 0.5 /* of the height of the letters, to the text behind it */
#define RING_MOST 0.85

static struct ocr_glimpse *glimpse_at(GArray *glimpses, guint index)
{
	return &g_array_index(glimpses, struct ocr_glimpse, index);
}

/* The word behind this one on the same line, or NULL. */
static struct ocr_glimpse *next_of(GArray *glimpses, guint index)
{
	if (index + 1 >= glimpses->len || glimpse_at(glimpses, index + 1)->line != glimpse_at(glimpses, index)->line)
		return NULL;
	return glimpse_at(glimpses, index + 1);
}

static void set_text(struct ocr_glimpse *glimpse, char *text)
{
	g_free(glimpse->text);
	glimpse->text = text;
}

/* A ring that stands before text, smaller than a letter o. */
static bool is_ring(const struct ocr_glimpse *mark, const struct ocr_glimpse *next)
{
	double letters = next->baseline - next->top;
	bool is_round = mark->text[1] == '\0' && strchr("oO0", *mark->text);
	return is_round && mark->bottom - mark->top <= RING_MOST * letters && mark->top > next->top &&
	       next->left - mark->right >= BULLET_GAP * letters;
}

static bool is_month(const char *text)
{
	size_t len = 0;
	while (g_ascii_isalpha(text[len]))
		len++;
	guint month = month_of((struct span){text, len});
	return month && len == strlen(month_name(month));
}

static const char *ending_of(guint day)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	return day % 10 <= 3 && day / 10 != 1 ? endings[day % 10] : "th";
}

/* "29" and a mark that is no letter, or a digit too many, before a month: a day whose raised ending was too small to be
 * read. NULL: it is none. Yours. */
static char *mend_day(const char *text)
{
	static const char *const marks[] = {"\"", "'", "%", "*", "°", "”", "“", "’", "‘", "\"\"", "''"};
	guint digits = (guint)strspn(text, "0123456789");
	const char *rest = text + digits;
	bool has_mark = digits == 3 && !*rest;
	for (size_t i = 0; i < G_N_ELEMENTS(marks) && !has_mark; i++)
		has_mark = strcmp(rest, marks[i]) == 0;
	if (digits < 1 || digits > 3 || !has_mark)
		return NULL;
	guint day = 0;
	for (guint i = 0; i < MIN(digits, 2); i++)
		day = day * 10 + (guint)(text[i] - '0');
	return day >= 1 && day <= 31 ? g_strdup_printf("%u%s", day, ending_of(day)) : NULL;
}

/* How many bytes of "MrN" are the title; 0 for any other word. */
static size_t title_len(const char *text)
{
	static const char *const titles[] = {"Mr", "Mrs", "Ms", "Miss", "Dr", "Cllr"};
	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
		size_t len = strlen(titles[i]);
		const char *rest = text + len;
		size_t initials = g_str_has_prefix(text, titles[i]) ? strspn(rest, G_CSET_A_2_Z) : 0;
		if (initials > 0 && initials <= 3 && !rest[initials])
			return len;
	}
	return 0;
}

static void split(GArray *glimpses, guint index, size_t len)
{
	struct ocr_glimpse *first = glimpse_at(glimpses, index);
	struct ocr_glimpse second = *first;
	double cut = first->left + (first->right - first->left) * (double)len / (double)strlen(first->text);
	second.text = g_strdup(first->text + len);
	second.starts_line = false;
	second.left = first->right = cut;
	set_text(first, g_strndup(first->text, len));
	g_array_insert_val(glimpses, index + 1, second);
}

/* Underlines are read as low lines at the ends of words. */
static void trim(struct ocr_glimpse *glimpse)
{
	size_t len = strlen(glimpse->text);
	while (len > 1 && glimpse->text[len - 1] == '_')
		len--;
	if (glimpse->text[len - 1] != '_')
		glimpse->text[len] = '\0';
}

void ocr_mend(GArray *glimpses)
{
	for (guint i = 0; i < glimpses->len; i++) {
		struct ocr_glimpse *glimpse = glimpse_at(glimpses, i);
		const struct ocr_glimpse *next = next_of(glimpses, i);
		trim(glimpse);
		char *day = next && is_month(next->text) ? mend_day(glimpse->text) : NULL;
		if (day)
			set_text(glimpse, day);
		else if (next && glimpse->starts_line && is_ring(glimpse, next))
			set_text(glimpse, g_strdup("•"));
		size_t len = title_len(glimpse->text);
		if (len > 0)
			split(glimpses, i, len);
	}
}
