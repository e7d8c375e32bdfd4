/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "period.h"

#include "fault.h"
#include "month.h"

#define FORMS "write 2016, 2016-05, 2016-05-26, 26/05/2016 or \"26 May 2016\""

/* What was typed of one date; 0 where it was not. */
struct date_parts {
	guint day, month, year;
};

/* The month of a name, in full or short, or of at least its first three letters; 0 if it is none. */
static guint month_typed(const char *name)
{
	size_t len = strlen(name);
	for (guint month = 1; len >= 3 && month <= MONTHS; month++)
		if (g_ascii_strncasecmp(name, month_name(month), len) == 0)
			return month;
	return month_of(span_of(name));
}

/* All digits, at most four of them; "26th" counts where `ordinal`. */
static bool number_of(guint *number, const char *text, bool ordinal)
{
	size_t digits = strspn(text, "0123456789");
	if (digits == 0 || digits > 4)
		return false;
	*number = (guint)g_ascii_strtoull(text, NULL, 10);
	const char *rest = text + digits;
	if (*rest == '\0')
		return true;
	return ordinal && digits <= 2 &&
	       (!g_ascii_strcasecmp(rest, "st") || !g_ascii_strcasecmp(rest, "nd") || !g_ascii_strcasecmp(rest, "rd") ||
		!g_ascii_strcasecmp(rest, "th"));
}

static bool year_of(guint *year, const char *text)
{
	return strlen(text) == 4 && number_of(year, text, false) && *year > 0;
}

static bool parse_iso(struct date_parts *parts, char **fields, guint count)
{
	if (count < 1 || count > 3 || !year_of(&parts->year, fields[0]))
		return false;
	if (count > 1 && !(strlen(fields[1]) <= 2 && number_of(&parts->month, fields[1], false) && parts->month > 0))
		return false;
	return count < 3 || (strlen(fields[2]) <= 2 && number_of(&parts->day, fields[2], false) && parts->day > 0);
}

static bool parse_slashed(struct date_parts *parts, char **fields, guint count)
{
	if (count < 2 || count > 3 || !year_of(&parts->year, fields[count - 1]))
		return false;
	if (!number_of(&parts->month, fields[count - 2], false) || parts->month == 0)
		return false;
	return count == 2 || (number_of(&parts->day, fields[0], false) && parts->day > 0);
}

static bool parse_named(struct date_parts *parts, char **fields, guint count)
{
	if (count < 2 || count > 3 || !year_of(&parts->year, fields[count - 1]))
		return false;
	parts->month = month_typed(fields[count - 2]);
	if (parts->month == 0)
		return false;
	return count == 2 || (number_of(&parts->day, fields[0], true) && parts->day > 0);
}

static bool parse_parts(struct date_parts *parts, const char *text)
{
	const char *separators = strchr(text, '/') ? "/" : strpbrk(text, " ,") ? " ," : "-";
	g_auto(GStrv) split = g_strsplit_set(text, separators, -1);
	char *fields[4];
	guint count = 0;
	for (char **part = split; *part; part++) {
		if (**part == '\0' && *separators == ' ')
			continue;
		if (count == 3)
			return false;
		fields[count++] = *part;
	}
	if (*separators == '/')
		return parse_slashed(parts, fields, count);
	return *separators == ' ' ? parse_named(parts, fields, count) : parse_iso(parts, fields, count);
}

