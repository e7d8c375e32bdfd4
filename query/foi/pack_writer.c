/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_writer.h"

#include <errno.h>

#include "fault.h"
#include "neighbours.h"
#include "worksheet.h"

/* Local Government Act 1972, section 100C(1): "until the expiration of the period of six years beginning with the date of
 * the meeting". */
#define INSPECTION_YEARS 6

bool pack_flush(FILE *to, GString *out, GError **error)
{
	bool good = fwrite(out->str, 1, out->len, to) == out->len;
	g_string_truncate(out, 0);
	if (!good)
		g_set_error(error, FAULT, FAULT_SYSTEM, "%s", g_strerror(errno));
	return good;
}

static guint withhold(GPtrArray *records)
{
	guint before = records->len;
	for (guint n = records->len; n > 0; n--)
		if (field_is_restricted(g_ptr_array_index(records, n - 1)))
			g_ptr_array_remove_index(records, n - 1);
	return before - records->len;
}

bool pack_around(struct neighbours *around, guint *withheld, struct pack *pack, const struct pack_hit *hit,
		 GError **error)
{
	struct neighbours_reach reach = {pack->options->before, pack->options->after};
	if (!neighbours_find(around, pack->search.store, &hit->record, reach, error))
		return false;
	guint count =
		pack->options->request.include_restricted ? 0 : withhold(around->before) + withhold(around->after);
	if (withheld)
		*withheld = count;
	return true;
}

GArray *pack_marks(struct pack *pack, const struct pack_hit *hit)
{
	GArray *marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	for (guint n = 0; n < pack->queries->len; n++) {
		g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
		if (pack_answers(pack, hit, n + 1))
			matcher_match(own, pack->search.matcher, pack_query_at(pack, n)->tree, &hit->record);
		g_array_append_vals(marks, own->data, own->len);
	}
	/* Marks of several queries may overlap. */
	match_merge(marks);
	return marks;
}

char *pack_queries(const struct pack *pack, const struct pack_hit *hit)
{
	GString *out = g_string_new(NULL);
	for (guint n = 1; n <= pack->queries->len; n++)
		if (pack_answers(pack, hit, n))
			g_string_append_printf(out, "%s%u", out->len > 0 ? "; " : "", n);
	return g_string_free(out, FALSE);
}

char *pack_digest(const struct record *record)
{
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, record->text ? record->text : "", -1);
}

char *pack_join(const GPtrArray *list, const char *joint)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < list->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? joint : "", (const char *)g_ptr_array_index(list, n));
	return g_string_free(out, FALSE);
}

char *pack_published(const struct pack_paper *paper)
{
	return g_strdup(paper->url ? "likely: it has a web address" : "not known: no web address");
}

static bool is_open_type(const struct pack_paper *paper)
{
	static const char *const open[] = {"minutes", "agenda", "report", NULL};
	for (guint n = 0; n < paper->types->len; n++)
		if (g_strv_contains(open, g_ptr_array_index(paper->types, n)))
			return true;
	return false;
}

char *pack_inspection(const struct pack *pack, const struct pack_paper *paper)
{
	GDate day;
	g_date_clear(&day, 1);
	g_date_set_parse(&day, paper->last);
	if (!*paper->last || !g_date_valid(&day))
		return g_strdup("not known: undated");
	if (!is_open_type(paper))
		return g_strdup("not known: neither minutes, agenda nor report");
	g_date_add_years(&day, INSPECTION_YEARS);
	g_date_subtract_days(&day, 1);
	char end[11];
	g_date_strftime(end, sizeof(end), "%Y-%m-%d", &day);
	bool is_over = strncmp(end, pack->made, strlen(end)) < 0;
	return g_strdup_printf(is_over ? "ended on %s" : "likely, until %s", end);
}

bool worksheet_csv(FILE *to, struct pack *pack, GError **error)
{
	const struct request *request = &pack->options->request;
	g_autoptr(GString) out = g_string_new(NULL);
	struct pack_sample sample;
	pack_sample_init(&sample, request->seed, request->sample);
	bool good = pack_sample_draw(&sample, pack, error) &&
		    worksheet_write(out, pack, &sample, &request->estimate, error);
	pack_sample_clear(&sample);
	return good && pack_flush(to, out, error);
}
