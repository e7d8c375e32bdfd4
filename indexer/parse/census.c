/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "census.h"

#include "attendance.h"
#include "mention.h"

/* Bytes of one record that are read. */
#define TEXT_LIMIT 65536

/* An office or a seat that the text gives to somebody: told when everybody is known. */
struct fact {
	struct form form;
	struct span office;
	bool is_election; /* only where nobody holds it yet */
};

struct census {
	struct roll *roll;
	GArray *bare;      /* struct form without given names, each once */
	GHashTable *known; /* their printed texts */
	GArray *facts;     /* struct fact */
};

struct span census_text(const struct record *record)
{
	size_t len = record->text ? strlen(record->text) : 0;
	if (!g_utf8_validate(record->text ? record->text : "", (gssize)len, NULL))
		return span_of("");
	if (len > TEXT_LIMIT)
		len = (size_t)(g_utf8_find_prev_char(record->text, record->text + TEXT_LIMIT) - record->text);
	return (struct span){record->text, len};
}

static bool starts_with_caption(const struct tokens *tokens, guint words)
{
	const struct token *first = tokens_at(tokens, 0);
	if (!name_is(NAME_CAPTION, first->word) && !token_is(first, "secretary"))
		return false;
	for (guint place = 1; place < MIN(tokens->len, words); place++)
		if (tokens_at(tokens, place)->before & GAP_COLON)
			return true;
	return false;
}

/* "Clerk: Sarah Thorn", "Minute taker: …" stand above the first item, outside the attendance block. */
static bool is_office_line(const struct record *record, const struct tokens *tokens)
{
	bool is_above = !record->minute && !record->agenda_item && !record->label;
	return record->kind == KIND_PARAGRAPH && is_above && tokens->len < 60 && starts_with_caption(tokens, 4);
}

/* A block's caption alone: the list is the next record, whatever its kind. */
static bool is_bare_caption(const struct record *record, const struct tokens *tokens)
{
	bool is_short = tokens->len > 0 && tokens->len <= 4 && name_is(NAME_CAPTION, tokens_at(tokens, 0)->word);
	return is_short && (record->kind == KIND_ATTENDANCE || record->kind == KIND_HEADING);
}

static bool opens_list(const struct tokens *tokens)
{
	const struct name_title *title = name_title_find(tokens_at(tokens, 0)->word);
	return title && title->is_plural;
}

static void read_attendance(struct census *census, struct record *const *records, guint len)
{
	bool is_captioned = false;
	for (guint i = 0; i < len; i++) {
		bool can_be = records[i]->kind == KIND_ATTENDANCE || records[i]->kind == KIND_HEADING ||
			      (records[i]->kind == KIND_PARAGRAPH && (is_captioned || !records[i]->agenda_item));
		if (!can_be) {
			is_captioned = is_captioned && records[i]->kind == KIND_FURNITURE;
			continue;
		}
		struct tokens tokens;
		tokens_init(&tokens, census_text(records[i]));
		bool is_paragraph = records[i]->kind == KIND_PARAGRAPH;
		if (records[i]->kind == KIND_ATTENDANCE || is_office_line(records[i], &tokens) ||
		    (is_captioned && is_paragraph && opens_list(&tokens)))
			attendance_read(census->roll, &tokens);
		is_captioned = is_bare_caption(records[i], &tokens);
		tokens_clear(&tokens);
	}
}

static bool is_listed(const struct mention *mention)
{
	return mention->kind == MENTION_PERSON && mention->form.surname;
}

static struct person *only_person(const struct roll *roll, const struct form *form)
{
	g_autoptr(GPtrArray) people = g_ptr_array_new();
	roll_find(people, roll, form);
	return people->len == 1 ? people->pdata[0] : NULL;
}

static const struct mention *mention_of(const GArray *mentions, guint index)
{
	return index == MENTION_NONE ? NULL : &g_array_index(mentions, struct mention, index);
}

static void add_fact(struct census *census, const struct form *form, struct span office, bool is_election)
{
	struct fact fact = {.form = *form, .office = office, .is_election = is_election};
	roll_keep(census->roll, &fact.form);
	g_array_append_val(census->facts, fact);
}

/* Forms with given names come in at once, bare surnames wait until those are known. */
static void add_forms(struct census *census, const GArray *mentions)
{
	for (guint i = 0; i < mentions->len; i++) {
		const struct mention *mention = mention_of(mentions, i);
		if (!is_listed(mention))
			continue;
		if (mention->form.givens > 0) {
			roll_add(census->roll, &mention->form, false);
			continue;
		}
		char *key = form_print(&mention->form);
		struct form form = mention->form;
		if (g_hash_table_contains(census->known, key)) {
			g_free(key);
			continue;
		}
		g_hash_table_add(census->known, key);
		roll_keep(census->roll, &form);
		g_array_append_val(census->bare, form);
	}
}

/* "Mr Alder (General Counsel)" and "Mr Alder, Deputy Leader and Cabinet Member for Finance". */
static void read_office_behind(struct census *census, const struct tokens *tokens, const struct mention *mention)
{
	const struct token *next = tokens_at(tokens, mention->end);
	guint place = mention->end;
	if (!(next->before & (GAP_COMMA | GAP_OPEN)) || next->flags & TOKEN_SENTENCE)
		return;
	for (;;) {
		struct mention office;
		guint end = office_parse(&office, tokens, place);
		/* "A question from Mr Alder, the Head of Planning said": only at the head of a sentence one person. */
		bool is_head = tokens_at(tokens, mention->first)->flags & TOKEN_SENTENCE;
		if (end == place || (office.has_article && !is_head))
			return;
		add_fact(census, &mention->form, office.office, false);
		if (!token_is(tokens_at(tokens, end), "and"))
			return;
		place = end + 1;
	}
}