static bool parse_one(struct period *period, struct span text, GError **error)
{
	g_autofree char *typed = g_strndup(text.ptr, text.len);
	g_strstrip(typed);
	struct date_parts parts = {0};
	if (!parse_parts(&parts, typed)) {
		g_set_error(error, FAULT, FAULT_QUERY, "no date '%s'; " FORMS, typed);
		return false;
	}
	if (parts.month > 12) {
		g_set_error(error, FAULT, FAULT_QUERY, "no month %u in '%s'%s", parts.month, typed,
			    strchr(typed, '/') ? "; the day comes first: 26/05/2016" : "");
		return false;
	}
	guint first = parts.month ? parts.month : 1;
	guint last = parts.month ? parts.month : 12;
	guint days = g_date_get_days_in_month((GDateMonth)last, (GDateYear)parts.year);
	if (parts.day > days) {
		g_set_error(error, FAULT, FAULT_QUERY, "no day %u in '%s': %s %u has %u days", parts.day, typed,
			    month_name(last), parts.year, days);
		return false;
	}
	g_snprintf(period->low, sizeof(period->low), "%04u-%02u-%02u", parts.year, first, parts.day ? parts.day : 1);
	g_snprintf(period->high, sizeof(period->high), "%04u-%02u-%02u", parts.year, last,
		   parts.day ? parts.day : days);
	return true;
}

bool period_parse(struct period *period, struct span text, GError **error)
{
	*period = (struct period){0};
	const char *dots = g_strstr_len(text.ptr, (gssize)text.len, "..");
	if (!dots)
		return parse_one(period, text, error);
	size_t at = (size_t)(dots - text.ptr);
	struct span left = span_cut(text, 0, at);
	struct span right = span_cut(text, at + 2, text.len);
	if (left.len == 0 && right.len == 0) {
		g_set_error(error, FAULT, FAULT_QUERY, "no date beside '..'; write 2013..2016, 2013.. or ..2016");
		return false;
	}
	struct period from = {0};
	struct period to = {0};
	if (left.len > 0 && !parse_one(&from, left, error))
		return false;
	if (right.len > 0 && !parse_one(&to, right, error))
		return false;
	memcpy(period->low, from.low, sizeof(period->low));
	memcpy(period->high, to.high, sizeof(period->high));
	if (*period->low && *period->high && strcmp(period->low, period->high) > 0) {
		g_set_error(error, FAULT, FAULT_QUERY, "%.*s ends before it begins", (int)text.len, text.ptr);
		return false;
	}
	return true;
}

static char *print_day(const char *day)
{
	guint month = (guint)g_ascii_strtoull(day + 5, NULL, 10);
	return g_strdup_printf("%u %s %.4s", (guint)g_ascii_strtoull(day + 8, NULL, 10), month_name(month), day);
}

/* The one year, month or day that the range is, or NULL. */
static char *print_whole(const struct period *period)
{
	if (strcmp(period->low, period->high) == 0)
		return print_day(period->low);
	if (strncmp(period->low, period->high, 4) != 0)
		return NULL;
	if (!strcmp(period->low + 4, "-01-01") && !strcmp(period->high + 4, "-12-31"))
		return g_strndup(period->low, 4);
	guint month = (guint)g_ascii_strtoull(period->low + 5, NULL, 10);
	guint year = (guint)g_ascii_strtoull(period->low, NULL, 10);
	guint last = (guint)g_ascii_strtoull(period->high + 8, NULL, 10);
	bool is_month = !strncmp(period->low, period->high, 7) && !strcmp(period->low + 7, "-01") &&
			last == g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
	return is_month ? g_strdup_printf("%s %u", month_name(month), year) : NULL;
}

char *period_print(const struct period *period)
{
	g_autofree char *low = *period->low ? print_day(period->low) : NULL;
	g_autofree char *high = *period->high ? print_day(period->high) : NULL;
	if (!low || !high)
		return low ? g_strdup_printf("from %s on", low) : g_strdup_printf("up to %s", high ? high : "any day");
	char *whole = print_whole(period);
	return whole ? whole : g_strdup_printf("from %s to %s", low, high);
}

char *period_print_day(const char *day)
{
	struct period period;
	g_strlcpy(period.low, day, sizeof(period.low));
	g_strlcpy(period.high, day, sizeof(period.high));
	return period_print(&period);
}

void period_from_digits(char day[11], const char *digits)
{
	g_snprintf(day, 11, "%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
}
