/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outcomes: resolutions, votes, approvals, told by their wording. */
#ifndef MINUTEBOOK_DECISION_H
#define MINUTEBOOK_DECISION_H

#include <stdbool.h>

/* States an outcome of the deciding body. */
bool decision_is_made(const char *text);

/* Opens a list of resolutions: "RESOLVED that:", "It was APPROVED". */
bool decision_opens_list(const char *text);

/* Nothing but the word above what was decided: "Decision", "Resolved:". */
bool decision_is_caption(const char *text);

/* Starts with the formula itself: unnumbered, it belongs to no paragraph above. */
bool decision_starts(const char *text);

/* "For (57): …", "Against: …". */
bool decision_is_vote(const char *text);

#endif
