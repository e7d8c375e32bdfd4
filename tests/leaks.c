/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What LeakSanitizer is to pass over: fontconfig, which draws text for poppler, keeps its settings until the end. */
const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void);

const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}

const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig";
}
