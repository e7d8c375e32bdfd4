/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of a response pack that do not depend on what was found, once for all its files: where each value comes from
 * and on what authority, and what else may have to be searched. Nothing of it is legal advice. Must not know of packs. */
#ifndef MINUTEBOOK_FOI_TEXT_H
#define MINUTEBOOK_FOI_TEXT_H

struct foi_source {
	const char *part; /* of the certificate or the name of a file */
	const char *text;
};

/* The last has a NULL part. */
const struct foi_source *foi_sources(void);

/* NULL for an unknown part. */
const char *foi_source(const char *part);

/* How to read a query: examples of each sign, and what it means. The last has a NULL part. */
const struct foi_source *foi_signs(void);

/* Where else information may be held; the last is NULL. */
const char *const *foi_elsewhere(void);

/* "This pack is a record of a search, not legal advice. …" */
const char *foi_disclaimer(void);

#endif
