/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "copy.h"
#include "fields.h"

static struct record record;

static void setup(void)
{
	record_init(&record);
	record.id = g_strdup("0123456789ab#17");
	record.path = g_strdup("Papers/Panel Minutes.pdf");
	record.council = g_strdup("Wealdshire County Council");
	record.body = g_strdup("Corporate Parenting Panel");
	record.date = g_strdup("2016-05-26");
	record.type = TYPE_MINUTES;
	record.classification = g_strdup("Unrestricted");
	record.minute = g_strdup("152");
	record.agenda_item = g_strdup("B3");
	record.title = g_strdup("Foster Care Review");
	record.section = g_strdup("Next Steps");
	record.kind = KIND_PARAGRAPH;
	record_add_speaker(&record, "Mrs A O\u2019Dale", SPEAKER_DIRECT);
	record_add_speaker(&record, "Mr C Ford", SPEAKER_LEAD);
	g_ptr_array_add(record.topics, g_strdup("fostering"));
	record.text = g_strdup("Words of the paragraph.");
}

static void teardown(void)
{
	record_clear(&record);
}

static const struct field *field(const char *name)
{
	const struct field *found = field_find(span_of(name));
	ck_assert_ptr_nonnull(found);
	return found;
}

static bool has_term(const char *term)
{
	g_autoptr(GPtrArray) terms = field_terms(&record);
	return g_ptr_array_find_with_equal_func(terms, term, g_str_equal, NULL);
}

static void assert_term(char *got, const char *want)
{
	ck_assert_str_eq(got, want);
	g_free(got);
}

START_TEST(finds_fields_by_name_in_any_case)
{
	ck_assert_str_eq(field("speaker")->prefix, "A");
	ck_assert_ptr_eq(field("Speaker"), field("speaker"));
	ck_assert_ptr_null(field_find(span_of("speakers")));
	ck_assert_ptr_null(field_find(span_of("")));
}
END_TEST

START_TEST(the_language_of_the_manual_is_all_there)
{
	static const char *const names[] = {"speaker", "spoke", "topic",   "body",   "council", "type",
					    "kind",    "item",  "title",   "minute", "file",    "id",
					    "is",      "date",  "section", "person"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		ck_assert_str_ne(field(names[i])->help, "");
}
END_TEST

/* So that the terms of one field can be listed by their prefix. */
START_TEST(no_prefix_runs_into_another_but_before_a_capital)
{
	GPtrArray *prefixes = g_ptr_array_new();
	for (const struct field *each = field_table(); each->name; each++) {
		if (each->prefix)
			g_ptr_array_add(prefixes, (gpointer)each->prefix);
		if (each->whole)
			g_ptr_array_add(prefixes, (gpointer)each->whole);
	}
	g_ptr_array_add(prefixes, (gpointer)FIELDS_SEARCHABLE);
	g_ptr_array_add(prefixes, (gpointer)FIELDS_FILE);
	for (guint i = 0; i < prefixes->len; i++) {
		for (guint j = 0; j < prefixes->len; j++) {
			const char *a = g_ptr_array_index(prefixes, i);
			const char *b = g_ptr_array_index(prefixes, j);
			if (i != j && g_str_has_prefix(b, a))
				ck_assert_msg(g_ascii_isupper(b[strlen(a)]), "%s %s", a, b);
			for (const char *at = a; *at; at++)
				ck_assert(g_ascii_isupper(*at));
		}
	}
	g_ptr_array_unref(prefixes);
}
END_TEST

START_TEST(choices_are_the_names_that_records_print)
{
	size_t kinds = 0;
	for (const char *const *choice = field("kind")->choices; *choice; choice++, kinds++) {
		enum record_kind kind;
		ck_assert(record_kind_of(&kind, *choice));
	}
	ck_assert_uint_eq(kinds, KIND_COUNT);
	size_t types = 0;
	for (const char *const *choice = field("type")->choices; *choice; choice++, types++) {
		enum record_type type;
		ck_assert(record_type_of(&type, *choice));
	}
	ck_assert_uint_eq(types, TYPE_COUNT);
}
END_TEST

START_TEST(a_record_carries_the_terms_of_its_fields)
{
	static const char *const wanted[] = {
		"Aa",
		"Ao'dale",
		"Amrs",
		"Aford",
		"XFSPEAKERmrs a o'dale",
		"XFSPEAKERmr c ford",
		"XSPOKEo'dale",
		"Kfostering",
		"XBODYparenting",
		"XFBODYcorporate parenting panel",
		"XCOUNCILwealdshire",
		"Tminutes",
		"XKINDparagraph",
		"XITEMb3",
		"XMINUTE152",
		"Y2016",
		"M201605",
		"D20160526",
		FIELDS_SEARCHABLE,
	};
	for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
		ck_assert_msg(has_term(wanted[i]), "%s", wanted[i]);
	ck_assert(!has_term("XSPOKEford"));
	ck_assert(!has_term("XISrestricted"));
}
END_TEST

START_TEST(what_tells_files_apart_is_on_the_lexicon)
{
	static const char *const wanted[] = {"Ppapers/panel minutes.pdf", "Ppanel minutes.pdf", "XID0123456789ab"};
	g_autoptr(GPtrArray) terms = field_paper_terms(&record);
	ck_assert_uint_eq(terms->len, G_N_ELEMENTS(wanted));
	for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
		ck_assert_str_eq(g_ptr_array_index(terms, i), wanted[i]);
		ck_assert(!has_term(wanted[i]));
	}
	assert_term(field_term(field("id"), span_of("0123456789ab#17")), "XID0123456789ab");
}
END_TEST

