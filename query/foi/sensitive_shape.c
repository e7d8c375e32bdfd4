/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sensitive_shape.h"

#include <stdlib.h>

/* clang-format off */

/* Local parts made of these alone are an office's: "democratic.services", "clerk2". In byte order. */
static const char *const office_words[] = {
	"admin", "administration", "admissions", "adults", "alerts", "appeals", "audit", "bookings", "cabinet",
	"care", "ceo", "chairman", "children", "clerk", "comments", "committee", "committees", "comms",
	"complaints", "consult", "consultation", "consultations", "contact", "corporate", "council",
	"councillors", "customer", "customers", "data", "democracy", "democratic", "desk", "dpo", "education",
	"elections", "electoral", "email", "enquiries", "enquiry", "environment", "environmental", "events",
	"feedback", "finance", "foi", "foia", "for", "freedom", "general", "governance", "health", "hello",
	"help", "helpdesk", "highways", "housing", "hr", "info", "information", "legal", "library",
	"licensing", "mail", "mailbox", "manager", "media", "meetings", "member", "members", "monitoring",
	"news", "no", "noreply", "of", "office", "officer", "overview", "panel", "parish", "parking", "parks",
	"pensions", "performance", "planning", "policy", "post", "postmaster", "press", "protection", "public",
	"registration", "reply", "request", "requests", "schools", "scrutiny", "secretary", "service",
	"services", "social", "staff", "standards", "support", "team", "the", "town", "transport", "waste",
	"webmaster",
};
/* clang-format on */

