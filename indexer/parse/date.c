/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "date.h"

#include <stdlib.h>
#include <string.h>

#include "month.h"

struct word {
	const char *name;
	int number;
};

/* Numbers are GDate's: Monday is 1. */
static const struct word weekdays[] = {{"monday", 1},       {"tuesday", 2},  {"wednesday", 3},   {"thursday", 4},
				       {"friday", 5},       {"saturday", 6}, {"sunday", 7},      {"mon", 1},
				       {"tues", 2},         {"tue", 2},      {"weds", 3},        {"wed", 3},
				       {"thurs", 4},        {"thur", 4},     {"thu", 4},         {"fri", 5},
				       {"sat", 6},          {"sun", 7},      {"dydd llun", 1},   {"dydd mawrth", 2},
				       {"dydd mercher", 3}, {"dydd iau", 4}, {"dydd gwener", 5}, {"dydd sadwrn", 6},
				       {"dydd sul", 7},     {NULL, 0}};

static size_t match_weekday(const char *at, int *number)
{
	/* "ar ddydd Iau": softened. */
	size_t soft = g_ascii_strncasecmp(at, "ddydd ", 6) == 0 ? 1 : 0;
	for (const struct word *day = weekdays; day->name; day++) {
		size_t len = strlen(day->name);
		if (g_ascii_strncasecmp(at + soft, day->name, len) == 0) {
			*number = day->number;
			return soft + len;
		}
	}
	return 0;
}

/* Bytes of the month's name at `at`, a misspelt one where `nearly`; 0 for none. */
static size_t match_month(const char *at, int *number, bool nearly)
{
	size_t len = 0;
	while (g_ascii_isalpha(at[len]))
		len++;
	struct span word = {at, len};
	*number = (int)(len == 0 ? 0 : nearly ? month_nearly(word) : month_of(word));
	return *number ? len : 0;
}

static const char *skip(const char *at, const char *set)
{
	return at + strspn(at, set);
}

/* Reads 1 to `most` digits into *number; NULL for none. */
static const char *read_digits(const char *at, int most, int *number)
{
	int len = 0;
	*number = 0;
	while (len < most && g_ascii_isdigit(at[len]))
		*number = *number * 10 + (at[len++] - '0');
	return len > 0 && !g_ascii_isdigit(at[len]) ? at + len : NULL;
}

static const char *skip_ordinal(const char *at)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "™", "ain", "eg", "fed", NULL};
	const char *bare = skip(at, " ");
	for (int i = 0; endings[i]; i++)
		if (g_ascii_strncasecmp(bare, endings[i], strlen(endings[i])) == 0)
			return bare + strlen(endings[i]);
	return at;
}

static const char *read_year(const char *at, int *year)
{
	const char *end = read_digits(at, 4, year);
	if (!end && g_ascii_isdigit(at[0])) { /* "2017as": a lost space, but not "20170" */
		*year = 0;
		return NULL;
	}
	return end && end - at == 4 && *year >= 1850 && *year <= 2100 ? end : NULL;
}

/* "26 May 2016", "26th day of May, 2016", "27THJANUARY 2020". */
static const char *read_day_first(struct date_found *found, const char *at)
{
	const char *end = read_digits(at, 2, &found->day);
	if (!end)
		return NULL;
	end = skip(skip_ordinal(end), " ,.-");
	if (g_ascii_strncasecmp(end, "day ", 4) == 0)
		end = skip(end + 4, " ");
	if (g_ascii_strncasecmp(end, "of ", 3) == 0)
		end = skip(end + 3, " ");
	size_t len = match_month(end, &found->month, true);
	return len ? read_year(skip(end + len, " ,.-"), &found->year) : NULL;
}

/* "May 26th, 2016". */
static const char *read_month_first(struct date_found *found, const char *at)
{
	size_t len = match_month(at, &found->month, false);
	const char *end = len ? read_digits(skip(at + len, " ."), 2, &found->day) : NULL;
	return end ? read_year(skip(skip_ordinal(end), " ,."), &found->year) : NULL;
}

