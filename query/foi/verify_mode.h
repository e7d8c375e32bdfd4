/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run that looks at a response pack again. */
#ifndef MINUTEBOOK_VERIFY_MODE_H
#define MINUTEBOOK_VERIFY_MODE_H

#include "tell.h"

/* Found: the pack is the same; nothing: it differs. */
enum tell_status verify_mode_run(const struct options *options);

#endif
