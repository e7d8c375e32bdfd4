/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reader.h"

#include "extract.h"
#include "fault.h"

bool reader_open(struct reader *reader, const char *topics, GError **error)
{
	*reader = (struct reader){.stemmer = stemmer_new(), .shelf = manifest_shelf_new()};
	if (!topics)
		return true;
	struct source source;
	g_autoptr(GError) trouble = NULL;
	if (!source_read(&source, topics, &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: %s", topics, trouble->message);
		reader_close(reader);
		return false;
	}
	reader->topics_digest = g_strdup(source.sha256);
	source_clear(&source);
	if (!topics_open(&reader->topics, topics, reader->stemmer, error)) {
		reader_close(reader);
		return false;
	}
	return true;
}

void reader_close(struct reader *reader)
{
	g_clear_pointer(&reader->topics, topics_close);
	g_clear_pointer(&reader->topics_digest, g_free);
	g_clear_pointer(&reader->shelf, manifest_shelf_free);
	g_clear_pointer(&reader->stemmer, stemmer_free);
}

/* Yours, or NULL. */
static char *topics_above(const char *path)
{
	g_autofree char *folder = g_canonicalize_filename(path, NULL);
	for (;;) {
		g_autofree char *topics = g_build_filename(folder, "topics.ini", NULL);
		if (g_file_test(topics, G_FILE_TEST_EXISTS))
			return g_steal_pointer(&topics);
		if (strcmp(folder, "/") == 0)
			return NULL;
		char *above = g_path_get_dirname(folder);
		g_free(folder);
		folder = above;
	}
}

char *reader_find_topics(char *const *paths)
{
	for (; *paths; paths++) {
		char *topics = topics_above(*paths);
		if (topics)
			return topics;
	}
	const char *installed = MINUTEBOOK_DATADIR "/topics.ini";
	return g_file_test(installed, G_FILE_TEST_EXISTS) ? g_strdup(installed) : NULL;
}

static bool has_lines(const struct document *document)
{
	for (guint i = 0; i < document->pages->len; i++) {
		const struct page *page = document->pages->pdata[i];
		if (page->lines->len > 0)
			return true;
	}
	return false;
}

static bool check_text_layer(const struct document *document, GError **error)
{
	if (document->format != FORMAT_PDF || has_lines(document))
		return true;
	guint pages = document->pages->len;
	g_set_error(error, FAULT, FAULT_INPUT, "no text layer: %u %s; a scan needs text recognition (OCR) first", pages,
		    pages == 1 ? "page" : "pages");
	return false;
}

bool reader_parse(struct paper *paper, const struct reader *reader, struct source *source, const struct walk_file *file,
		  GError **error)
{
	if (!source_unpack(source, error))
		return false;
	if (source->bytes->len == 0)
		return true;
	struct document document;
	document_init(&document);
	bool good = extract_document(&document, source_span(source), error) && check_text_layer(&document, error);
	if (good) {
		/* The document holds its own text: a large paper need not be kept twice. */
		g_byte_array_set_size(source->bytes, 0);
		struct parse_input input = {
			.path = file->name,
			.sha256 = source->sha256,
			.manifest = manifest_shelf_find(reader->shelf, file->path),
			.topics = reader->topics,
			.stemmer = reader->stemmer,
		};
		parse_document(paper, &document, &input);
	}
	document_clear(&document);
	return good;
}

char *reader_context(const struct reader *reader, const struct walk_file *file)
{
	g_autofree char *manifest = manifest_digest(manifest_shelf_find(reader->shelf, file->path));
	const char *topics = reader->topics_digest ? reader->topics_digest : "";
	g_autofree char *all = g_strconcat(MINUTEBOOK_VERSION, " ", topics, " ", manifest, NULL);
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
}