/* "26/05/2016", "26.05.2016", "2016-05-26". */
static const char *read_numbers(struct date_found *found, const char *at)
{
	int first, second, third;
	const char *end = read_digits(at, 4, &first);
	if (!end || !strchr("/.-", *end) || !*end)
		return NULL;
	char mark = *end;
	size_t len = (size_t)(end - at);
	end = read_digits(end + 1, 2, &second);
	if (!end || *end != mark)
		return NULL;
	const char *last = end + 1;
	end = read_digits(last, 4, &third);
	if (!end)
		return NULL;
	size_t last_len = (size_t)(end - last);
	found->month = second;
	if (len == 4 && mark == '-') {
		found->year = first;
		found->day = third;
		return last_len <= 2 ? end : NULL;
	}
	found->day = first;
	found->year = last_len == 2 ? 2000 + third : third;
	bool plausible = last_len == 4 || (last_len == 2 && mark != '-' && third <= 40);
	return len <= 2 && plausible && found->year >= 1850 && found->year <= 2100 ? end : NULL;
}

static const char *read_date(struct date_found *found, const char *at)
{
	const char *end = NULL;
	if (g_ascii_isdigit(*at)) {
		end = read_day_first(found, at);
		if (!end)
			end = read_numbers(found, at);
	} else {
		end = read_month_first(found, at);
	}
	bool valid = end && found->month >= 1 && found->month <= 12 && found->day >= 1 &&
		     g_date_valid_dmy((GDateDay)found->day, (GDateMonth)found->month, (GDateYear)found->year);
	return valid ? end : NULL;
}

/* A weekday right before the date belongs to it. */
static void look_for_weekday(struct date_found *found, const char *text)
{
	const char *from = text + found->from;
	for (const char *at = from; at >= text && from - at < 20; at--) {
		int weekday = 0;
		if (at > text && g_ascii_isalpha(at[-1]))
			continue;
		size_t len = match_weekday(at, &weekday);
		if (len == 0 || at + len > from)
			continue;
		const char *rest = skip(at + len, " ,.-");
		if (g_ascii_strncasecmp(rest, "the ", 4) == 0)
			rest += 4;
		if (rest != from)
			continue;
		GDate day;
		g_date_set_dmy(&day, (GDateDay)found->day, (GDateMonth)found->month, (GDateYear)found->year);
		found->has_weekday = true;
		found->weekday_fits = (int)g_date_get_weekday(&day) == weekday;
		found->from = (size_t)(at - text);
		return;
	}
}

bool date_find(struct date_found *found, const char *text, size_t start)
{
	size_t len = strlen(text);
	for (size_t i = start; i < len; i++) {
		bool inside = i > 0 && (g_ascii_isdigit(text[i - 1]) ||
					(g_ascii_isalpha(text[i]) && g_ascii_isalpha(text[i - 1])));
		if (inside || !(g_ascii_isdigit(text[i]) || strchr("JFMASONDIECGHTRjfmasondiecghtr", text[i])))
			continue;
		*found = (struct date_found){0};
		const char *end = read_date(found, text + i);
		if (!end)
			continue;
		found->from = i;
		found->end = (size_t)(end - text);
		look_for_weekday(found, text);
		return true;
	}
	return false;
}

char *date_print(const struct date_found *found)
{
	return g_strdup_printf("%04d-%02d-%02d", found->year, found->month, found->day);
}

bool date_in_name(struct date_found *found, const char *name)
{
	g_autofree char *plain = g_strdup(name);
	g_strdelimit(plain, "_", ' ');
	if (date_find(found, plain, 0))
		return true;
	for (const char *at = plain; *at; at++) {
		int year, rest;
		bool eight = (at == plain || !g_ascii_isdigit(at[-1])) && strspn(at, "0123456789") == 8;
		if (!eight)
			continue;
		g_autofree char *part = g_strndup(at, 4);
		year = atoi(part);
		rest = atoi(at + 4);
		*found = (struct date_found){.year = year, .month = rest / 100, .day = rest % 100};
		if (year >= 1950 && year <= 2100 && found->month >= 1 && found->month <= 12 &&
		    g_date_valid_dmy((GDateDay)found->day, (GDateMonth)found->month, (GDateYear)year))
			return true;
	}
	return false;
}
