/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the sanitizers are to pass over. Fontconfig, which draws text for poppler, keeps its settings until the end. Xapian
 * deletes its tables as what they are derived from when it has checked them. */
const char *__asan_default_options(void);
const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void);

const char *__asan_default_options(void)
{
	return "new_delete_type_mismatch=0";
}

const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}

const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig";
}
