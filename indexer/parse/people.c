/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "people.h"

#include "alias.h"
#include "census.h"
#include "exchange.h"
#include "hearing.h"
#include "lead.h"
#include "speech.h"

/* One meeting under way: its records, the roll of its people, what is open in the current item. */
struct meeting {
	struct record **records;
	guint len;
	struct roll roll;
	struct floor floor;
	struct lead lead;
	struct exchange exchange;
};

static bool tells_speech(const struct record *record)
{
	return record->type == TYPE_MINUTES || record->type == TYPE_OTHER || record->type == TYPE_DECISION;
}

static bool is_same_item(const struct record *one, const struct record *other)
{
	return one && g_strcmp0(one->minute, other->minute) == 0 &&
	       g_strcmp0(one->agenda_item, other->agenda_item) == 0 && g_strcmp0(one->title, other->title) == 0 &&
	       one->type == other->type;
}

static void add_mention_names(struct meeting *meeting, struct record *record, const struct speech_source *source)
{
	for (guint i = 0; i < source->mentions->len; i++) {
		const struct mention *mention = &g_array_index(source->mentions, struct mention, i);
		if (mention->kind != MENTION_PERSON || mention->is_weak)
			continue;
		g_autoptr(GPtrArray) names = g_ptr_array_new();
		floor_names(names, &meeting->floor, source->roll, source->tokens, mention);
		for (guint j = 0; j < names->len; j++)
			record_add_name(record, names->pdata[j]);
	}
}

static void add_speakers(struct record *record, const GPtrArray *names, enum speaker_basis basis)
{
	for (guint i = 0; names && i < names->len; i++) {
		record_add_speaker(record, names->pdata[i], basis);
		if (basis == SPEAKER_DIRECT && !g_str_has_prefix(names->pdata[i], "The "))
			record_add_name(record, names->pdata[i]);
	}
}

/* "Question 1 - Ada Alder - Bus lanes": as the roll knows them, else as printed. */
static void add_questioners(struct record *record, const struct tokens *tokens)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	hearing_questioners(names, tokens);
	add_speakers(record, names, SPEAKER_DIRECT);
}

/* "Cllr Alder: Why …?" in the midst of minutes. */
static void add_labelled(struct meeting *meeting, struct record *record, const struct speech_source *source)
{
	const struct mention *first =
		source->mentions->len > 0 ? &g_array_index(source->mentions, struct mention, 0) : NULL;
	bool is_label = first && first->kind == MENTION_PERSON && first->first == 0 && first->form.title &&
			(tokens_at(source->tokens, first->end)->before & GAP_COLON) &&
			source->tokens->len > first->end + 3;
	if (!is_label)
		return;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	floor_names(names, &meeting->floor, source->roll, source->tokens, first);
	add_speakers(record, names, SPEAKER_DIRECT);
}

static bool has_speech(const struct record *record)
{
	return record->kind == KIND_PARAGRAPH || record->kind == KIND_RESOLUTION || record->kind == KIND_ROW;
}

/* What a record says, with the names in it, for as long as it is looked at. */
struct reading {
	struct tokens tokens;
	GArray *mentions;
	struct speech_source source;
};

static void reading_init(struct reading *reading, const struct meeting *meeting, const struct record *record)
{
	tokens_init(&reading->tokens, census_text(record));
	reading->mentions = g_array_new(FALSE, FALSE, sizeof(struct mention));
	mentions_find(reading->mentions, &reading->tokens, &meeting->roll);
	reading->source = (struct speech_source){&reading->tokens, reading->mentions, &meeting->roll,
						 record->kind == KIND_RESOLUTION};
}

static void reading_clear(struct reading *reading)
{
	g_array_unref(reading->mentions);
	tokens_clear(&reading->tokens);
}

static void add_speech(struct meeting *meeting, struct record *record, const struct speech_source *source)
{
	struct speech speech;
	speech_init(&speech);
	speech_read(&speech, source, &meeting->floor);
	bool is_listed = meeting->lead.opens_list && record->label;
	const GPtrArray *lead = lead_of(&meeting->lead, record, &speech);
	add_speakers(record, speech.direct, SPEAKER_DIRECT);
	add_questioners(record, source->tokens);
	if (record->kind == KIND_PARAGRAPH)
		add_labelled(meeting, record, source);
	add_speakers(record, lead, SPEAKER_LEAD);
	for (guint i = 0; is_listed && i < record->names->len; i++)
		record_add_speaker(record, record->names->pdata[i], SPEAKER_LEAD);
	lead_take(&meeting->lead, record, &speech);
	speech_clear(&speech);
}

