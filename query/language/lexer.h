/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A query's text to tokens. What the language has no meaning for is refused here, at its place, and never read as
 * something else. Must not know what tokens mean together. */
#ifndef MINUTEBOOK_LEXER_H
#define MINUTEBOOK_LEXER_H

#include "span.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORDS,  /* `text`: one word, or several joined by hyphens and the like; a star may end it */
	TOKEN_PHRASE, /* `text`: what stands between the quotes */
	TOKEN_FAMILY, /* `text`: a name of it, `quoted` */
	TOKEN_FIELD,  /* `name` before the colon, `text` its value, `quoted` */
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_NOT,  /* NOT or a minus */
	TOKEN_ADJ,  /* `distance` */
	TOKEN_NEAR, /* `distance` */
};

struct token {
	enum token_kind kind;
	struct span text, name;
	bool quoted;
	guint distance;
	size_t offset, value; /* bytes into the query: of the token, of a field's value */
};

struct lexer {
	struct span query;
	size_t pos;
	size_t fault;     /* where reading failed */
	GPtrArray *notes; /* char *, borrowed: what the reader should be told although it is no error */
};

/* FAULT_QUERY, with lexer->fault at the place. */
bool lexer_next(struct token *token, struct lexer *lexer, GError **error);

/* The same for a pasted sentence: only phrases whose quote closes and known fields with a value are more than words.
 * Never fails. */
void lexer_next_plain(struct token *token, struct lexer *lexer);

/* "AND", "NEAR" …; NULL for what is no operator. */
const char *lexer_operator(enum token_kind kind);

#endif
