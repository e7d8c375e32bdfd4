/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "certificate.h"
#include "fill.h"
#include "foi_page.h"
#include "foi_text.h"
#include "pack_writer.h"
#include "text.h"

/* So many bodies are named, and the rest counted. */
#define BODIES_NAMED 8

/* What every description begins with. */
#define HEAD "paragraphs where "

/* What Markdown would read as more than a letter, and HTML within it. */
#define MARKUP "\\`*_{}[]()#+-.!|<>&~$^="

/* `format` is Markdown, and every argument (a string) is escaped into it. */
G_GNUC_PRINTF(2, 3) static void add(GString *out, const char *format, ...);

static void append_inert(GString *out, const char *words)
{
	g_autofree char *repaired = text_repair(span_of(words), NULL);
	g_autofree char *harmless = text_printable(span_of(repaired));
	g_autofree char *line = text_squeeze(span_of(harmless));
	for (const char *at = line; *at; at++) {
		/* Within a word these are nothing. */
		bool is_inside = at > line && strchr("-.'()", *at);
		if (strchr(MARKUP, *at) && !is_inside)
			g_string_append_c(out, '\\');
		g_string_append_c(out, *at);
	}
}

static void add(GString *out, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fill_gaps(out, append_inert, format, args);
	va_end(args);
}

static void add_filter(GString *out, const struct pack *pack, guint n)
{
	const struct scope_filter *filter = g_ptr_array_index(pack->scope.filters, n);
	g_autofree char *papers = foi_plural(filter->files->len, "whole paper", "whole papers");
	g_autofree char *paragraphs = foi_plural(filter->paragraphs, "paragraph", "paragraphs");
	g_string_append(out, n == 0 ? "\n" : "");
	if (g_ptr_array_index(pack->filters, n) == pack->unrestricted)
		add(out, "What is restricted was left out: %s, among them those of %s.\n", paragraphs, papers);
	else
		add(out, "We searched only where %s. This left out %s, among them those of %s.\n",
		    filter->described + strlen(HEAD), paragraphs, papers);
}

static void add_scope(GString *out, const struct pack *pack)
{
	const struct pack_scope *scope = &pack->scope;
	g_autofree char *day = g_strndup(pack->made, strlen("2026-01-06"));
	g_autofree char *made = foi_day(day);
	g_autofree char *papers = foi_plural(scope->searched->len, "paper", "papers");
	g_autofree char *paragraphs = foi_plural(scope->searched_paragraphs, "paragraph", "paragraphs");
	g_autofree char *first = foi_day(scope->first);
	g_autofree char *last = foi_day(scope->last);
	add(out, "## What was searched\n\nOn %s we searched the text of %s (%s)", made, papers, paragraphs);
	if (*scope->first)
		add(out, " of meetings held from %s to %s", first, last);
	g_string_append(out, ". These are papers of:\n\n");
	for (guint n = 0; n < MIN(scope->bodies->len, BODIES_NAMED); n++) {
		const struct scope_body *body = g_ptr_array_index(scope->bodies, n);
		g_autofree char *meetings = foi_plural(body->meetings, "meeting", "meetings");
		add(out, "- %s (%s)\n", body->name, meetings);
	}
	if (scope->bodies->len > BODIES_NAMED) {
		g_autofree char *rest = foi_plural(scope->bodies->len - BODIES_NAMED, "more body", "more bodies");
		add(out, "- %s, named in the certificate\n", rest);
	}
	for (guint n = 0; n < scope->filters->len; n++)
		add_filter(out, pack, n);
}

static void add_queries(GString *out, const struct pack *pack)
{
	g_string_append(out, "\n## How we searched, and what we found\n\n"
			     "| No. | Search as typed | What it means | Paragraphs | Papers |\n"
			     "|---:|---|---|---:|---:|\n");
	for (guint n = 0; n < pack->queries->len; n++) {
		const struct pack_query *query = pack_query_at(pack, n);
		g_autofree char *hits = foi_count(query->hits);
		g_autofree char *papers = foi_count(query->papers);
		g_string_append_printf(out, "| %u ", n + 1);
		add(out, "| %s | %s | %s | %s |\n", certificate_asked(query), query->understood, hits, papers);
	}
	g_autofree char *hits = foi_plural(pack->hits->len, "paragraph", "paragraphs");
	g_autofree char *papers = foi_plural(pack->papers->len, "paper", "papers");
	if (pack->hits->len > 0)
		add(out,
		    "\nIn all, %s in %s answer one search or more. They are listed in the attached schedule; the "
		    "extracts "
		    "give each of them in full with its source. A paragraph that stands in several papers counts "
		    "once.\n",
		    hits, papers);
	else
		g_string_append(out, "\nNo paragraph of these papers answers any of the searches.\n");
}

