/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rich Text Format cut into its tokens. Knows how they are written (RTF 1.9.1, "Basic entities"), not what any means. */
#ifndef MINUTEBOOK_RTF_READER_H
#define MINUTEBOOK_RTF_READER_H

#include "span.h"

enum rtf_kind {
	RTF_END,
	RTF_OPEN,
	RTF_CLOSE,
	RTF_WORD,   /* \pard, \b0: `name`, and `number` if it has one */
	RTF_SYMBOL, /* \~: the character is `byte` */
	RTF_HEX,    /* \'e9: `byte` */
	RTF_TEXT,   /* `text`, of some code page, without line ends */
};

enum { RTF_NAME_MAX = 32 };

struct rtf_token {
	enum rtf_kind kind;
	char name[RTF_NAME_MAX + 1];
	bool has_number;
	int number;
	guint8 byte;
	struct span text;
};

struct rtf_reader {
	struct span bytes;
	size_t at;
};

/* The next token; RTF_END for ever at the end. What follows \bin is passed over. */
void rtf_reader_next(struct rtf_token *token, struct rtf_reader *reader);

#endif
