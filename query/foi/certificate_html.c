/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "certificate.h"
#include "foi_page.h"
#include "foi_text.h"
#include "html.h"
#include "pack_writer.h"

/* The most frequent; a word with an open end can have thousands. */
#define FORMS_SHOWN 100

static char *print_lead(const struct pack *pack)
{
	g_autofree char *searched = foi_plural(pack->scope.searched->len, "paper was", "papers were");
	g_autofree char *hits = foi_plural(pack->hits->len, "paragraph", "paragraphs");
	g_autofree char *papers = foi_plural(pack->papers->len, "paper", "papers");
	if (pack->hits->len == 0)
		return g_strdup_printf("%s searched. Nothing that was asked for was found in them.", searched);
	return g_strdup_printf("%s searched. %s in %s answer what was asked.", searched, hits, papers);
}

static void append_summary(GString *out, const struct pack *pack)
{
	static const char *const captions[] = {"No.", "Query as typed", "#Paragraphs", "#Copies", "#Papers", NULL};
	struct foi_table table;
	foi_page_section(out, "results", "What was found");
	foi_table_begin(&table, out, "Exact hits of each query", captions);
	for (guint n = 0; n < pack->queries->len; n++) {
		const struct pack_query *query = pack_query_at(pack, n);
		g_autofree char *number = foi_count(n + 1);
		g_autofree char *hits = foi_count(query->hits);
		g_autofree char *copies = foi_count(query->copies);
		g_autofree char *papers = foi_count(query->papers);
		const char *const cells[] = {number, certificate_asked(query), hits, copies, papers};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
	foi_page_source(out, "queries");
	foi_page_section_end(out);
}

static void append_parts(GString *out, const struct pack_query *query)
{
	static const char *const captions[] = {"Part", "In plain English", "#Paragraphs that have it", NULL};
	struct foi_table table;
	foi_table_begin(&table, out, "Its parts, each searched by itself in the same papers", captions);
	for (guint n = 0; n < query->parts->len; n++) {
		const struct pack_part *part = g_ptr_array_index(query->parts, n);
		g_autofree char *alone = foi_count(part->alone);
		g_autofree char *name = g_strconcat(part->depth > 0 ? "\u2014 " : "", part->printed, NULL);
		g_autofree char *described = part->stems
						     ? g_strdup_printf("%s (stem: %s)", part->described, part->stems)
						     : g_strdup(part->described);
		const char *const cells[] = {name, described, alone};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_forms(GString *out, const struct pack_query *query)
{
	static const char *const captions[] = {"Words in the papers", "#Paragraphs", "#Places", NULL};
	if (query->forms->len == 0)
		return;
	struct foi_table table;
	foi_table_begin(&table, out, "The words that met it", captions);
	for (guint n = 0; n < MIN(query->forms->len, FORMS_SHOWN); n++) {
		const struct pack_form *form = g_ptr_array_index(query->forms, n);
		g_autofree char *paragraphs = foi_count(form->paragraphs);
		g_autofree char *places = foi_count(form->places);
		const char *const cells[] = {form->text, paragraphs, places};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
	if (query->forms->len > FORMS_SHOWN) {
		g_autofree char *more = foi_plural(query->forms->len - FORMS_SHOWN, "more form", "more forms");
		foi_page_add(out, "<p>And %s, all of them in certificate.json.</p>\n", more);
	}
}

static void append_near(GString *out, const struct pack_query *query)
{
	static const char *const captions[] = {"Not in these papers", "What is there instead", "Why it is shown",
					       "#Paragraphs", NULL};
	if (query->near->len == 0)
		return;
	struct foi_table table;
	foi_table_begin(&table, out, "What comes near to words that were not found", captions);
	for (guint n = 0; n < query->near->len; n++) {
		const struct pack_near *near = g_ptr_array_index(query->near, n);
		g_autofree char *alone = foi_count(near->alone);
		const char *const cells[] = {near->what, near->instead, near->why, alone};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_query(GString *out, const struct pack *pack, guint n)
{
	const struct pack_query *query = pack_query_at(pack, n);
	g_autofree char *number = foi_count(n + 1);
	g_autofree char *hits = foi_plural(query->hits, "paragraph", "paragraphs");
	g_autofree char *papers = foi_plural(query->papers, "paper", "papers");
	g_autofree char *left_out = foi_plural(query->restricted, "paragraph", "paragraphs");
	foi_page_add(out, "<h3>Query %s: <code>%s</code></h3>\n<dl>\n", number, certificate_asked(query));
	foi_page_add(out, "<dt>Understood as</dt><dd>%s</dd>\n", query->understood);
	foi_page_add(out, "<dt>Searched as</dt><dd><code>%s</code></dd>\n", query->printed);
	foi_page_add(out, "<dt>Found</dt><dd>%s in %s</dd>\n", hits, papers);
	if (!pack->options->request.include_restricted)
		foi_page_add(out, "<dt>Left out as restricted</dt><dd>%s</dd>\n", left_out);
	for (guint k = 0; k < query->notes->len; k++)
		foi_page_add(out, "<dt>Remark</dt><dd>%s</dd>\n", (const char *)g_ptr_array_index(query->notes, k));
	g_string_append(out, "</dl>\n");
	append_parts(out, query);
	append_forms(out, query);
	append_near(out, query);
}

static void append_signs(GString *out)
{
	static const char *const captions[] = {"Sign", "What it means", NULL};
	struct foi_table table;
	foi_table_begin(&table, out, "How to read a query: examples", captions);
	for (const struct foi_source *sign = foi_signs(); sign->part; sign++) {
		const char *const cells[] = {sign->part, sign->text};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_queries(GString *out, const struct pack *pack)
{
	bool has_near = false;
	foi_page_section(out, "queries", "How it was asked and understood");
	for (guint n = 0; n < pack->queries->len; n++) {
		append_query(out, pack, n);
		has_near = has_near || pack_query_at(pack, n)->near->len > 0;
	}
	append_signs(out);
	foi_page_source(out, "parts");
	foi_page_source(out, "forms");
	if (has_near)
		foi_page_source(out, "near");
	foi_page_section_end(out);
}

static char *print_set(const struct pack_combination *combination)
{
	GString *out = g_string_new(combination->queries->len == 1 ? "query " : "queries ");
	for (guint n = 0; n < combination->queries->len; n++)
		g_string_append_printf(out, "%s%u", n > 0 ? " and " : "",
				       g_array_index(combination->queries, guint, n));
	return g_string_append(out, combination->queries->len == 1 ? " alone" : " together"), g_string_free(out, FALSE);
}

static void append_combinations(GString *out, const struct pack *pack)
{
	static const char *const captions[] = {"Paragraphs that answer", "#Paragraphs", NULL};
	if (pack->queries->len < 2)
		return;
	struct foi_table table;
	foi_page_section(out, "combinations", "Combinations");
	foi_table_begin(&table, out, "Each paragraph counts once", captions);
	for (guint n = 0; n < pack->combinations->len; n++) {
		const struct pack_combination *combination = g_ptr_array_index(pack->combinations, n);
		g_autofree char *name = print_set(combination);
		g_autofree char *hits = foi_count(combination->hits);
		const char *const cells[] = {name, hits};
		foi_table_row(&table, cells);
	}
	g_autofree char *total = foi_count(pack->hits->len);
	const char *const cells[] = {"all", total};
	foi_table_row(&table, cells);
	foi_table_end(&table);
	foi_page_source(out, "combinations");
	foi_page_section_end(out);
}

static void append_elsewhere(GString *out)
{
	g_string_append(out, "<div class=\"fill\">\n");
	static const char *const captions[] = {"Where else it may be held", "Searched? How?", "By whom", "On", NULL};
	struct foi_table table;
	foi_page_section(out, "elsewhere", "What was not searched");
	g_string_append(out,
			"<p>Only the papers in the index were searched, by their text. Nothing below was. It is to be "
			"filled in by whoever answers the request.</p>\n");
	foi_table_begin(&table, out, "To be filled in", captions);
	for (const char *const *place = foi_elsewhere(); *place; place++) {
		const char *const cells[] = {*place, NULL, NULL, NULL};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
	foi_page_section_end(out);
	g_string_append(out, "</div>\n");
}

static void append_means(GString *out, const struct pack *pack)
{
	static const char *const captions[] = {"Index", "Identifier", "#Revision", "#Papers", "#Paragraphs", NULL};
	struct foi_table table;
	foi_page_section(out, "means", "By what means");
	g_autofree char *options = g_strjoinv(" ", pack->options->request.typed);
	g_autofree char *schema = g_strdup_printf("%d", FIELDS_SCHEMA);
	foi_page_add(out,
		     "<dl>\n<dt>Program</dt><dd>minutes-query %s (Minutebook), which reads indexes of schema "
		     "%s</dd>\n<dt>Made at</dt><dd>%s (universal "
		     "time)</dd>\n<dt>Options</dt><dd>%s</dd>\n</dl>\n",
		     MINUTEBOOK_VERSION, schema, pack->made, *options ? options : "none that decide what is found");
	foi_table_begin(&table, out, "Indexes searched", captions);
	for (guint n = 0; n < pack->indexes->len; n++) {
		const struct pack_index *index = g_ptr_array_index(pack->indexes, n);
		g_autofree char *revision = g_strdup_printf("%" G_GUINT64_FORMAT, index->revision);
		g_autofree char *papers = foi_count(index->files);
		g_autofree char *paragraphs = foi_count(index->paragraphs);
		const char *const cells[] = {index->place, index->uuid, revision, papers, paragraphs};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
	foi_page_source(out, "request");
	foi_page_source(out, "indexes");
	foi_page_source(out, "manifest.sha256");
	foi_page_section_end(out);
}

bool certificate_html(FILE *to, struct pack *pack, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *lead = print_lead(pack);
	foi_page_begin(out, pack, "Search certificate", lead, false);
	append_summary(out, pack);
	append_queries(out, pack);
	append_combinations(out, pack);
	certificate_scope(out, pack);
	append_elsewhere(out);
	append_means(out, pack);
	foi_page_end(out, pack);
	return pack_flush(to, out, error);
}
