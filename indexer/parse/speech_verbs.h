/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The verbs by which minutes report what somebody said. Data, and how to match one. */
#ifndef MINUTEBOOK_SPEECH_VERBS_H
#define MINUTEBOOK_SPEECH_VERBS_H

#include "token.h"

enum speech_verb_flag {
	VERB_MOVES = 1 << 0,    /* moving, seconding, putting to the vote: names a speaker in a resolution too */
	VERB_ASKS = 1 << 1,     /* who is asked answers next */
	VERB_PRESENTS = 1 << 2, /* opens an item: "the Officer" below is this one */
	VERB_PASSIVE = 1 << 3,  /* "moved by" names the speaker as well */
	VERB_UNLESS = 1 << 4,   /* `with` forbids instead of demands */
	VERB_NEXT = 1 << 5,     /* `with` is about the very next word */
	VERB_STRONG = 1 << 6,   /* speech wherever it stands, also of somebody not known to be there */
	VERB_TO = 1 << 7,       /* `with` behind a "to": "joined the meeting to present" */
};

struct speech_verb {
	const char *word; /* folded */
	guint flags;
	const char *with; /* words of which one must follow within the sentence, parted by bars; NULL: none */
};

/* The verb of speech at token `place` of the clause, NULL where there is none or what it needs does not follow. */
const struct speech_verb *speech_verb_at(const struct tokens *tokens, guint place);

/* The whole table in byte order, and its length. */
const struct speech_verb *speech_verb_table(size_t *len);

#endif
