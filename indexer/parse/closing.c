/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "closing.h"

#include <string.h>

#include "prose.h"
#include "wording.h"

/* No line that ends a meeting is longer. */
enum { LINE_LENGTH = 160 };

static bool ends_meeting(const char *text)
{
	static const struct wording starts[] = {{"Meeting ended", WITH_CASE},
						{"The meeting ended", WITH_CASE},
						{"The meeting closed", WITH_CASE},
						{"Meeting closed", WITH_CASE},
						{"The meeting finished", WITH_CASE},
						{"The meeting concluded", WITH_CASE},
						{"Meeting concluded", WITH_CASE},
						{"The meeting was closed", ANY_CASE},
						{"The meeting was declared closed", ANY_CASE},
						{"The meeting terminated", ANY_CASE},
						{"The Chair closed the meeting", ANY_CASE},
						{"The Chairman closed the meeting", ANY_CASE},
						{"There being no further business", ANY_CASE},
						{"There being no other business", ANY_CASE},
						{"Daeth y cyfarfod i ben", ANY_CASE},
						{NULL, 0}};
	return wording_starts(text, starts) && !strchr(text, '\n');
}

/* A signature, with dots or a rule to write on. */
static bool is_signature_line(const char *text)
{
	static const struct wording starts[] = {{"CHAIR", WITH_CASE},     {"Chair ", WITH_CASE},
						{"Chairman ", WITH_CASE}, {"Chairman:", WITH_CASE},
						{"CHAIRMAN", WITH_CASE},  {"Chairperson", WITH_CASE},
						{"Chair:", WITH_CASE},    {"Convener", WITH_CASE},
						{"Signed", WITH_CASE},    {"Date of next meeting:", WITH_CASE},
						{"Dated", WITH_CASE},     {"Date ", WITH_CASE},
						{"Date:", WITH_CASE},     {NULL, 0}};
	return wording_starts(text, starts) && (strstr(text, "__") || strstr(text, "....") || strstr(text, "……"));
}

/* "CHAIRMAN", "CADEIRYDD", "CHAIR: Councillor Alder": who is to sign. */
static bool is_signatory(const char *text)
{
	static const char *const offices[] = {"CHAIR",    "CHAIRMAN", "CHAIRPERSON", "CHAIRWOMAN", "CADEIRYDD",
					      "CONVENER", "MAYOR",    "PROVOST",     NULL};
	size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	g_autofree char *office = g_strndup(text, len);
	bool alone = strcmp(text, "Chairman") == 0 || strcmp(text, "Chair") == 0 || strcmp(text, "Chairperson") == 0;
	if (alone)
		return true;
	return g_strv_contains(offices, office) && (text[len] == '\0' || (text[len] == ':' && strlen(text) < 60));
}

bool closing_is(const char *text)
{
	return strlen(text) < LINE_LENGTH && (ends_meeting(text) || is_signature_line(text) || is_signatory(text));
}

bool closing_signs(const struct block *block)
{
	if (block->lines < 3 || block->label.style != LABEL_NONE || block->text->len > 200 ||
	    prose_ends(block->text->str))
		return false;
	guint digits = 0;
	for (const char *at = block->text->str; *at; at++)
		digits += g_ascii_isdigit(*at);
	return digits >= 5;
}
