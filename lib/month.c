/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "month.h"

#include "edit.h"

static const char *const names[MONTHS] = {"January", "February", "March",     "April",   "May",      "June",
					  "July",    "August",   "September", "October", "November", "December"};

static const struct {
	const char *word;
	guint month;
} others[] = {
	{"jan", 1},        {"feb", 2},      {"mar", 3},    {"apr", 4},     {"jun", 6},       {"jul", 7},
	{"aug", 8},        {"sept", 9},     {"sep", 9},    {"oct", 10},    {"nov", 11},      {"dec", 12},
	{"ionawr", 1},     {"chwefror", 2}, {"mawrth", 3}, {"ebrill", 4},  {"mai", 5},       {"mehefin", 6},
	{"gorffennaf", 7}, {"awst", 8},     {"medi", 9},   {"hydref", 10}, {"tachwedd", 11}, {"rhagfyr", 12},
};

static bool is_word(struct span word, const char *name)
{
	return word.len == strlen(name) && g_ascii_strncasecmp(word.ptr, name, word.len) == 0;
}

const char *month_name(guint month)
{
	return names[month - 1];
}

guint month_of(struct span word)
{
	for (guint i = 0; i < MONTHS; i++)
		if (is_word(word, names[i]))
			return i + 1;
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
		if (is_word(word, others[i].word))
			return others[i].month;
	return 0;
}

guint month_nearly(struct span word)
{
	enum { SHORTEST = 5 };
	guint month = month_of(word);
	for (guint i = 0; i < MONTHS && month == 0; i++) {
		bool can = strlen(names[i]) >= SHORTEST && word.len + 1 >= SHORTEST &&
			   g_ascii_toupper(word.ptr[0]) == names[i][0];
		if (can && edit_distance(span_of(names[i]), word) == 1)
			month = i + 1;
	}
	return month;
}
