/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "chart.h"
#include "counts.h"
#include "html.h"
#include "html_style.h"
#include "period.h"
#include "present.h"
#include "snippet.h"
#include "text.h"

/* Values of a facet that are seen at once; the rest is folded away. */
#define VALUES_SHOWN 10

/* What the page may load: nothing. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'"

static void append_escaped(GString *out, const char *before, const char *text, const char *after)
{
	g_string_append(out, before);
	html_append(out, span_of(text));
	g_string_append(out, after);
}

/* An id: of several answers each has its own. Yours. */
static char *own_id(const char *name, const struct present_part *part)
{
	return part ? g_strdup_printf("%s-%u", name, part->number) : g_strdup(name);
}

static void open_section(GString *out, const char *name, const struct present_part *part)
{
	g_autofree char *id = own_id(name, part);
	g_string_append_printf(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
}

/* "1,556" */
static void append_count(GString *out, guint64 number, const char *one, const char *many)
{
	text_count(out, number);
	g_string_append_printf(out, " %s", number == 1 ? one : many);
}

static void append_time(GString *out, const char *day)
{
	if (!day) {
		g_string_append(out, "<time>undated</time>");
		return;
	}
	g_autofree char *words = period_print_day(day);
	append_escaped(out, "<time datetime=\"", day, "\">");
	append_escaped(out, "", words, "</time>");
}

/* The text between its ellipses, what matched in mark elements. */
static void append_text(GString *out, const char *text, const GArray *marks, guint words)
{
	struct span whole = span_of(text);
	struct snippet snippet;
	snippet_choose(&snippet, whole, marks, words);
	g_string_append(out, snippet.cut_before ? "\u2026 " : "");
	size_t at = snippet.start;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark mark = g_array_index(marks, struct match_mark, n);
		if (mark.end <= at || mark.start >= snippet.end)
			continue;
		size_t start = MAX(mark.start, at);
		size_t end = MIN(mark.end, snippet.end);
		html_append(out, span_cut(whole, at, start));
		g_string_append(out, "<mark>");
		html_append(out, span_cut(whole, start, end));
		g_string_append(out, "</mark>");
		at = end;
	}
	html_append(out, span_cut(whole, at, snippet.end));
	g_string_append(out, snippet.cut_after ? " \u2026" : "");
}

static void append_speakers(GString *out, const struct record *record)
{
	for (guint n = 0; n < record->speakers->len; n++)
		append_escaped(out, n > 0 ? ", " : "", g_array_index(record->speakers, struct speaker, n).name, "");
}

static void append_citation(GString *out, const char *before, const struct record *record)
{
	g_autofree char *citation = record_citation(record);
	g_string_append_printf(out, "<p class=\"cite\">%s", before);
	if (html_is_link(record->url))
		append_escaped(out, "<a href=\"", record->url, "\" rel=\"noreferrer\">");
	append_escaped(out, "", citation, "");
	g_string_append(out, html_is_link(record->url) ? "</a></p>\n" : "</p>\n");
}

static char *print_legend(const struct timeline *timeline, const struct timeline_period *period)
{
	g_autofree char *name = timeline_period_name(timeline, period);
	if (timeline_is_gap(period))
		return g_strdup_printf("%s: %s", name, counts_gap(timeline));
	return g_strdup_printf("%s%s%s: %u of %u paragraphs", name, period->body ? ", " : "",
			       period->body ? period->body : "", period->hits, period->paragraphs);
}

