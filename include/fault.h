/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one error domain. Each code makes a caller act differently; the message is for the human: lower case, no
 * full stop, the thing before the trouble, a hint where there is one. Knows nothing of what failed. */
#ifndef MINUTEBOOK_FAULT_H
#define MINUTEBOOK_FAULT_H

#include <glib.h>

G_BEGIN_DECLS

#define FAULT (fault_quark())

enum fault_code {
	FAULT_INPUT,  /* this paper cannot be read: name it, remember it, go on with the next */
	FAULT_QUERY,  /* the query or the options are wrong: show the place, exit 2 */
	FAULT_LOCKED, /* another process writes the index: try again later */
	FAULT_INDEX,  /* the index is missing, damaged or of another version */
	FAULT_SYSTEM, /* the machine failed us: disk full, out of memory, permission */
};

GQuark fault_quark(void);

G_END_DECLS

#endif
