/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "counts.h"
#include "present.h"
#include "setting.h"
#include "text.h"

#define MARGIN "     "
#define NEIGHBOUR_MARGIN "     \u2502 "

/* The line stands where its margin ends. */
static void begin(struct setting *setting, GString *out, const char *margin, const struct present_style *style)
{
	setting_init(setting, out, margin, text_width(span_of(margin)));
	setting->color = style->color;
	setting->width = style->width;
}

static void set_speakers(struct setting *setting, const struct record *record)
{
	for (guint n = 0; n < record->speakers->len; n++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, n);
		setting_text(setting, n == 0 ? "" : ", ", SETTING_DIM);
		setting_text(setting, speaker->name, SETTING_DIM);
	}
}

static void set_citation(struct setting *setting, const char *before, const struct record *record)
{
	g_autofree char *citation = record_citation(record);
	/* A file's name may be any bytes. */
	g_autofree char *well_formed = text_repair(span_of(citation), NULL);
	setting_line(setting);
	setting_text(setting, before, SETTING_DIM);
	setting_text(setting, well_formed, SETTING_DIM);
}

static void set_label(struct setting *setting, const struct record *record)
{
	if (!record->label)
		return;
	setting_text(setting, record->label, SETTING_DIM);
	setting_text(setting, "  ", SETTING_PLAIN);
}

static void set_part(struct setting *setting, const struct record *record, const GArray *marks, guint words)
{
	struct snippet snippet;
	snippet_choose(&snippet, span_of(record->text), marks, words);
	setting_snippet(setting, span_of(record->text), &snippet, marks);
}

/* Each on a line of its own, a bar before it: "│ 1.a  The Panel heard …". */
static void print_neighbours(GString *out, const GPtrArray *neighbours, const struct present_style *style)
{
	g_autoptr(GArray) no_marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	for (guint n = 0; n < neighbours->len; n++) {
		const struct record *record = g_ptr_array_index(neighbours, n);
		struct setting setting;
		g_string_append(out, NEIGHBOUR_MARGIN);
		begin(&setting, out, NEIGHBOUR_MARGIN, style);
		set_label(&setting, record);
		set_part(&setting, record, no_marks, style->snippet);
		setting_clear(&setting);
		g_string_append_c(out, '\n');
	}
}

void present_text_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	struct setting setting;
	print_neighbours(out, hit->before, style);
	g_autofree char *rank = g_strdup_printf("%" G_GUINT64_FORMAT ". ", hit->rank);
	g_string_append_printf(out, "%*s", (int)strlen(MARGIN), rank);
	begin(&setting, out, MARGIN, style);
	setting.column = MAX(strlen(rank), strlen(MARGIN));
	if (hit->before->len + hit->after->len > 0)
		set_label(&setting, hit->record);
	set_part(&setting, hit->record, hit->marks, style->snippet);
	setting_clear(&setting);
	if (hit->after->len > 0) {
		g_string_append_c(out, '\n');
		print_neighbours(out, hit->after, style);
		/* The next line begins by itself. */
		g_string_truncate(out, out->len - 1);
	}
	begin(&setting, out, MARGIN, style);
	if (hit->record->speakers->len > 0) {
		setting_line(&setting);
		setting_text(&setting, "speakers: ", SETTING_DIM);
		set_speakers(&setting, hit->record);
	}
	set_citation(&setting, "", hit->record);
	for (guint n = 0; n < hit->copies->len; n++)
		set_citation(&setting, "also in: ", g_ptr_array_index(hit->copies, n));
	setting_clear(&setting);
	g_string_append(out, "\n\n");
}

static void print_mention(GString *out, const char *caption, const struct timeline_mention *mention,
			  const struct present_style *style)
{
	if (!mention->record)
		return;
	struct setting setting;
	begin(&setting, out, "       ", style);
	setting.column = 0;
	setting_text(&setting, caption, SETTING_PLAIN);
	setting_text(&setting, mention->record->date, SETTING_PLAIN);
	setting_text(&setting, mention->record->speakers->len > 0 ? ", " : "", SETTING_PLAIN);
	set_speakers(&setting, mention->record);
	setting_line(&setting);
	set_part(&setting, mention->record, mention->marks, style->snippet);
	set_citation(&setting, "", mention->record);
	setting_clear(&setting);
	g_string_append(out, "\n\n");
}

/* The heading of one answer of several: "115 hits: "staying put"". */
static void print_part(GString *out, const struct present_part *part, const struct present_style *style)
{
	g_autofree char *asked = text_printable(span_of(part->asked));
	g_string_append_printf(out, "%s%" G_GUINT64_FORMAT " %s: %s%s\n\n", style->color ? SETTING_BOLD : "",
			       part->total, part->total == 1 ? "hit" : "hits", asked, style->color ? "\x1b[0m" : "");
}

void present_text_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	struct counts_style drawn = {style->width, style->rows};
	if (answer->part)
		print_part(out, answer->part, style);
	for (guint n = 0; n < answer->facets->len; n++) {
		counts_facet(out, g_ptr_array_index(answer->facets, n), drawn);
		g_string_append_c(out, '\n');
	}
	if (!answer->timeline)
		return;
	counts_timeline(out, answer->timeline, drawn);
	g_string_append_c(out, '\n');
	print_mention(out, "first: ", &answer->timeline->first, style);
	print_mention(out, "last: ", &answer->timeline->last, style);
}
