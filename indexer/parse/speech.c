/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speech.h"

#include "speech_sentence.h"

void speech_init(struct speech *speech)
{
	*speech = (struct speech){.direct = g_ptr_array_new(), .last_direct = g_ptr_array_new()};
}

void speech_clear(struct speech *speech)
{
	g_clear_pointer(&speech->direct, g_ptr_array_unref);
	g_clear_pointer(&speech->last_direct, g_ptr_array_unref);
}

void speech_sentence_names(GPtrArray *names, const struct speech_sentence *sentence, const struct subject *subject)
{
	const struct speech_source *source = sentence->source;
	for (guint i = 0; i < subject->len; i++) {
		const struct mention *mention = speech_sentence_mention(sentence, subject->mentions[i]);
		if (mention->kind == MENTION_PRONOUN && sentence->speakers->len > 0)
			continue;
		g_autoptr(GPtrArray) one = g_ptr_array_new();
		floor_names(one, sentence->floor, source->roll, source->tokens, mention);
		names_add_all(names, one);
	}
}

void speech_sentence_hear(struct speech_sentence *sentence, const struct subject *subject,
			  const struct speech_verb *verb)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	speech_sentence_names(names, sentence, subject);
	if (names->len == 0)
		return;
	names_add_all(sentence->speakers, names);
	sentence->speech->moves = sentence->speech->moves || (verb->flags & VERB_MOVES);
	if ((verb->flags & VERB_PRESENTS) && sentence->floor->presenter->len == 0)
		names_copy(sentence->floor->presenter, names);
}

static bool is_allowed(const struct speech_sentence *sentence, const struct speech_verb *verb)
{
	return verb && (!sentence->source->only_movers || (verb->flags & VERB_MOVES));
}

/* On a day elsewhere only what was said "that …" is speech. */
static bool is_elsewhere(const struct speech_sentence *sentence, guint place)
{
	return sentence->is_dated && !token_is(tokens_at(sentence->source->tokens, place + 1), "that");
}

static void read_active(struct speech_sentence *sentence)
{
	const struct speech_source *source = sentence->source;
	guint place = sentence->first;
	for (guint i = sentence->from; i < sentence->to; i++) {
		const struct mention *mention = speech_sentence_mention(sentence, i);
		if (mention->first < place)
			continue;
		if (!subject_can_start(source, i)) {
			place = subject_skip_objects(source, i);
			continue;
		}
		struct subject subject = {0};
		place = subject_read(&subject, source, i);
		guint verb_place = subject_find_verb(source, &subject, place, sentence->end);
		const struct speech_verb *verb = speech_verb_at(source->tokens, verb_place);
		if (verb_place >= sentence->end || is_elsewhere(sentence, verb_place) || !is_allowed(sentence, verb))
			continue;
		if (subject_is_doubtful(source, &subject) && !(verb->flags & VERB_STRONG))
			continue;
		speech_sentence_hear(sentence, &subject, verb);
	}
}

/* "the decision proposed by" tells of a mover, "the proposed decision by" and "had been raised by" of others. */
static bool is_told_of(const struct speech_sentence *sentence, guint place)
{
	static const char *const befores[] = {"the", "a", "an", "this", "any", "its", "previously"};
	if (place == sentence->first)
		return false;
	const struct token *before = tokens_at(sentence->source->tokens, place - 1);
	for (guint i = 0; i < G_N_ELEMENTS(befores); i++)
		if (token_is(before, befores[i]))
			return true;
	return token_is(before, "been") && place > sentence->first + 1 &&
	       token_is(tokens_at(sentence->source->tokens, place - 2), "had");
}

/* How far behind a verb its "by" may stand: "moved as correct by", "was read out by", "answered by". */
static guint agent_reach(const struct speech_sentence *sentence, guint place, const struct speech_verb *verb)
{
	static const char *const auxiliaries[] = {"was", "were", "been", "be", "being", "is", "are"};
	if (verb->flags & VERB_MOVES)
		return 6;
	for (guint i = 0; i < G_N_ELEMENTS(auxiliaries) && place > sentence->first; i++)
		if (token_is(tokens_at(sentence->source->tokens, place - 1), auxiliaries[i]))
			return 2;
	return token_is(tokens_at(sentence->source->tokens, place), "read") ? 2 : 1;
}

static guint find_agent(const struct speech_sentence *sentence, guint place, guint reach)
{
	const struct tokens *tokens = sentence->source->tokens;
	for (guint by = place + 1; by < MIN(sentence->end, place + 1 + reach); by++)
		if (token_is(tokens_at(tokens, by), "by"))
			return mention_at(sentence->source->mentions, by + 1);
	return MENTION_NONE;
}

