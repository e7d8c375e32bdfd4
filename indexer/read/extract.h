/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bytes to pages of positioned lines. A pure function of the bytes, which runs in a confined process: no file is opened,
 * nothing is printed. */
#ifndef MINUTEBOOK_EXTRACT_H
#define MINUTEBOOK_EXTRACT_H

#include "page.h"
#include "span.h"

/* By content, never by name. FORMAT_UNKNOWN: none of ours (a picture, a zip, a program). */
enum page_format extract_format(struct span bytes);

/* What bytes that are no text look like: "a PNG picture"; NULL when nobody knows. */
const char *extract_name(struct span bytes);

/* Dispatches by format; fills an initialised document. FAULT_INPUT with the reason: not a paper, damaged, encrypted. A PDF
 * without any text gives pages without lines, which is no failure here, and so does a picture: scan.h reads them. */
bool extract_document(struct document *document, struct span bytes, GError **error);

/* Makes ready what the reading of every PDF would make ready anew, and keeps it until the process and all that it forks
 * end. */
void extract_prepare(void);

/* One per format; `bytes` are those of a paper of that format, already unpacked. */
bool extract_text(struct document *document, struct span bytes, GError **error);
bool extract_html(struct document *document, struct span bytes, GError **error);
bool extract_pdf(struct document *document, struct span bytes, GError **error);
bool extract_docx(struct document *document, struct span bytes, GError **error);
bool extract_odt(struct document *document, struct span bytes, GError **error);
bool extract_rtf(struct document *document, struct span bytes, GError **error);
bool extract_eml(struct document *document, struct span bytes, GError **error);
bool extract_image(struct document *document, struct span bytes, GError **error);

/* An old Word document stays without lines: convert.h turns it into text. FAULT_INPUT where it is none. */
bool extract_doc(struct document *document, struct span bytes, GError **error);

#endif
