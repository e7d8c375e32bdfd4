/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speech_verbs.h"

#include <stdlib.h>

/* How far behind a verb what it needs may stand, in words: "gave a brief but detailed verbal update". */
#define REACH 9

/* clang-format off */

/* In byte order: searched by halving. */
static const struct speech_verb verbs[] = {
	{"accepted", 0, NULL},
	{"acknowledged", VERB_STRONG, NULL},
	{"added", VERB_STRONG, NULL},
	{"addressed", 0,
		"committee|panel|council|meeting|board|members|cabinet|points|concerns|questions|issues|"
		"question|point|issue"},
	{"adds", VERB_STRONG, NULL},
	{"admitted", 0, NULL},
	{"advised", VERB_STRONG | VERB_PASSIVE, NULL},
	{"advises", VERB_STRONG, NULL},
	{"affirmed", VERB_STRONG, NULL},
	{"agree", 0, NULL},
	{"agreed", 0, NULL},
	{"alluded", 0, NULL},
	{"announced", VERB_STRONG, NULL},
	{"answered", VERB_STRONG | VERB_PASSIVE, NULL},
	{"apologised", VERB_STRONG, NULL},
	{"apologized", VERB_STRONG, NULL},
	{"appealed", 0, NULL},
	{"appreciated", 0, NULL},
	{"argued", VERB_STRONG, NULL},
	{"ask", 0, NULL},
	{"asked", VERB_ASKS | VERB_PASSIVE, NULL},
	{"asks", VERB_STRONG, NULL},
	{"asserted", VERB_STRONG, NULL},
	{"assured", VERB_STRONG, NULL},
	{"attended", VERB_PRESENTS | VERB_TO,
		"introduce|present|outline|explain|speak|answer|update|discuss|address|respond|deliver|talk"},
	{"began", 0, "by"},
	{"believe", 0, NULL},
	{"believed", 0, NULL},
	{"briefed", VERB_STRONG, NULL},
	{"called", 0, "for|on|upon|attention"},
	{"cautioned", VERB_STRONG, NULL},
	{"challenged", VERB_ASKS, NULL},
	{"cited", 0, NULL},
	{"claimed", 0, NULL},
	{"clarified", VERB_STRONG, NULL},
	{"closed", 0, "by"},
	{"commended", VERB_STRONG, NULL},
	{"commented", VERB_STRONG, NULL},
	{"comments", VERB_STRONG, NULL},
	{"committed", 0, "to|working|that"},
	{"conceded", 0, NULL},
	{"concentrated", 0, "on"},
	{"concluded", VERB_STRONG, NULL},
	{"concurred", VERB_STRONG, NULL},
	{"confirmed", VERB_STRONG, NULL},
	{"confirms", VERB_STRONG, NULL},
	{"congratulated", VERB_STRONG, NULL},
	{"considered", 0, NULL},
	{"contended", VERB_STRONG, NULL},
	{"continued", 0, "by"},
	{"contributed", 0, "following|discussion|comments|comment|debate|that"},
	{"conveyed", VERB_STRONG, NULL},
	{"corrected", 0, NULL},
	{"countered", 0, NULL},
	{"declared", 0,
		"motion|amendment|recommendation|interest|interests|that|carried|lost|elected|pecuniary|"
		"prejudicial|personal|meeting|relationship|closed|open"},
	{"delivered", VERB_PRESENTS | VERB_PASSIVE,
		"update|updates|presentation|report|overview|statement|speech|address|briefing|talk|summary|"
		"by"},
	{"demonstrated", 0, "how|that|system|website"},
	{"deplored", 0, NULL},
	{"described", VERB_STRONG, NULL},
	{"detailed", 0, NULL},
	{"disagreed", VERB_STRONG, NULL},
	{"disclosed", 0, "interest|interests|that"},
	{"discussed", VERB_PRESENTS, NULL},
	{"doubted", 0, NULL},
	{"drew", 0, "attention"},
	{"echoed", VERB_STRONG | VERB_PASSIVE, NULL},
	{"elaborated", VERB_STRONG, NULL},
	{"emphasised", VERB_STRONG, NULL},
	{"emphasises", VERB_STRONG, NULL},
	{"emphasized", VERB_STRONG, NULL},
	{"encouraged", 0, NULL},
	{"ended", 0, "by"},
	{"endorsed", VERB_PASSIVE | VERB_NEXT, "by"},
	{"enquired", VERB_STRONG, NULL},
	{"expanded", 0, "on|upon"},
	{"explained", VERB_STRONG | VERB_PASSIVE, NULL},
	{"explains", VERB_STRONG, NULL},
	{"expressed", VERB_STRONG, NULL},
	{"extended", 0,
		"congratulations|invite|invitation|invitations|thanks|welcome|gratitude|condolences|"
		"sympathy|appreciation|best|wishes"},
	{"favoured", 0, NULL},
	{"feel", 0, NULL},
	{"feels", VERB_STRONG, NULL},
	{"felt", 0, NULL},
	{"finished", 0, "by"},
	{"focused", 0, "on"},
	{"focussed", 0, "on"},
	{"gave", VERB_PRESENTS,
		"update|updates|presentation|overview|assurance|assurances|reassurance|thanks|example|"
		"examples|summary|details|detail|information|report|account|background|notice|advice|"
		"commitment|introduction|explanation|outline|view|views|statement|response|answer|"
		"undertaking|context|briefing|feedback|apology|credit|congratulations|history|evidence|"
		"address|talk|figures|insight|description|support|following|review|recap|update-on"},
	{"given", VERB_PASSIVE | VERB_NEXT, "by"},
	{"held", 0, "view"},
	{"highlighted", VERB_STRONG, NULL},
	{"highlights", VERB_STRONG, NULL},
	{"hoped", 0, NULL},
	{"identified", 0, NULL},
	{"illustrated", VERB_STRONG, NULL},
	{"indicated", 0, NULL},
	{"informed", VERB_STRONG | VERB_PASSIVE, NULL},
	{"inquired", VERB_STRONG, NULL},
	{"insisted", VERB_STRONG, NULL},
	{"interjected", VERB_STRONG, NULL},
	{"introduced", VERB_STRONG | VERB_PRESENTS | VERB_PASSIVE, NULL},
	{"invited", VERB_ASKS | VERB_PASSIVE, NULL},
	{"joined", VERB_PRESENTS | VERB_TO,
		"introduce|present|provide|explain|give|update|speak|outline|answer|discuss|talk|deliver|"
		"address|respond"},
	{"lamented", 0, NULL},
	{"led", VERB_PRESENTS, "presentation|discussion|through|item|section"},
	{"listed", 0, NULL},
	{"looked", 0, "forward|to"},
	{"looks", 0, "forward"},
	{"made", 0,
		"point|points|statement|comment|comments|reference|references|clear|declaration|suggestion|"
		"suggestions|request|requests|following|plea|presentation|speech|observation|observations|"
		"remark|remarks|contribution|proposal|representations|recommendation|announcement|"
		"announcements|case|apology|apologies|opening|offer|commitment"},
	{"maintained", VERB_STRONG, NULL},
	{"mentioned", VERB_STRONG, NULL},
	{"mentions", VERB_STRONG, NULL},
	{"moved", VERB_MOVES | VERB_PASSIVE | VERB_STRONG, NULL},
	{"moves", VERB_MOVES | VERB_STRONG, NULL},
	{"nominated", VERB_MOVES | VERB_PASSIVE, NULL},
	{"noted", VERB_STRONG, NULL},
	{"objected", VERB_STRONG, NULL},
	{"observed", VERB_STRONG, NULL},
	{"offered", 0, NULL},
	{"opened", 0, "by"},
	{"opposed", 0, NULL},
	{"outlined", VERB_STRONG | VERB_PRESENTS | VERB_PASSIVE, NULL},
	{"paid", 0, "tribute|tributes|respects"},
	{"placed", 0, "record|thanks"},
	{"pleaded", 0, NULL},
	{"pledged", VERB_STRONG, NULL},
	{"pointed", 0, "out|to"},
	{"posed", VERB_PASSIVE, "question|questions|query"},
	{"praised", VERB_STRONG, NULL},
	{"presented", VERB_PRESENTS | VERB_UNLESS | VERB_PASSIVE,
		"award|awards|cheque|cheques|certificate|certificates|prize|prizes|trophy|medal|medals|"
		"bouquet|gift"},
	{"promised", VERB_STRONG, NULL},
	{"proposed", VERB_MOVES | VERB_PASSIVE | VERB_STRONG, NULL},
	{"proposes", VERB_MOVES, NULL},
	{"provided", VERB_PRESENTS,
		"update|updates|presentation|overview|assurance|assurances|reassurance|summary|details|"
		"detail|information|report|account|background|advice|introduction|explanation|outline|"
		"response|answer|clarification|context|briefing|feedback|history|evidence|figures|insight|"
		"description|following|examples|example|clarity|highlights|review|recap|data"},
	{"put", VERB_MOVES,
		"vote|motion|question|questions|amendment|amendments|recommendation|recommendations|forward|"
		"proposal|proposals|resolution|point"},
	{"queried", VERB_STRONG | VERB_PASSIVE, NULL},
	{"questioned", VERB_ASKS | VERB_PASSIVE, NULL},
	{"quoted", 0, NULL},
	{"raised", VERB_PASSIVE,
		"issue|issues|concern|concerns|question|questions|matter|matters|point|points|query|queries|"
		"that|possibility|whether|how|need|objection|objections|following|importance|subject|"
		"awareness|topic|fact|problem|problems|idea|prospect|lack|case|risk|risks|several|various|"
		"some|number"},
	{"ran", 0, "through|over"},
	{"re-affirmed", VERB_STRONG, NULL},
	{"re-emphasised", VERB_STRONG, NULL},
	{"re-iterated", VERB_STRONG, NULL},
	{"read", VERB_PASSIVE,
		"out|statement|letter|following|extract|aloud|prayer|prayers|message|motion|email|text|"
		"report|note"},
	{"reaffirmed", VERB_STRONG, NULL},
	{"reassured", VERB_STRONG, NULL},
	{"recalled", 0, NULL},
	{"recognised", 0, NULL},
	{"recognized", 0, NULL},
	{"recommended", 0, NULL},
	{"recorded", 0, "thanks|appreciation|gratitude|concern|concerns"},
	{"recounted", VERB_STRONG, NULL},
	{"reemphasised", VERB_STRONG, NULL},
	{"referred", VERB_STRONG, NULL},
	{"reflected", 0, "on|upon"},
	{"regretted", 0, NULL},
	{"reiterated", VERB_STRONG, NULL},
	{"rejected", 0, NULL},
	{"relayed", VERB_STRONG, NULL},
	{"remarked", VERB_STRONG, NULL},
	{"remembered", VERB_STRONG, NULL},
	{"reminded", VERB_STRONG | VERB_PASSIVE, NULL},
	{"replied", VERB_STRONG, NULL},
	{"replies", 0, NULL},
	{"reported", VERB_STRONG | VERB_PRESENTS | VERB_PASSIVE, NULL},
	{"reports", VERB_STRONG, NULL},
	{"requested", VERB_PASSIVE, NULL},
	{"responded", VERB_STRONG, NULL},
	{"responds", 0, NULL},
	{"ruled", VERB_MOVES, "that|out|amendment|motion"},
	{"said", VERB_STRONG, NULL},
	{"say", 0, NULL},
	{"says", VERB_STRONG, NULL},
	{"second", VERB_MOVES | VERB_PASSIVE | VERB_NEXT, "by"},
	{"seconded", VERB_MOVES | VERB_PASSIVE | VERB_STRONG, NULL},
	{"seconds", VERB_MOVES, "motion|proposal|amendment|recommendation"},
	{"set", 0, "out"},
	{"shared", 0, NULL},
	{"signalled", 0, NULL},
	{"sought", 0,
		"thank|express|know|record|clarification|assurance|assurances|reassurance|clarify|place|"
		"congratulate|understand|advice|raise|confirmation|views|stress|emphasise|note|make|add|"
		"point|highlight|be|ask|put|declare|pay|see|ensure|speak|information"},
	{"spoke", VERB_STRONG | VERB_UNLESS | VERB_NEXT, "at"},
	{"started", 0, "by"},
	{"stated", VERB_STRONG | VERB_PASSIVE, NULL},
	{"states", VERB_STRONG, NULL},
	{"stressed", VERB_STRONG, NULL},
	{"stresses", VERB_STRONG, NULL},
	{"submitted", 0, "question|questions|motion|amendment|petition"},
	{"suggest", 0, NULL},
	{"suggested", VERB_STRONG | VERB_PASSIVE, NULL},
	{"suggests", VERB_STRONG, NULL},
	{"summarised", VERB_STRONG | VERB_PRESENTS, NULL},
	{"summarized", VERB_STRONG, NULL},
	{"supported", VERB_PASSIVE, NULL},
	{"tabled", VERB_PASSIVE, NULL},
	{"talked", VERB_STRONG | VERB_UNLESS | VERB_NEXT, "at"},
	{"thanked", VERB_STRONG | VERB_PASSIVE, NULL},
	{"thanks", VERB_STRONG, NULL},
	{"think", 0, NULL},
	{"thought", 0, NULL},
	{"told", VERB_STRONG | VERB_PASSIVE, NULL},
	{"took", 0, "opportunity|through|issue|questions"},
	{"touched", 0, "on|upon"},
	{"underlined", VERB_STRONG, NULL},
	{"undertook", VERB_STRONG, NULL},
	{"updated", VERB_STRONG, NULL},
	{"urged", VERB_STRONG, NULL},
	{"ventured", 0, NULL},
	{"voiced", VERB_STRONG, NULL},
	{"volunteered", VERB_STRONG, NULL},
	{"walked", 0, "through|over"},
	{"wanted", 0,
		"thank|express|know|record|clarification|assurance|assurances|reassurance|clarify|place|"
		"congratulate|understand|advice|raise|confirmation|views|stress|emphasise|note|make|add|"
		"point|highlight|be|ask|put|declare|pay|see|ensure|speak|information"},
	{"warned", VERB_STRONG, NULL},
	{"welcomed", VERB_STRONG | VERB_PASSIVE, NULL},
	{"went", 0, "on|through|over|explain|say"},
	{"wished", 0,
		"thank|express|know|record|clarification|assurance|assurances|reassurance|clarify|place|"
		"congratulate|understand|advice|raise|confirmation|views|stress|emphasise|note|make|add|"
		"point|highlight|be|ask|put|declare|pay|see|ensure|speak|information"},
	{"withdrew", VERB_MOVES, "motion|amendment|proposal|recommendation|question|objection|statement"},
	{"wondered", 0, NULL},
};
/* clang-format on */

