/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cells.h"
#include "foi_page.h"
#include "html.h"
#include "pack_writer.h"

static char *print_pages(const struct pack_paper *paper)
{
	return paper->pages > 0 ? g_strdup_printf("%u", paper->pages) : g_strdup("");
}

bool schedule_csv(FILE *to, struct pack *pack, GError **error)
{
	static const char *const captions[] = {"number",         "date",       "date_last",
					       "body",           "item",       "title",
					       "type",           "pages",      "pages_with_extracts",
					       "classification", "url",        "file",
					       "sha256",         "extracts",   "copies",
					       "published",      "inspection", "exemption",
					       "decision",       NULL};
	g_autoptr(GString) out = g_string_new(CELLS_MARK);
	struct cells cells = cells_csv(out);
	cells_put_line(&cells, captions);
	for (guint n = 0; n < pack->papers->len; n++) {
		const struct pack_paper *paper = pack_paper_at(pack, n);
		const GPtrArray *const lists[] = {paper->bodies, paper->items, paper->titles, paper->types};
		cells_put_number(&cells, paper->number);
		cells_put(&cells, paper->first);
		cells_put(&cells, paper->last);
		for (size_t k = 0; k < G_N_ELEMENTS(lists); k++) {
			g_autofree char *joined = pack_join(lists[k], "; ");
			cells_put(&cells, joined);
		}
		g_autofree char *pages = print_pages(paper);
		g_autofree char *places = pack_join(paper->places, "; ");
		g_autofree char *classifications = pack_join(paper->classifications, "; ");
		g_autofree char *published = pack_published(paper);
		g_autofree char *inspection = pack_inspection(pack, paper);
		cells_put(&cells, pages);
		cells_put(&cells, places);
		cells_put(&cells, classifications);
		cells_put(&cells, paper->url);
		cells_put(&cells, paper->path);
		cells_put(&cells, paper->file ? paper->file->sha256 : NULL);
		cells_put_number(&cells, paper->hits);
		cells_put_number(&cells, paper->copies);
		cells_put(&cells, published);
		cells_put(&cells, inspection);
		cells_put(&cells, NULL);
		cells_put(&cells, NULL);
		cells_end(&cells);
	}
	return pack_flush(to, out, error);
}

static char *print_span(const struct pack_paper *paper)
{
	g_autofree char *first = foi_day(paper->first);
	if (strcmp(paper->first, paper->last) == 0)
		return g_steal_pointer(&first);
	g_autofree char *last = foi_day(paper->last);
	return g_strdup_printf("%s to %s", first, last);
}

static char *print_subject(const struct pack_paper *paper)
{
	g_autofree char *items = pack_join(paper->items, "; ");
	g_autofree char *titles = pack_join(paper->titles, "; ");
	return *items && *titles ? g_strdup_printf("%s: %s", items, titles) : g_strconcat(items, titles, NULL);
}

static void append_paper(GString *out, const struct pack *pack, const struct pack_paper *paper)
{
	g_autofree char *date = print_span(paper);
	g_autofree char *bodies = pack_join(paper->bodies, "; ");
	g_autofree char *subject = print_subject(paper);
	g_autofree char *types = pack_join(paper->types, "; ");
	g_autofree char *classifications = pack_join(paper->classifications, "; ");
	g_autofree char *pages = print_pages(paper);
	g_autofree char *hits = foi_count(paper->hits);
	g_autofree char *copies = foi_count(paper->copies);
	g_autofree char *published = pack_published(paper);
	g_autofree char *inspection = pack_inspection(pack, paper);
	g_string_append(out, "</tbody>\n<tbody class=\"rows\">\n");
	g_string_append_printf(out, "<tr><th scope=\"row\"><a href=\"extracts.html#paper-%u\">%u</a></th>",
			       paper->number, paper->number);
	foi_page_add(out, "<td>%s</td><td>%s</td><td>%s</td><td>%s</td><td class=\"n\">%s</td><td>%s</td>", date,
		     bodies, subject, types, pages, classifications);
	foi_page_add(out,
		     "<td class=\"n\">%s</td><td class=\"n\">%s</td><td>%s</td><td>%s</td><td></td><td></td></tr>\n",
		     hits, copies, published, inspection);
	foi_page_add(out, "<tr class=\"file\"><td></td><td colspan=\"12\"><span class=\"id\">%s</span>", paper->path);
	if (paper->url && html_is_link(paper->url))
		foi_page_add(out, "<br><a href=\"%s\" rel=\"noreferrer\">%s</a>", paper->url, paper->url);
	else if (paper->url)
		foi_page_add(out, "<br>%s", paper->url);
	foi_page_add(out, "<br>SHA-256 <span class=\"id\">%s</span></td></tr>\n",
		     paper->file && paper->file->sha256 ? paper->file->sha256 : "not known");
}

bool schedule_html(FILE *to, struct pack *pack, GError **error)
{
	static const char *const captions[] = {
		"No.",       "Date",    "Body",      "Item and title",     "Type",      "#Pages",   "Classification",
		"#Extracts", "#Copies", "Published", "Open to inspection", "Exemption", "Decision", NULL};
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *papers = foi_plural(pack->papers->len, "paper holds", "papers hold");
	g_autofree char *lead = g_strdup_printf("%s extracts or copies of them.", papers);
	foi_page_begin(out, pack, "Schedule of papers", lead, true);
	g_string_append(out, "<section class=\"wide\" aria-labelledby=\"papers\">\n<h2 id=\"papers\">Papers</h2>\n");
	struct foi_table table;
	foi_table_begin(&table, out, "In the order of their dates. Exemption and decision are to be filled in.",
			captions);
	for (guint n = 0; n < pack->papers->len; n++)
		append_paper(out, pack, pack_paper_at(pack, n));
	foi_table_end(&table);
	if (pack->papers->len == 0)
		g_string_append(out, "<p>No paper in scope holds what was asked for.</p>\n");
	foi_page_source(out, "schedule.csv");
	foi_page_source(out, "published");
	foi_page_source(out, "inspection");
	foi_page_section_end(out);
	foi_page_end(out, pack);
	return pack_flush(to, out, error);
}
