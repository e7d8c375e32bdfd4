/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "foi_page.h"

#include "fill.h"
#include "foi_text.h"
#include "html.h"
#include "html_style.h"
#include "period.h"
#include "text.h"

/* What the page may load: nothing. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'"

/* clang-format off */
static const char style[] =
	".maker { text-transform: none; }\n"
	"table { margin: .75rem 0 1.25rem; }\n"
	"h3 { margin: 1.5rem 0 .35rem; }\n"
	"section > p, section > dl { margin-bottom: .6rem; max-width: 46rem; }\n"
	"code, .id { font-family: ui-monospace, \"Liberation Mono\", Consolas, monospace; font-size: .9em; "
	"overflow-wrap: anywhere; }\n"
	"thead th, thead .n { white-space: normal; vertical-align: bottom; border-bottom: 2px solid var(--ink); }\n"
	"caption { padding-top: .25rem; }\n"
	"tbody th { font-weight: 600; }\n"
	"td, tbody th { overflow-wrap: break-word; }\n"
	"th.n, td.n { padding-left: .5rem; padding-right: 1rem; }\n"
	"tr > .n:last-child { padding-right: 0; }\n"
	".broad { max-width: 90rem; }\n"
	".broad td { min-width: 4.25rem; }\n"
	".rows + .rows { border-top: 2px solid var(--soft); }\n"
	".rows .file td, .rows .file th { border-top: 0; color: var(--soft); font-size: .875rem; padding-bottom: .7rem; }\n"
	".source { color: var(--soft); font-size: .875rem; border-left: 2px solid var(--rule); padding-left: .75rem; }\n"
	".warning { border-left: 4px solid var(--accent); background: var(--tint); padding: .6rem 1rem; }\n"
	"dl { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .25rem 1rem; }\n"
	"dt { color: var(--soft); }\n"
	"dd { margin: 0; overflow-wrap: anywhere; }\n"
	"ul { margin: .25rem 0 .75rem; padding-left: 1.25rem; }\n"
	".fill td { height: 2.4rem; border: 1px solid var(--soft); }\n"
	".fill tbody th { width: 34%; }\n"
	".fill td { width: 22%; }\n"
	".fill th { border: 1px solid var(--soft); padding-left: .5rem; }\n"
	".extract { border-top: 1px solid var(--rule); padding: .9rem 0; }\n"
	".extract h3 { margin: 0; }\n"
	".flags { margin-top: .5rem; font-size: .9375rem; }\n"
	".wide { overflow-x: auto; }\n"
	"@media (max-width: 42rem) { dl { grid-template-columns: minmax(0, 1fr); } dt { margin-top: .4rem; } }\n"
	"@page { size: A4; }\n"
	"@page broad { size: A4 landscape; }\n"
	"@media print {\n"
	"  .paper { break-before: page; }\n"
	"  .extract, .source, dl { break-inside: avoid; }\n"
	"  thead { display: table-header-group; }\n"
	"  .wide { overflow: visible; }\n"
	"  caption, thead { break-after: avoid; }\n"
	"  thead + tbody > tr:first-child { break-before: avoid; }\n"
	"  .rows > tr:first-child { break-after: avoid; }\n"
	"  .broad { page: broad; max-width: none; }\n"
	"}\n";
/* clang-format on */

static void append_escaped(GString *out, const char *text)
{
	html_append(out, span_of(text));
}

void foi_page_add(GString *out, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fill_gaps(out, append_escaped, format, args);
	va_end(args);
}

char *foi_count(guint64 number)
{
	GString *out = g_string_new(NULL);
	text_count(out, number);
	return g_string_free(out, FALSE);
}

char *foi_day(const char *day)
{
	return day && *day ? period_print_day(day) : g_strdup("undated");
}

char *foi_plural(guint64 number, const char *one, const char *many)
{
	g_autofree char *count = foi_count(number);
	return g_strdup_printf("%s %s", count, number == 1 ? one : many);
}

void foi_page_begin(GString *out, const struct pack *pack, const char *title, const char *lead, bool is_broad)
{
	const char *reference = pack->options->request.reference;
	g_string_append(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
			     "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
			     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	foi_page_add(out, "<title>%s, %s</title>\n<style>\n", title, reference);
	g_string_append(out, html_style());
	g_string_append(out, style);
	g_string_append_printf(out, "</style>\n</head>\n<body%s>\n", is_broad ? " class=\"broad\"" : "");
	g_string_append(out, "<a class=\"skip\" href=\"#main\">Skip to the contents</a>\n");
	foi_page_add(out, "<header>\n<p class=\"maker\">Request %s</p>\n<h1>%s</h1>\n<p class=\"sum\">%s</p>\n",
		     reference, title, lead);
	g_autofree char *day = g_strndup(pack->made, strlen("2026-01-06"));
	g_autofree char *words = foi_day(day);
	foi_page_add(out,
		     "<p class=\"asked\">Made on <time datetime=\"%s\">%s</time>. It is one of the files of a response "
		     "pack; <a href=\"certificate.html\">the certificate</a> says what was searched, "
		     "<a href=\"schedule.html\">the schedule</a> lists the papers, "
		     "<a href=\"extracts.html\">the extracts</a> show what was found.</p>\n</header>\n<main "
		     "id=\"main\">\n",
		     pack->made, words);
}

void foi_page_end(GString *out, const struct pack *pack)
{
	foi_page_add(out,
		     "</main>\n<footer>\n<p>%s</p>\n<p>Made by Minutebook %s at %s (universal time). "
		     "minutebook-foi(7) explains every field.</p>\n</footer>\n</body>\n</html>\n",
		     foi_disclaimer(), MINUTEBOOK_VERSION, pack->made);
}

void foi_page_section(GString *out, const char *id, const char *title)
{
	foi_page_add(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id, title);
}

void foi_page_section_end(GString *out)
{
	g_string_append(out, "</section>\n");
}

void foi_page_source(GString *out, const char *part)
{
	foi_page_add(out, "<p class=\"source\">Where this comes from: %s</p>\n", foi_source(part));
}

void foi_table_begin(struct foi_table *table, GString *out, const char *caption, const char *const *captions)
{
	*table = (struct foi_table){out, captions};
	foi_page_add(out, "<table>\n<caption>%s</caption>\n<thead><tr>", caption);
	for (; *captions; captions++) {
		bool is_number = **captions == '#';
		foi_page_add(out, is_number ? "<th scope=\"col\" class=\"n\">%s</th>" : "<th scope=\"col\">%s</th>",
			     *captions + is_number);
	}
	g_string_append(out, "</tr></thead>\n<tbody>\n");
}

void foi_table_row(const struct foi_table *table, const char *const *cells)
{
	foi_page_add(table->out, "<tr><th scope=\"row\">%s</th>", cells[0]);
	for (guint n = 1; table->captions[n]; n++)
		foi_page_add(table->out, *table->captions[n] == '#' ? "<td class=\"n\">%s</td>" : "<td>%s</td>",
			     cells[n]);
	g_string_append(table->out, "</tr>\n");
}

void foi_table_end(const struct foi_table *table)
{
	g_string_append(table->out, "</tbody>\n</table>\n");
}