/* What a family stands for. */
static void add_members(GString *out, const struct pack *pack)
{
	for (guint n = 0; n < pack->queries->len; n++) {
		const GPtrArray *parts = pack_query_at(pack, n)->parts;
		const char *family = NULL;
		for (guint k = 0; k < parts->len; k++) {
			const struct pack_part *part = g_ptr_array_index(parts, k);
			g_autofree char *alone = foi_plural(part->alone, "paragraph", "paragraphs");
			if (part->depth > 0 && family)
				add(out, "\n%s stands for any of these:\n\n", family);
			family = part->depth == 0 ? part->printed : NULL;
			if (part->depth > 0)
				add(out, "- %s: %s\n", part->described + strlen(HEAD), alone);
		}
	}
}

static void add_near(GString *out, const struct pack *pack)
{
	bool is_begun = false;
	for (guint n = 0; n < pack->queries->len; n++) {
		const struct pack_query *query = pack_query_at(pack, n);
		for (guint k = 0; k < query->near->len; k++) {
			const struct pack_near *near = g_ptr_array_index(query->near, k);
			g_autofree char *alone = foi_plural(near->alone, "paragraph", "paragraphs");
			if (!is_begun)
				g_string_append(out,
						"\nWords that were not found, and what the papers have instead:\n\n");
			is_begun = true;
			add(out, "- %s: %s in %s (%s)\n", near->what, near->instead, alone, near->why);
		}
	}
}

static void add_limits(GString *out, const struct pack *pack)
{
	const struct pack_scope *scope = &pack->scope;
	const struct {
		const char *name;
		const GPtrArray *files;
	} rows[] = {
		{"Papers that could not be read", scope->failed},
		{"Papers that are scans whose words were not recognised", scope->scanned},
		{"Papers without any text", scope->empty},
		{"Papers of which a part could not be read", scope->partial},
		{"Papers without a date", scope->undated},
	};
	g_string_append(out, "\n## The limits of this search\n\n");
	for (size_t n = 0; n < G_N_ELEMENTS(rows); n++) {
		g_autofree char *count = foi_count(rows[n].files->len);
		add(out, "- %s: %s\n", rows[n].name, count);
	}
	g_autofree char *gone = foi_count(scope->gone->len);
	add(out, "- Papers that were indexed once and are gone: %s\n", gone);
	if (pack->options->request.include_restricted) {
		g_string_append(out, "- Restricted papers were searched, too.\n");
	} else {
		g_autofree char *hits = foi_plural(pack->restricted_hits, "paragraph", "paragraphs");
		g_autofree char *papers = foi_plural(pack->restricted_papers, "restricted paper", "restricted papers");
		add(out, "- Left out as restricted, though it answers a search: %s in %s\n", hits, papers);
	}
	g_string_append(out, "\nThe following were not searched by these means. [Say for each what was done, or why "
			     "not.]\n\n");
	for (const char *const *place = foi_elsewhere(); *place; place++)
		add(out, "- %s: [ ]\n", *place);
}

static void add_checks(GString *out, const struct pack *pack)
{
	guint flagged = 0;
	for (guint n = 0; n < pack->hits->len; n++)
		flagged += pack_hit_at(pack, n)->flags->len > 0;
	g_autofree char *flags = foi_plural(flagged, "extract carries", "extracts carry");
	g_string_append(out, "\n---\n\nBefore this is sent (leave this part out):\n\n");
	add(out, "- %s flags for review of personal data. Nothing has been redacted.\n", flags);
	g_string_append(out, "- Fill in exemption and decision for each row of the schedule.\n"
			     "- Fill in the places in square brackets.\n");
	g_string_append_printf(out, "- %s\n", foi_disclaimer());
	g_string_append(
		out, "\nEvery number above is taken from certificate.json of this pack; manifest.sha256 has the hashes "
		     "of its files.\n");
}

bool letter_markdown(FILE *to, struct pack *pack, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	add(out, "# Your request for information, our reference %s\n\n", pack->options->request.reference);
	add_scope(out, pack);
	add_queries(out, pack);
	add_members(out, pack);
	add_near(out, pack);
	add_limits(out, pack);
	add_checks(out, pack);
	return pack_flush(to, out, error);
}
