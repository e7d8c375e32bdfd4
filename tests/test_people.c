/* SPDX-License-Identifier: GPL-2.0-or-later */
/* cases/people/NAME.in has a record a line, "kind | label | item | text"; NAME.out a line each, "speakers | names",
 * those of a lead-in with a tilde. UPDATE_CASES=1 rewrites the .out files. */
#include "people.h"

#include <check.h>
#include <stdlib.h>

#define CASES_DIR TESTS_DIR "/cases/people"

static char *field(const char *text)
{
	g_autofree char *copy = g_strdup(text);
	g_strstrip(copy);
	return *copy ? g_steal_pointer(&copy) : NULL;
}

static void add_record(struct paper *paper, const char *line)
{
	g_auto(GStrv) parts = g_strsplit(line, "|", 4);
	ck_assert_msg(g_strv_length(parts) == 4, "not a record: %s", line);
	struct record *record = record_new();
	g_autofree char *kind = field(parts[0]);
	ck_assert_msg(kind && record_kind_of(&record->kind, kind), "not a kind: %s", line);
	record->type = TYPE_MINUTES;
	record->label = field(parts[1]);
	record->agenda_item = field(parts[2]);
	record->text = field(parts[3]);
	g_ptr_array_add(paper->records, record);
}

static void add_part(struct paper *paper, guint first, enum record_type type)
{
	struct part part = {.first = first, .end = paper->records->len, .type = type};
	for (guint i = first; i < part.end; i++)
		((struct record *)paper->records->pdata[i])->type = type;
	g_array_append_val(paper->parts, part);
}

static void print_record(GString *out, const struct record *record)
{
	for (guint i = 0; i < record->speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, i);
		g_string_append_printf(out, "%s%s%s", i > 0 ? ", " : "", speaker->name,
				       speaker->basis == SPEAKER_LEAD ? "~" : "");
	}
	g_string_append(out, " |");
	for (guint i = 0; i < record->names->len; i++)
		g_string_append_printf(out, "%s %s", i > 0 ? "," : "", (const char *)record->names->pdata[i]);
	g_string_append_c(out, '\n');
}

static char *attribute(const char *in)
{
	struct paper paper;
	paper_init(&paper);
	g_auto(GStrv) lines = g_strsplit(in, "\n", -1);
	for (guint i = 0; lines[i]; i++)
		if (*lines[i])
			add_record(&paper, lines[i]);
	add_part(&paper, 0, TYPE_MINUTES);
	people_attribute(&paper);
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < paper.records->len; i++)
		print_record(out, paper.records->pdata[i]);
	paper_clear(&paper);
	return g_string_free(out, FALSE);
}

static void check_case(const char *name)
{
	g_autofree char *in_path = g_strdup_printf("%s/%s.in", CASES_DIR, name);
	g_autofree char *out_path = g_strdup_printf("%s/%s.out", CASES_DIR, name);
	g_autofree char *in = NULL, *want = NULL;
	ck_assert_msg(g_file_get_contents(in_path, &in, NULL, NULL), "%s cannot be read", in_path);
	g_autofree char *got = attribute(in);
	if (g_getenv("UPDATE_CASES"))
		ck_assert(g_file_set_contents(out_path, got, -1, NULL));
	ck_assert_msg(g_file_get_contents(out_path, &want, NULL, NULL), "%s cannot be read", out_path);
	g_auto(GStrv) got_lines = g_strsplit(got, "\n", -1);
	g_auto(GStrv) want_lines = g_strsplit(want, "\n", -1);
	for (guint i = 0; got_lines[i] && want_lines[i]; i++)
		ck_assert_msg(strcmp(got_lines[i], want_lines[i]) == 0, "%s:%u: want %s\ngot %s", out_path, i + 1,
			      want_lines[i], got_lines[i]);
	ck_assert_uint_eq(g_strv_length(got_lines), g_strv_length(want_lines));
}

START_TEST(every_case_comes_out_as_written)
{
	g_autoptr(GDir) dir = g_dir_open(CASES_DIR, 0, NULL);
	ck_assert_ptr_nonnull(dir);
	guint count = 0;
	for (const char *file = g_dir_read_name(dir); file; file = g_dir_read_name(dir)) {
		if (!g_str_has_suffix(file, ".in"))
			continue;
		g_autofree char *name = g_strndup(file, strlen(file) - strlen(".in"));
		check_case(name);
		count++;
	}
	ck_assert_uint_gt(count, 5);
}
END_TEST

static guint count_speakers(const struct paper *paper)
{
	guint count = 0;
	for (guint i = 0; i < paper->records->len; i++)
		count += ((struct record *)paper->records->pdata[i])->speakers->len;
	return count;
}