START_TEST(what_a_person_types_becomes_the_term_of_the_record)
{
	static const char *const typed[][2] = {
		{"speaker", "O'DALE"}, {"item", "b3"}, {"date", "2016-05"}, {"kind", "paragraph"}};
	for (size_t i = 0; i < G_N_ELEMENTS(typed); i++) {
		g_autofree char *term = field_term(field(typed[i][0]), span_of(typed[i][1]));
		ck_assert_msg(has_term(term), "%s", term);
	}
	g_autofree char *whole = field_whole_term(field("body"), span_of("CORPORATE Parenting Panel"));
	ck_assert(has_term(whole));
	ck_assert_ptr_null(field_whole_term(field("topic"), span_of("x")));
}
END_TEST

START_TEST(no_term_is_there_twice)
{
	record_add_speaker(&record, "Miss A Ford", SPEAKER_DIRECT);
	g_autoptr(GPtrArray) terms = field_terms(&record);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < terms->len; i++)
		ck_assert_msg(g_hash_table_add(seen, g_ptr_array_index(terms, i)), "%s",
			      (char *)g_ptr_array_index(terms, i));
}
END_TEST

START_TEST(furniture_has_no_term_that_a_search_would_meet)
{
	record.kind = KIND_FURNITURE;
	g_autoptr(GPtrArray) terms = field_terms(&record);
	ck_assert_uint_eq(terms->len, 2);
	ck_assert(has_term("XKINDfurniture"));
	ck_assert(!has_term(FIELDS_SEARCHABLE));
}
END_TEST

START_TEST(restricted_is_what_the_public_may_not_read)
{
	static const struct {
		const char *classification;
		bool is_restricted;
	} cases[] = {
		{"Exempt", true},
		{"EXEMPT - paragraph 3", true},
		{"Restricted", true},
		{"Confidential", true},
		{"NOT FOR PUBLICATION", true},
		{"Unrestricted", false},
		{"Not exempt", false},
		{"Non-confidential", false},
		{"Public", false},
		{"Unrestricted report, exempt appendix", true},
		{NULL, false},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_free(record.classification);
		record.classification = g_strdup(cases[i].classification);
		ck_assert_msg(has_term("XISrestricted") == cases[i].is_restricted, "%s", cases[i].classification);
	}
}
END_TEST

