/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "extract.h"

#include "encoding.h"
#include "fault.h"
#include "zip_parts.h"

enum { PDF_WINDOW = 1024, HTML_WINDOW = 4096, NAME_WINDOW = 8192, MAIL_WINDOW = 65536 };

struct signature {
	size_t at;
	struct span magic;
	const char *inside; /* also somewhere near the start; NULL: nothing more */
	const char *name;
};

#define MAGIC(text)                                                                                                    \
	{                                                                                                              \
		text, sizeof(text) - 1                                                                                 \
	}

/* What people hand in by mistake, told by bytes that no text has there; for one magic the narrower first. */
static const struct signature signatures[] = {
	{0, MAGIC("PK\3\4"), "xl/", "an Excel workbook (.xlsx)"},
	{0, MAGIC("PK\3\4"), "ppt/", "a PowerPoint file (.pptx)"},
	{0, MAGIC("PK\3\4"), "opendocument", "an OpenDocument file that is no text"},
	{0, MAGIC("PK\3\4"), "epub", "an e-book (.epub)"},
	{0, MAGIC("PK\3\4"), NULL, "a zip archive; unpack it first"},
	{0, MAGIC("\x89PNG"), NULL, "a PNG picture"},
	{0, MAGIC("\xff\xd8\xff"), NULL, "a JPEG picture"},
	{0, MAGIC("GIF89a"), NULL, "a GIF picture"},
	{0, MAGIC("II*\0"), NULL, "a TIFF picture"},
	{0, MAGIC("MM\0*"), NULL, "a TIFF picture"},
	{0, MAGIC("RIFF"), "WEBP", "a WebP picture"},
	{0, MAGIC("\0\0\0"), "ftyp", "a video or sound recording"},
	{0, MAGIC("ID3\3"), NULL, "a sound recording (.mp3)"},
	{0, MAGIC("\x1f\x8b"), NULL, "gzip data"},
	{4, MAGIC("1AY&SY"), NULL, "a bzip2 archive"},
	{0, MAGIC("\3757zXZ"), NULL, "an xz archive"},
	{0, MAGIC("7z\xbc\xaf"), NULL, "a 7z archive"},
	{0, MAGIC("Rar!\x1a"), NULL, "a RAR archive"},
	{257, MAGIC("ustar\0"), NULL, "a tar archive"},
	{0, MAGIC("\177ELF"), NULL, "a program"},
	{0, MAGIC("MZ\x90"), NULL, "a Windows program"},
	{0, MAGIC("SQLite format 3"), NULL, "an SQLite database"},
	{0, MAGIC("%!PS-Adobe"), NULL, "a PostScript file"},
};

static bool holds(struct span bytes, const char *text)
{
	size_t len = strlen(text);
	const char *end = bytes.ptr + bytes.len;
	const char *at = bytes.ptr;
	while (at && (size_t)(end - at) >= len) {
		at = memchr(at, text[0], (size_t)(end - at) - len + 1);
		if (at && memcmp(at, text, len) == 0)
			return true;
		at = at ? at + 1 : NULL;
	}
	return false;
}

const char *extract_name(struct span bytes)
{
	struct span head = span_cut(bytes, 0, MIN(bytes.len, NAME_WINDOW));
	struct span tail = span_cut(bytes, bytes.len - head.len, bytes.len); /* a zip's directory is at its end */
	for (size_t i = 0; i < G_N_ELEMENTS(signatures); i++) {
		const struct signature *signature = &signatures[i];
		struct span magic = signature->magic;
		if (bytes.len < signature->at + magic.len ||
		    memcmp(bytes.ptr + signature->at, magic.ptr, magic.len) != 0)
			continue;
		if (!signature->inside || holds(head, signature->inside) || holds(tail, signature->inside))
			return signature->name;
	}
	return NULL;
}

/* Lines that start the way Markdown writes headings, points, quotes and rules. */
static bool has_markdown_line(const char *text)
{
	static const char *const heads[] = {"# ", "## ", "### ", "- ", "* ", "> ", "1. ", "---", "===", "```"};
	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
			if (g_str_has_prefix(line, heads[i]))
				return true;
		}
	}
	return false;
}

static size_t count_tags(const char *text)
{
	static const char *const tags[] = {"<p",    "<div",   "<table", "<tr",     "<td", "<h1",      "<h2",
					   "<h3",   "<h4",    "<ul",    "<ol",     "<li", "<section", "<article",
					   "<main", "<title", "<meta",  "<center", "<br"};
	size_t count = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
		size_t len = strlen(tags[i]);
		for (const char *at = strstr(text, tags[i]); at; at = strstr(at + len, tags[i]))
			count += strchr(" >/\t\r\n", at[len]) != NULL && at[len] != '\0';
	}
	return count;
}

/* A page says so at its start. Tags further down a text are the author's, or a converter's left-overs. */
static bool is_html(struct span bytes)
{
	g_autofree char *decoded = encoding_decode(span_cut(bytes, 0, MIN(bytes.len, HTML_WINDOW)));
	g_autofree char *text = g_ascii_strdown(decoded, -1);
	g_strchug(text);
	if (text[0] != '<')
		return false;
	static const char *const roots[] = {"<!doctype html", "<html", "<head>", "<body"};
	for (size_t i = 0; i < G_N_ELEMENTS(roots); i++) {
		if (strstr(text, roots[i]))
			return true;
	}
	return count_tags(text) >= 3 && !has_markdown_line(text);
}

/* An OpenDocument text in one file says so in its root element. */
static bool is_flat_odt(struct span bytes)
{
	struct span head = span_cut(bytes, 0, MIN(bytes.len, NAME_WINDOW));
	return holds(span_cut(head, 0, MIN(head.len, 64)), "<?xml") && holds(head, "<office:document") &&
	       holds(head, "opendocument.text");
}

