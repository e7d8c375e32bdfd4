/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "durable.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

bool durable_folder(const char *folder)
{
	int dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return false;
	bool is_synced = fsync(dir) == 0 || errno == EINVAL || errno == ENOTSUP;
	int trouble = errno;
	close(dir);
	errno = trouble;
	return is_synced;
}
