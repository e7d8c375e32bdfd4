/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reader.h"

#include "convert.h"
#include "extract.h"
#include "fault.h"
#include "fields.h"
#include "scan.h"
#include "store.h"

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
	reader->topics_path = g_strdup(topics);
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
	g_clear_pointer(&reader->topics_path, g_free);
	g_clear_pointer(&reader->topics_digest, g_free);
	g_clear_pointer(&reader->shelf, manifest_shelf_free);
	g_clear_pointer(&reader->stemmer, stemmer_free);
	g_clear_pointer(&reader->ocr, ocr_close);
}

bool reader_use_ocr(struct reader *reader, const char *language, GError **error)
{
	g_clear_pointer(&reader->ocr, ocr_close);
	return ocr_open(&reader->ocr, language, error);
}

/* Yours, or NULL. */
static char *find_above(const char *path, const char *name)
{
	g_autofree char *folder = g_canonicalize_filename(path, NULL);
	for (;;) {
		g_autofree char *found = g_build_filename(folder, name, NULL);
		if (g_file_test(found, G_FILE_TEST_EXISTS))
			return g_steal_pointer(&found);
		if (strcmp(folder, "/") == 0)
			return NULL;
		char *above = g_path_get_dirname(folder);
		g_free(folder);
		folder = above;
	}
}

char *reader_find_beside(char *const *paths, const char *name)
{
	for (; *paths; paths++) {
		char *found = find_above(*paths, name);
		if (found)
			return found;
	}
	return NULL;
}

char *reader_find_installed(const char *name)
{
	char *installed = g_build_filename(MINUTEBOOK_DATADIR, name, NULL);
	if (!g_file_test(installed, G_FILE_TEST_EXISTS))
		g_clear_pointer(&installed, g_free);
	return installed;
}

char *reader_find_topics(char *const *paths)
{
	char *beside = reader_find_beside(paths, "topics.ini");
	return beside ? beside : reader_find_installed("topics.ini");
}

/* Whether any page has been read; the stamps on a scanned one are not its words. */
static bool has_text(const struct document *document)
{
	for (guint i = 0; i < document->pages->len; i++) {
		const struct page *page = document->pages->pdata[i];
		if (page->lines->len > 0 && page->is_scan == page->is_recognised)
			return true;
	}
	return false;
}

/* What the index and the reader are told of scanned pages that stay unread. */
static char *note_of(const struct document *document, bool has_ocr)
{
	guint scans = scan_count(document), unread = scans - scan_count_recognised(document);
	guint pages = document->pages->len;
	if (unread > 0 && has_ocr)
		return g_strdup_printf("text recognition failed on %u of %u pages", unread, pages);
	if (unread > 0)
		return g_strdup_printf("%u of %u pages %s " STORE_SCANNED "; --ocr reads %s", unread, pages,
				       unread == 1 ? "has" : "have", unread == 1 ? "it" : "them");
	if (scans > 0 && !has_text(document))
		return g_strdup_printf("no words were recognised on %u scanned %s", pages,
				       pages == 1 ? "page" : "pages");
	return NULL;
}

/* A PDF or a picture none of whose pages has been read is no paper yet. */
static bool check_text_layer(const struct document *document, struct span bytes, GError **error)
{
	if ((document->format != FORMAT_PDF && document->format != FORMAT_IMAGE) || has_text(document))
		return true;
	const char *name = document->format == FORMAT_IMAGE ? extract_name(bytes) : NULL;
	guint pages = document->pages->len;
	g_set_error(error, FAULT, FAULT_INPUT, STORE_SCANNED ": %s%s%u %s; --ocr reads %s", name ? name : "",
		    name ? ", " : "", pages, pages == 1 ? "page" : "pages", pages == 1 ? "it" : "them");
	return false;
}

static bool convert(struct document *document, int converters, struct span bytes, GError **error)
{
	/* A mark of UTF-8, so that its characters are not guessed at. */
	g_autoptr(GString) text = g_string_new("\xef\xbb\xbf");
	return convert_ask(text, converters, bytes, error) &&
	       extract_text(document, (struct span){text->str, text->len}, error);
}

static bool extract(struct document *document, const struct reader *reader, int converters, struct span bytes,
		    GError **error)
{
	if (!extract_document(document, bytes, error))
		return false;
	if (document->format == FORMAT_DOC)
		return convert(document, converters, bytes, error);
	return reader->ocr ? scan_read(document, reader->ocr, bytes, error) : check_text_layer(document, bytes, error);
}

bool reader_parse(struct paper *paper, const struct reader *reader, struct source *source, const struct reader_job *job,
		  GError **error)
{
	if (!source_unpack(source, error))
		return false;
	if (source->bytes->len == 0)
		return true;
	struct document document;
	document_init(&document);
	bool good = extract(&document, reader, job->converters, source_span(source), error);
	if (good) {
		paper->scans = scan_count(&document);
		paper->note = note_of(&document, reader->ocr);
		/* The document holds its own text: a large paper need not be kept twice. */
		g_byte_array_set_size(source->bytes, 0);
		struct parse_input input = {
			.path = job->name,
			.sha256 = source->sha256,
			.manifest = job->manifest,
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
	g_autofree char *all = g_strdup_printf("%s %d %s %s", MINUTEBOOK_VERSION, FIELDS_SCHEMA, topics, manifest);
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
}

char *reader_context_with(const char *context, const struct reader *reader, guint scans)
{
	if (scans == 0)
		return g_strdup(context);
	if (!reader->ocr)
		return g_strconcat(context, " unread", NULL);
	return g_strconcat(context, " ocr ", ocr_language(reader->ocr), NULL);
}

bool reader_context_holds(const struct reader *reader, const char *kept, const char *context)
{
	if (!kept || !g_str_has_prefix(kept, context))
		return false;
	const char *scans = kept + strlen(context);
	if (!*scans || !reader->ocr)
		return true;
	return g_str_has_prefix(scans, " ocr ") && strcmp(scans + strlen(" ocr "), ocr_language(reader->ocr)) == 0;
}
