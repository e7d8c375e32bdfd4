/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What broken_disk writes down and power_cut reads: one note for each thing done to a file, its bytes behind it. */
#ifndef MINUTEBOOK_DISK_LOG_H
#define MINUTEBOOK_DISK_LOG_H

#include <stdint.h>

enum disk_act {
	DISK_MAKE,     /* opened, made if missing */
	DISK_TRUNCATE, /* the same, and emptied */
	DISK_WRITE,    /* `len` bytes at `offset` */
	DISK_CUT,      /* to `offset` bytes */
	DISK_SYNC,     /* the file; the folder where there is no name */
	DISK_RENAME,   /* to `to` */
	DISK_UNLINK,
};

struct disk_note {
	uint32_t act;
	char name[64], to[64]; /* in the folder */
	int64_t offset;
	uint64_t len;
};

#endif
