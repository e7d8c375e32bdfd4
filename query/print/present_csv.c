/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cells.h"
#include "present.h"
#include "snippet.h"

/* The cells of one answer's table. */
struct sheet {
	struct cells cells;
	const struct present_part *part; /* what every line tells at its end, or NULL */
};

static struct sheet csv_sheet(GString *out, const struct present_part *part)
{
	return (struct sheet){cells_csv(out), part};
}

static struct sheet tsv_sheet(GString *out, const struct present_part *part)
{
	return (struct sheet){cells_tsv(out), part};
}

static void put_cell(struct sheet *sheet, const char *text)
{
	cells_put(&sheet->cells, text);
}

static void put_number(struct sheet *sheet, guint64 number)
{
	cells_put_number(&sheet->cells, number);
}

static void end_line(struct sheet *sheet)
{
	if (sheet->part) {
		put_cell(sheet, sheet->part->asked);
		put_number(sheet, sheet->part->total);
	}
	cells_end(&sheet->cells);
}

/* Of several answers only the first has them. */
static void put_captions(struct sheet *sheet, const char *const *captions)
{
	if (sheet->part && sheet->part->number > 1)
		return;
	for (; *captions; captions++)
		put_cell(sheet, *captions);
	if (sheet->part) {
		put_cell(sheet, "asked");
		put_cell(sheet, "total");
	}
	cells_end(&sheet->cells);
}

/* The columns of hits, in the order of the contract: what each puts into its cell. */
typedef char *column_value(const struct present_hit *hit, const struct present_style *style);

static char *join_list(const GPtrArray *list, const char *joint)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < list->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? joint : "", (const char *)g_ptr_array_index(list, n));
	return g_string_free(out, FALSE);
}

static char *speakers_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < hit->record->speakers->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? "; " : "",
				       g_array_index(hit->record->speakers, struct speaker, n).name);
	return g_string_free(out, FALSE);
}

static char *citation_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return record_citation(hit->record);
}

static char *rank_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return g_strdup_printf("%" G_GUINT64_FORMAT, hit->rank);
}

static char *score_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	char digits[G_ASCII_DTOSTR_BUF_SIZE];
	return g_strdup(g_ascii_formatd(digits, sizeof(digits), "%.4f", hit->score));
}

static char *snippet_value(const struct present_hit *hit, const struct present_style *style)
{
	struct span text = span_of(hit->record->text);
	struct snippet snippet;
	snippet_choose(&snippet, text, hit->marks, style->snippet);
	return snippet_print(&snippet, text);
}

static char *kind_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return g_strdup(record_kind_name(hit->record->kind));
}

static char *type_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return g_strdup(record_type_name(hit->record->type));
}

static char *basis_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return g_strdup(record_basis_name(hit->record->date_basis));
}

static char *print_page(int page)
{
	return page > 0 ? g_strdup_printf("%d", page) : NULL;
}

static char *page_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return print_page(hit->record->page);
}

static char *page_end_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return print_page(hit->record->page_end);
}

static char *names_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return join_list(hit->record->names, "; ");
}

static char *topics_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return join_list(hit->record->topics, "; ");
}

static char *confirms_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return join_list(hit->record->confirms, "; ");
}

static char *copies_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < hit->copies->len; n++)
		g_ptr_array_add(places, record_citation(g_ptr_array_index(hit->copies, n)));
	return join_list(places, "; ");
}

static char *join_texts(const GPtrArray *records)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	for (guint n = 0; n < records->len; n++)
		g_ptr_array_add(texts, ((struct record *)g_ptr_array_index(records, n))->text);
	return join_list(texts, "\n");
}

static char *before_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return join_texts(hit->before);
}

static char *after_value(const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	return join_texts(hit->after);
}

#define VALUE(function) .value = function
#define MEMBER(name) .member = offsetof(struct record, name)

