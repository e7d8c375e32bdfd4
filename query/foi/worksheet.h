/* SPDX-License-Identifier: GPL-2.0-or-later */
/* worksheet.csv of a response pack: what it would take to answer (s.12 of the Act), samples to time and to judge, and how
 * narrower requests would do (s.16). One table, whose first column tells the part. Nothing in it is calculated by a
 * spreadsheet. */
#ifndef MINUTEBOOK_WORKSHEET_H
#define MINUTEBOOK_WORKSHEET_H

#include "estimate.h"
#include "pack_sample.h"

/* `sample` was drawn from the pack. Fails as the store does. */
bool worksheet_write(GString *out, struct pack *pack, const struct pack_sample *sample, const struct estimate *estimate,
		     GError **error);

#endif
