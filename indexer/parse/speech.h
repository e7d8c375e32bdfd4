/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who speaks in one paragraph, read sentence by sentence: subjects before verbs of speech, movers and seconders,
 * those a question is put to. Knows the roll and who spoke before; nothing of labels and lead-ins. */
#ifndef MINUTEBOOK_SPEECH_H
#define MINUTEBOOK_SPEECH_H

#include "floor.h"

struct speech {
	GPtrArray *direct;      /* const char *, in the order of the text, each once */
	GPtrArray *last_direct; /* those of the last sentence */
	bool is_unattributed;   /* the last sentence tells of speech by nobody in particular */
	bool opens_list;        /* "the following spoke:": the names below are the speakers */
	bool moves;             /* somebody moves or seconds */
	bool is_narrative;      /* some sentence tells who said or did what at the meeting */
};

void speech_init(struct speech *speech);
void speech_clear(struct speech *speech);

/* What to read and with what. */
struct speech_source {
	const struct tokens *tokens;
	const GArray *mentions; /* struct mention, in order */
	const struct roll *roll;
	bool only_movers; /* a resolution names its movers and the chair who puts it, nobody else */
};

/* Fills an initialised speech, moves the floor on. */
void speech_read(struct speech *speech, const struct speech_source *source, struct floor *floor);

#endif
