/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Attendance blocks: who was there, in which office, under which initials. Knows one block's words only. */
#ifndef MINUTEBOOK_ATTENDANCE_H
#define MINUTEBOOK_ATTENDANCE_H

#include "roll.h"

/* Adds everybody a block names: "PRESENT: Mrs A Alder (Chairman), …", "Rob Birch (RB)", "Director (Mr. C. Cedar)",
 * "Ms D Dogwood, Manager, was in attendance". Those behind "Apologies" do not attend. */
void attendance_read(struct roll *roll, const struct tokens *tokens);

#endif
