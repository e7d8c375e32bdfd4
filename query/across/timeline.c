/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "timeline.h"

#include "ground.h"

static const char *const step_names[] = {"year", "month", "meeting"};

/* Bytes of "YYYY-MM-DD" that name a period of each step. */
static const size_t step_digits[] = {4, 7, 10};

static void period_clear(gpointer period)
{
	g_free(((struct timeline_period *)period)->body);
}

void timeline_init(struct timeline *timeline)
{
	*timeline = (struct timeline){.periods = g_array_new(FALSE, FALSE, sizeof(struct timeline_period))};
	g_array_set_clear_func(timeline->periods, period_clear);
}

static void mention_clear(struct timeline_mention *mention)
{
	g_clear_pointer(&mention->record, record_free);
	g_clear_pointer(&mention->marks, g_array_unref);
}

void timeline_clear(struct timeline *timeline)
{
	g_array_unref(timeline->periods);
	mention_clear(&timeline->first);
	mention_clear(&timeline->last);
	*timeline = (struct timeline){0};
}

bool timeline_step_of(enum timeline_step *step, const char *name)
{
	for (size_t n = 0; n < G_N_ELEMENTS(step_names); n++) {
		if (strcmp(step_names[n], name) != 0)
			continue;
		*step = (enum timeline_step)n;
		return true;
	}
	return false;
}

const char *timeline_step_name(enum timeline_step step)
{
	return step_names[step];
}

bool timeline_is_gap(const struct timeline_period *period)
{
	return period->paragraphs == 0 && period->hits == 0;
}

char *timeline_period_name(const struct timeline *timeline, const struct timeline_period *period)
{
	if (!*period->low)
		return g_strdup("undated");
	/* Between meetings a gap is a year. */
	bool is_day = strcmp(period->low, period->high) == 0;
	enum timeline_step step = timeline->step == TIMELINE_MEETING && !is_day ? TIMELINE_YEAR : timeline->step;
	return g_strndup(period->low, step_digits[step]);
}

static void add_period(struct timeline *timeline, const char *low, const char *high)
{
	struct timeline_period period = {.hits = 0};
	g_strlcpy(period.low, low, sizeof(period.low));
	g_strlcpy(period.high, high, sizeof(period.high));
	g_array_append_val(timeline->periods, period);
}

struct month {
	int year, month;
};

static struct month month_of(const char *day)
{
	return (struct month){atoi(day), atoi(day + 5)};
}

static void add_year(struct timeline *timeline, int year)
{
	char low[11];
	char high[11];
	g_snprintf(low, sizeof(low), "%04d-01-01", CLAMP(year, 0, 9999));
	g_snprintf(high, sizeof(high), "%.4s-12-31", low);
	add_period(timeline, low, high);
}

static void add_month(struct timeline *timeline, struct month at)
{
	char low[11];
	char high[11];
	int days = g_date_get_days_in_month((GDateMonth)at.month, (GDateYear)at.year);
	g_snprintf(low, sizeof(low), "%04d-%02d-01", CLAMP(at.year, 0, 9999), CLAMP(at.month, 1, 12));
	g_snprintf(high, sizeof(high), "%.7s-%02d", low, CLAMP(days, 28, 31));
	add_period(timeline, low, high);
}

/* Every year or month from one day to another. */
static void add_calendar(struct timeline *timeline, const char *low, const char *high)
{
	struct month at = month_of(low);
	struct month end = month_of(high);
	for (; timeline->step == TIMELINE_YEAR && at.year <= end.year; at.year++)
		add_year(timeline, at.year);
	for (;
	     timeline->step == TIMELINE_MONTH && (at.year < end.year || (at.year == end.year && at.month <= end.month));
	     at.month++) {
		if (at.month > 12)
			at = (struct month){at.year + 1, 1};
		add_month(timeline, at);
	}
}

static const struct ground_meeting *meeting_at(const struct ground *ground, guint n)
{
	return &g_array_index(ground->meetings, struct ground_meeting, n);
}

/* Undated papers stand first there. */
static guint count_undated(const struct ground *ground)
{
	guint n = 0;
	while (n < ground->meetings->len && !*meeting_at(ground, n)->day)
		n++;
	return n;
}

static void add_counts(struct timeline_period *period, const struct ground_meeting *meeting)
{
	period->hits += meeting->hits;
	period->paragraphs += meeting->paragraphs;
	period->meetings += *meeting->day && meeting->paragraphs > 0;
}

