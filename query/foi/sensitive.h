/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What of a paragraph somebody should look at before it is given out: personal data by its shape, and people who hold no
 * office in the papers. Flags are a help to the reviewer and not complete: nothing is redacted, nothing is decided, and what
 * has no flag is not thereby fit to be published. Must not know of packs. */
#ifndef MINUTEBOOK_SENSITIVE_H
#define MINUTEBOOK_SENSITIVE_H

#include "store.h"

enum sensitive_kind {
	/* RFC 5321 mailbox with a domain. No flag where every word of its local part is one of an office: "info",
	 * "democratic.services", "policycommittees"; see sensitive_shape.c for the list. */
	SENSITIVE_EMAIL,
	/* Ofcom, National Telephone Numbering Plan: 0 or +44, then ten digits, or nine after 01, 05 and 08, however they are
	 * parted by spaces, hyphens, full stops and brackets. Shorter ones only behind "tel", "phone", "mobile", "fax". */
	SENSITIVE_PHONE,
	/* HMRC, National Insurance Manual NIM39110: two letters, six digits, one of A to D; D F I Q U V are no letters of
	 * it, O is not the second, BG GB KN NK NT TN ZZ are never given. */
	SENSITIVE_NATIONAL_INSURANCE,
	/* NHS Data Dictionary, NHS NUMBER: ten digits, as 3-3-4 or solid, the last one the check digit modulus 11. */
	SENSITIVE_NHS,
	/* A whole date, or a month with its year, behind or before "born", "DOB", "date of birth". */
	SENSITIVE_BIRTH,
	/* See holders.h. */
	SENSITIVE_PERSON,
	SENSITIVE_KIND_COUNT,
};

struct sensitive_flag {
	size_t start, end; /* bytes of the record's text */
	enum sensitive_kind kind;
	const char *reason; /* plain English, of the program */
};

/* "email", "telephone", "national-insurance", "nhs-number", "date-of-birth", "person". */
const char *sensitive_kind_name(enum sensitive_kind kind);

struct sensitive;

/* Yours. Looks into the whole index for who holds office; fails as the store does. The store is borrowed. */
bool sensitive_new(struct sensitive **out, struct store *store, GError **error);
void sensitive_free(struct sensitive *sensitive);

/* struct sensitive_flag in the order of the text, yours. Flags may overlap: a number can have two shapes. Fails as the store
 * does. */
bool sensitive_find(GArray **flags, struct sensitive *sensitive, const struct record *record, GError **error);

#endif
