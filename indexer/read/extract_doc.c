/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "extract.h"
#include "fault.h"

enum {
	NAME_MAX_UNITS = 32,
};

/* What else has the same container, by the name of a stream in it. */
static const struct {
	const char *stream, *reason;
} others[] = {
	{"EncryptedPackage", "needs a password; ask for a copy without one"},
	{"WordDocument", NULL},
	{"Workbook", "no paper: an old Excel workbook (.xls)"},
	{"PowerPoint Document", "an old PowerPoint file (.ppt); save it as PDF"},
	{"__properties_version1.0", "an Outlook message (.msg); save it as .eml"},
};

/* Names of streams are in UTF-16. */
static bool has_stream(struct span bytes, const char *name)
{
	char wide[2 * NAME_MAX_UNITS] = "";
	size_t len = MIN(strlen(name), (size_t)NAME_MAX_UNITS);
	for (size_t i = 0; i < len; i++)
		wide[2 * i] = name[i];
	const char *end = bytes.ptr + bytes.len;
	for (const char *at = bytes.ptr; at && (size_t)(end - at) >= 2 * len; at = at ? at + 1 : NULL) {
		at = memchr(at, wide[0], (size_t)(end - at) - 2 * len + 1);
		if (at && memcmp(at, wide, 2 * len) == 0)
			return true;
	}
	return false;
}

bool extract_doc(struct document *document, struct span bytes, GError **error)
{
	const char *reason = "an old Office document without text";
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		if (!has_stream(bytes, others[i].stream))
			continue;
		reason = others[i].reason;
		break;
	}
	document->format = FORMAT_DOC;
	if (reason)
		g_set_error_literal(error, FAULT, FAULT_INPUT, reason);
	return reason == NULL;
}