/* The length of a header's name at the start of a line; 0 when the line is no header. */
static size_t header_name(struct span line)
{
	size_t at = 0;
	while (at < line.len && g_ascii_isgraph(line.ptr[at]) && line.ptr[at] != ':')
		at++;
	return at < line.len && line.ptr[at] == ':' ? at : 0;
}

/* A mail starts with headers (RFC 5322, 2.2), one of them a sender and one that only mail programs write: "From:" and
 * "Subject:" stand on top of memoranda too. */
static bool is_mail(struct span bytes)
{
	static const char *const written[] = {
		"received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", NULL};
	bool has_sender = false, has_program = false;
	struct span rest = span_cut(bytes, 0, MIN(bytes.len, MAIL_WINDOW));
	for (bool is_first = true; rest.ptr && rest.len > 0; is_first = false) {
		const char *end = memchr(rest.ptr, '\n', rest.len);
		struct span line = span_cut(rest, 0, end ? (size_t)(end - rest.ptr) : rest.len);
		rest = span_cut(rest, MIN(line.len + 1, rest.len), rest.len);
		bool is_end = line.len == 0 || line.ptr[0] == '\r';
		bool goes_on = !is_end && (line.ptr[0] == ' ' || line.ptr[0] == '\t') && !is_first;
		bool is_envelope = is_first && line.len > 5 && memcmp(line.ptr, "From ", 5) == 0;
		g_autofree char *name = g_ascii_strdown(line.ptr, (gssize)header_name(line));
		if (is_end)
			break;
		if (!*name && !goes_on && !is_envelope)
			return false;
		has_sender |= strcmp(name, "from") == 0;
		has_program |= g_strv_contains(written, name);
	}
	return has_sender && has_program;
}

/* A zip archive by what is in it; one that cannot be opened by the names that can be read in it. */
static enum page_format zip_format(struct span bytes)
{
	struct zip_parts *zip;
	struct span head = span_cut(bytes, 0, MIN(bytes.len, NAME_WINDOW));
	g_autoptr(GByteArray) type = NULL;
	if (!zip_parts_open(&zip, bytes, NULL)) {
		bool is_odt = holds(head, "opendocument.text");
		return is_odt ? FORMAT_ODT : holds(head, "word/") ? FORMAT_DOCX : FORMAT_UNKNOWN;
	}
	enum page_format format = FORMAT_UNKNOWN;
	if (zip_parts_has_folder(zip, "word/"))
		format = FORMAT_DOCX;
	else if (zip_parts_has(zip, "content.xml") && zip_parts_read(&type, zip, "mimetype", NULL) &&
		 holds((struct span){(const char *)type->data, type->len}, "opendocument.text"))
		format = FORMAT_ODT;
	zip_parts_close(zip);
	return format;
}

static bool starts_with(struct span bytes, struct span magic)
{
	return bytes.len >= magic.len && memcmp(bytes.ptr, magic.ptr, magic.len) == 0;
}

/* Pictures that a page may have been scanned to. */
static bool is_picture(struct span bytes)
{
	static const struct span magics[] = {{"\x89PNG", 4}, {"\xff\xd8\xff", 3}, {"II*\0", 4}, {"MM\0*", 4}};
	for (size_t i = 0; i < G_N_ELEMENTS(magics); i++)
		if (starts_with(bytes, magics[i]))
			return true;
	return false;
}

/* What programs write, told by their first bytes. */
static enum page_format binary_format(struct span bytes)
{
	static const struct signature ole = {0, MAGIC("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), NULL, NULL};
	static const struct signature rtf = {0, MAGIC("{\\rtf"), NULL, NULL};
	if (holds(span_cut(bytes, 0, MIN(bytes.len, PDF_WINDOW)), "%PDF-"))
		return FORMAT_PDF;
	if (zip_parts_is_zip(bytes))
		return zip_format(bytes);
	if (starts_with(bytes, ole.magic))
		return FORMAT_DOC;
	if (starts_with(bytes, rtf.magic))
		return FORMAT_RTF;
	return is_picture(bytes) ? FORMAT_IMAGE : FORMAT_UNKNOWN;
}

enum page_format extract_format(struct span bytes)
{
	enum page_format format = binary_format(bytes);
	if (format != FORMAT_UNKNOWN || extract_name(bytes) || !encoding_is_text(bytes))
		return format;
	if (is_flat_odt(bytes))
		return FORMAT_ODT;
	if (is_html(bytes))
		return FORMAT_HTML;
	return is_mail(bytes) ? FORMAT_EML : FORMAT_TEXT;
}

bool extract_document(struct document *document, struct span bytes, GError **error)
{
	static bool (*const extractors[])(struct document *, struct span, GError **) = {
		[FORMAT_TEXT] = extract_text, [FORMAT_HTML] = extract_html, [FORMAT_PDF] = extract_pdf,
		[FORMAT_DOCX] = extract_docx, [FORMAT_ODT] = extract_odt,   [FORMAT_RTF] = extract_rtf,
		[FORMAT_EML] = extract_eml,   [FORMAT_DOC] = extract_doc,   [FORMAT_IMAGE] = extract_image,
	};
	enum page_format format = extract_format(bytes);
	if (format < G_N_ELEMENTS(extractors) && extractors[format])
		return extractors[format](document, bytes, error);
	const char *name = extract_name(bytes);
	g_set_error(error, FAULT, FAULT_INPUT, "no format of papers: it looks like %s", name ? name : "binary data");
	return false;
}
