/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A response pack as a folder: made aside and put in its place when it is whole. Must not know what is in its files. */
#ifndef MINUTEBOOK_FOI_H
#define MINUTEBOOK_FOI_H

#include "pack.h"

/* Fails where a pack may not be made: FAULT_QUERY, the folder is there and holds something. */
bool foi_check_folder(const char *folder, GError **error);

/* Writes the gathered pack to options->request.folder. It is not there at all where anything fails: FAULT_SYSTEM, and as
 * the store does. */
bool foi_write(struct pack *pack, GError **error);

#endif
