/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as people type them, United Kingdom order, to the first and last day they mean. Knows nothing of queries. */
#ifndef MINUTEBOOK_PERIOD_H
#define MINUTEBOOK_PERIOD_H

#include "span.h"

/* Days as "YYYY-MM-DD", empty where the range is open. */
struct period {
	char low[11], high[11];
};

/* "2016", "2016-05", "2016-05-26", "26/05/2016", "05/2016", "26 May 2016", "May 2016", and two of these, or one, with
 * ".." between or beside. FAULT_QUERY says what is wrong and shows a form that is right. */
bool period_parse(struct period *period, struct span text, GError **error);

/* "26 May 2016", "May 2016", "2016" or "1 January 2013 to 26 May 2016", "from …", "up to …". Yours. */
char *period_print(const struct period *period);

/* "2016-05-26" of "20160526", as a term of the index has it, which need not end there. */
void period_from_digits(char day[11], const char *digits);

/* "26 May 2016" of "2016-05-26". Yours. */
char *period_print_day(const char *day);

#endif
