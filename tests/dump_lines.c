/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For looking: prints the lines of papers as the extractors see them, one a line, fields parted by tabs. */
#include <stdio.h>

#include "extract.h"

static const char *const roles[] = {"plain", "heading", "item", "cell", "header", "furniture"};

static void print_line(const struct line *line, guint page)
{
	printf("%u\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%s%s\t%.2f\t%.1f\t%s", page, line->baseline, line->left,
	       line->right, line->top, line->bottom, line->size, line->bold ? "b" : "-", line->italic ? "i" : "-",
	       line->gap, line->hang, roles[line->role]);
	printf("\t%d\t%s\t%d.%d.%d+%d\t%s\t%d\t%s\n", line->level, line->marker ? line->marker : "-", line->table,
	       line->row, line->column, line->column_span, line->starts ? "starts" : "-", line->heading_bytes,
	       line->text);
}

static bool dump(const char *path)
{
	g_autofree char *content = NULL;
	gsize len = 0;
	g_autoptr(GError) error = NULL;
	struct document document;
	document_init(&document);
	bool ok = g_file_get_contents(path, &content, &len, &error);
	ok = ok && extract_document(&document, span_cut((struct span){content, len}, 0, len), &error);
	if (!ok)
		fprintf(stderr, "%s: %s\n", path, error->message);
	if (document.title)
		printf("title\t%s\n", document.title);
	for (guint i = 0; i < document.pages->len; i++) {
		const struct page *page = g_ptr_array_index(document.pages, i);
		for (guint j = 0; j < page->lines->len; j++)
			print_line(&g_array_index(page->lines, struct line, j), i + 1);
	}
	document_clear(&document);
	return ok;
}

int main(int argc, char **argv)
{
	int failed = 0;
	if (argc > 1)
		puts("page\tbase\tleft\tright\ttop\tbottom\tsize\tfont\tgap\thang\trole\tlevel\tmarker\tcell\tstarts\th"
		     "ead\ttext");
	for (int i = 1; i < argc; i++)
		failed += !dump(argv[i]);
	return failed > 0;
}
