/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "office_lines.h"

/* The start of an OLE container and the name of a stream in it, in UTF-16. */
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define WORD OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
#define BYTES(text) ((struct span){text, sizeof(text) - 1})

static struct document document;
static GError *error;
static char *folder, *old_path;

/* Programs are looked for in an empty folder alone. */
static void set_up(void)
{
	document_init(&document);
	folder = g_dir_make_tmp("minutes-XXXXXX", NULL);
	old_path = g_strdup(g_getenv("PATH"));
	ck_assert(g_setenv("PATH", folder, TRUE));
}

static void tear_down(void)
{
	static const char *const programs[] = {"antiword", "catdoc"};
	document_clear(&document);
	g_clear_error(&error);
	for (gsize i = 0; i < G_N_ELEMENTS(programs); i++) {
		g_autofree char *path = g_build_filename(folder, programs[i], NULL);
		g_unlink(path);
	}
	g_rmdir(folder);
	ck_assert(g_setenv("PATH", old_path, TRUE));
	g_free(folder);
	g_free(old_path);
}

static void install(const char *program, const char *script)
{
	g_autofree char *path = g_build_filename(folder, program, NULL);
	g_autofree char *text = g_strconcat("#!/bin/sh\n", script, "\n", NULL);
	ck_assert(g_file_set_contents(path, text, -1, NULL));
	ck_assert_int_eq(g_chmod(path, 0755), 0);
}

static void expect_reason(struct span bytes, const char *want)
{
	ck_assert_int_eq(extract_format(bytes), FORMAT_DOC);
	ck_assert(!extract_document(&document, bytes, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_msg(strstr(error->message, want) != NULL, "%s", error->message);
}

static void expect_text(const char *want)
{
	ck_assert_msg(extract_document(&document, BYTES(WORD), &error), "%s", error ? error->message : "");
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

START_TEST(without_a_program_that_reads_it_the_remedy_is_told)
{
	expect_reason(BYTES(WORD), "install antiword or catdoc");
}
END_TEST

START_TEST(the_program_gets_the_bytes_and_its_text_is_read)
{
	install("antiword", "/usr/bin/head -c 4 >/dev/null; echo 'The caf\xc3\xa9'; echo; echo Dues");
	expect_text("The café\nDues");
}
END_TEST

START_TEST(the_other_program_does_where_the_first_is_missing)
{
	install("catdoc", "echo by catdoc");
	expect_text("by catdoc");
}
END_TEST

START_TEST(a_program_that_fails_is_told)
{
	install("antiword", "echo half; exit 1");
	expect_reason(BYTES(WORD), "antiword found it damaged");
}
END_TEST

START_TEST(a_program_that_never_stops_printing_is_stopped)
{
	install("antiword", "exec /bin/cat /dev/zero");
	expect_reason(BYTES(WORD), "more text than such a document can have");
}
END_TEST

START_TEST(other_files_of_the_same_container_are_told_apart)
{
	expect_reason(BYTES(OLE "W\0o\0r\0k\0b\0o\0o\0k\0"), "Excel");
	tear_down();
	set_up();
	expect_reason(BYTES(OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "password");
	tear_down();
	set_up();
	expect_reason(BYTES(OLE), "old Office document");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("doc");
	TCase *cases = tcase_create("doc");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, without_a_program_that_reads_it_the_remedy_is_told);
	tcase_add_test(cases, the_program_gets_the_bytes_and_its_text_is_read);
	tcase_add_test(cases, the_other_program_does_where_the_first_is_missing);
	tcase_add_test(cases, a_program_that_fails_is_told);
	tcase_add_test(cases, a_program_that_never_stops_printing_is_stopped);
	tcase_add_test(cases, other_files_of_the_same_container_are_told_apart);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