static int compare_word(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

static bool is_office_word(const char *word)
{
	return bsearch(word, office_words, G_N_ELEMENTS(office_words), sizeof(*office_words), compare_word);
}

/* Words that are run together have four letters at least, so that few names fall into such. */
#define RUN_LETTERS 4

/* "policycommittees": whether a word is made of office words, one or several. */
static bool is_office_run(const char *word)
{
	if (is_office_word(word))
		return true;
	size_t len = strlen(word);
	for (size_t head = RUN_LETTERS; head + RUN_LETTERS <= len; head++) {
		g_autofree char *start = g_strndup(word, head);
		if (is_office_word(start) && is_office_run(word + head))
			return true;
	}
	return false;
}

static const char *judge_email(const char *found)
{
	g_autofree char *local = g_ascii_strdown(found, (gssize)strcspn(found, "@"));
	g_auto(GStrv) words = g_strsplit_set(local, ".-_+&0123456789' ", -1);
	for (char **word = words; *word; word++)
		if (**word && !is_office_run(*word))
			return "an e-mail address that is not told to be an office's: it may be a person's";
	return NULL;
}

/* The digits of a number as printed; those in "(0)" behind a country code are no part of it. Yours. */
static char *digits_of(const char *found)
{
	const char *trunk = *found == '+' || g_str_has_prefix(found, "00") ? strstr(found, "(0)") : NULL;
	GString *digits = g_string_new(NULL);
	for (const char *at = found; *at; at++)
		if (g_ascii_isdigit(*at) && !(trunk && at == trunk + 1))
			g_string_append_c(digits, *at);
	return g_string_free(digits, FALSE);
}

/* The number behind 0 or the country code; NULL where neither stands. */
static const char *national_part(const char *digits)
{
	const char *const prefixes[] = {"0044", "44", "0"};
	for (size_t n = 0; n < G_N_ELEMENTS(prefixes); n++)
		if (g_str_has_prefix(digits, prefixes[n]))
			return digits + strlen(prefixes[n]);
	return NULL;
}

static const char *judge_phone(const char *found)
{
	static const struct {
		char head;
		bool can_be_nine; /* digits */
		const char *reason;
	} ranges[] = {
		{'1', true, "a telephone number of a place, at work or at home"},
		{'2', false, "a telephone number of a place, at work or at home"},
		{'3', false, "a telephone number of a range that organisations use"},
		{'5', true, "a telephone number"},
		{'7', false, "a mobile telephone number: often a person's own"},
		{'8', true, "a telephone number of a range that organisations use"},
		{'9', false, "a telephone number of a range that organisations use"},
	};
	g_autofree char *digits = digits_of(found);
	const char *part = national_part(digits);
	size_t len = part ? strlen(part) : 0;
	for (size_t n = 0; part && n < G_N_ELEMENTS(ranges); n++)
		if (*part == ranges[n].head && (len == 10 || (len == 9 && ranges[n].can_be_nine)))
			return ranges[n].reason;
	return NULL;
}

static const char *judge_short_phone(const char *found)
{
	g_autofree char *digits = digits_of(found);
	bool is_long_enough = strlen(digits) >= 5;
	return is_long_enough ? "a number behind a word for a telephone" : NULL;
}

static const char *judge_national_insurance(const char *found)
{
	(void)found;
	return "it has the shape of a National Insurance number";
}

static const char *judge_nhs(const char *found)
{
	g_autofree char *digits = digits_of(found);
	int sum = 0;
	for (int n = 0; n < 9; n++)
		sum += (10 - n) * (digits[n] - '0');
	int check = (11 - sum % 11) % 11;
	/* A check digit of ten is never given, and no digit is ten; a row of noughts is no number. */
	return sum > 0 && check == digits[9] - '0' ? "it has the shape of an NHS number, its check digit included"
						   : NULL;
}

static const char *judge_birth(const char *found)
{
	(void)found;
	return "a date beside a word for birth: it may be a date of birth";
}

static const char *judge_birth_column(const char *found)
{
	(void)found;
	return "a date under a heading that speaks of birth";
}

#define MONTH                                                                                                          \
	"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"             \
	"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?"
#define DAY "[0-9]{1,2}(?:st|nd|rd|th)?"
#define DATE                                                                                                           \
	"(?:\\b[0-9]{1,2} ?[./-] ?[0-9]{1,2} ?[./-] ?(?:[0-9]{4}|[0-9]{2})\\b|\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b|"       \
	"\\b" DAY "(?: of)? " MONTH ",? [0-9]{4}\\b|\\b" MONTH " (?:" DAY ",? )?[0-9]{4}\\b)"
#define BIRTH "(?:\\bborn\\b|\\bd\\.? ?o\\.? ?b\\b\\.?|\\bdate of birth\\b|\\bbirth ?date\\b|\\bbirthday\\b)"
#define COUNTRY "(?:\\+|\\b00) ?44[ .-]?(?:\\(0\\)[ .-]?)?"

/* `group` of the pattern is what is flagged, where `judge` gives a reason for it. */
static const struct shape {
	const char *pattern;
	GRegexCompileFlags flags;
	int group;
	enum sensitive_kind kind;
	const char *(*judge)(const char *found);
} shapes_table[] = {
	{"(?<![\\w.%+'&-])\\w[\\w.%+'&-]{0,63} ?@ ?\\w[\\w-]{0,62}(?:\\.\\w[\\w-]{0,62}){1,8}", 0, 0, SENSITIVE_EMAIL,
	 judge_email},
	{"(?<![\\w,/£$+-])(?<![0-9]\\.)(?:" COUNTRY "|\\(?0(?!\\.))(?:[ .()–-]{0,2}[0-9]){9,10}(?![0-9/]|[.,][0-9])", 0,
	 0, SENSITIVE_PHONE, judge_phone},
	{"\\b(?:tel(?:ephone)?|phone|mobile|mob|fax)\\b(?: ?(?:no|number))?[.: ]{0,3}([0-9][0-9 ()-]{3,16}[0-9])\\b",
	 G_REGEX_CASELESS, 1, SENSITIVE_PHONE, judge_short_phone},
	{"(?<!\\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?[0-9]){6}[ -]?[A-D](?!\\w)", 0, 0,
	 SENSITIVE_NATIONAL_INSURANCE, judge_national_insurance},
	{"(?<![\\w+/.,£$-])[0-9]{3}([ -]?)[0-9]{3}\\1[0-9]{4}(?![\\w/]|[.,-][0-9])", 0, 0, SENSITIVE_NHS, judge_nhs},
	{BIRTH "[^;]{0,40}?(" DATE ")", G_REGEX_CASELESS, 1, SENSITIVE_BIRTH, judge_birth},
	{"(" DATE ")[ ,(|:–-]{0,4}" BIRTH, G_REGEX_CASELESS, 1, SENSITIVE_BIRTH, judge_birth},
};

/* For a text under a caption that speaks of birth. */
static const struct shape birth_column = {DATE, G_REGEX_CASELESS, 0, SENSITIVE_BIRTH, judge_birth_column};

struct shapes {
	GRegex *of[G_N_ELEMENTS(shapes_table)];
	GRegex *birth, *date;
};

static GRegex *compile(const char *pattern, GRegexCompileFlags flags)
{
	g_autoptr(GError) error = NULL;
	GRegex *regex = g_regex_new(pattern, flags | G_REGEX_OPTIMIZE, 0, &error);
	if (!regex)
		g_error("%s", error->message);
	return regex;
}

struct shapes *shapes_new(void)
{
	struct shapes *shapes = g_new0(struct shapes, 1);
	for (size_t n = 0; n < G_N_ELEMENTS(shapes_table); n++)
		shapes->of[n] = compile(shapes_table[n].pattern, shapes_table[n].flags);
	shapes->birth = compile(BIRTH, G_REGEX_CASELESS);
	shapes->date = compile(birth_column.pattern, birth_column.flags);
	return shapes;
}

void shapes_free(struct shapes *shapes)
{
	for (size_t n = 0; shapes && n < G_N_ELEMENTS(shapes_table); n++)
		g_regex_unref(shapes->of[n]);
	if (shapes) {
		g_regex_unref(shapes->birth);
		g_regex_unref(shapes->date);
	}
	g_free(shapes);
}

/* Which bytes of a text have a flag of which kind: a bit for each. */
struct cover {
	guint8 *kinds;
	struct span text;
};

G_STATIC_ASSERT(SENSITIVE_KIND_COUNT <= 8);

static bool is_covered(const struct cover *cover, enum sensitive_kind kind, size_t start, size_t end)
{
	for (size_t n = start; n < end; n++)
		if (cover->kinds[n] >> kind & 1)
			return true;
	return false;
}

static void add_flag(GArray *flags, struct cover *cover, const struct sensitive_flag *flag)
{
	g_array_append_val(flags, *flag);
	for (size_t n = flag->start; n < flag->end; n++)
		cover->kinds[n] |= (guint8)(1U << flag->kind);
}

static void find(GArray *flags, struct cover *cover, const struct shape *shape, const GRegex *regex)
{
	g_autoptr(GMatchInfo) match = NULL;
	g_regex_match_full(regex, cover->text.ptr, (gssize)cover->text.len, 0, 0, &match, NULL);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
		int start = 0;
		int end = 0;
		g_match_info_fetch_pos(match, shape->group, &start, &end);
		g_autofree char *found = g_match_info_fetch(match, shape->group);
		const struct sensitive_flag flag = {(size_t)start, (size_t)end, shape->kind, shape->judge(found)};
		if (flag.reason && !is_covered(cover, flag.kind, flag.start, flag.end))
			add_flag(flags, cover, &flag);
	}
}

void shapes_find(GArray *flags, const struct shapes *shapes, struct span text, const char *caption)
{
	struct cover cover = {g_malloc0(text.len + 1), text};
	for (size_t n = 0; n < G_N_ELEMENTS(shapes_table); n++)
		find(flags, &cover, &shapes_table[n], shapes->of[n]);
	if (caption && g_regex_match(shapes->birth, caption, 0, NULL))
		find(flags, &cover, &birth_column, shapes->date);
	g_free(cover.kinds);
}
