/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A job, a paper's head and its records as bytes and back, for the way between processes of one program. What comes from
 * a worker is believed in nothing: every text is UTF-8 without NUL, every number in its range, or the parcel is refused. */
#ifndef MINUTEBOOK_PARCEL_H
#define MINUTEBOOK_PARCEL_H

#include "parse.h"

/* One paper to read. Texts are borrowed. */
struct parcel_job {
	const char *name;                      /* as the index knows it */
	const char *known;                     /* SHA-256 of the bytes that need no reading, hex; or NULL */
	const struct manifest_entry *manifest; /* or NULL */
};

/* What stands before the records. */
struct parcel_paper {
	char *note; /* or NULL */
	guint scans, records;
};

void parcel_put_job(GByteArray *out, const struct parcel_job *job);
void parcel_put_paper(GByteArray *out, const struct paper *paper);

/* All but id and path, which the other side knows; a text that is no UTF-8 is repaired. */
void parcel_put_record(GByteArray *out, const struct record *record);

/* False when the bytes are not what they should be; then there is nothing to clear but an initialised record. The job's
 * texts are looks into `bytes`, each ends with a NUL; `entry` is filled where there is a manifest entry. */
bool parcel_get_job(struct parcel_job *job, struct manifest_entry *entry, struct span bytes);
bool parcel_get_paper(struct parcel_paper *paper, struct span bytes);
bool parcel_get_record(struct record *record, struct span bytes);

#endif
