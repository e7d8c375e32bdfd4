/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Question time: who asks and who answers below "Question 1: Mr Alder to the Cabinet Member for Roads, Ms Birch" and below "Answer".
 * Knows captions; what people say in sentences is for speech. */
#ifndef MINUTEBOOK_EXCHANGE_H
#define MINUTEBOOK_EXCHANGE_H

#include "floor.h"
#include "speech_subject.h"

struct exchange {
	GPtrArray *asking, *answering; /* char *, owned */
	const GPtrArray *speaking;     /* one of them, or NULL outside */
};

void exchange_init(struct exchange *exchange);
void exchange_clear(struct exchange *exchange);

/* Outside again. */
void exchange_end(struct exchange *exchange);

/* Takes a caption; false for any other text, which changes nothing. */
bool exchange_hear(struct exchange *exchange, const struct speech_source *source, struct floor *floor);

#endif
