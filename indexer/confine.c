/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <linux/landlock.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine_calls.h"

enum {
	FILES_MAX = 64,
};

/* What reading opens besides the paper: modules that convert characters, fonts that stand in for those a PDF lacks, its
 * tables of East Asian characters, what a program needs to start. */
static const char *const readable[] = {
	"/lib*",
	"/usr/lib*",
	"/usr/local/lib",
	"/etc/ld.so.cache",
	"/etc/fonts",
	"/usr/share/fontconfig",
	"/usr/share/fonts",
	"/usr/local/share/fonts",
	"/usr/share/ghostscript",
	"/usr/share/poppler",
	"/var/cache/fontconfig",
	"/usr/share/locale",
	"/usr/share/zoneinfo",
	"/etc/localtime",
	"/usr/share/antiword",
	"/etc/antiword",
	"/usr/share/catdoc",
	"/etc/catdocrc",
	"/dev/null",
	"/dev/urandom",
};

/* The loader that the kernel starts with a program. */
#define LOADERS "/lib*/ld*.so*"

/* As the kernel has it; the header of an older one lacks its later fields. */
struct rules {
	guint64 files, network, scopes;
};

enum {
	READ_FILE = LANDLOCK_ACCESS_FS_READ_FILE,
	READ_FOLDER = LANDLOCK_ACCESS_FS_READ_DIR,
	EXECUTE = LANDLOCK_ACCESS_FS_EXECUTE,
};

bool confine_is_sanitized(void)
{
#if defined(__SANITIZE_ADDRESS__)
	return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
	return true;
#else
	return false;
#endif
#else
	return false;
#endif
}

void confine_descriptors(int input, int output, int keep)
{
	int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
	dup2(input >= 0 ? input : nowhere, STDIN_FILENO);
	dup2(output >= 0 ? output : nowhere, STDOUT_FILENO);
	if (!confine_is_sanitized())
		dup2(nowhere, STDERR_FILENO);
	unsigned first = STDERR_FILENO + 1;
	if (keep >= (int)first) {
		if (keep > (int)first)
			close_range(first, (unsigned)keep - 1, 0);
		first = (unsigned)keep + 1;
	}
	close_range(first, ~0U, 0);
}

static void limit(__rlimit_resource_t resource, rlim_t most)
{
	struct rlimit now;
	if (getrlimit(resource, &now) == 0 && now.rlim_max < most)
		most = now.rlim_max;
	setrlimit(resource, &(struct rlimit){most, most});
}

/* The address space in use, in bytes; 0 when it cannot be told. */
static guint64 address_space(void)
{
	unsigned long pages = 0;
	FILE *file = fopen("/proc/self/statm", "re");
	if (!file)
		return 0;
	if (fscanf(file, "%lu", &pages) != 1)
		pages = 0;
	fclose(file);
	return (guint64)pages * (guint64)sysconf(_SC_PAGESIZE);
}

static void enter_limits(const struct confine *confine)
{
	if (!confine_is_sanitized())
		limit(RLIMIT_AS, address_space() + confine->memory);
	if (confine->seconds > 0)
		limit(RLIMIT_CPU, confine->seconds);
	limit(RLIMIT_FSIZE, confine->file_size);
	limit(RLIMIT_NOFILE, FILES_MAX);
	limit(RLIMIT_NPROC, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_MEMLOCK, 0);
	limit(RLIMIT_MSGQUEUE, 0);
}

/* The rights that this version of Landlock knows; each later one adds some at the end. */
static struct rules rules_of(long version)
{
	static const guint8 file_rights[] = {0, 13, 14, 15, 15, 16};
	guint64 count = file_rights[MIN(version, (long)G_N_ELEMENTS(file_rights) - 1)];
	return (struct rules){
		.files = (G_GUINT64_CONSTANT(1) << count) - 1,
		.network = version >= 4 ? 3 : 0, /* to bind and to connect */
		.scopes = version >= 6 ? 3 : 0,  /* sockets by name, signals */
	};
}

static size_t rules_size(long version)
{
	return version >= 6 ? sizeof(struct rules) : version >= 4 ? 2 * sizeof(guint64) : sizeof(guint64);
}

static void allow(int ruleset, const char *path, guint64 rights)
{
	struct landlock_path_beneath_attr beneath = {.parent_fd = open(path, O_PATH | O_CLOEXEC)};
	if (beneath.parent_fd < 0)
		return;
	beneath.allowed_access = g_file_test(path, G_FILE_TEST_IS_DIR) ? rights : rights & ~(guint64)READ_FOLDER;
	syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
}

static void allow_all(int ruleset, const char *pattern, guint64 rights)
{
	glob_t found;
	if (glob(pattern, 0, NULL, &found) == 0) {
		for (size_t i = 0; i < found.gl_pathc; i++)
			allow(ruleset, found.gl_pathv[i], rights);
		globfree(&found);
	}
}

static bool enter_files(const char *program)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (version < 1)
		return false;
	struct rules rules = rules_of(version);
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, rules_size(version), 0);
	if (ruleset < 0)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(readable); i++)
		allow_all(ruleset, readable[i], READ_FILE | READ_FOLDER);
	if (confine_is_sanitized())
		allow(ruleset, "/proc", READ_FILE | READ_FOLDER);
	if (program) {
		allow(ruleset, program, READ_FILE | EXECUTE);
		allow_all(ruleset, LOADERS, READ_FILE | EXECUTE);
	}
	bool good = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return good;
}

unsigned confine_enter(const struct confine *confine)
{
	unsigned parts = CONFINE_LIMITS;
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (enter_files(confine->program))
		parts |= CONFINE_FILES;
	enter_limits(confine);
	if (confine_calls(confine->program != NULL))
		parts |= CONFINE_CALLS;
	return parts;
}

static unsigned try_in_child(void)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0) {
		confine_descriptors(-1, -1, -1);
		_exit((int)confine_enter(&(struct confine){.memory = 1 << 30}));
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 0;
	return pid > 0 && WIFEXITED(status) ? (unsigned)WEXITSTATUS(status) : 0;
}

char *confine_describe(void)
{
	unsigned parts = try_in_child();
	return g_strconcat("papers are read in processes of their own, with limits on memory, time and files; ",
			   parts & CONFINE_CALLS ? "system calls confined (seccomp); "
						 : "system calls NOT confined (no seccomp here); ",
			   parts & CONFINE_FILES ? "files confined (Landlock)"
						 : "files NOT confined (no Landlock in this kernel)",
			   NULL);
}
