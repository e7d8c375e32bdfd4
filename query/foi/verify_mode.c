/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "verify_mode.h"

#include <errno.h>
#include <stdio.h>

#include "fault.h"
#include "verify.h"

static bool print(const struct verify *verify, bool is_json, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	(is_json ? verify_json : verify_text)(out, verify);
	if (is_json)
		g_string_append_c(out, '\n');
	if (fwrite(out->str, 1, out->len, stdout) == out->len && fflush(stdout) == 0)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
	return false;
}

enum tell_status verify_mode_run(const struct options *options)
{
	GError *error = NULL;
	struct verify verify;
	verify_init(&verify);
	bool is_json = strcmp(options->format->name, "json") == 0;
	bool good = verify_run(&verify, options, &error) && print(&verify, is_json, &error);
	enum tell_status status = verify_is_same(&verify) ? TELL_FOUND : TELL_NOTHING;
	verify_clear(&verify);
	return good ? status : tell_error(error);
}