static void append_chart(GString *out, const struct timeline *timeline, const struct present_part *part)
{
	g_autofree char *title = g_strdup_printf("Paragraphs found by %s", timeline_step_name(timeline->step));
	struct chart chart;
	chart_init(&chart, title, "The same numbers stand in the table below.");
	chart.number = part ? part->number : 0;
	bool has_gap = false;
	for (guint n = 0; n < timeline->periods->len; n++) {
		const struct timeline_period *period = &g_array_index(timeline->periods, struct timeline_period, n);
		bool is_gap = timeline_is_gap(period);
		has_gap = has_gap || is_gap;
		chart_add(&chart, (struct chart_column){timeline_period_name(timeline, period),
							print_legend(timeline, period), period->hits, is_gap});
	}
	g_string_append(out, "<figure>\n");
	chart_svg(out, &chart);
	g_string_append_printf(out, "<figcaption>%s.", title);
	if (has_gap)
		g_string_append_printf(out, " Hatched: %s.", counts_gap(timeline));
	g_string_append(out, "</figcaption>\n</figure>\n");
	chart_clear(&chart);
}

static void append_period(GString *out, const struct timeline *timeline, guint n)
{
	const struct timeline_period *period = &g_array_index(timeline->periods, struct timeline_period, n);
	g_autofree char *name = timeline_period_name(timeline, period);
	g_string_append_printf(out, "<tr><th scope=\"row\">%s", name);
	append_escaped(out, period->body ? ", " : "", period->body, "</th>");
	if (timeline_is_gap(period)) {
		g_string_append_printf(out, "<td class=\"gap n\" colspan=\"3\">%s</td></tr>\n", counts_gap(timeline));
		return;
	}
	const guint numbers[] = {period->hits, period->paragraphs, period->meetings};
	for (size_t k = 0; k < G_N_ELEMENTS(numbers); k++) {
		g_string_append(out, "<td class=\"n\">");
		text_count(out, numbers[k]);
		g_string_append(out, "</td>");
	}
	g_string_append(out, "</tr>\n");
}

static void append_mention(GString *out, const char *caption, const struct timeline_mention *mention)
{
	if (!mention->record)
		return;
	g_string_append_printf(out, "<div class=\"mention\">\n<h3>%s</h3>\n<p class=\"who\">", caption);
	append_time(out, mention->record->date);
	if (mention->record->speakers->len > 0)
		g_string_append(out, ", ");
	append_speakers(out, mention->record);
	g_string_append(out, "</p>\n<p class=\"words\">");
	append_text(out, mention->record->text, mention->marks, 40);
	g_string_append(out, "</p>\n");
	append_citation(out, "", mention->record);
	g_string_append(out, "</div>\n");
}

static bool has_any_hit(const struct timeline *timeline)
{
	for (guint n = 0; n < timeline->periods->len; n++)
		if (g_array_index(timeline->periods, struct timeline_period, n).hits > 0)
			return true;
	return false;
}

static void append_timeline(GString *out, const struct timeline *timeline, const struct present_part *part)
{
	open_section(out, "when", part);
	g_string_append(out, "When</h2>\n");
	/* Columns of no height say nothing. */
	bool has_hits = has_any_hit(timeline);
	if (has_hits)
		append_chart(out, timeline, part);
	g_string_append_printf(out,
			       "<details%s>\n<summary>The numbers</summary>\n<table class=\"numbers\">\n<thead><tr>"
			       "<th scope=\"col\">%c%s</th><th scope=\"col\" class=\"n\">Found</th>"
			       "<th scope=\"col\" class=\"n\">Paragraphs searched</th>"
			       "<th scope=\"col\" class=\"n\">Meetings</th></tr></thead>\n<tbody>\n",
			       has_hits ? "" : " open", g_ascii_toupper(*timeline_step_name(timeline->step)),
			       timeline_step_name(timeline->step) + 1);
	for (guint n = 0; n < timeline->periods->len; n++)
		append_period(out, timeline, n);
	g_string_append(out, "</tbody>\n</table>\n</details>\n");
	if (timeline->first.record) {
		g_string_append(out, "<div class=\"mentions\">\n");
		append_mention(out, "First mention", &timeline->first);
		append_mention(out, "Last mention", &timeline->last);
		g_string_append(out, "</div>\n");
	}
	g_string_append(out, "</section>\n");
}

