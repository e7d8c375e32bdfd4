/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "numbering.h"

#include <string.h>

#include "html_tags.h"

enum { LETTERS_MAX = 26 * 6 };

/* 1 a, 26 z, 27 aa, 28 bb: as word processors count, unlike spreadsheets. */
static char *letters(int number, char first)
{
	int repeat = (number - 1) / 26 + 1;
	g_autofree char *word = g_strnfill((gsize)repeat, (char)(first + (number - 1) % 26));
	return g_steal_pointer(&word);
}

static char *ordinal(int number)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	int last = number % 10;
	bool is_teen = number / 10 % 10 == 1;
	return g_strdup_printf("%d%s", number, endings[is_teen || last > 3 ? 0 : last]);
}

static char *number_text(int number, enum numbering_form form)
{
	bool has_letter = number >= 1 && number <= LETTERS_MAX;
	if (form == NUMBERING_LOWER_LETTER && has_letter)
		return letters(number, 'a');
	if (form == NUMBERING_UPPER_LETTER && has_letter)
		return letters(number, 'A');
	if (form == NUMBERING_LOWER_ROMAN || form == NUMBERING_UPPER_ROMAN)
		return html_marker(number, form == NUMBERING_LOWER_ROMAN ? "lower-roman" : "upper-roman");
	if (form == NUMBERING_PADDED)
		return g_strdup_printf("%02d", number);
	if (form == NUMBERING_ORDINAL && number >= 0)
		return ordinal(number);
	return g_strdup_printf("%d", number);
}

static void count(struct numbering_counts *counts, const struct numbering_level *levels, int level)
{
	if (counts->has_number[level] && counts->numbers[level] < G_MAXINT)
		counts->numbers[level]++;
	else
		counts->numbers[level] = levels[level].start;
	counts->has_number[level] = true;
	for (int i = level + 1; i < NUMBERING_LEVELS; i++) {
		if (levels[i].restart < 0 || level < levels[i].restart)
			counts->has_number[i] = false;
	}
}

const char *numbering_bullet(const char *text)
{
	static const char *const dashes[] = {"-", "–", "—"};
	for (gsize i = 0; text && i < G_N_ELEMENTS(dashes); i++) {
		if (strcmp(text, dashes[i]) == 0)
			return dashes[i];
	}
	return "•";
}

char *numbering_next(struct numbering_counts *counts, const struct numbering_level *levels, int level)
{
	level = CLAMP(level, 0, NUMBERING_LEVELS - 1);
	const struct numbering_level *own = &levels[level];
	count(counts, levels, level);
	if (own->form == NUMBERING_BULLET)
		return g_strdup(own->text && !*own->text ? NULL : numbering_bullet(own->text));
	g_autoptr(GString) label = g_string_new(NULL);
	for (const char *at = own->text ? own->text : ""; *at; at++) {
		if (at[0] != '%' || at[1] < '1' || at[1] > '9') {
			g_string_append_c(label, *at);
			continue;
		}
		int other = *++at - '1';
		enum numbering_form form = levels[other].form;
		if (form == NUMBERING_NONE || form == NUMBERING_BULLET)
			continue;
		if (own->is_legal && form != NUMBERING_PADDED)
			form = NUMBERING_DECIMAL;
		int number = counts->has_number[other] ? counts->numbers[other] : levels[other].start;
		g_autofree char *text = number_text(number, form);
		g_string_append(label, text);
	}
	g_autofree char *bare = g_strstrip(g_strdup(label->str));
	return *bare ? g_steal_pointer(&bare) : NULL;
}