static const struct {
	const char *name;
	column_value *value; /* NULL: the string at `member` of the record */
	size_t member;
} columns[] = {
	{"date", MEMBER(date)},
	{"body", MEMBER(body)},
	{"speakers", VALUE(speakers_value)},
	{"title", MEMBER(title)},
	{"text", MEMBER(text)},
	{"citation", VALUE(citation_value)},
	{"rank", VALUE(rank_value)},
	{"score", VALUE(score_value)},
	{"id", MEMBER(id)},
	{"council", MEMBER(council)},
	{"type", VALUE(type_value)},
	{"kind", VALUE(kind_value)},
	{"minute", MEMBER(minute)},
	{"agenda_item", MEMBER(agenda_item)},
	{"section", MEMBER(section)},
	{"label", MEMBER(label)},
	{"page", VALUE(page_value)},
	{"page_end", VALUE(page_end_value)},
	{"page_label", MEMBER(page_label)},
	{"path", MEMBER(path)},
	{"url", MEMBER(url)},
	{"source", MEMBER(source)},
	{"standing", MEMBER(standing)},
	{"confirms", VALUE(confirms_value)},
	{"date_basis", VALUE(basis_value)},
	{"classification", MEMBER(classification)},
	{"names", VALUE(names_value)},
	{"topics", VALUE(topics_value)},
	{"snippet", VALUE(snippet_value)},
	{"copies", VALUE(copies_value)},
	{"before", VALUE(before_value)},
	{"after", VALUE(after_value)},
};

static void put_columns(struct sheet *sheet)
{
	const char *captions[G_N_ELEMENTS(columns) + 1] = {NULL};
	for (size_t n = 0; n < G_N_ELEMENTS(columns); n++)
		captions[n] = columns[n].name;
	put_captions(sheet, captions);
}

/* One answer of several is told even where nothing was found. */
static void put_nothing(struct sheet *sheet)
{
	for (size_t n = 0; n < G_N_ELEMENTS(columns); n++)
		put_cell(sheet, "");
	end_line(sheet);
}

static void put_hit(struct sheet *sheet, const struct present_hit *hit, const struct present_style *style)
{
	for (size_t n = 0; n < G_N_ELEMENTS(columns); n++) {
		if (!columns[n].value) {
			put_cell(sheet, *(char *const *)((const char *)hit->record + columns[n].member));
			continue;
		}
		g_autofree char *value = columns[n].value(hit, style);
		put_cell(sheet, value);
	}
	end_line(sheet);
}

static void put_facet(struct sheet *sheet, const struct facet *facet)
{
	const char *const captions[] = {facet->name, "hits", "unclear", NULL};
	put_captions(sheet, captions);
	for (guint n = 0; n < facet->values->len; n++) {
		const struct facet_value *value = &g_array_index(facet->values, struct facet_value, n);
		put_cell(sheet, value->name);
		put_number(sheet, value->hits);
		put_cell(sheet, value->is_unclear ? "yes" : "");
		end_line(sheet);
	}
	if (facet->none == 0)
		return;
	put_cell(sheet, "");
	put_number(sheet, facet->none);
	put_cell(sheet, "");
	end_line(sheet);
}

static void put_timeline(struct sheet *sheet, const struct timeline *timeline)
{
	static const char *const captions[] = {"period", "from", "to", "hits", "paragraphs", "meetings", "body", NULL};
	put_captions(sheet, captions);
	for (guint n = 0; n < timeline->periods->len; n++) {
		const struct timeline_period *period = &g_array_index(timeline->periods, struct timeline_period, n);
		g_autofree char *name = timeline_period_name(timeline, period);
		put_cell(sheet, name);
		put_cell(sheet, period->low);
		put_cell(sheet, period->high);
		put_number(sheet, period->hits);
		put_number(sheet, period->paragraphs);
		put_number(sheet, period->meetings);
		put_cell(sheet, period->body);
		end_line(sheet);
	}
}

static void put_begin(struct sheet *sheet, const struct present_answer *answer)
{
	for (guint n = 0; n < answer->facets->len; n++)
		put_facet(sheet, g_ptr_array_index(answer->facets, n));
	if (answer->timeline)
		put_timeline(sheet, answer->timeline);
	if (answer->has_hits)
		put_columns(sheet);
	if (answer->has_hits && answer->part && answer->total == 0)
		put_nothing(sheet);
}

void present_csv_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	(void)style;
	struct sheet sheet = csv_sheet(out, answer->part);
	g_string_append(out, answer->part && answer->part->number > 1 ? "" : CELLS_MARK);
	put_begin(&sheet, answer);
}

void present_csv_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	struct sheet sheet = csv_sheet(out, hit->part);
	put_hit(&sheet, hit, style);
}

void present_tsv_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	(void)style;
	struct sheet sheet = tsv_sheet(out, answer->part);
	put_begin(&sheet, answer);
}

void present_tsv_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	struct sheet sheet = tsv_sheet(out, hit->part);
	put_hit(&sheet, hit, style);
}
