/* SPDX-License-Identifier: GPL-2.0-or-later */
/* words text|html|records: the words of standard input, folded, one a line. `records` reads the indexer's JSON lines and
 * counts a label's words with those of the text it was printed before. Goes no way through the extractors: a test
 * compares both. */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>

#include "record.h"
#include "text.h"

static void print_words(const char *raw, size_t len)
{
	struct span bytes = {raw, len};
	g_autofree char *repaired = text_repair(bytes, NULL);
	g_autofree char *text = text_compose(span_of(repaired));
	g_autoptr(GString) folded = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(span_of(text), &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		puts(folded->str);
	}
}

/* "2.b" was printed as "b", "3.4" as "3.4", and the bullet of "2.*3" is no word. */
static void print_label(const char *label)
{
	const char *dot = strrchr(label, '.');
	const char *last = dot ? dot + 1 : label;
	if (*last == '*')
		return;
	print_words(last, strlen(last));
	if (dot && strspn(label, "0123456789.") == strlen(label))
		print_words(label, strlen(label));
}

static void print_record(const char *line)
{
	struct record record;
	g_autoptr(GError) error = NULL;
	record_init(&record);
	if (!record_parse(&record, span_of(line), &error)) {
		fprintf(stderr, "words: %s\n", error->message);
		exit(EXIT_FAILURE);
	}
	print_words(record.text, strlen(record.text));
	if (record.label)
		print_label(record.label);
	record_clear(&record);
}

static void print_records(char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] && *lines[i]; i++)
		print_record(lines[i]);
}

static void collect(GString *text, const xmlNode *node)
{
	static const char *const silent[] = {"head", "script", "style", NULL};
	static const char *const inner[] = {"a",    "abbr",   "b",   "em",  "font", "i",
					    "span", "strong", "sub", "sup", "u",    NULL};
	for (; node; node = node->next) {
		const char *name = (const char *)node->name;
		if (node->type == XML_TEXT_NODE)
			g_string_append(text, (const char *)node->content);
		if (node->type != XML_ELEMENT_NODE || g_strv_contains(silent, name))
			continue;
		bool parts = !g_strv_contains(inner, name);
		g_string_append(text, parts ? " " : "");
		collect(text, node->children);
		g_string_append(text, parts ? " " : "");
	}
}

static void print_html(const GString *bytes)
{
	htmlDocPtr document = htmlReadMemory(bytes->str, (int)bytes->len, NULL, NULL,
					     HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
	g_autoptr(GString) text = g_string_new(NULL);
	collect(text, xmlDocGetRootElement(document));
	print_words(text->str, text->len);
	xmlFreeDoc(document);
	xmlCleanupParser();
}

int main(int argc, char **argv)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	char chunk[1 << 16];
	for (size_t got; (got = fread(chunk, 1, sizeof(chunk), stdin)) > 0;)
		g_string_append_len(bytes, chunk, (gssize)got);
	const char *mode = argc == 2 ? argv[1] : "";
	if (strcmp(mode, "text") == 0)
		print_words(bytes->str, bytes->len);
	else if (strcmp(mode, "records") == 0)
		print_records(bytes->str);
	else if (strcmp(mode, "html") == 0)
		print_html(bytes);
	else
		return EXIT_FAILURE;
	return EXIT_SUCCESS;
}
