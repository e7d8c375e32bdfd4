/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "office_lines.h"

#define HEAD                                                                                                           \
	"Received: from a by b\r\nFrom: =?utf-8?q?Ren=C3=A9e_Quay?= <clerk@harbour.example>\r\nTo: Members "           \
	"<members@harbour.example>,\r\n\tA Groyne <a@harbour.example>\r\nSubject: "                                    \
	"=?iso-8859-1?B?RmVycnkgZHVlcw==?=\r\n"                                                                        \
	"Date: Tue, 4 Mar 2025 10:01:02 +0000\r\nMIME-Version: 1.0\r\n"
#define TOP                                                                                                            \
	"Subject: Ferry dues\nFrom: Renée Quay <clerk@harbour.example>\nTo: Members <members@harbour.example>, A "    \
	"Groyne <a@harbour.example>\n~Date: Tue, 4 Mar 2025 10:01:02 +0000\n"

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

static void expect(const char *mail, enum page_format format, const char *want)
{
	ck_assert_int_eq(extract_format(span_of(mail)), FORMAT_EML);
	ck_assert_msg(extract_document(&document, span_of(mail), &error), "%s", error ? error->message : "");
	ck_assert_int_eq(document.format, format);
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

START_TEST(headers_come_first_and_the_body_is_decoded)
{
	expect(HEAD
	       "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
	       "The caf=E9 by the =\r\nferry.\r\n",
	       FORMAT_TEXT, TOP "The café by the ferry.");
}
END_TEST

START_TEST(base64_is_decoded)
{
	expect(HEAD "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
		    "RHVlcyDigqw1\r\n",
	       FORMAT_TEXT, TOP "Dues €5");
}
END_TEST

START_TEST(of_alternatives_the_richest_is_read)
{
	expect(HEAD
	       "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
	       "--x\r\nContent-Type: text/html; "
	       "charset=utf-8\r\n\r\n<html><h2>Dues</h2><p>Caf\xc3\xa9</p></html>\r\n--x--\r\n",
	       FORMAT_HTML, TOP "#2 Dues\nCafé");
}
END_TEST

START_TEST(an_alternative_without_words_is_none)
{
	expect(HEAD
	       "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
	       "--x\r\nContent-Type: text/html\r\n\r\n<html><body></body></html>\r\n--x--\r\n",
	       FORMAT_TEXT, TOP "plain");
}
END_TEST

START_TEST(attachments_are_named_and_not_opened)
{
	expect(HEAD
	       "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the "
	       "minutes."
	       "\r\n--x\r\nContent-Type: text/plain; name=m.txt\r\nContent-Disposition: attachment; "
	       "filename=\"m.txt\"\r\n"
	       "\r\nsecret\r\n--x\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\n\r\nx\r\n--x\r\n"
	       "Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: Earlier\r\n\r\nold\r\n--x--\r\n",
	       FORMAT_TEXT, TOP "See the minutes.\nAttachment: m.txt\nAttachment: Earlier");
}
END_TEST

START_TEST(a_mailbox_gives_all_its_messages)
{
	static const char box[] =
		"From a@b.example Tue Mar  4 10:00:00 2025\nFrom: a@b.example\nMessage-ID: <1>\nSubject: "
		"One\n\nfirst\n\nFrom a@b.example Tue Mar  4 11:00:00 2025\nFrom: a@b.example\nSubject: "
		"Two\n\nsecond\n";
	expect(box, FORMAT_TEXT, "Subject: One\nFrom: a@b.example\nfirst\nSubject: Two\nFrom: a@b.example\nsecond");
}
END_TEST

START_TEST(a_memorandum_is_no_mail)
{
	ck_assert_int_eq(
		extract_format(span_of("From: The Clerk\nTo: The Board\nSubject: Dues\nDate: 4 March 2025\n\nText\n")),
		FORMAT_TEXT);
	ck_assert_int_eq(extract_format(span_of("Minutes\n\nFrom: x\nMessage-ID: y\n")), FORMAT_TEXT);
}
END_TEST

START_TEST(an_encrypted_mail_is_told)
{
	static const char mail[] = HEAD "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nabc\r\n";
	ck_assert(!extract_document(&document, span_of(mail), &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, "encrypted"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("eml");
	TCase *cases = tcase_create("eml");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, headers_come_first_and_the_body_is_decoded);
	tcase_add_test(cases, base64_is_decoded);
	tcase_add_test(cases, of_alternatives_the_richest_is_read);
	tcase_add_test(cases, an_alternative_without_words_is_none);
	tcase_add_test(cases, attachments_are_named_and_not_opened);
	tcase_add_test(cases, a_mailbox_gives_all_its_messages);
	tcase_add_test(cases, a_memorandum_is_no_mail);
	tcase_add_test(cases, an_encrypted_mail_is_told);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
