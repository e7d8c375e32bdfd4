/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stands in for antiword: does what its input asks for behind "DO:". */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	static char bytes[4096];
	int input = open(argc > 1 ? argv[argc - 1] : "", O_RDONLY);
	ssize_t len = input < 0 ? -1 : read(input, bytes, sizeof(bytes) - 1);
	const char *wish = NULL;
	for (ssize_t i = 0; i + 3 < len && !wish; i++)
		wish = memcmp(bytes + i, "DO:", 3) == 0 ? bytes + i + 3 : NULL;
	if (!wish)
		return 2;
	if (strcmp(wish, "text") == 0)
		puts("The caf\xc3\xa9\n\nDues");
	else if (strcmp(wish, "half") == 0)
		return puts("half") < 0 ? 2 : 1;
	else if (strcmp(wish, "write") == 0)
		puts(open("/tmp/minutebook-fake-converter", O_WRONLY | O_CREAT, 0600) < 0 ? "denied" : "written");
	while (strcmp(wish, "endless") == 0 && puts("more and more and more") >= 0)
		;
	return fflush(stdout) == 0 ? 0 : 3;
}
