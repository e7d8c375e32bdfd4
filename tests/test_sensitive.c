/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "index_fixture.h"
#include "sensitive.h"

static struct index_fixture fixture;

static void set_up(void)
{
	index_fixture_init(&fixture);
}

static void tear_down(void)
{
	index_fixture_clear(&fixture);
}

/* `names` are parted by bars; each paper is of the Panel. */
static struct record *paper(const char *path, enum record_kind kind, const char *names, const char *text)
{
	struct record *record = index_fixture_record(path, 1, text);
	record->kind = kind;
	g_free(record->body);
	record->body = g_strdup("Panel");
	g_auto(GStrv) list = g_strsplit(names, "|", -1);
	for (char **name = list; *name; name++)
		record_add_name(record, *name);
	return record;
}

static void put(struct record *record)
{
	ck_assert(store_begin(fixture.store, NULL));
	index_fixture_put(&fixture, record);
	ck_assert(store_commit(fixture.store, NULL));
}

/* "kind:text|kind:text" of the flags. */
static char *flags_of(const struct record *record)
{
	struct sensitive *sensitive = NULL;
	index_fixture_reopen(&fixture, STORE_READ);
	ck_assert(sensitive_new(&sensitive, fixture.store, NULL));
	GArray *flags = NULL;
	ck_assert(sensitive_find(&flags, sensitive, record, NULL));
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < flags->len; n++) {
		const struct sensitive_flag *flag = &g_array_index(flags, struct sensitive_flag, n);
		g_string_append_printf(out, "%s%s:%.*s", n > 0 ? "|" : "", sensitive_kind_name(flag->kind),
				       (int)(flag->end - flag->start), record->text + flag->start);
		ck_assert(flag->reason && *flag->reason);
	}
	g_array_unref(flags);
	sensitive_free(sensitive);
	index_fixture_reopen(&fixture, STORE_WRITE);
	return g_string_free(out, FALSE);
}

static void check_text(const char *text, const char *expected)
{
	struct record *record = paper("hit.txt", KIND_PARAGRAPH, "", text);
	g_autofree char *flags = flags_of(record);
	ck_assert_str_eq(flags, expected);
	record_free(record);
}

static void check_people(const char *names, const char *text, const char *expected)
{
	struct record *record = paper("hit.txt", KIND_PARAGRAPH, names, text);
	g_autofree char *flags = flags_of(record);
	ck_assert_str_eq(flags, expected);
	record_free(record);
}

START_TEST(an_address_is_flagged_unless_its_words_are_an_offices)
{
	check_text("Write to ada.birch@example.org, or to jbirch27@mail.example.co.uk.",
		   "email:ada.birch@example.org|email:jbirch27@mail.example.co.uk");
	check_text("Write to democratic.services@example.gov.uk or Info@example.org or foi-requests2@example.org.", "");
	check_text("clerk@example.org, clerk.birch@example.org", "email:clerk.birch@example.org");
	check_text("policycommittees@example.org, parishclerk1@example.org", "");
	check_text("pressley@example.org, infobirch@example.org, mailcare@example.org",
		   "email:pressley@example.org|email:infobirch@example.org");
	check_text("zoë.o'fell@exämple.org", "email:zoë.o'fell@exämple.org");
	check_text("broken ada.birch @example.org", "email:ada.birch @example.org");
	check_text("3 apples @ 20p each", "");
}
END_TEST

START_TEST(a_telephone_number_is_found_as_papers_print_it)
{
	static const char *const numbers[] = {
		"01632 960123",        "(01632) 960123",  "01632-960-123", "020 7946 0018",  "+44 20 7946 0018",
		"+44 (0)20 7946 0018", "07700 900123",    "07700900123",   "03000 41 55 66", "0800 111 111",
		"0044 1632 960123",    "(020) 7946 0018", "016977 2345",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(numbers); n++) {
		g_autofree char *text = g_strdup_printf("Ask the team: %s, at any time", numbers[n]);
		g_autofree char *expected = g_strdup_printf("telephone:%s", numbers[n]);
		check_text(text, expected);
	}
	check_text("Tel: 960123. Fax no. 96 01 24", "telephone:960123|telephone:96 01 24");
}
END_TEST

START_TEST(other_numbers_are_no_telephone_numbers)
{
	static const char *const texts[] = {
		"£01632 960123",
		"reference ABC01632960123",
		"0123456789012345",
		"0.1632960123",
		"01632/960123/1",
		"in 2019 and 2020",
		"account 0432 960123",
		"04632 960123",
		"0263 296 012",
		"on 01.02.2019, 14:00",
		"1,000,000 and 0",
		"KM/01632960123",
		"0000000000",
		"phone in 2019",
		"96 01 23",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(texts); n++)
		check_text(texts[n], "");
}
END_TEST

