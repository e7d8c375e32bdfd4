/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Subjects of sentences: "Ms Alder, Head of Care, and Mr Birch" before their verb. */
#ifndef MINUTEBOOK_SPEECH_SUBJECT_H
#define MINUTEBOOK_SPEECH_SUBJECT_H

#include "speech.h"

#define SUBJECT_MEMBERS 12

struct subject {
	guint mentions[SUBJECT_MEMBERS]; /* indices into the source's mentions */
	guint len;
	bool has_apposition; /* an office stood behind a name */
};

/* Whether the mention can be a subject, rather than one spoken to or of. */
bool subject_can_start(const struct speech_source *source, guint index);

/* Behind the list of names that starts with an object: "thanked Mr Alder, Ms Birch and Mr Cedar". */
guint subject_skip_objects(const struct speech_source *source, guint index);

/* Collects the names joined by commas and "and", passing over offices, brackets and relative clauses; returns the
 * token behind them. */
guint subject_read(struct subject *subject, const struct speech_source *source, guint index);

/* Where the verb of speech stands whose subject ends before `place`, or `end`. */
guint subject_find_verb(const struct speech_source *source, const struct subject *subject, guint place, guint end);

/* Nobody known to be there: named without a title, in no attendance list. */
bool subject_is_doubtful(const struct speech_source *source, const struct subject *subject);

/* "On 5 May, …", "In December …": a sentence about a day elsewhere. */
bool subject_is_dated(const struct tokens *tokens, guint first);

#endif