/* Below the captions of question time whoever asks or answers leads what names nobody. */
static void add_exchange(struct meeting *meeting, struct record *record, const struct speech_source *source)
{
	struct exchange *exchange = &meeting->exchange;
	bool can =
		record->kind == KIND_HEADING || (record->kind == KIND_PARAGRAPH && g_str_has_suffix(record->text, ":"));
	bool is_caption = can && exchange_hear(exchange, source, &meeting->floor);
	if (!is_caption && record->kind == KIND_HEADING)
		exchange_end(exchange);
	if (!is_caption && record->kind == KIND_PARAGRAPH && record->speakers->len == 0)
		add_speakers(record, exchange->speaking, SPEAKER_LEAD);
}

static void attribute(struct meeting *meeting, struct record *record)
{
	struct reading reading;
	reading_init(&reading, meeting, record);
	add_mention_names(meeting, record, &reading.source);
	if (record->kind == KIND_HEADING)
		lead_section(&meeting->lead);
	if (tells_speech(record) && has_speech(record))
		add_speech(meeting, record, &reading.source);
	if (tells_speech(record))
		add_exchange(meeting, record, &reading.source);
	reading_clear(&reading);
}

static void attribute_minutes(struct meeting *meeting)
{
	const struct record *last = NULL;
	for (guint i = 0; i < meeting->len; i++) {
		struct record *record = meeting->records[i];
		if (record->kind == KIND_FURNITURE)
			continue;
		if (!is_same_item(last, record)) {
			floor_reset(&meeting->floor);
			lead_reset(&meeting->lead);
			exchange_end(&meeting->exchange);
		}
		attribute(meeting, record);
		last = record;
	}
}

/* A label speaks until the next; what has none hangs under it, up to a heading. */
static void attribute_hearing(struct meeting *meeting)
{
	g_autofree char *speaker = NULL;
	for (guint i = 0; i < meeting->len; i++) {
		struct record *record = meeting->records[i];
		if (record->kind == KIND_FURNITURE)
			continue;
		char *label = hearing_label(record);
		if (label || record->kind == KIND_HEADING) {
			g_free(speaker);
			speaker = label;
		}
		if (speaker)
			record_add_speaker(record, speaker, label ? SPEAKER_DIRECT : SPEAKER_LEAD);
		struct reading reading;
		reading_init(&reading, meeting, record);
		add_mention_names(meeting, record, &reading.source);
		reading_clear(&reading);
	}
}

static void attribute_meeting(struct record **records, guint len)
{
	struct meeting meeting = {.records = records, .len = len};
	roll_init(&meeting.roll);
	floor_init(&meeting.floor);
	lead_init(&meeting.lead);
	exchange_init(&meeting.exchange);
	census_take(&meeting.roll, records, len);
	if (hearing_is(records, len))
		attribute_hearing(&meeting);
	else
		attribute_minutes(&meeting);
	alias_resolve(records, len);
	exchange_clear(&meeting.exchange);
	lead_clear(&meeting.lead);
	floor_clear(&meeting.floor);
	roll_clear(&meeting.roll);
}

static bool is_same_meeting(const struct part *one, const struct part *other)
{
	return one->date && g_strcmp0(one->date, other->date) == 0 && g_strcmp0(one->body, other->body) == 0;
}

/* Parts in a row that share a meeting are one: a web page's agenda and minutes texts alternate. */
void people_attribute(struct paper *paper)
{
	guint count = paper->parts->len;
	for (guint i = 0; i < count;) {
		const struct part *first = &g_array_index(paper->parts, struct part, i);
		guint end = first->end;
		for (i++; i < count; i++) {
			const struct part *next = &g_array_index(paper->parts, struct part, i);
			if (!is_same_meeting(first, next))
				break;
			end = next->end;
		}
		end = MIN(end, paper->records->len);
		if (first->first < end)
			attribute_meeting((struct record **)paper->records->pdata + first->first, end - first->first);
	}
}
