/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "worksheet.h"

#include "cells.h"
#include "elusion.h"
#include "narrowing.h"

/* So many relevant ones among those that were not found are told of in advance. */
#define FOUND_LIMIT 10

/* One line; what is NULL or below nought stays empty. */
struct line {
	const char *part, *what, *number, *id, *citation, *text, *percent, *source, *note;
	gint64 papers, paragraphs;
	gint64 rate, time, pence; /* hundredths of a minute, for one paper and in all; and the cost */
};

static struct line line_of(const char *part, const char *what)
{
	return (struct line){part, what, .papers = -1, .paragraphs = -1, .rate = -1, .time = -1, .pence = -1};
}

static void put_captions(struct cells *cells)
{
	static const char *const captions[] = {
		"part",   "what", "papers",   "paragraphs", "minutes_per_paper", "minutes",  "hours",   "pounds",
		"number", "id",   "citation", "text",       "minutes_taken",     "relevant", "percent", "source",
		"note",   NULL,
	};
	cells_put_line(cells, captions);
}

static void put_count(struct cells *cells, gint64 count)
{
	if (count < 0)
		cells_put(cells, NULL);
	else
		cells_put_number(cells, (guint64)count);
}

static void put_hundredths(struct cells *cells, gint64 number)
{
	g_autofree char *text = number < 0 ? NULL : estimate_print_hundredths((guint64)number);
	cells_put(cells, text);
}

static void put_hours(struct cells *cells, gint64 time)
{
	g_autofree char *text = time < 0 ? NULL : estimate_print_hours((guint64)time);
	cells_put(cells, text);
}

static void put_line(struct cells *cells, const struct line *line)
{
	cells_put(cells, line->part);
	cells_put(cells, line->what);
	put_count(cells, line->papers);
	put_count(cells, line->paragraphs);
	put_hundredths(cells, line->rate);
	put_hundredths(cells, line->time);
	put_hours(cells, line->time);
	put_hundredths(cells, line->pence);
	cells_put(cells, line->number);
	cells_put(cells, line->id);
	cells_put(cells, line->citation);
	cells_put(cells, line->text);
	/* Two columns to be filled in. */
	cells_put(cells, NULL);
	cells_put(cells, NULL);
	cells_put(cells, line->percent);
	cells_put(cells, line->source);
	cells_put(cells, line->note);
	cells_end(cells);
}

static void set_time(struct line *line, guint64 time)
{
	line->time = (gint64)time;
	line->pence = (gint64)estimate_pence(time);
}

static void put_activity(struct cells *cells, const struct estimate *estimate, int activity, guint papers)
{
	struct line line = line_of("estimate", estimate_activities[activity].name);
	line.papers = papers;
	line.rate = (gint64)estimate->rates[activity];
	set_time(&line, estimate_time(estimate, activity, papers));
	line.source = estimate_activities[activity].authority;
	line.note = "minutes for a paper are an assumption: the sample of extracts shows what they are";
	put_line(cells, &line);
}

static void put_limit(struct cells *cells, guint64 total)
{
	const guint64 limit = (guint64)ESTIMATE_LIMIT_PENCE * 6000 / ESTIMATE_PENCE_PER_HOUR;
	struct line line = line_of("estimate", "the appropriate limit");
	set_time(&line, limit);
	line.source = "SI 2004/3244, regulation 3(3)";
	line.note = "£450 at £25 an hour, for an authority outside Part I of Schedule 1 of the Act";
	put_line(cells, &line);
	line = line_of("estimate", total > limit ? "above the limit by" : "below the limit by");
	set_time(&line, total > limit ? total - limit : limit - total);
	line.source = "FOIA 2000, section 12(1)";
	put_line(cells, &line);
}

static void put_estimate(struct cells *cells, const struct estimate *estimate, guint papers)
{
	for (int n = 0; n < ESTIMATE_COUNT; n++)
		put_activity(cells, estimate, n, papers);
	struct line line = line_of("estimate", "all four activities");
	line.papers = papers;
	line.rate = (gint64)estimate_total(estimate, 1);
	set_time(&line, estimate_total(estimate, papers));
	line.source = "SI 2004/3244, regulation 4(4)";
	line.note = "redaction and the consideration of exemptions are no part of it";
	put_line(cells, &line);
	put_limit(cells, estimate_total(estimate, papers));
}

