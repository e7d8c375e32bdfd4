/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <gmime/gmime.h>

#include "encoding.h"
#include "extract.h"
#include "fault.h"
#include "flow.h"

/* A message's body is one of several that say the same, or several that follow each other; depth is what a mail with
 * forwarded mails in it needs. */
enum { DEPTH_MAX = 16 };

struct mail {
	struct flow flow;
	enum page_format format; /* of the first body; FORMAT_UNKNOWN before it */
	bool is_locked;          /* a part is encrypted */
	GPtrArray *attachments;  /* char *: their names */
};

static bool read_part(struct mail *mail, GMimeObject *part, int depth);

static void add_line(struct mail *mail, const char *caption, const char *text, enum line_role role)
{
	struct flow_paragraph paragraph = {.role = role};
	if (!text || !*text)
		return;
	g_autofree char *utf8 = g_utf8_make_valid(text, -1);
	flow_add(&mail->flow, span_of(caption), 0);
	flow_add(&mail->flow, span_of(utf8), 0);
	flow_end(&mail->flow, &paragraph);
}

static void add_addresses(struct mail *mail, const char *caption, InternetAddressList *list)
{
	g_autofree char *text = list ? internet_address_list_to_string(list, NULL, FALSE) : NULL;
	add_line(mail, caption, text, LINE_PLAIN);
}

/* The part's content as UTF-8 with the mark that says so, which counts more than what an HTML page declares. Yours. */
static char *content_of(GMimePart *part)
{
	GMimeStream *stream = g_mime_stream_mem_new();
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	if (content)
		g_mime_data_wrapper_write_to_stream(content, stream);
	const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
	const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
	struct span span = {bytes->len > 0 ? (const char *)bytes->data : "", bytes->len};
	g_autofree char *text = encoding_decode_as(span, charset);
	g_object_unref(stream);
	return g_strconcat("\xef\xbb\xbf", text, NULL);
}

/* Whether the text had any lines. */
static bool read_text(struct mail *mail, GMimePart *part, bool is_html)
{
	struct document body;
	guint before = mail->flow.page->lines->len;
	g_autofree char *text = content_of(part);
	document_init(&body);
	bool good = is_html ? extract_html(&body, span_of(text), NULL) : extract_text(&body, span_of(text), NULL);
	if (good)
		flow_move(&mail->flow, &body);
	bool has_lines = mail->flow.page->lines->len > before;
	if (has_lines && mail->format == FORMAT_UNKNOWN)
		mail->format = body.format;
	document_clear(&body);
	return has_lines;
}

static bool is_attached(GMimeObject *part)
{
	GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(part);
	return disposition && g_mime_content_disposition_is_attachment(disposition);
}

static bool read_leaf(struct mail *mail, GMimeObject *part)
{
	GMimeContentType *type = g_mime_object_get_content_type(part);
	const char *name = g_mime_part_get_filename(GMIME_PART(part));
	bool is_html = g_mime_content_type_is_type(type, "text", "html");
	bool is_text = is_html || g_mime_content_type_is_type(type, "text", "plain");
	mail->is_locked |= g_mime_content_type_is_type(type, "application", "pkcs7-mime");
	if (is_text && !is_attached(part))
		return read_text(mail, GMIME_PART(part), is_html);
	bool is_drawn = g_mime_object_get_content_id(part) && !is_attached(part); /* a picture in the page */
	if (name && !is_drawn)
		g_ptr_array_add(mail->attachments, g_strdup(name));
	return false;
}

/* The last way to say it is the richest; a plainer one counts where that has no words. */
static bool read_alternatives(struct mail *mail, GMimeMultipart *parts, int depth)
{
	for (int i = g_mime_multipart_get_count(parts) - 1; i >= 0; i--) {
		if (read_part(mail, g_mime_multipart_get_part(parts, i), depth))
			return true;
	}
	return false;
}

static bool read_parts(struct mail *mail, GMimeObject *part, int depth)
{
	GMimeMultipart *parts = GMIME_MULTIPART(part);
	GMimeContentType *type = g_mime_object_get_content_type(part);
	if (g_mime_content_type_is_type(type, "multipart", "alternative"))
		return read_alternatives(mail, parts, depth);
	mail->is_locked |= g_mime_content_type_is_type(type, "multipart", "encrypted");
	bool has_lines = false;
	for (int i = 0; i < g_mime_multipart_get_count(parts); i++)
		has_lines |= read_part(mail, g_mime_multipart_get_part(parts, i), depth);
	return has_lines;
}

static bool read_part(struct mail *mail, GMimeObject *part, int depth)
{
	if (!part || depth > DEPTH_MAX)
		return false;
	if (GMIME_IS_MULTIPART(part))
		return read_parts(mail, part, depth + 1);
	if (GMIME_IS_PART(part))
		return read_leaf(mail, part);
	if (GMIME_IS_MESSAGE_PART(part)) {
		GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
		const char *subject = message ? g_mime_message_get_subject(message) : NULL;
		g_ptr_array_add(mail->attachments, g_strdup(subject ? subject : "a message"));
	}
	return false;
}

static void read_message(struct mail *mail, GMimeMessage *message)
{
	add_line(mail, "Subject: ", g_mime_message_get_subject(message), LINE_PLAIN);
	add_addresses(mail, "From: ", g_mime_message_get_from(message));
	add_addresses(mail, "To: ", g_mime_message_get_to(message));
	add_addresses(mail, "Cc: ", g_mime_message_get_cc(message));
	/* The day a mail was sent is the date of no meeting. */
	add_line(mail, "Date: ", g_mime_object_get_header(GMIME_OBJECT(message), "Date"), LINE_FURNITURE);
	read_part(mail, g_mime_message_get_mime_part(message), 0);
	for (guint i = 0; i < mail->attachments->len; i++)
		add_line(mail, "Attachment: ", mail->attachments->pdata[i], LINE_PLAIN);
	g_ptr_array_set_size(mail->attachments, 0);
}

/* All messages of the file; false when there is none. */
static bool read_messages(struct mail *mail, struct span bytes)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.ptr, bytes.len);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	bool is_box = bytes.len > 5 && memcmp(bytes.ptr, "From ", 5) == 0;
	guint count = 0;
	g_mime_parser_set_format(parser, is_box ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
	do {
		GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
		if (!message)
			break;
		read_message(mail, message);
		g_object_unref(message);
		count++;
	} while (is_box && !g_mime_parser_eos(parser));
	g_object_unref(parser);
	g_object_unref(stream);
	return count > 0;
}

bool extract_eml(struct document *document, struct span bytes, GError **error)
{
	struct mail mail = {.format = FORMAT_UNKNOWN, .attachments = g_ptr_array_new_with_free_func(g_free)};
	static gsize once;
	if (g_once_init_enter(&once)) {
		g_mime_init();
		g_once_init_leave(&once, 1);
	}
	flow_init(&mail.flow, document, FORMAT_EML);
	bool good = read_messages(&mail, bytes);
	flow_finish(&mail.flow);
	g_ptr_array_unref(mail.attachments);
	document->format = mail.format == FORMAT_UNKNOWN ? FORMAT_TEXT : mail.format;
	if (!good)
		g_set_error(error, FAULT, FAULT_INPUT, "the mail is damaged: no message can be read in it");
	else if (mail.is_locked && mail.format == FORMAT_UNKNOWN)
		g_set_error(error, FAULT, FAULT_INPUT, "the mail is encrypted; save it unlocked");
	else
		return true;
	return false;
}