START_TEST(flags_tell_undated_resolutions_and_drafts)
{
	ck_assert(!has_term("XISundated"));
	ck_assert(!has_term("XISdraft"));
	g_clear_pointer(&record.date, g_free);
	g_free(record.path);
	record.path = g_strdup("drafting notes/Draft minutes.pdf");
	record.kind = KIND_RESOLUTION;
	ck_assert(has_term("XISundated"));
	ck_assert(has_term("XISdraft"));
	ck_assert(has_term("XISresolution"));
	g_free(record.path);
	record.path = g_strdup("draft/final.pdf");
	ck_assert(!has_term("XISdraft"));
}
END_TEST

START_TEST(long_values_are_hashed_behind_a_readable_head)
{
	g_autofree char *tail_a = g_strnfill(400, 'x');
	g_autofree char *a = g_strconcat("\u00FC", tail_a, "a", NULL);
	g_autofree char *b = g_strconcat("\u00FC", tail_a, "b", NULL);
	g_autofree char *term_a = field_term(field("topic"), span_of(a));
	g_autofree char *term_b = field_term(field("topic"), span_of(b));
	ck_assert_uint_le(strlen(term_a), 245);
	ck_assert(g_str_has_prefix(term_a, "Kuxxx"));
	ck_assert_str_ne(term_a, term_b);
	g_autoptr(GString) stem = g_string_new(NULL);
	field_stem_term(stem, NULL, tail_a);
	ck_assert_uint_le(stem->len, 245);
	g_autofree char *edge = g_strnfill(244, 'k');
	g_autofree char *kept = g_strconcat("K", edge, NULL);
	assert_term(field_term(field("topic"), span_of(edge)), kept);
}
END_TEST

START_TEST(a_hashed_term_is_cut_between_characters)
{
	for (int lead = 0; lead < 4; lead++) {
		g_autoptr(GString) value = g_string_new(NULL);
		for (int i = 0; i < lead; i++)
			g_string_append_c(value, 'a');
		for (int i = 0; i < 200; i++)
			g_string_append(value, "\u65E5");
		g_autofree char *term = field_term(field("topic"), span_of(value->str));
		ck_assert(g_utf8_validate(term, -1, NULL));
	}
}
END_TEST

START_TEST(stems_stand_under_z_and_the_prefix)
{
	g_autoptr(GString) term = g_string_new("old");
	field_stem_term(term, NULL, "stay");
	ck_assert_str_eq(term->str, "Zstay");
	field_stem_term(term, field("title"), "stay");
	ck_assert_str_eq(term->str, "ZSstay");
	assert_term(field_term(field("section"), span_of("step")), "ZXSECTIONstep");
}
END_TEST

START_TEST(a_colon_at_the_head_of_a_value_is_doubled)
{
	assert_term(field_term(field("topic"), span_of(":x")), "K::x");
}
END_TEST

START_TEST(places_sort_by_date_then_path_then_number)
{
	static const struct {
		const char *date, *path, *id;
	} places[] = {
		{"2012-01-30", "z.txt", "a#9"},   {"2016-05-26", "a", "a#2"},     {"2016-05-26", "a", "a#10"},
		{"2016-05-26", "a b.txt", "a#1"}, {"2016-05-26", "a.txt", "a#1"}, {NULL, "a.txt", "a#1"},
	};
	g_autofree char *before = g_strdup("");
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		struct record place = {
			.date = (char *)places[i].date, .path = (char *)places[i].path, .id = (char *)places[i].id};
		g_autoptr(GString) value = field_order_print(&place);
		struct field_order order;
		ck_assert(field_order_read(&order, (struct span){value->str, value->len}));
		ck_assert_uint_eq(order.file, field_file_number(places[i].path));
		GString *text = g_string_new(NULL);
		field_place_print(text, &order, places[i].path);
		ck_assert_msg(strcmp(before, text->str) < 0, "%s", text->str);
		g_free(before);
		before = g_string_free(text, FALSE);
	}
}
END_TEST

