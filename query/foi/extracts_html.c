/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "certificate.h"
#include "foi_page.h"
#include "html.h"
#include "neighbours.h"
#include "pack_writer.h"

static void append_neighbours(GString *out, const GPtrArray *neighbours)
{
	for (guint n = 0; n < neighbours->len; n++) {
		const struct record *record = g_ptr_array_index(neighbours, n);
		g_string_append(out, "<p class=\"words around\">");
		if (record->label)
			foi_page_add(out, "<span class=\"label\">%s</span>", record->label);
		foi_page_add(out, "%s</p>\n", record->text);
	}
}

static void append_copies(GString *out, const struct pack_hit *hit)
{
	if (hit->copies->len == 0)
		return;
	g_string_append(out, "<p class=\"cite\">The same paragraph also stands in:</p>\n<ul class=\"cite\">\n");
	for (guint n = 0; n < hit->copies->len; n++) {
		const struct pack_copy *copy = g_ptr_array_index(hit->copies, n);
		g_autofree char *citation = record_citation(&copy->record);
		g_string_append_printf(out, "<li><a href=\"#paper-%u\">Paper %u</a>: ", copy->paper, copy->paper);
		foi_page_add(out, "%s</li>\n", citation);
	}
	g_string_append(out, "</ul>\n");
}

static void append_flags(GString *out, const GArray *flags, const char *text, const char *where)
{
	for (guint n = 0; n < flags->len; n++) {
		const struct sensitive_flag *flag = &g_array_index(flags, struct sensitive_flag, n);
		g_autofree char *words = g_strndup(text + flag->start, flag->end - flag->start);
		foi_page_add(out, "<li>\u201c%s\u201d%s: %s</li>\n", words, where, flag->reason);
	}
}

static bool append_neighbours_flags(GString *out, const GPtrArray *neighbours, struct pack *pack, GError **error)
{
	for (guint n = 0; n < neighbours->len; n++) {
		const struct record *record = g_ptr_array_index(neighbours, n);
		g_autoptr(GArray) flags = NULL;
		if (!sensitive_find(&flags, pack->sensitive, record, error))
			return false;
		append_flags(out, flags, record->text, " in a neighbouring paragraph");
	}
	return true;
}

static bool append_review(GString *out, struct pack *pack, const struct pack_hit *hit, const struct neighbours *around,
			  GError **error)
{
	g_autoptr(GString) items = g_string_new(NULL);
	append_flags(items, hit->flags, hit->record.text, "");
	if (!append_neighbours_flags(items, around->before, pack, error) ||
	    !append_neighbours_flags(items, around->after, pack, error))
		return false;
	if (items->len > 0)
		g_string_append_printf(out,
				       "<div class=\"flags\">\n<p><strong>For review before release:</strong></p>\n"
				       "<ul>\n%s</ul>\n</div>\n",
				       items->str);
	return true;
}

static void append_words(GString *out, struct pack *pack, const struct pack_hit *hit)
{
	g_autoptr(GArray) marks = pack_marks(pack, hit);
	g_string_append(out, "<p class=\"words\">");
	if (hit->record.label)
		foi_page_add(out, "<span class=\"label\">%s</span>", hit->record.label);
	html_append_marked(out, span_of(hit->record.text), marks);
	g_string_append(out, "</p>\n");
}

static void append_speakers(GString *out, const struct record *record)
{
	for (guint n = 0; n < record->speakers->len; n++)
		foi_page_add(out, n > 0 ? ", %s" : "<p class=\"who\">Speaking: %s",
			     g_array_index(record->speakers, struct speaker, n).name);
	if (record->speakers->len > 0)
		g_string_append(out, "</p>\n");
}

static bool append_hit(GString *out, struct pack *pack, const struct pack_hit *hit, GError **error)
{
	struct neighbours around;
	guint withheld = 0;
	neighbours_init(&around);
	bool good = pack_around(&around, &withheld, pack, hit, error);
	if (good) {
		const struct record *record = &hit->record;
		g_autofree char *number = pack_number(hit);
		g_autofree char *queries = pack_queries(pack, hit);
		g_autofree char *citation = record_citation(record);
		foi_page_add(out, "<article class=\"extract\" id=\"extract-%s\" aria-labelledby=\"number-%s\">\n",
			     number, number);
		foi_page_add(out, "<h3 id=\"number-%s\">Extract %s</h3>\n", number, number);
		foi_page_add(out, "<p class=\"cite\">%s</p>\n", citation);
		append_neighbours(out, around.before);
		append_words(out, pack, hit);
		append_neighbours(out, around.after);
		if (withheld > 0)
			g_string_append(out, "<p class=\"cite\">A neighbouring paragraph is restricted and is not "
					     "shown.</p>\n");
		append_speakers(out, record);
		foi_page_add(out, "<p class=\"cite\">Answers query %s. Paragraph <span class=\"id\">%s</span></p>\n",
			     queries, record->id);
		append_copies(out, hit);
		good = append_review(out, pack, hit, &around, error);
		g_string_append(out, "</article>\n");
	}
	neighbours_clear(&around);
	return good;
}