static int compare_verbs(const void *key, const void *element)
{
	return strcmp(key, ((const struct speech_verb *)element)->word);
}

const struct speech_verb *speech_verb_table(size_t *len)
{
	*len = G_N_ELEMENTS(verbs);
	return verbs;
}

static bool is_listed(const char *list, const char *word)
{
	size_t len = strlen(word);
	for (const char *at = list; at && len > 0; at = strchr(at, '|')) {
		at += *at == '|';
		if (strncmp(at, word, len) == 0 && (at[len] == '|' || at[len] == '\0'))
			return true;
	}
	return false;
}

static bool is_followed(const struct tokens *tokens, guint place, const struct speech_verb *verb, guint reach)
{
	guint end = MIN(tokens->len, place + 1 + reach);
	for (guint at = place + 1; at < end && !(tokens_at(tokens, at)->flags & TOKEN_SENTENCE); at++)
		if (is_listed(verb->with, tokens_at(tokens, at)->word) &&
		    (!(verb->flags & VERB_TO) || token_is(tokens_at(tokens, at - 1), "to")))
			return true;
	return false;
}

const struct speech_verb *speech_verb_at(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	const struct speech_verb *verb =
		bsearch(token->word, verbs, G_N_ELEMENTS(verbs), sizeof(*verbs), compare_verbs);
	/* "Mr Alder MOVED", but not the "Moved" of a caption. */
	bool shouts = (token->flags & TOKEN_UPPER) && verb && (verb->flags & VERB_MOVES);
	if (!verb || ((token->flags & TOKEN_CAPITAL) && !shouts))
		return NULL;
	if (!verb->with)
		return verb;
	guint reach = (verb->flags & VERB_NEXT) ? 1 : (verb->flags & VERB_UNLESS) ? REACH / 2 : REACH;
	bool is_with = is_followed(tokens, place, verb, reach);
	return is_with != ((verb->flags & VERB_UNLESS) != 0) ? verb : NULL;
}
