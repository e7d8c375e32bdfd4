/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A query as plain data: what was asked, before anybody asks how it is found. Printed in the language it was written
 * in, it parses to the same tree. Must not know of the index. */
#ifndef MINUTEBOOK_TREE_H
#define MINUTEBOOK_TREE_H

#include "fields.h"

enum tree_op {
	TREE_WORDS,  /* any form of these words, side by side where there are several (a hyphened word) */
	TREE_PHRASE, /* exactly these words, side by side */
	TREE_FIELD,  /* `field` holds `text` */
	TREE_FAMILY, /* `meaning`: anything of the family that has `text` as a name */
	TREE_ADJ,    /* children (words, phrases, families, ORs of these) in this order, each at most `distance` words
			behind the last */
	TREE_NEAR,   /* the same in any order */
	TREE_AND,    /* two children or more, none of them an AND; by itself none at all: everything */
	TREE_OR,     /* two children or more, none of them an OR */
	TREE_NOT,    /* one child */
};

struct tree_word {
	char *text; /* folded */
	bool open;  /* any ending: adopt* */
};

struct tree {
	enum tree_op op;
	char *text;    /* words, phrase and field: as typed, without quotes and field name */
	GArray *words; /* struct tree_word: of words, phrases and of a field's value; never NULL there */
	const struct field *field;
	bool quoted; /* a field's value or a family's name in quotes; an exact phrase where the field has words */
	bool whole;  /* in a meaning: the name of a field is this one, not one with these words */
	char low[11], high[11]; /* a date field: first and last day, "YYYY-MM-DD", empty where open */
	guint distance;
	size_t offset;       /* bytes into the query's text; not part of the tree's meaning */
	GPtrArray *children; /* struct tree *, owned; never NULL */
	struct tree *
		meaning; /* of a family, a person or the standing of minutes: an OR of all that counts, or the one; owned. NULL until known */
};

struct tree *tree_new(enum tree_op op);

/* A leaf of the words in `text`, which is copied; a star behind a word opens it. */
struct tree *tree_leaf(enum tree_op op, struct span text);

/* A leaf of a meaning: the field is this value and no other. */
struct tree *tree_whole(const char *field, const char *value);
void tree_free(struct tree *node); /* NULL is fine */

/* Takes the child; one of the parent's own operator (AND, OR) is dissolved into it. */
void tree_add(struct tree *parent, struct tree *child);

/* The child itself where an AND or OR has only one; NULL where it has none. Takes and gives. */
struct tree *tree_simplify(struct tree *node);

bool tree_equal(const struct tree *a, const struct tree *b);

static inline const struct tree *tree_child(const struct tree *node, guint n)
{
	return (const struct tree *)g_ptr_array_index(node->children, n);
}

static inline const struct tree_word *tree_word(const struct tree *node, guint n)
{
	return &g_array_index(node->words, struct tree_word, n);
}

/* In the query language. Yours. */
char *tree_print(const struct tree *node);

/* Calls `visit` for every node, a parent before its children. `negated`: under an odd number of NOTs. */
typedef void tree_visit(const struct tree *node, bool negated, void *data);
void tree_walk(const struct tree *node, tree_visit *visit, void *data);

#endif
