/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "rtf_reader.h"

enum { NUMBER_MAX = 100000000 };

static int peek(const struct rtf_reader *reader)
{
	return reader->at < reader->bytes.len ? (guint8)reader->bytes.ptr[reader->at] : -1;
}

static void read_word(struct rtf_token *token, struct rtf_reader *reader)
{
	size_t len = 0;
	bool is_negative = false;
	token->kind = RTF_WORD;
	for (; g_ascii_isalpha(peek(reader)); reader->at++) {
		if (len < RTF_NAME_MAX)
			token->name[len++] = (char)peek(reader);
	}
	token->name[len] = '\0';
	if (peek(reader) == '-') {
		is_negative = true;
		reader->at++;
	}
	for (; g_ascii_isdigit(peek(reader)); reader->at++) {
		token->has_number = true;
		if (token->number < NUMBER_MAX)
			token->number = token->number * 10 + (peek(reader) - '0');
	}
	if (is_negative)
		token->number = -token->number;
	if (peek(reader) == ' ')
		reader->at++;
	if (strcmp(token->name, "bin") == 0 && token->number > 0)
		reader->at += MIN((size_t)token->number, reader->bytes.len - reader->at);
}

static void read_control(struct rtf_token *token, struct rtf_reader *reader)
{
	int c = peek(reader);
	if (g_ascii_isalpha(c)) {
		read_word(token, reader);
		return;
	}
	reader->at += c >= 0;
	token->kind = c >= 0 ? RTF_SYMBOL : RTF_END;
	token->byte = (guint8)MAX(c, 0);
	if (c != '\'' || reader->bytes.len - reader->at < 2)
		return;
	int high = g_ascii_xdigit_value(reader->bytes.ptr[reader->at]);
	int low = g_ascii_xdigit_value(reader->bytes.ptr[reader->at + 1]);
	if (high < 0 || low < 0)
		return;
	token->kind = RTF_HEX;
	token->byte = (guint8)(high * 16 + low);
	reader->at += 2;
}

void rtf_reader_next(struct rtf_token *token, struct rtf_reader *reader)
{
	*token = (struct rtf_token){.kind = RTF_END};
	while (peek(reader) == '\r' || peek(reader) == '\n' || peek(reader) == '\0')
		reader->at++;
	int c = peek(reader);
	if (c < 0)
		return;
	if (c == '{' || c == '}') {
		token->kind = c == '{' ? RTF_OPEN : RTF_CLOSE;
		reader->at++;
	} else if (c == '\\') {
		reader->at++;
		read_control(token, reader);
	} else {
		size_t from = reader->at;
		while (peek(reader) >= 0 && !strchr("{}\\\r\n", peek(reader)))
			reader->at++;
		token->kind = RTF_TEXT;
		token->text = span_cut(reader->bytes, from, reader->at);
	}
}
