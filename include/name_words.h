/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Word lists behind names and offices: titles, honours, words of offices, words that are no names, given names.
 * Everything here is data; all words are folded. */
#ifndef MINUTEBOOK_NAME_WORDS_H
#define MINUTEBOOK_NAME_WORDS_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

enum gender {
	GENDER_UNKNOWN,
	GENDER_MALE,
	GENDER_FEMALE,
};

struct name_title {
	const char *word;
	const char *printed; /* as a name shows it; NULL for a rank */
	enum gender gender;
	bool is_rank;   /* an office such as Councillor: no part of a full name */
	bool is_plural; /* opens a list: "Cllrs Alder and Birch" */
};

/* NULL where the word is no title. */
const struct name_title *name_title_find(const char *word);

enum name_list {
	NAME_HONOUR,     /* MBE, KC, MP: may follow a surname */
	NAME_PARTICLE,   /* de, van: lower-case part of a surname */
	NAME_OFFICE,     /* director, chairman: the head of an office's name */
	NAME_LINK,       /* of, for, and: small words inside an office's name */
	NAME_OTHER,      /* words with capitals that name places, bodies, months, papers: never a person's */
	NAME_PLACE,      /* road, park: surnames too, but behind a given name rather a place's last word */
	NAME_GROUP,      /* members, officers: nobody in particular */
	NAME_BEFORE,     /* words after which a name is spoken to or of, not speaking */
	NAME_SHORT_FORM, /* short forms whose full stop ends no sentence */
	NAME_CAPTION,    /* words of an attendance list's caption */
	NAME_LIST_COUNT,
};

bool name_is(enum name_list list, const char *word);

/* Whether the word is a common given name of Britain and Ireland. */
bool name_is_given(const char *word);

/* Of a given name that is hardly ever one of the other; unknown for all others. */
enum gender name_given_gender(const char *given);

/* Whether one of two given names is a usual short form of the other: "mike" and "michael", "bob" and "robert". */
bool name_is_nickname(const char *one, const char *other);

/* Whether a given name can stand behind an initial: its own, and that of the names it is short for ("bob", R). */
bool name_may_begin(const char *given, gunichar initial);

/* Whether two different given names may be forms of one: a short form, or the beginning of the other. */
bool name_is_variant(const char *one, const char *other);

G_END_DECLS

#endif