static char *name_paper(const struct pack_paper *paper)
{
	g_autofree char *bodies = pack_join(paper->bodies, "; ");
	g_autofree char *day = foi_day(paper->first);
	return g_strdup_printf("%s, %s", *bodies ? bodies : "No body named", day);
}

static void append_heading(GString *out, const struct pack_paper *paper)
{
	g_autofree char *name = name_paper(paper);
	g_autofree char *types = pack_join(paper->types, ", ");
	g_autofree char *classes = pack_join(paper->classifications, "; ");
	g_string_append_printf(out, "<section class=\"paper\" aria-labelledby=\"paper-%u\">\n<h2 id=\"paper-%u\">%u. ",
			       paper->number, paper->number, paper->number);
	foi_page_add(out, "%s</h2>\n<dl>\n<dt>Type</dt><dd>%s</dd>\n<dt>Classification</dt><dd>%s</dd>\n", name, types,
		     *classes ? classes : "none printed");
	foi_page_add(out, "<dt>File</dt><dd class=\"id\">%s</dd>\n", paper->path);
	if (paper->url && html_is_link(paper->url))
		foi_page_add(out, "<dt>Web address</dt><dd><a href=\"%s\" rel=\"noreferrer\">%s</a></dd>\n", paper->url,
			     paper->url);
	else if (paper->url)
		foi_page_add(out, "<dt>Web address</dt><dd>%s</dd>\n", paper->url);
	g_string_append(out, "</dl>\n");
}

static void append_shown(GString *out, const struct pack_paper *paper)
{
	if (paper->shown->len == 0)
		return;
	g_string_append(out, "<p>Copies of extracts that are shown elsewhere: ");
	for (guint n = 0; n < paper->shown->len; n++) {
		g_autofree char *number = pack_number(g_ptr_array_index(paper->shown, n));
		foi_page_add(out, n > 0 ? ", <a href=\"#extract-%s\">%s</a>" : "<a href=\"#extract-%s\">%s</a>", number,
			     number);
	}
	g_string_append(out, ".</p>\n");
}

static bool append_paper(FILE *to, GString *out, struct pack *pack, const struct pack_paper *paper, GError **error)
{
	append_heading(out, paper);
	append_shown(out, paper);
	for (guint n = 0; n < paper->hits; n++)
		if (!append_hit(out, pack, pack_hit_at(pack, paper->first_hit + n), error) ||
		    !pack_flush(to, out, error))
			return false;
	foi_page_section_end(out);
	return true;
}

static void append_asked(GString *out, const struct pack *pack)
{
	static const char *const captions[] = {"No.", "Query as typed", "What it means", "#Extracts", NULL};
	struct foi_table table;
	foi_table_begin(&table, out, "What was asked", captions);
	for (guint n = 0; n < pack->queries->len; n++) {
		const struct pack_query *query = pack_query_at(pack, n);
		g_autofree char *number = foi_count(n + 1);
		g_autofree char *hits = foi_count(query->hits);
		const char *const cells[] = {number, certificate_asked(query), query->understood, hits};
		foi_table_row(&table, cells);
	}
	foi_table_end(&table);
}

static void append_contents(GString *out, const struct pack *pack)
{
	static const char *const captions[] = {"No.", "Paper", "#Extracts", "#Copies", NULL};
	struct foi_table table;
	foi_page_section(out, "contents", "Contents");
	append_asked(out, pack);
	foi_table_begin(&table, out, "Papers in the order of their dates", captions);
	for (guint n = 0; n < pack->papers->len; n++) {
		const struct pack_paper *paper = pack_paper_at(pack, n);
		g_autofree char *name = name_paper(paper);
		g_autofree char *titles = pack_join(paper->titles, "; ");
		g_autofree char *hits = foi_count(paper->hits);
		g_autofree char *copies = foi_count(paper->copies);
		g_string_append_printf(out, "<tr><th scope=\"row\"><a href=\"#paper-%u\">%u</a></th>", paper->number,
				       paper->number);
		foi_page_add(out, "<td>%s<br>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n", name,
			     titles, hits, copies);
	}
	foi_table_end(&table);
	if (pack->papers->len == 0)
		g_string_append(out, "<p>No paragraph in scope answers what was asked.</p>\n");
	foi_page_source(out, "extracts");
	foi_page_source(out, "flags");
	foi_page_section_end(out);
}

bool extracts_html(FILE *to, struct pack *pack, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *hits = foi_plural(pack->hits->len, "paragraph", "paragraphs");
	g_autofree char *papers = foi_plural(pack->papers->len, "paper", "papers");
	g_autofree char *lead = g_strdup_printf("%s in %s, all that were found.", hits, papers);
	foi_page_begin(out, pack, "Extracts", lead, false);
	append_contents(out, pack);
	for (guint n = 0; n < pack->papers->len; n++)
		if (!append_paper(to, out, pack, pack_paper_at(pack, n), error))
			return false;
	foi_page_end(out, pack);
	return pack_flush(to, out, error);
}
