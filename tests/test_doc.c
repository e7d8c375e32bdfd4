/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"

/* The start of an OLE container and the name of a stream in it, in UTF-16. */
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define WORD OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
#define BYTES(text) ((struct span){text, sizeof(text) - 1})

static struct document document;
static GError *error;

static void set_up(void)
{
	document_init(&document);
}

static void tear_down(void)
{
	document_clear(&document);
	g_clear_error(&error);
}

static void expect_reason(struct span bytes, const char *want)
{
	ck_assert_int_eq(extract_format(bytes), FORMAT_DOC);
	ck_assert(!extract_document(&document, bytes, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_msg(strstr(error->message, want) != NULL, "%s", error->message);
}

START_TEST(an_old_word_document_is_left_to_a_converter)
{
	ck_assert(extract_document(&document, BYTES(WORD), &error));
	ck_assert_int_eq(document.format, FORMAT_DOC);
	ck_assert_uint_eq(document.pages->len, 0);
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
	tcase_add_test(cases, an_old_word_document_is_left_to_a_converter);
	tcase_add_test(cases, other_files_of_the_same_container_are_told_apart);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