START_TEST(a_national_insurance_number_has_its_letters)
{
	check_text("AB123456C and JG 12 34 56 D", "national-insurance:AB123456C|national-insurance:JG 12 34 56 D");
	check_text("QQ123456A DA123456A AO123456A GB123456A NK123456A ZZ123456A AB123456E AB12345C XAB123456C", "");
}
END_TEST

/* 943 476 5919 is the example that the NHS Data Dictionary's algorithm is shown with: 299 = 27 x 11 + 2, check digit 9. */
START_TEST(an_nhs_number_has_its_check_digit)
{
	check_text("NHS number 943 476 5919.", "nhs-number:943 476 5919");
	check_text("943-476-5919 and 9434765919", "nhs-number:943-476-5919|nhs-number:9434765919");
	check_text("943 476 5918, 943 4765919, 94347659190 and 943 476 591", "");
	/* Its check digit would be ten. */
	check_text("100 000 0010 and 100 000 0011", "");
}
END_TEST

START_TEST(a_date_is_one_of_birth_beside_a_word_for_it)
{
	check_text("a boy, born on 3 May 2009, and his sister", "date-of-birth:3 May 2009");
	check_text("DOB: 03/05/2009", "date-of-birth:03/05/2009");
	check_text("D.O.B. 3.5.09", "date-of-birth:3.5.09");
	check_text("Date of birth | 2009-05-03", "date-of-birth:2009-05-03");
	check_text("03/05/2009 (date of birth)", "date-of-birth:03/05/2009");
	check_text("She was born in May 2009.", "date-of-birth:May 2009");
	check_text("The Panel met on 3 May 2009. Stubborn faults and newborns, 3 May 2009; 4/5/2009.", "");
}
END_TEST

START_TEST(under_a_heading_of_birth_every_date_is_one)
{
	struct record *record = paper("hit.txt", KIND_ROW, "", "A | 3 May 2009");
	record->section = g_strdup("Child and date of birth");
	g_autofree char *flags = flags_of(record);
	ck_assert_str_eq(flags, "date-of-birth:3 May 2009");
	record_free(record);
}
END_TEST

/* Much of what nearly is something; the time is that of a test. */
START_TEST(a_hostile_paragraph_takes_no_time)
{
	static const char *const pieces[] = {"a",    "a.", "0",     "0 ",    "(0", "born ",   "1/1",
					     "AB12", "a@", "Mr A ", "tel 1", "5-", "a@b.cd ", "01632 960123 "};
	for (size_t n = 0; n < G_N_ELEMENTS(pieces); n++) {
		GString *text = g_string_new(NULL);
		while (text->len < 60000)
			g_string_append(text, pieces[n]);
		struct record *record = paper("hit.txt", KIND_PARAGRAPH, "", text->str);
		g_autofree char *flags = flags_of(record);
		record_free(record);
		g_string_free(text, TRUE);
	}
}
END_TEST

/* The text with a surname of its own for Birch, so that one index does for many. Yours. */
static char *renamed(const char *text, size_t number)
{
	g_autofree char *surname = g_strdup_printf("Birch%c", (char)('a' + number));
	g_auto(GStrv) parts = g_strsplit(text, "Birch", -1);
	return g_strjoinv(surname, parts);
}

/* Whether "Ms A Birch" is flagged once a paper has the text. */
static void check_office(size_t number, const char *text, bool is_flagged)
{
	g_autofree char *name = renamed("Ms A Birch", number);
	g_autofree char *came = renamed("Ms A Birch came.", number);
	g_autofree char *flag = renamed("person:Ms A Birch", number);
	g_autofree char *paper_text = renamed(text, number);
	g_autofree char *path = g_strdup_printf("%zu.txt", number);
	check_people(name, came, flag);
	put(paper(path, KIND_PARAGRAPH, "", paper_text));
	check_people(name, came, is_flagged ? flag : "");
}

START_TEST(who_is_in_an_attendance_list_holds_office)
{
	put(paper("old.txt", KIND_ATTENDANCE, "Mrs A D Birch|Mr R Fell", "PRESENT: Mrs A D Birch, Mr R Fell"));
	check_people("Ada Birch|Mr Fell|Mrs A Birch", "Ada Birch, Mr Fell and Mrs A Birch spoke.", "");
	check_people("Carol Birch|Mrs R Fell", "Carol Birch wrote to Mrs R Fell.",
		     "person:Carol Birch|person:Mrs R Fell");
}
END_TEST

START_TEST(the_public_in_an_attendance_list_holds_no_office)
{
	put(paper("old.txt", KIND_ATTENDANCE, "Cllr Fell|Mrs A Birch|Mr M Stubbs|Mrs M Stubbs",
		  "PRESENT: Cllr Fell and Mrs A Birch (Clerk). Members of the public – Mr and Mrs M Stubbs."));
	put(paper("table.txt", KIND_ATTENDANCE, "Jo Ash", "Jo Ash (JA) | Observers"));
	put(paper("other.txt", KIND_ATTENDANCE, "Ms C Roe", "In attendance: Ms C Roe (Public Health), guests"));
	check_people("Mrs A Birch|Mrs M Stubbs", "PRESENT: Mrs A Birch (Clerk). Members of the public – Mrs M Stubbs.",
		     "person:Mrs M Stubbs");
	check_people("Mrs A Birch|Mr Stubbs|Jo Ash|Ms Roe", "Mrs A Birch met Mr Stubbs, Jo Ash and Ms Roe.",
		     "person:Mr Stubbs|person:Jo Ash");
}
END_TEST

