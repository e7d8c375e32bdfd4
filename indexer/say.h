/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the program says to people, on standard error, one line each and nothing in it that a terminal obeys. */
#ifndef MINUTEBOOK_SAY_H
#define MINUTEBOOK_SAY_H

#include <glib.h>

/* "minutes-index: SUBJECT: message"; `subject` is a path, or NULL. */
void say(const char *subject, const char *message);

void say_problems(const GPtrArray *problems); /* struct walk_problem * */
void say_lines(const GPtrArray *lines);       /* char * */

#endif