static void fill_calendar(struct timeline *timeline, const struct ground *ground)
{
	guint undated = count_undated(ground);
	bool is_dated = undated < ground->meetings->len;
	const char *low = *ground->low ? ground->low : is_dated ? meeting_at(ground, undated)->day : "";
	const char *high = *ground->high ? ground->high
			   : is_dated    ? meeting_at(ground, ground->meetings->len - 1)->day
					 : low;
	if (!*low)
		low = high;
	if (!*low)
		return;
	add_calendar(timeline, low, high);
	guint at = 0;
	for (guint n = undated; n < ground->meetings->len; n++) {
		const struct ground_meeting *meeting = meeting_at(ground, n);
		while (strcmp(g_array_index(timeline->periods, struct timeline_period, at).high, meeting->day) < 0)
			at++;
		add_counts(&g_array_index(timeline->periods, struct timeline_period, at), meeting);
	}
}

static bool fetch_body(char **body, struct store *store, guint32 docid, GError **error)
{
	struct record record;
	record_init(&record);
	bool good = store_fetch(&record, store, docid, error);
	if (good)
		*body = g_strdup(record.body ? record.body : record.council);
	record_clear(&record);
	return good;
}

/* By day, meetings of one day by their body. */
static int compare_periods(gconstpointer a, gconstpointer b)
{
	const struct timeline_period *left = a;
	const struct timeline_period *right = b;
	int by_day = strcmp(left->low, right->low);
	return by_day != 0 ? by_day : g_strcmp0(left->body, right->body);
}

/* Meetings in the order of their days, and the years between that have none. */
static bool fill_meetings(struct timeline *timeline, const struct ground *ground, struct store *store, GError **error)
{
	guint undated = count_undated(ground);
	int year = *ground->low ? month_of(ground->low).year : 0;
	for (guint n = undated; n < ground->meetings->len; n++) {
		const struct ground_meeting *meeting = meeting_at(ground, n);
		int now = month_of(meeting->day).year;
		for (; year > 0 && year < now; year++)
			add_year(timeline, year);
		year = now + 1;
		add_period(timeline, meeting->day, meeting->day);
		struct timeline_period *period =
			&g_array_index(timeline->periods, struct timeline_period, timeline->periods->len - 1);
		add_counts(period, meeting);
		if (!fetch_body(&period->body, store, meeting->docid, error))
			return false;
	}
	int end = *ground->high ? month_of(ground->high).year : 0;
	for (; year > 0 && year <= end; year++)
		add_year(timeline, year);
	g_array_sort(timeline->periods, compare_periods);
	return true;
}

static void fill_undated(struct timeline *timeline, const struct ground *ground)
{
	guint undated = count_undated(ground);
	if (undated == 0)
		return;
	add_period(timeline, "", "");
	struct timeline_period *period =
		&g_array_index(timeline->periods, struct timeline_period, timeline->periods->len - 1);
	for (guint n = 0; n < undated; n++)
		add_counts(period, meeting_at(ground, n));
}

static bool is_prose(const struct record *record)
{
	return record->kind != KIND_HEADING && record->kind != KIND_ATTENDANCE;
}

/* Whether one is worth more than the other as the first mention, or as the last. */
static bool is_better(const struct record *a, const struct record *b, bool last)
{
	if (is_prose(a) != is_prose(b))
		return is_prose(a);
	int by_path = g_strcmp0(a->path, b->path);
	bool is_before = by_path != 0 ? by_path < 0 : record_number(a) < record_number(b);
	return is_before != last;
}

/* The first of a day's hits in the order of papers, or the last. */
static bool find_mention(struct timeline_mention *mention, struct store *store, const GArray *hits, bool last,
			 GError **error)
{
	for (guint n = 0; n < hits->len; n++) {
		struct record *record = record_new();
		if (!store_fetch(record, store, g_array_index(hits, struct store_hit, n).docid, error)) {
			record_free(record);
			return false;
		}
		if (mention->record && !is_better(record, mention->record, last)) {
			record_free(record);
			continue;
		}
		record_free(mention->record);
		mention->record = record;
	}
	return true;
}

static void mark_mention(struct timeline_mention *mention, struct search *search, const struct tree *tree)
{
	if (!mention->record)
		return;
	mention->marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	matcher_match(mention->marks, search->matcher, tree, mention->record);
}

bool timeline_count(struct timeline *timeline, struct search *search, const struct tree *tree, GError **error)
{
	struct ground ground;
	ground_init(&ground);
	bool good = ground_survey(&ground, search, tree, error);
	if (good && timeline->step == TIMELINE_MEETING)
		good = fill_meetings(timeline, &ground, search->store, error);
	else if (good)
		fill_calendar(timeline, &ground);
	if (good)
		fill_undated(timeline, &ground);
	good = good && find_mention(&timeline->first, search->store, ground.first_hits, false, error) &&
	       find_mention(&timeline->last, search->store, ground.last_hits, true, error);
	timeline->is_narrowed = ground.is_narrowed;
	mark_mention(&timeline->first, search, tree);
	mark_mention(&timeline->last, search, tree);
	ground_clear(&ground);
	return good;
}
