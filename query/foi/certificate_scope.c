/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "certificate.h"

#include <stdlib.h>

#include "foi_page.h"
#include "pack_writer.h"

const char *certificate_asked(const struct pack_query *query)
{
	const char *asked = query->question->options.query;
	return *asked ? asked : "(no words; the options alone)";
}

static void append_papers(GString *out, const struct pack_scope *scope)
{
	static const char *const captions[] = {"Papers", "#Number", NULL};
	const struct {
		const char *name;
		guint count;
	} rows[] = {
		{"searched", scope->searched->len},
		{"left out by the filters below", scope->excluded->len},
		{"scanned pages without text, not recognised", scope->scanned->len},
		{"read, and empty of text", scope->empty->len},
		{"not readable", scope->failed->len},
		{"all papers that the indexes were given", scope->files->len},
	};
	struct foi_table table;
	foi_table_begin(&table, out, "Papers, by what became of them", captions);
	for (size_t n = 0; n < G_N_ELEMENTS(rows); n++) {
		g_autofree char *count = foi_count(rows[n].count);
		const char *const cells[] = {rows[n].name, count};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_filters(GString *out, const struct pack_scope *scope)
{
	static const char *const captions[] = {"Filter", "Only", "#Papers left out", "#Paragraphs left out", NULL};
	if (scope->filters->len == 0)
		return;
	struct foi_table table;
	foi_table_begin(&table, out, "Filters, in the order in which they were taken", captions);
	for (guint n = 0; n < scope->filters->len; n++) {
		const struct scope_filter *filter = g_ptr_array_index(scope->filters, n);
		g_autofree char *papers = foi_count(filter->files->len);
		g_autofree char *paragraphs = foi_count(filter->paragraphs);
		const char *const cells[] = {filter->printed, filter->described, papers, paragraphs};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
	foi_page_source(out, "filters");
}

static char *print_gap(const struct scope_body *body)
{
	if (!*body->gap_from)
		return g_strdup("");
	g_autofree char *from = foi_day(body->gap_from);
	g_autofree char *to = foi_day(body->gap_to);
	return g_strdup_printf("%s to %s", from, to);
}

/* "2014 to 2017, 2019". Yours. */
static char *print_years(const GPtrArray *years)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < years->len;) {
		guint end = n;
		while (end + 1 < years->len &&
		       atoi(g_ptr_array_index(years, end + 1)) == atoi(g_ptr_array_index(years, end)) + 1)
			end++;
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", (const char *)g_ptr_array_index(years, n));
		if (end > n)
			g_string_append_printf(out, " to %s", (const char *)g_ptr_array_index(years, end));
		n = end + 1;
	}
	return g_string_free(out, FALSE);
}

static void append_bodies(GString *out, const struct pack_scope *scope)
{
	static const char *const captions[] = {"Body",
					       "#Papers",
					       "#Meetings",
					       "First",
					       "Last",
					       "Longest time without papers",
					       "Years without papers",
					       "#Meetings without minutes",
					       NULL};
	struct foi_table table;
	foi_table_begin(&table, out, "Bodies and their meetings, and where there are gaps", captions);
	for (guint n = 0; n < scope->bodies->len; n++) {
		const struct scope_body *body = g_ptr_array_index(scope->bodies, n);
		g_autofree char *papers = foi_count(body->papers);
		g_autofree char *meetings = foi_count(body->meetings);
		g_autofree char *first = foi_day(body->first);
		g_autofree char *last = foi_day(body->last);
		g_autofree char *gap = print_gap(body);
		g_autofree char *years = print_years(body->empty_years);
		g_autofree char *without = foi_count(body->without_minutes->len);
		const char *const cells[] = {body->name, papers, meetings, first, last, gap, years, without};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
	foi_page_source(out, "bodies");
}

static void append_without_minutes(GString *out, const struct pack_scope *scope)
{
	static const char *const captions[] = {"Body", "Days", NULL};
	guint total = 0;
	for (guint n = 0; n < scope->bodies->len; n++)
		total += ((const struct scope_body *)g_ptr_array_index(scope->bodies, n))->without_minutes->len;
	if (total == 0)
		return;
	struct foi_table table;
	foi_table_begin(&table, out, "Meetings that only agendas, reports or other papers tell of", captions);
	for (guint n = 0; n < scope->bodies->len; n++) {
		const struct scope_body *body = g_ptr_array_index(scope->bodies, n);
		g_autofree char *days = pack_join(body->without_minutes, ", ");
		const char *const cells[] = {body->name, days};
		if (*days)
			foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_counts(GString *out, const GPtrArray *counts, const char *caption, const char *head)
{
	const char *const captions[] = {head, "#Paragraphs", NULL};
	struct foi_table table;
	foi_table_begin(&table, out, caption, captions);
	for (guint n = 0; n < counts->len; n++) {
		const struct scope_count *value = g_ptr_array_index(counts, n);
		g_autofree char *count = foi_count(value->paragraphs);
		const char *const cells[] = {value->name, count};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_scope(GString *out, const struct pack_scope *scope)
{
	g_autofree char *first = foi_day(scope->first);
	g_autofree char *last = foi_day(scope->last);
	g_autofree char *papers = foi_plural(scope->searched->len, "paper", "papers");
	g_autofree char *paragraphs = foi_plural(scope->searched_paragraphs, "paragraph", "paragraphs");
	foi_page_section(out, "scope", "What was searched");
	foi_page_add(out, "<p>%s with %s, of meetings from %s to %s. Every paragraph of them was searched.</p>\n",
		     papers, paragraphs, first, last);
	append_papers(out, scope);
	foi_page_source(out, "scope");
	append_filters(out, scope);
	append_bodies(out, scope);
	append_without_minutes(out, scope);
	append_counts(out, scope->types, "Paragraphs searched, by the type of paper", "Type");
	append_counts(out, scope->years, "Paragraphs searched, by the year of the meeting", "Year");
	foi_page_section_end(out);
}

static void append_files(GString *out, const GPtrArray *files, const char *title, const char *nothing)
{
	g_autofree char *count = foi_count(files->len);
	foi_page_add(out, "<h3>%s: %s</h3>\n", title, count);
	if (files->len == 0) {
		foi_page_add(out, "<p>%s</p>\n", nothing);
		return;
	}
	g_string_append(out, "<ul>\n");
	for (guint n = 0; n < files->len; n++) {
		const struct store_file *file = g_ptr_array_index(files, n);
		foi_page_add(out, "<li><span class=\"id\">%s</span>", file->path);
		if (file->reason)
			foi_page_add(out, ": %s", file->reason);
		g_string_append(out, "</li>\n");
	}
	g_string_append(out, "</ul>\n");
}

static void append_gone(GString *out, const GPtrArray *names)
{
	g_autofree char *count = foi_count(names->len);
	foi_page_add(out, "<h3>Gone: %s</h3>\n", count);
	if (names->len == 0) {
		g_string_append(out, "<p>No paper that the indexes once held is gone.</p>\n");
		return;
	}
	g_string_append(out,
			"<p>The indexes held these papers once; they were no longer there when the indexes were last "
			"brought up to date. They were not searched.</p>\n<ul>\n");
	for (guint n = 0; n < names->len; n++)
		foi_page_add(out, "<li><span class=\"id\">%s</span></li>\n", (const char *)g_ptr_array_index(names, n));
	g_string_append(out, "</ul>\n");
}

static void append_unread(GString *out, const struct pack_scope *scope)
{
	foi_page_section(out, "unread", "What could not be searched");
	append_files(out, scope->failed, "Not readable", "Every paper could be read.");
	append_files(out, scope->scanned, "Scanned, and not recognised",
		     "No paper is a scan whose words were not recognised.");
	append_files(out, scope->empty, "Without any text", "Every paper that was read has text.");
	append_gone(out, scope->gone);
	append_files(out, scope->partial, "Read in part", "No paper was read in part only.");
	append_files(out, scope->undated, "Without a date", "Every paper that was read has the date of a meeting.");
	g_string_append(out, "<p>Papers without a date were searched unless a filter by date leaves them out.</p>\n");
	append_files(out, scope->excluded, "Left out by the filters", "The filters leave out no paper altogether.");
	foi_page_source(out, "scope");
	foi_page_section_end(out);
}

static void append_restricted(GString *out, const struct pack *pack)
{
	foi_page_section(out, "restricted", "Restricted papers");
	if (pack->options->request.include_restricted) {
		g_string_append(out,
				"<p class=\"warning\">Restricted papers were searched, too: --include-restricted was "
				"given. Extracts from them are marked by their classification.</p>\n");
	} else {
		g_autofree char *hits = foi_plural(pack->restricted_hits, "paragraph", "paragraphs");
		g_autofree char *papers = foi_plural(pack->restricted_papers, "paper", "papers");
		foi_page_add(
			out,
			"<p>What is restricted was left out. Of it, %s in %s would answer what was asked. They are "
			"in no file of this pack.</p>\n",
			hits, papers);
	}
	foi_page_source(out, "restricted");
	foi_page_section_end(out);
}

void certificate_scope(GString *out, const struct pack *pack)
{
	append_scope(out, &pack->scope);
	append_unread(out, &pack->scope);
	append_restricted(out, pack);
}
