/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speech_subject.h"

#include "month.h"
#include "speech_verbs.h"

/* Bounds on what may stand between a name and its verb, in words. */
#define ROLE_REACH 30
#define CLAUSE_REACH 25
#define APPOSITION_REACH 10
#define BRACKET_REACH 40

/* Longest list of names that is taken for one object. */
#define OBJECTS 40

static const struct mention *mention_of(const struct speech_source *source, guint index)
{
	return &g_array_index(source->mentions, struct mention, index);
}

static bool is_among(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

static bool is_and(const struct token *token)
{
	return token_is(token, "and") || token_is(token, "&");
}

static bool is_known(const struct speech_source *source, const struct mention *mention)
{
	if (mention->kind != MENTION_PERSON || mention->person || mention->form.title)
		return true;
	g_autoptr(GPtrArray) people = g_ptr_array_new();
	roll_find(people, source->roll, &mention->form);
	return people->len > 0 && ((struct person *)people->pdata[0])->attends;
}

bool subject_is_doubtful(const struct speech_source *source, const struct subject *subject)
{
	return !subject->has_apposition && !is_known(source, mention_of(source, subject->mentions[0]));
}

bool subject_can_start(const struct speech_source *source, guint index)
{
	const struct mention *mention = mention_of(source, index);
	const struct token *token = tokens_at(source->tokens, mention->first);
	const struct token *last = tokens_at(source->tokens, mention->end - 1);
	if ((token->flags & TOKEN_QUOTED) || (last->flags & TOKEN_POSSESSIVE) || mention->is_listed)
		return false;
	if (token->flags & TOKEN_SENTENCE)
		return true;
	const struct token *before = tokens_at(source->tokens, mention->first - 1);
	if (token->before & GAP_COMMA)
		return true;
	if (token->before & (GAP_OPEN | GAP_SLASH))
		return false;
	if (name_is(NAME_BEFORE, before->word) || speech_verb_at(source->tokens, mention->first - 1))
		return false;
	if (mention->kind == MENTION_OFFICE && !mention->has_article)
		return is_and(before);
	return is_and(before) || (!mention->is_weak && is_known(source, mention));
}

static guint skip_brackets(const struct tokens *tokens, guint place)
{
	guint end = MIN(tokens->len, place + BRACKET_REACH), at = place;
	if (tokens_at(tokens, place)->before & GAP_OPEN)
		while (at < end && tokens_at(tokens, at)->depth > 0)
			at++;
	return at;
}

guint subject_skip_objects(const struct speech_source *source, guint index)
{
	const struct tokens *tokens = source->tokens;
	guint only = mention_of(source, index)->end, place = only;
	for (guint count = 0; count < OBJECTS && place < tokens->len; count++) {
		place = skip_brackets(tokens, place);
		bool is_last = is_and(tokens_at(tokens, place));
		if (!is_last && !(tokens_at(tokens, place)->before & GAP_COMMA))
			return only;
		guint next = mention_at(source->mentions, is_last ? place + 1 : place);
		if (next == MENTION_NONE)
			return only;
		place = mention_of(source, next)->end;
		if (is_last)
			return place;
	}
	return only;
}

static bool is_role_word(const struct token *token)
{
	static const char *const small[] = {"interim", "acting", "deputy",  "a", "assistant",
					    "group",   "team",   "service", NULL};
	return (token->flags & TOKEN_CAPITAL) || name_is(NAME_LINK, token->word) || name_is(NAME_OFFICE, token->word) ||
	       is_among(token->word, small);
}

/* Behind the words of an office: "Head of Care, Children and Families". Stops before "and" with a name. */
static guint skip_role(const struct speech_source *source, guint first)
{
	const struct tokens *tokens = source->tokens;
	guint place = first, end = first;
	for (; place < tokens->len && place < first + ROLE_REACH; place++) {
		const struct token *token = tokens_at(tokens, place);
		if ((place > first && (token->flags & TOKEN_SENTENCE)) || !is_role_word(token))
			break;
		guint next = mention_at(source->mentions, place);
		bool is_person = next != MENTION_NONE && mention_of(source, next)->kind == MENTION_PERSON;
		if (is_person || speech_verb_at(tokens, place))
			break;
		if ((token->flags & TOKEN_CAPITAL) || name_is(NAME_OFFICE, token->word))
			end = place + 1;
	}
	return end;
}

/* ", who had met them, " and ", in proposing the motion, ": to the word behind the second comma, or `place`. */
static guint skip_clause(const struct tokens *tokens, guint place)
{
	static const char *const openers[] = {"who",      "whose",  "in",          "on",           "as",
					      "with",     "having", "speaking",    "representing", "supported",
					      "together", "along",  "accompanied", "assisted",     "followed",
					      "seconded", "while",  "although",    "when",         NULL};
	if (!is_among(tokens_at(tokens, place)->word, openers))
		return place;
	for (guint at = place + 1; at < tokens->len && at < place + CLAUSE_REACH; at++) {
		if (tokens_at(tokens, at)->flags & TOKEN_SENTENCE)
			break;
		if (tokens_at(tokens, at)->before & GAP_COMMA)
			return at;
	}
	return place;
}

/* ", the agent, spoke" and ", ward member for Eastgate, asked": who somebody is, in small letters between commas, with the verb
 * right behind; to that verb, or `place`. */
static guint skip_apposition(const struct tokens *tokens, guint place)
{
	static const char *const others[] = {"and", "or",   "but", "which", "that", "he",
					     "she", "they", "it",  "to",    NULL};
	const struct token *first = tokens_at(tokens, place);
	if (first->flags & (TOKEN_CAPITAL | TOKEN_DIGITS) || is_among(first->word, others) ||
	    speech_verb_at(tokens, place))
		return place;
	for (guint at = place + 1; at < tokens->len && at < place + APPOSITION_REACH; at++) {
		const struct token *token = tokens_at(tokens, at);
		if (token->flags & TOKEN_SENTENCE)
			return place;
		if (token->before & GAP_COMMA)
			return speech_verb_at(tokens, at) ? at : place;
	}
	return place;
}

/* "and the Reviewing Officers", "and officers": nobody in particular, but part of the subject. */
static guint skip_group(const struct tokens *tokens, guint place)
{
	guint end = place;
	for (guint at = place; at < tokens->len && at < place + 7; at++) {
		const struct token *token = tokens_at(tokens, at);
		bool is_article = token_is(token, "the") || token_is(token, "other") || token_is(token, "all") ||
				  token_is(token, "some") || token_is(token, "his") || token_is(token, "her");
		bool is_group = name_is(NAME_GROUP, token->word);
		bool is_plural = (token->flags & TOKEN_CAPITAL) && g_str_has_suffix(token->word, "s");
		if (token->flags & TOKEN_SENTENCE)
			break;
		if (is_group || is_plural)
			end = at + 1;
		else if (!is_article && !is_role_word(token))
			break;
	}
	return end;
}

static void add_member(struct subject *subject, guint index)
{
	if (subject->len < SUBJECT_MEMBERS)
		subject->mentions[subject->len++] = index;
}

/* A name or office behind a comma: more of the list, or the same person said otherwise. */
static guint join_mention(struct subject *subject, const struct speech_source *source, guint next)
{
	const struct mention *last = mention_of(source, subject->mentions[subject->len - 1]);
	const struct mention *mention = mention_of(source, next);
	const struct tokens *tokens = source->tokens;
	bool goes_on = is_and(tokens_at(tokens, mention->end)) &&
		       !(tokens_at(tokens, mention->end)->before & GAP_COMMA) &&
		       mention_at(source->mentions, mention->end + 1) != MENTION_NONE;
	if (last->kind == MENTION_PERSON && mention->kind == MENTION_OFFICE) {
		subject->has_apposition = true;
		return MAX(mention->end, skip_role(source, mention->end));
	}
	if (last->kind == MENTION_OFFICE && mention->kind == MENTION_PERSON && !goes_on) {
		subject->mentions[subject->len - 1] = next;
		subject->has_apposition = true;
	} else {
		add_member(subject, next);
	}
	return mention->end;
}

/* One step on from `place`, or `place` at the end of the subject. */
static guint read_step(struct subject *subject, const struct speech_source *source, guint place)
{
	const struct tokens *tokens = source->tokens;
	const struct token *token = tokens_at(tokens, place);
	bool is_apart = token->before & (GAP_COMMA | GAP_DASH);
	if (is_and(token)) {
		guint next = mention_at(source->mentions, place + 1);
		if (next == MENTION_NONE)
			return MAX(place,
				   skip_group(tokens, place + 1) == place + 1 ? place : skip_group(tokens, place + 1));
		add_member(subject, next);
		return mention_of(source, next)->end;
	}
	guint next = mention_at(source->mentions, place);
	if (is_apart && next != MENTION_NONE)
		return join_mention(subject, source, next);
	bool is_origin = token_is(token, "from") || token_is(token, "of") || token_is(token, "representing");
	if (is_origin && next == MENTION_NONE) {
		guint origin = skip_role(source, place + 1);
		subject->has_apposition = subject->has_apposition || origin > place + 1;
		return origin > place + 1 ? origin : place;
	}
	guint clause = is_apart ? skip_clause(tokens, place) : place;
	if (clause > place)
		return clause;
	guint apposition = is_apart && next == MENTION_NONE ? skip_apposition(tokens, place) : place;
	if (apposition > place) {
		subject->has_apposition = true;
		return apposition;
	}
	bool is_office = is_apart || ((token->flags & TOKEN_CAPITAL) && next == MENTION_NONE);
	guint role = is_office ? skip_role(source, place) : place;
	subject->has_apposition = subject->has_apposition || role > place;
	return role;
}

/* "The Director (Mr Alder)": the name in brackets is the office's holder. */
static void take_bracketed(struct subject *subject, const struct speech_source *source, guint place)
{
	guint next = mention_at(source->mentions, place);
	guint *last = &subject->mentions[subject->len - 1];
	bool is_holder = next != MENTION_NONE && (tokens_at(source->tokens, place)->before & GAP_OPEN) &&
			 mention_of(source, next)->kind == MENTION_PERSON &&
			 mention_of(source, *last)->kind == MENTION_OFFICE;
	if (is_holder)
		*last = next;
}

guint subject_read(struct subject *subject, const struct speech_source *source, guint index)
{
	add_member(subject, index);
	guint place = mention_of(source, index)->end;
	for (;;) {
		take_bracketed(subject, source, place);
		place = skip_brackets(source->tokens, place);
		if (place >= source->tokens->len || (tokens_at(source->tokens, place)->flags & TOKEN_SENTENCE))
			return place;
		guint next = read_step(subject, source, place);
		if (next == place)
			return place;
		place = next;
	}
}

static guint skip_adverbs(const struct tokens *tokens, guint place, guint end)
{
	static const char *const adverbs[] = {"also", "then",  "further", "again", "both",       "each",     "all",
					      "now",  "first", "next",    "in",    "turn",       "response", "reply",
					      "once", "did",   "too",     "there", "themselves", NULL};
	while (place < end) {
		const char *word = tokens_at(tokens, place)->word;
		if (!is_among(word, adverbs) && !(g_str_has_suffix(word, "ly") && strcmp(word, "reply") != 0))
			break;
		place++;
	}
	return place;
}

/* "took the Chair and welcomed": the deed of a clause that goes on to speech with the same subject. */
static bool is_deed(const struct token *token)
{
	static const char *const irregular[] = {"took", "went", "came",  "left", "was",
						"were", "met",  "stood", "rose", NULL};
	return g_str_has_suffix(token->word, "ed") || is_among(token->word, irregular);
}

static guint find_second_verb(const struct speech_source *source, guint place, guint sentence_end)
{
	const struct tokens *tokens = source->tokens;
	guint end = MIN(sentence_end, place + CLAUSE_REACH * 2);
	for (guint at = place + 1; at + 1 < end; at++) {
		guint index = mention_at(source->mentions, at);
		bool is_other = at > place + 1 && index != MENTION_NONE && subject_can_start(source, index);
		if (is_other || token_is(tokens_at(tokens, at), "who") || token_is(tokens_at(tokens, at), "which") ||
		    token_is(tokens_at(tokens, at), "that"))
			return sentence_end;
		guint verb = is_and(tokens_at(tokens, at)) ? skip_adverbs(tokens, at + 1, end) : at;
		const struct speech_verb *speech = verb > at ? speech_verb_at(tokens, verb) : NULL;
		if (speech && (speech->flags & (VERB_STRONG | VERB_PRESENTS)))
			return verb;
	}
	return sentence_end;
}

guint subject_find_verb(const struct speech_source *source, const struct subject *subject, guint place, guint end)
{
	const struct tokens *tokens = source->tokens;
	place = skip_adverbs(tokens, place, end);
	if (place >= end || speech_verb_at(tokens, place))
		return place;
	bool is_pronoun = mention_of(source, subject->mentions[0])->kind == MENTION_PRONOUN;
	return is_deed(tokens_at(tokens, place)) && !is_pronoun ? find_second_verb(source, place, end) : end;
}

bool subject_is_dated(const struct tokens *tokens, guint first)
{
	const char *word = tokens_at(tokens, first)->word;
	if (strcmp(word, "on") != 0 && strcmp(word, "in") != 0 && strcmp(word, "before") != 0 &&
	    strcmp(word, "during") != 0 && strcmp(word, "since") != 0)
		return false;
	for (guint place = first + 1; place < MIN(first + 7, tokens->len); place++) {
		const struct token *token = tokens_at(tokens, place);
		if (token->before & GAP_COMMA)
			return false;
		if (month_of(token->text) && (token->flags & TOKEN_CAPITAL))
			return true;
	}
	return false;
}