static void append_value(GString *out, const char *name, bool is_unclear, guint hits, guint most)
{
	guint thousandths = (guint)((guint64)hits * 1000 / most);
	append_escaped(out, "<tr><th scope=\"row\">", name, "");
	g_string_append(out, is_unclear ? " (one of several)" : "");
	g_string_append_printf(out, "<span class=\"bar\" style=\"--share:%u.%03u\"></span></th><td class=\"n\">",
			       thousandths / 1000, thousandths % 1000);
	text_count(out, hits);
	g_string_append(out, "</td></tr>\n");
}

static void append_values(GString *out, const struct facet *facet, guint from, guint end, bool with_none)
{
	guint most = 1;
	for (guint n = 0; n < facet->values->len; n++)
		most = MAX(most, g_array_index(facet->values, struct facet_value, n).hits);
	append_escaped(out, "<thead><tr><th scope=\"col\">", facet->name,
		       "</th><th scope=\"col\" class=\"n\">paragraphs</th></tr></thead>\n<tbody>\n");
	for (guint n = from; n < end; n++) {
		const struct facet_value *value = &g_array_index(facet->values, struct facet_value, n);
		append_value(out, value->name, value->is_unclear, value->hits, most);
	}
	if (with_none && facet->none > 0) {
		g_string_append(out, "<tr class=\"none\"><th scope=\"row\">none</th><td class=\"n\">");
		text_count(out, facet->none);
		g_string_append(out, "</td></tr>\n");
	}
	g_string_append(out, "</tbody>\n</table>\n");
}

static void append_facet(GString *out, const struct facet *facet)
{
	guint count = facet->values->len;
	/* One more line is shorter than a line that says so. */
	guint shown = count <= VALUES_SHOWN + 1 ? count : VALUES_SHOWN;
	g_string_append_printf(out, "<div>\n<table>\n<caption>%c%s <span>", g_ascii_toupper(*facet->name),
			       facet->name + 1);
	append_count(out, count, facet->is_people ? "person" : "value", facet->is_people ? "people" : "values");
	g_string_append(out, "</span></caption>\n");
	append_values(out, facet, 0, shown, true);
	if (shown < count) {
		g_string_append(out, "<details>\n<summary>");
		text_count(out, count - shown);
		g_string_append(out, " more</summary>\n<table>\n");
		append_values(out, facet, shown, count, false);
		g_string_append(out, "</details>\n");
	}
	g_string_append(out, "</div>\n");
}

static const char *title_of(const struct present_answer *answer)
{
	return *answer->query ? answer->query : "All paragraphs";
}

static void append_header(GString *out, const struct present_answer *answer)
{
	g_string_append(out, "<header>\n<p class=\"maker\">Minutebook</p>\n");
	append_escaped(out, "<h1>", title_of(answer), "</h1>\n<p class=\"sum\"><strong>");
	append_count(out, answer->total, "paragraph", "paragraphs");
	g_string_append(out, "</strong>");
	if (answer->timeline && answer->timeline->first.record) {
		g_string_append(out, " from ");
		append_time(out, answer->timeline->first.record->date);
		g_string_append(out, " to ");
		append_time(out, answer->timeline->last.record->date);
	}
	append_escaped(out, "</p>\n<p class=\"asked\">Searched for ", answer->described, ".</p>\n</header>\n");
	g_string_append(out, answer->part ? "" : "<main>\n");
}

static void append_list_head(GString *out, const struct present_answer *answer)
{
	open_section(out, "hits", answer->part);
	g_string_append(out, "Paragraphs");
	bool is_part = answer->end - answer->first < answer->total;
	if (answer->end > answer->first && is_part) {
		g_string_append(out, " <span>");
		text_count(out, answer->first + 1);
		g_string_append(out, " to ");
		text_count(out, answer->end);
		g_string_append(out, " of ");
		text_count(out, answer->total);
		g_string_append(out, "</span>");
	}
	g_string_append(out, "</h2>\n");
	if (answer->end == answer->first)
		g_string_append(out, "<p class=\"nothing\">Nothing found.</p>\n");
	else
		g_string_append_printf(out, "<ol class=\"hits\" start=\"%" G_GUINT64_FORMAT "\">\n", answer->first + 1);
}

