/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run that makes a response pack. */
#ifndef MINUTEBOOK_PACK_MODE_H
#define MINUTEBOOK_PACK_MODE_H

#include "tell.h"

/* Half a request is none: where one query is wrong, no pack is made. */
enum tell_status pack_mode_run(const struct options *options, char *const *argv);

#endif