START_TEST(reports_and_agendas_have_names_but_no_speakers)
{
	struct paper paper;
	paper_init(&paper);
	add_record(&paper, "paragraph | 1.1 | 1 | Mr A Alder, Director of Care, said that the plan was late.");
	add_part(&paper, 0, TYPE_REPORT);
	add_record(&paper, "paragraph | | 1 | Ms Birch will introduce the item.");
	add_part(&paper, 1, TYPE_AGENDA);
	people_attribute(&paper);
	ck_assert_uint_eq(count_speakers(&paper), 0);
	const struct record *first = paper.records->pdata[0];
	ck_assert_str_eq(first->names->pdata[0], "Mr A Alder");
	paper_clear(&paper);
}
END_TEST

START_TEST(each_meeting_has_its_own_people)
{
	struct paper paper;
	paper_init(&paper);
	add_record(&paper, "attendance | | | PRESENT: Mrs A Alder (Chairman)");
	add_record(&paper, "paragraph | | 1 | The Chairman welcomed everybody.");
	add_part(&paper, 0, TYPE_MINUTES);
	add_record(&paper, "attendance | | | PRESENT: Mr B Birch (Chairman)");
	add_record(&paper, "paragraph | | 1 | The Chairman welcomed everybody.");
	add_part(&paper, 2, TYPE_MINUTES);
	people_attribute(&paper);
	const struct record *first = paper.records->pdata[1], *second = paper.records->pdata[3];
	ck_assert_str_eq(g_array_index(first->speakers, struct speaker, 0).name, "Mrs A Alder");
	ck_assert_str_eq(g_array_index(second->speakers, struct speaker, 0).name, "Mr B Birch");
	paper_clear(&paper);
}
END_TEST

static const char *const scraps[] = {
	"Mr",
	"Mrs ",
	"Cllrs ",
	"Alder",
	" Birch,",
	"(J)",
	" and ",
	"&",
	", ",
	". ",
	"; ",
	": ",
	"The ",
	"Chairman",
	" said",
	" moved by ",
	"A.B. ",
	"“",
	"”",
	"(",
	")",
	"-",
	" – ",
	"Director of ",
	"He ",
	"they ",
	"O’",
	"de la ",
	"Question 1 - ",
	"in response to ",
	"\xc3\x89lodie ",
	"PWi",
	"|",
};

static char *scramble(GRand *random)
{
	GString *text = g_string_new(NULL);
	for (int left = g_rand_int_range(random, 0, 60); left > 0; left--)
		g_string_append(text, scraps[g_rand_int_range(random, 0, G_N_ELEMENTS(scraps))]);
	return g_string_free(text, FALSE);
}

START_TEST(any_text_is_read_and_no_name_is_empty)
{
	g_autoptr(GRand) random = g_rand_new_with_seed(20);
	struct paper paper;
	paper_init(&paper);
	for (guint i = 0; i < 2000; i++) {
		struct record *record = record_new();
		record->type = TYPE_MINUTES;
		record->kind = (enum record_kind)g_rand_int_range(random, 0, KIND_COUNT);
		record->text = scramble(random);
		record->label = g_rand_boolean(random) ? g_strdup("1.*2") : NULL;
		g_ptr_array_add(paper.records, record);
	}
	((struct record *)paper.records->pdata[7])->text[0] = '\0';
	add_part(&paper, 0, TYPE_MINUTES);
	people_attribute(&paper);
	for (guint i = 0; i < paper.records->len; i++) {
		const struct record *record = paper.records->pdata[i];
		for (guint j = 0; j < record->speakers->len; j++) {
			const char *name = g_array_index(record->speakers, struct speaker, j).name;
			ck_assert(*name && g_utf8_validate(name, -1, NULL));
		}
		ck_assert(record->kind != KIND_FURNITURE || record->speakers->len + record->names->len == 0);
	}
	paper_clear(&paper);
}
END_TEST

START_TEST(ill_formed_text_gives_nobody)
{
	struct paper paper;
	paper_init(&paper);
	add_record(&paper, "paragraph | | 1 | Mr Alder said\xff\xfe no.");
	add_part(&paper, 0, TYPE_MINUTES);
	people_attribute(&paper);
	ck_assert_uint_eq(count_speakers(&paper), 0);
	paper_clear(&paper);
	paper_init(&paper);
	people_attribute(&paper);
	ck_assert_uint_eq(paper.records->len, 0);
	paper_clear(&paper);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("people");
	TCase *cases = tcase_create("people");
	tcase_add_test(cases, every_case_comes_out_as_written);
	tcase_add_test(cases, reports_and_agendas_have_names_but_no_speakers);
	tcase_add_test(cases, each_meeting_has_its_own_people);
	tcase_add_test(cases, any_text_is_read_and_no_name_is_empty);
	tcase_add_test(cases, ill_formed_text_gives_nobody);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
