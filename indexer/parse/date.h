/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as council papers print them, in UK order. Finds them in text; which of them is the meeting's is not known here. */
#ifndef MINUTEBOOK_DATE_H
#define MINUTEBOOK_DATE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct date_found {
	int year, month, day;
	size_t from, end; /* bytes of the text, a weekday before it included */
	bool has_weekday;
	bool weekday_fits; /* the weekday printed is the one that day was; false without one */
};

/* The first date at or after byte `start`: "Thursday, 26 May 2016", "20TH FEBRUARY, 2017", "27THJANUARY 2020", "May 26th,
 * 2016", "26/05/2016", "2016-05-26"; English and Welsh months. Days that do not exist are not found. */
bool date_find(struct date_found *found, const char *text, size_t start);

/* "YYYY-MM-DD". Yours. */
char *date_print(const struct date_found *found);

/* "2024-10-29", "20241029", "29-10-2024", "29.10.24", "29-oct-2024" in a file's name. */
bool date_in_name(struct date_found *found, const char *name);

#endif