START_TEST(a_place_says_what_the_record_says)
{
	g_autoptr(GString) value = field_order_print(&record);
	struct field_order order;
	ck_assert(field_order_read(&order, (struct span){value->str, value->len}));
	ck_assert(span_equal(order.date, span_of("20160526")));
	g_autoptr(GString) text = g_string_new(NULL);
	field_place_print(text, &order, record.path);
	struct field_place place;
	ck_assert(field_place_read(&place, (struct span){text->str, text->len}));
	g_autofree char *copy = copy_key(&record);
	ck_assert(span_equal(place.copy, span_of(copy)));
	ck_assert(span_equal(place.path, span_of(record.path)));
	ck_assert_uint_eq(place.number, 17);
	ck_assert_int_eq(place.kind, record.kind);
	ck_assert(!field_order_read(&order, (struct span){value->str, 12}));
	g_clear_pointer(&record.date, g_free);
	g_autoptr(GString) undated = field_order_print(&record);
	ck_assert(field_order_read(&order, (struct span){undated->str, undated->len}));
	ck_assert(span_equal(order.date, span_of(FIELDS_UNDATED)));
}
END_TEST

START_TEST(the_same_bytes_in_two_places_are_two_files)
{
	g_autofree char *file = field_file_term(record.path);
	g_free(record.path);
	record.path = g_strdup("copy.pdf");
	g_autofree char *other_file = field_file_term(record.path);
	ck_assert_str_ne(file, other_file);
	ck_assert(has_term(other_file));
}
END_TEST

START_TEST(values_are_as_printed)
{
	g_autoptr(GPtrArray) speakers = field_values(field("speaker"), &record);
	ck_assert_uint_eq(speakers->len, 2);
	ck_assert_str_eq(g_ptr_array_index(speakers, 0), "Mrs A O\u2019Dale");
	g_autoptr(GPtrArray) titles = field_values(field("title"), &record);
	ck_assert_str_eq(g_ptr_array_index(titles, 0), "Foster Care Review");
	g_clear_pointer(&record.minute, g_free);
	g_autoptr(GPtrArray) minutes = field_values(field("minute"), &record);
	ck_assert_uint_eq(minutes->len, 0);
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("fields");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, finds_fields_by_name_in_any_case);
	tcase_add_test(tcase, the_language_of_the_manual_is_all_there);
	tcase_add_test(tcase, no_prefix_runs_into_another_but_before_a_capital);
	tcase_add_test(tcase, choices_are_the_names_that_records_print);
	tcase_add_test(tcase, a_record_carries_the_terms_of_its_fields);
	tcase_add_test(tcase, what_tells_files_apart_is_on_the_lexicon);
	tcase_add_test(tcase, what_a_person_types_becomes_the_term_of_the_record);
	tcase_add_test(tcase, no_term_is_there_twice);
	tcase_add_test(tcase, furniture_has_no_term_that_a_search_would_meet);
	tcase_add_test(tcase, restricted_is_what_the_public_may_not_read);
	tcase_add_test(tcase, flags_tell_undated_resolutions_and_drafts);
	tcase_add_test(tcase, long_values_are_hashed_behind_a_readable_head);
	tcase_add_test(tcase, a_hashed_term_is_cut_between_characters);
	tcase_add_test(tcase, stems_stand_under_z_and_the_prefix);
	tcase_add_test(tcase, a_colon_at_the_head_of_a_value_is_doubled);
	tcase_add_test(tcase, places_sort_by_date_then_path_then_number);
	tcase_add_test(tcase, a_place_says_what_the_record_says);
	tcase_add_test(tcase, the_same_bytes_in_two_places_are_two_files);
	tcase_add_test(tcase, values_are_as_printed);
	Suite *suite = suite_create("fields");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