static void put_sampled(struct cells *cells, struct line *line, const struct record *record)
{
	g_autofree char *citation = record_citation(record);
	line->id = record->id;
	line->citation = citation;
	line->text = record->text;
	line->source = "drawn by the SHA-256 of seed and id, see minutebook-foi(7)";
	put_line(cells, line);
}

static void put_hits(struct cells *cells, const struct pack *pack, const struct sample *sample)
{
	for (guint n = 0; n < sample->items->len; n++) {
		const struct sample_item *item = g_ptr_array_index(sample->items, n);
		const struct pack_hit *hit = pack_hit_at(pack, item->docid);
		g_autofree char *number = pack_number(hit);
		struct line line = line_of("sample of extracts", "to be timed: fill in minutes_taken");
		line.number = number;
		put_sampled(cells, &line, &hit->record);
	}
}

static bool put_others(struct cells *cells, struct pack *pack, const struct sample *sample, GError **error)
{
	bool good = true;
	for (guint n = 0; good && n < sample->items->len; n++) {
		const struct sample_item *item = g_ptr_array_index(sample->items, n);
		struct line line = line_of("sample of what was not found", "to be read: fill in relevant, yes or no");
		struct record record;
		record_init(&record);
		good = store_fetch(&record, pack->search.store, item->docid, error);
		if (good)
			put_sampled(cells, &line, &record);
		record_clear(&record);
	}
	return good;
}

/* What each number of relevant ones among those sampled would mean for all that was not found. */
static void put_elusion(struct cells *cells, const struct sample *sample)
{
	guint size = sample->items->len;
	bool is_whole = size == sample->population;
	for (guint found = 0; size > 0 && found <= MIN(size, FOUND_LIMIT); found++) {
		double bound = is_whole ? (double)found / size : elusion_bound(found, size);
		g_autofree char *what = g_strdup_printf("if %u of %u sampled are relevant", found, size);
		g_autofree char *note =
			is_whole ? g_strdup("all that was not found is in the sample: the share is exact")
				 : g_strdup_printf("upper 95 %% bound, one-sided, of %u paragraphs not found",
						   sample->population);
		char percent[G_ASCII_DTOSTR_BUF_SIZE];
		struct line line = line_of("missed at most", what);
		/* A whole number of paragraphs; the little more makes up for what a double cannot hold. */
		line.paragraphs = (gint64)(bound * sample->population + 1e-6);
		line.percent = g_ascii_formatd(percent, sizeof(percent), "%.3f", 100 * bound);
		line.source = "Clopper and Pearson, Biometrika 26 (1934), 404-413";
		line.note = note;
		put_line(cells, &line);
	}
}

static void put_narrowing(struct cells *cells, const struct pack *pack, const struct estimate *estimate)
{
	g_autoptr(GArray) parts = narrowing_count(pack);
	for (guint n = 0; n < parts->len; n++) {
		const struct narrowing *narrowing = &g_array_index(parts, struct narrowing, n);
		g_autofree char *part = g_strconcat("narrowed by ", narrowing->by, NULL);
		struct line line = line_of(part, narrowing->value);
		line.papers = narrowing->papers;
		line.paragraphs = narrowing->paragraphs;
		line.rate = (gint64)estimate_total(estimate, 1);
		set_time(&line, estimate_total(estimate, narrowing->papers));
		line.source = "FOIA 2000, section 16";
		put_line(cells, &line);
	}
}

bool worksheet_write(GString *out, struct pack *pack, const struct pack_sample *sample, const struct estimate *estimate,
		     GError **error)
{
	struct cells cells = cells_csv(out);
	g_string_append(out, CELLS_MARK);
	put_captions(&cells);
	put_estimate(&cells, estimate, pack->papers->len);
	put_hits(&cells, pack, &sample->hits);
	if (!put_others(&cells, pack, &sample->others, error))
		return false;
	put_elusion(&cells, &sample->others);
	put_narrowing(&cells, pack, estimate);
	return true;
}
