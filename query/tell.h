/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said on standard error, and the exit status that goes with it. */
#ifndef MINUTEBOOK_TELL_H
#define MINUTEBOOK_TELL_H

#include "question.h"

enum tell_status {
	TELL_FOUND = 0,
	TELL_NOTHING = 1,
	TELL_WRONG = 2, /* the query or the options */
	TELL_FAILED = 3,
};

/* "minutes-query: MESSAGE", harmless to a terminal. */
void tell_line(const char *message);

/* The same behind the question's place, unless it is to be quiet. */
void tell_remark(const struct question *question, const char *message);

/* Takes the error, and gives the status it asks for. Of a question with the place in its text where that is to blame. */
enum tell_status tell_error(GError *error);
enum tell_status tell_question_error(const struct question *question, GError *error);

#endif