static void append_head(GString *out, const struct present_answer *answer)
{
	g_string_append(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
			     "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
			     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	append_escaped(out, "<title>", answer->part ? "Several queries" : title_of(answer),
		       " - Minutebook</title>\n<style>\n");
	g_string_append(out, html_style());
	g_string_append(out, "</style>\n</head>\n<body>\n");
	if (answer->has_hits)
		g_string_append_printf(out, "<a class=\"skip\" href=\"#%s\">Skip to the paragraphs</a>\n",
				       answer->part ? "hits-1" : "hits");
	if (answer->part) {
		chart_shared(out);
		g_string_append(out, "<main>\n");
	}
}

void present_html_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	(void)style;
	if (!answer->part || answer->part->number == 1)
		append_head(out, answer);
	g_string_append(out, answer->part ? "<article>\n" : "");
	append_header(out, answer);
	if (answer->timeline && answer->timeline->periods->len > 0)
		append_timeline(out, answer->timeline, answer->part);
	if (answer->facets->len > 0 && answer->total > 0) {
		open_section(out, "counts", answer->part);
		g_string_append(out, "Who, what and where</h2>\n<div class=\"facets\">\n");
		for (guint n = 0; n < answer->facets->len; n++)
			append_facet(out, g_ptr_array_index(answer->facets, n));
		g_string_append(out, "</div>\n</section>\n");
	}
	if (answer->has_hits)
		append_list_head(out, answer);
}

static void append_neighbours(GString *out, const GPtrArray *neighbours, guint words)
{
	g_autoptr(GArray) no_marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	for (guint n = 0; n < neighbours->len; n++) {
		const struct record *record = g_ptr_array_index(neighbours, n);
		g_string_append(out, "<p class=\"words around\">");
		if (record->label)
			append_escaped(out, "<span class=\"label\">", record->label, "</span>");
		append_text(out, record->text, no_marks, words);
		g_string_append(out, "</p>\n");
	}
}

void present_html_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	const struct record *record = hit->record;
	g_autofree char *id = own_id(record->id, hit->part);
	append_escaped(out, "<li id=\"", id, "\" class=\"hit\">\n");
	g_string_append_printf(out, "<p class=\"when\"><span class=\"rank\">%" G_GUINT64_FORMAT "</span>", hit->rank);
	append_time(out, record->date);
	append_escaped(out, " ", record->body ? record->body : record->council, "</p>\n<div>\n");
	append_escaped(out, "<h3>", record->title ? record->title : "Without a title", "</h3>\n");
	append_neighbours(out, hit->before, style->snippet);
	g_string_append(out, "<p class=\"words\">");
	if (record->label)
		append_escaped(out, "<span class=\"label\">", record->label, "</span>");
	append_text(out, record->text, hit->marks, style->snippet);
	g_string_append(out, "</p>\n");
	append_neighbours(out, hit->after, style->snippet);
	if (record->speakers->len > 0) {
		g_string_append(out, "<p class=\"who\"><span class=\"label\">Speaking:</span>");
		append_speakers(out, record);
		g_string_append(out, "</p>\n");
	}
	append_citation(out, "", record);
	for (guint n = 0; n < hit->copies->len; n++)
		append_citation(out, "Also: ", g_ptr_array_index(hit->copies, n));
	g_string_append(out, "</div>\n</li>\n");
}

void present_html_end(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	(void)style;
	if (answer->has_hits && answer->end > answer->first)
		g_string_append(out, "</ol>\n");
	if (answer->has_hits)
		g_string_append(out, "</section>\n");
	g_string_append(out, answer->part ? "</article>\n" : "");
	if (answer->part && answer->part->number < answer->part->count)
		return;
	g_string_append(out,
			"</main>\n<footer>Counts are exact: every paragraph was verified on its words. Each one says "
			"where it stands: body, date, minute, item, label, page and file.</footer>\n"
			"</body>\n</html>\n");
}
