/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One sentence under way: what the readers of subjects, passives and nouns share. Inside the speech module only. */
#ifndef MINUTEBOOK_SPEECH_SENTENCE_H
#define MINUTEBOOK_SPEECH_SENTENCE_H

#include "speech.h"
#include "speech_subject.h"
#include "speech_verbs.h"

struct speech_sentence {
	const struct speech_source *source;
	struct speech *speech;
	struct floor *floor;
	guint first, end;    /* tokens */
	guint from, to;      /* mentions in them */
	GPtrArray *speakers; /* borrowed names, each once */
	bool is_dated;       /* tells of a day elsewhere: "On 5 May, Mr Alder visited" */
};

static inline const struct mention *speech_sentence_mention(const struct speech_sentence *sentence, guint index)
{
	return &g_array_index(sentence->source->mentions, struct mention, index);
}

/* The names of a subject; a pronoun behind a speaker of the same sentence adds nobody. */
void speech_sentence_names(GPtrArray *names, const struct speech_sentence *sentence, const struct subject *subject);

/* Makes the subject speakers of the sentence by this verb. */
void speech_sentence_hear(struct speech_sentence *sentence, const struct subject *subject,
			  const struct speech_verb *verb);

/* Speakers that no verb shows: "in response to questions put to X", "Proposed by: Y", "a question from Z". */
void speech_sentence_read_nouns(struct speech_sentence *sentence);

/* What a sentence without speakers tells: speech by nobody in particular, an opened list of speakers. */
bool speech_sentence_is_by_group(const struct speech_sentence *sentence);
bool speech_sentence_is_unattributed(const struct speech_sentence *sentence);
bool speech_sentence_opens_list(const struct speech_sentence *sentence);

#endif
