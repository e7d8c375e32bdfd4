/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "estimate.h"

#include <string.h>

#include "fault.h"

/* A working week in hundredths of a minute: nobody takes longer over one paper. */
#define RATE_LIMIT 222000

const struct estimate_activity estimate_activities[ESTIMATE_COUNT] = {
	{"determining whether the information is held", "SI 2004/3244, regulation 4(3)(a)"},
	{"locating the information, or a document which may contain it", "SI 2004/3244, regulation 4(3)(b)"},
	{"retrieving the information, or a document which may contain it", "SI 2004/3244, regulation 4(3)(c)"},
	{"extracting the information from a document containing it", "SI 2004/3244, regulation 4(3)(d)"},
};

/* "12.5" to 1250; false if it is no such number. */
static bool read_rate(guint64 *rate, const char *text)
{
	size_t whole = strspn(text, "0123456789");
	size_t part = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
	size_t len = whole + (text[whole] == '.' ? part + 1 : 0);
	if (whole == 0 || whole > 4 || text[len] || part > 2 || (text[whole] == '.' && part == 0))
		return false;
	*rate = 100 * g_ascii_strtoull(text, NULL, 10);
	for (size_t n = 0, weight = 10; n < part; n++, weight /= 10)
		*rate += weight * (guint64)(text[whole + 1 + n] - '0');
	return *rate <= RATE_LIMIT;
}

bool estimate_parse(struct estimate *estimate, const char *text, GError **error)
{
	g_auto(GStrv) parts = g_strsplit(text, ",", -1);
	bool good = g_strv_length(parts) == ESTIMATE_COUNT;
	for (int n = 0; good && n < ESTIMATE_COUNT; n++)
		good = read_rate(&estimate->rates[n], parts[n]);
	if (!good)
		g_set_error(error, FAULT, FAULT_QUERY,
			    "four numbers of minutes are wanted, like " ESTIMATE_DEFAULT
			    ": to determine, to locate, to retrieve and to extract");
	return good;
}

guint64 estimate_time(const struct estimate *estimate, int activity, guint64 papers)
{
	return papers * estimate->rates[activity];
}

guint64 estimate_total(const struct estimate *estimate, guint64 papers)
{
	guint64 total = 0;
	for (int n = 0; n < ESTIMATE_COUNT; n++)
		total += estimate_time(estimate, n, papers);
	return total;
}

/* To the nearest, a half upwards. */
static guint64 divide(guint64 number, guint64 by)
{
	return (number + by / 2) / by;
}

guint64 estimate_pence(guint64 time)
{
	return divide(time * ESTIMATE_PENCE_PER_HOUR, 6000);
}

char *estimate_print_hundredths(guint64 hundredths)
{
	return g_strdup_printf("%" G_GUINT64_FORMAT ".%02u", hundredths / 100, (guint)(hundredths % 100));
}

char *estimate_print_hours(guint64 time)
{
	return estimate_print_hundredths(divide(time, 60));
}
