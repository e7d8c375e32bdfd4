/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parts of certificate.html that more than one file needs. */
#ifndef MINUTEBOOK_CERTIFICATE_H
#define MINUTEBOOK_CERTIFICATE_H

#include "pack.h"

/* The sections on what was searched, what could not be, and what was left out. */
void certificate_scope(GString *out, const struct pack *pack);

/* A query as it was typed; of one that is options alone it says so. */
const char *certificate_asked(const struct pack_query *query);

#endif