/* "The Leader of the Green Group, Mr Alder, said", "The Director (Mr Birch)": the office before the name. */
static void read_office_before(struct census *census, const struct tokens *tokens, const GArray *mentions, guint place)
{
	struct mention office;
	guint end = token_is(tokens_at(tokens, place), "the") ? office_parse(&office, tokens, place) : place;
	if (end == place || !(tokens_at(tokens, end)->before & (GAP_COMMA | GAP_OPEN)))
		return;
	const struct mention *mention = mention_of(mentions, mention_at(mentions, end));
	const struct token *next = mention ? tokens_at(tokens, mention->end) : NULL;
	bool is_holder = mention && is_listed(mention) && mention->form.title &&
			 (!token_is(next, "and") || (next->before & GAP_COMMA));
	if (is_holder)
		add_fact(census, &mention->form, office.office, false);
}

/* The last person named in the few words before `place`. */
static const struct mention *mention_before(const GArray *mentions, guint place, guint reach)
{
	for (guint back = 1; back <= MIN(place, reach + 6); back++) {
		const struct mention *mention = mention_of(mentions, mention_at(mentions, place - back));
		if (mention && is_listed(mention))
			return mention->end <= place && mention->end + reach >= place ? mention : NULL;
	}
	return NULL;
}

/* "be elected to Chair the meeting", "elected Vice-Chairman", "took the chair": the office from `place` on. */
static const char *chair_behind(const struct tokens *tokens, guint place)
{
	for (guint at = place; at < MIN(place + 5, tokens->len); at++) {
		const char *word = tokens_at(tokens, at)->word;
		if (g_str_has_prefix(word, "vice") || strcmp(word, "deputy") == 0)
			return "vice chair";
		if (g_str_has_prefix(word, "chair") || strcmp(word, "cathaoirleach") == 0)
			return "chair";
	}
	return NULL;
}

static bool is_phrase(const struct tokens *tokens, guint place, const char *const *words)
{
	for (; *words; words++, place++)
		if (place >= tokens->len || !token_is(tokens_at(tokens, place), *words))
			return false;
	return true;
}

/* The office that the words at `place` give to the person just before them, NULL for none. */
static const char *office_given(const struct tokens *tokens, guint place)
{
	static const char *const took[] = {"took", "the", "chair", NULL}, *const in[] = {"in", "the", "chair", NULL},
				 *const chaired[] = {"chaired", "the", "meeting", NULL},
				 *const presided[] = {"presided", NULL};
	const struct token *token = tokens_at(tokens, place);
	if (token_is(token, "elected") || token_is(token, "appointed"))
		return chair_behind(tokens, place + 1);
	bool is_seat = is_phrase(tokens, place, took) || is_phrase(tokens, place, in) ||
		       is_phrase(tokens, place, chaired) || is_phrase(tokens, place, presided);
	return is_seat ? "chair" : NULL;
}

static void read_election(struct census *census, const struct tokens *tokens, const GArray *mentions, guint place)
{
	const char *office = office_given(tokens, place);
	if (!office)
		return;
	const struct token *token = tokens_at(tokens, place);
	bool is_election = token_is(token, "elected") || token_is(token, "appointed");
	const struct mention *mention = mention_before(mentions, place, is_election ? 4 : 0);
	if (mention)
		add_fact(census, &mention->form, span_of(office), true);
}

static void read_record(struct census *census, const struct record *record)
{
	struct tokens tokens;
	g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(struct mention));
	tokens_init(&tokens, census_text(record));
	mentions_find(mentions, &tokens, NULL);
	add_forms(census, mentions);
	bool is_prose = record->kind != KIND_ATTENDANCE && mentions->len > 0;
	for (guint i = 0; i < mentions->len && is_prose; i++)
		if (is_listed(mention_of(mentions, i)))
			read_office_behind(census, &tokens, mention_of(mentions, i));
	for (guint place = 0; place < tokens.len && mentions->len > 0; place++) {
		if (is_prose)
			read_office_before(census, &tokens, mentions, place);
		if (place > 0)
			read_election(census, &tokens, mentions, place);
	}
	tokens_clear(&tokens);
}

static void tell_facts(const struct census *census)
{
	for (guint round = 0; round < 2; round++) {
		for (guint i = 0; i < census->facts->len; i++) {
			const struct fact *fact = &g_array_index(census->facts, struct fact, i);
			struct person *person =
				fact->is_election == (round > 0) ? only_person(census->roll, &fact->form) : NULL;
			g_autofree char *office = g_strndup(fact->office.ptr, fact->office.len);
			if (person && !(fact->is_election && roll_holder(census->roll, office)))
				roll_add_role(person, fact->office);
		}
	}
}

void census_take(struct roll *roll, struct record *const *records, guint len)
{
	struct census census = {.roll = roll};
	census.bare = g_array_new(FALSE, FALSE, sizeof(struct form));
	census.facts = g_array_new(FALSE, FALSE, sizeof(struct fact));
	census.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	read_attendance(&census, records, len);
	for (guint i = 0; i < len; i++)
		if (records[i]->kind != KIND_FURNITURE)
			read_record(&census, records[i]);
	for (guint i = 0; i < census.bare->len; i++)
		roll_add(roll, &g_array_index(census.bare, struct form, i), false);
	tell_facts(&census);
	roll_close(roll);
	g_array_unref(census.bare);
	g_array_unref(census.facts);
	g_hash_table_unref(census.known);
}