/* "moved by Mr Alder and seconded by Ms Birch", "read out by". */
static void read_passive(struct speech_sentence *sentence)
{
	const struct tokens *tokens = sentence->source->tokens;
	for (guint place = sentence->first; place < sentence->end; place++) {
		const struct speech_verb *verb = speech_verb_at(tokens, place);
		if (!is_allowed(sentence, verb) || !(verb->flags & VERB_PASSIVE) || is_told_of(sentence, place))
			continue;
		/* "The motion as proposed by Mr Alder and seconded by …" was moved before. */
		if (place > sentence->first && token_is(tokens_at(tokens, place - 1), "as"))
			return;
		guint index = find_agent(sentence, place, agent_reach(sentence, place, verb));
		if (index == MENTION_NONE)
			continue;
		struct subject subject = {0};
		subject_read(&subject, sentence->source, index);
		speech_sentence_hear(sentence, &subject, verb);
	}
}

/* "Members asked the Mayor to …": the next "she" is the Mayor. */
static guint find_asked(const struct speech_sentence *sentence)
{
	const struct speech_source *source = sentence->source;
	for (guint place = sentence->first; place < sentence->end; place++) {
		const struct speech_verb *verb = speech_verb_at(source->tokens, place);
		guint index = mention_at(source->mentions, place + 1);
		if (verb && (verb->flags & VERB_ASKS) && index != MENTION_NONE)
			return index;
	}
	return MENTION_NONE;
}

/* "Accounts were submitted by the Clerk": who a sentence without speech is about, or MENTION_NONE. */
static guint find_topic(const struct speech_sentence *sentence)
{
	const struct speech_source *source = sentence->source;
	for (guint i = sentence->from; i < sentence->to; i++) {
		const struct mention *mention = speech_sentence_mention(sentence, i);
		if (mention->kind == MENTION_PRONOUN || mention->is_weak)
			continue;
		bool is_head = mention->first == sentence->first && subject_can_start(source, i);
		bool is_agent = mention->first > 0 && token_is(tokens_at(source->tokens, mention->first - 1), "by");
		if (is_head || is_agent)
			return i;
	}
	return MENTION_NONE;
}

static void name_topic(struct speech_sentence *sentence, guint index)
{
	if (index == MENTION_NONE)
		return;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	floor_names(names, sentence->floor, sentence->source->roll, sentence->source->tokens,
		    speech_sentence_mention(sentence, index));
	names_copy(sentence->floor->topic, names);
}

/* "Blue presented a drawing": somebody the roll does not know, whom "she" takes next, so nobody. */
static bool is_by_stranger(const struct speech_sentence *sentence)
{
	const struct tokens *tokens = sentence->source->tokens;
	const struct token *token = tokens_at(tokens, sentence->first);
	bool is_named = (token->flags & TOKEN_CAPITAL) && !name_is(NAME_OTHER, token->word) &&
			!name_is(NAME_GROUP, token->word);
	return is_named && sentence->first + 1 < sentence->end && speech_verb_at(tokens, sentence->first + 1) &&
	       mention_at(sentence->source->mentions, sentence->first) == MENTION_NONE;
}

static void move_floor(struct speech_sentence *sentence)
{
	struct floor *floor = sentence->floor;
	bool is_group = sentence->speakers->len == 0 && speech_sentence_is_by_group(sentence);
	floor->is_group = is_group || (floor->is_group && sentence->speakers->len == 0);
	if (sentence->speakers->len > 0) {
		names_copy(floor->last, sentence->speakers);
		g_ptr_array_set_size(floor->topic, 0);
		return;
	}
	name_topic(sentence, is_group ? find_asked(sentence) : find_topic(sentence));
	const struct token *first = tokens_at(sentence->source->tokens, sentence->first);
	bool is_one = token_is(first, "a") || token_is(first, "one") || token_is(first, "another");
	if ((is_group && is_one) || is_by_stranger(sentence))
		g_ptr_array_set_size(floor->last, 0);
}

static void finish_sentence(struct speech_sentence *sentence)
{
	struct speech *speech = sentence->speech;
	bool is_silent = sentence->speakers->len == 0;
	names_copy(speech->last_direct, sentence->speakers);
	names_add_all(speech->direct, sentence->speakers);
	speech->opens_list = is_silent && speech_sentence_opens_list(sentence);
	speech->is_unattributed = is_silent && speech_sentence_is_unattributed(sentence);
	speech->is_narrative = speech->is_narrative || speech->is_unattributed || !is_silent;
	move_floor(sentence);
}

void speech_read(struct speech *speech, const struct speech_source *source, struct floor *floor)
{
	struct speech_sentence sentence = {.source = source, .speech = speech, .floor = floor};
	sentence.speakers = g_ptr_array_new();
	while (sentence.end < source->tokens->len) {
		sentence.first = sentence.end;
		sentence.end = tokens_sentence_end(source->tokens, sentence.first);
		sentence.from = sentence.to;
		while (sentence.to < source->mentions->len &&
		       speech_sentence_mention(&sentence, sentence.to)->first < sentence.end)
			sentence.to++;
		sentence.is_dated = subject_is_dated(source->tokens, sentence.first);
		g_ptr_array_set_size(sentence.speakers, 0);
		read_active(&sentence);
		read_passive(&sentence);
		speech_sentence_read_nouns(&sentence);
		finish_sentence(&sentence);
	}
	g_ptr_array_unref(sentence.speakers);
}
