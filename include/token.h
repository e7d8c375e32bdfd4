/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of a paragraph with what their shape and the marks between them say: capitals, initials, brackets, where
 * sentences start. For finding names and speakers; the words that are indexed are text.h's. */
#ifndef MINUTEBOOK_TOKEN_H
#define MINUTEBOOK_TOKEN_H

#include "span.h"

G_BEGIN_DECLS

enum token_flag {
	TOKEN_CAPITAL = 1 << 0,    /* starts with a capital letter */
	TOKEN_UPPER = 1 << 1,      /* two letters or more, all capitals */
	TOKEN_INITIAL = 1 << 2,    /* one capital letter */
	TOKEN_DIGITS = 1 << 3,     /* starts with a digit */
	TOKEN_POSSESSIVE = 1 << 4, /* was printed with 's or s' */
	TOKEN_SENTENCE = 1 << 5,   /* first of a sentence or of what follows a colon or semicolon */
	TOKEN_QUOTED = 1 << 6,     /* between double quotation marks */
};

/* Marks between a token and the one before it. */
enum token_gap {
	GAP_COMMA = 1 << 0,
	GAP_STOP = 1 << 1,
	GAP_COLON = 1 << 2, /* or semicolon */
	GAP_OPEN = 1 << 3,  /* round or square bracket */
	GAP_CLOSE = 1 << 4,
	GAP_DASH = 1 << 5,
	GAP_BAR = 1 << 6,
	GAP_QUOTE = 1 << 7,
	GAP_SLASH = 1 << 8,
	GAP_GLUED = 1 << 9, /* no white space */
};

struct token {
	struct span text; /* as printed, without the possessive ending */
	const char *word; /* folded */
	guint flags, before;
	guint depth; /* of brackets */
};

/* `items` holds struct token and one empty token more, whose `before` is what stands behind the last word. */
struct tokens {
	GArray *items;
	GStringChunk *words;
	guint len;
};

/* `text` is borrowed and must outlive the tokens. */
void tokens_init(struct tokens *tokens, struct span text);
void tokens_clear(struct tokens *tokens);

/* The empty token for any place at or behind the end. */
const struct token *tokens_at(const struct tokens *tokens, guint place);

/* The end of the sentence that holds `place`: the next token that starts one, or the end. */
guint tokens_sentence_end(const struct tokens *tokens, guint place);
guint tokens_sentence_start(const struct tokens *tokens, guint place);

bool token_is(const struct token *token, const char *word);

/* The printed text from one token to the end of another, brackets between them included. */
struct span tokens_slice(const struct tokens *tokens, guint first, guint last);

G_END_DECLS

#endif