START_TEST(an_office_beside_the_name_in_any_paper_counts)
{
	static const char *const offices[] = {
		"Councillor Ada Birch spoke.",
		"Cllrs Roe and Ada Birch spoke.",
		"Cllr Mrs Ada Birch spoke.",
		"Ada Birch, Head of Care, spoke.",
		"Ada Birch (Head of Care) spoke.",
		"Ada Birch – Director of Growth",
		"Ada Birch, the clerk, spoke.",
		"The Policy Officer, Ada Birch, spoke.",
		"By: Head of Care – Ada Birch",
		"Director (Ms Ada Birch)",
		"Ada Birch, Cabinet Member for Care",
		"Apologies for absence were received from Mr R. Fell and Ada Birch.",
		"APOLOGIES: Mr Fell; Ada Birch",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(offices); n++)
		check_office(n, offices[n], false);
}
END_TEST

START_TEST(what_is_no_office_does_not_count)
{
	static const char *const texts[] = {
		"Ada Birch, a resident, asked the Director. Ada Birch spoke.",
		"Ada Birch (Member of the Public) and the Head of Care spoke.",
		"Ada Birch thanked the Leader. The Leader thanked Ada Birch.",
		"Councillor Roe answered Ada Birch. Ada Birch: Why, Councillor?",
		"Cllrs Roe and Alder heard Ada Birch.",
		"Councillor Carol Birch spoke.",
		"The Officer left. Ada Birch spoke.",
		"Apologies were received from Mr Fell. Ada Birch spoke.",
		"The Leader gave apologies to Ada Birch.",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(texts); n++)
		check_office(n, texts[n], true);
}
END_TEST

START_TEST(a_surname_alone_is_an_office_holders_in_papers_of_that_body_only)
{
	struct record *other = paper("old.txt", KIND_ATTENDANCE, "Mr R Fell", "PRESENT: Mr R Fell");
	g_free(other->body);
	other->body = g_strdup("Cabinet");
	put(other);
	check_people("Mr Fell", "Mr Fell asked.", "person:Mr Fell");
	check_people("Mr R Fell", "Mr R Fell asked.", "");
	put(paper("new.txt", KIND_ATTENDANCE, "Mr R Fell", "PRESENT: Mr R Fell"));
	check_people("Mr Fell", "Mr Fell asked.", "");
}
END_TEST

START_TEST(every_place_of_the_name_is_flagged_and_no_councillors)
{
	check_people("Mr John Fell", "Mr Fell met Cllr Fell. John Fell left.", "person:Mr Fell|person:John Fell");
	check_people("Mr Fenn|Mrs Fenn", "Mr and Mrs Fenn came.", "person:Mrs Fenn|person:Fenn");
	check_people("Ada Birch", "Ada agreed.", "person:Ada");
	check_people("Jo Ash", "JA left.", "person:JA left.");
}
END_TEST

START_TEST(flags_stand_in_the_order_of_the_text)
{
	check_people("Ada Birch", "07700 900123 is Ada Birch, ada@example.org",
		     "telephone:07700 900123|person:Ada Birch|email:ada@example.org");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("sensitive");
	TCase *tests = tcase_create("sensitive");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, an_address_is_flagged_unless_its_words_are_an_offices);
	tcase_add_test(tests, a_telephone_number_is_found_as_papers_print_it);
	tcase_add_test(tests, other_numbers_are_no_telephone_numbers);
	tcase_add_test(tests, a_national_insurance_number_has_its_letters);
	tcase_add_test(tests, an_nhs_number_has_its_check_digit);
	tcase_add_test(tests, a_date_is_one_of_birth_beside_a_word_for_it);
	tcase_add_test(tests, under_a_heading_of_birth_every_date_is_one);
	tcase_add_test(tests, a_hostile_paragraph_takes_no_time);
	tcase_add_test(tests, who_is_in_an_attendance_list_holds_office);
	tcase_add_test(tests, the_public_in_an_attendance_list_holds_no_office);
	tcase_add_test(tests, an_office_beside_the_name_in_any_paper_counts);
	tcase_add_test(tests, what_is_no_office_does_not_count);
	tcase_add_test(tests, a_surname_alone_is_an_office_holders_in_papers_of_that_body_only);
	tcase_add_test(tests, every_place_of_the_name_is_flagged_and_no_councillors);
	tcase_add_test(tests, flags_stand_in_the_order_of_the_text);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
