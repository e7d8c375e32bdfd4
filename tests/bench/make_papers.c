/* SPDX-License-Identifier: GPL-2.0-or-later */
/* make_papers FOLDER MEGABYTES SEED: invented minutes for the benchmarks, as text files of about 55 kB, one of a meeting,
 * in FOLDER/COUNCIL/YEAR. The same arguments give the same bytes.
 *
 * Words follow Zipf's law in two parts, as English does: the first ranks fall with exponent 1, those behind rank 8,000
 * with exponent 1.8, so that new words go on turning up with the square root of the text (Heaps' law). Ranks are words
 * of this file first, then syllables with the endings that a stemmer takes off. Some phrases come as phrases. */
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RANKS (1 << 21)
#define KNEE 8000
#define FILE_BYTES 56000
#define COUNCILS 40

struct maker {
	GRand *chance;
	double *shares; /* of rank n and all before it, rising to 1 */
	GString *text;
	guint column;
	guint number; /* of the minute */
};

static const char *const common[] = {
	"the",       "of",          "and",         "to",        "in",
	"that",      "a",           "was",         "for",       "be",
	"is",        "on",          "with",        "by",        "it",
	"as",        "had",         "would",       "this",      "were",
	"from",      "at",          "which",       "an",        "are",
	"not",       "been",        "have",        "members",   "council",
	"there",     "their",       "report",      "also",      "they",
	"committee", "service",     "will",        "or",        "has",
	"more",      "all",         "other",       "children",  "who",
	"these",     "he",          "county",      "people",    "any",
	"she",       "about",       "services",    "need",      "work",
	"care",      "than",        "year",        "support",   "being",
	"new",       "if",          "but",         "some",      "local",
	"how",       "made",        "could",       "when",      "young",
	"so",        "one",         "into",        "what",      "its",
	"school",    "schools",     "staff",       "should",    "budget",
	"where",     "plan",        "time",        "many",      "can",
	"may",       "such",        "those",       "health",    "between",
	"family",    "cost",        "up",          "only",      "both",
	"number",    "between",     "area",        "placement", "officers",
	"housing",   "public",      "years",       "review",    "during",
	"within",    "meeting",     "part",        "through",   "two",
	"each",      "over",        "first",       "social",    "then",
	"whether",   "information", "three",       "before",    "no",
	"against",   "community",   "funding",     "issues",    "process",
	"further",   "development", "access",      "provision", "under",
	"after",     "training",    "risk",        "home",      "education",
	"because",   "performance", "carers",      "fostering", "parents",
	"policy",    "decision",    "government",  "planning",  "road",
	"order",     "changes",     "already",     "well",      "additional",
	"current",   "increase",    "levels",      "improve",   "consultation",
	"transport", "waste",       "library",     "libraries", "parking",
	"site",      "adoption",    "independent", "reviewing", "apprenticeship",
	"concern",   "concerns",    "proposal",    "proposals", "pilot",
};

static const char *const phrases[] = {
	"staying put",
	"care leavers",
	"foster carers",
	"looked after children",
	"personal education plan",
	"corporate parenting",
	"net budget",
	"capital programme",
	"risk register",
	"flood defence scheme",
	"unaccompanied asylum seeking children",
	"medium term financial plan",
	"ofsted inspection",
	"park and ride",
};

static const char *const syllables[] = {"ba",  "cor", "den", "fi",  "gal", "hor", "lin", "mer", "nos", "pel",
					"qua", "rit", "sto", "tur", "van", "wes", "yol", "zan", "bri", "cle",
					"dro", "fus", "gra", "ket", "lom", "min", "ner", "pra", "sul", "ter"};
static const char *const endings[] = {"", "s", "ed", "ing", "ation", "ly", "er", "ment"};
static const char *const honours[] = {"Mr", "Mrs", "Ms", "Cllr"};
static const char *const surnames[] = {
	"Abbotsley",   "Brackwater", "Cullimore", "Dunsfold",    "Everleigh", "Farthingdale", "Gatward",   "Hollowell",
	"Inglethorpe", "Jarrowby",   "Kelshall",  "Lambrook",    "Marchbank", "Netherway",    "Ockendale", "Pennifold",
	"Quennington", "Ravensdon",  "Stannage",  "Thurlestone", "Upperton",  "Vantage",      "Wexcombe",  "Yelverton"};
static const char *const bodies[] = {"Corporate Parenting Panel", "Scrutiny Committee",         "Cabinet",
				     "Planning Committee",        "Health and Wellbeing Board", "Audit Committee"};
static const char *const verbs[] = {"explained", "asked", "said", "advised", "reported", "commented", "noted"};
static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
				     "July",    "August",   "September", "October", "November", "December"};
static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

#define PICK(maker, list) (list)[g_rand_int_range((maker)->chance, 0, G_N_ELEMENTS(list))]

static void maker_init(struct maker *maker, guint32 seed)
{
	*maker = (struct maker){.chance = g_rand_new_with_seed(seed), .text = g_string_new(NULL)};
	maker->shares = g_new(double, RANKS);
	double sum = 0;
	for (guint n = 0; n < RANKS; n++) {
		double rank = n + 2.7;
		sum += n < KNEE ? 1 / rank : pow(KNEE, 0.8) / pow(rank, 1.8);
		maker->shares[n] = sum;
	}
	for (guint n = 0; n < RANKS; n++)
		maker->shares[n] /= sum;
}

static void maker_clear(struct maker *maker)
{
	g_rand_free(maker->chance);
	g_free(maker->shares);
	g_string_free(maker->text, TRUE);
}

static guint draw_rank(struct maker *maker)
{
	double at = g_rand_double(maker->chance);
	guint low = 0, high = RANKS - 1;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (maker->shares[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The word of a rank behind the common ones: syllables that spell its number, and an ending. */
static void spell_rank(GString *word, guint rank)
{
	guint stem = rank / G_N_ELEMENTS(endings) + 1;
	for (; stem > 0; stem /= G_N_ELEMENTS(syllables))
		g_string_append(word, syllables[stem % G_N_ELEMENTS(syllables)]);
	g_string_append(word, endings[rank % G_N_ELEMENTS(endings)]);
}

static void draw_word(GString *word, struct maker *maker)
{
	g_string_truncate(word, 0);
	guint rank = draw_rank(maker);
	if (g_rand_int_range(maker->chance, 0, 400) == 0)
		g_string_append(word, PICK(maker, phrases));
	else if (g_rand_int_range(maker->chance, 0, 60) == 0)
		g_string_append_printf(word, "%d", g_rand_int_range(maker->chance, 1, 9999));
	else if (rank < G_N_ELEMENTS(common))
		g_string_append(word, common[rank]);
	else
		spell_rank(word, rank - G_N_ELEMENTS(common));
}

/* Adds a word, on a new line where it would pass the margin. */
static void put_word(struct maker *maker, const char *word)
{
	guint len = (guint)strlen(word);
	if (maker->column > 0)
		g_string_append_c(maker->text, maker->column + len > 78 ? '\n' : ' ');
	maker->column = maker->column > 0 && maker->column + len <= 78 ? maker->column + len + 1 : len;
	g_string_append(maker->text, word);
}

static void put_words(struct maker *maker, const char *words)
{
	g_auto(GStrv) each = g_strsplit(words, " ", -1);
	for (char **word = each; *word; word++)
		put_word(maker, *word);
}

static void end_paragraph(struct maker *maker)
{
	g_string_append(maker->text, "\n\n");
	maker->column = 0;
}

static void put_sentence(struct maker *maker, bool is_first)
{
	g_autoptr(GString) word = g_string_new(NULL);
	int count = g_rand_int_range(maker->chance, 8, 34);
	bool is_spoken = is_first && g_rand_int_range(maker->chance, 0, 3) == 0;
	if (is_spoken) {
		put_word(maker, PICK(maker, honours));
		put_word(maker, PICK(maker, surnames));
		put_word(maker, PICK(maker, verbs));
		put_word(maker, "that");
	}
	for (int n = 0; n < count; n++) {
		draw_word(word, maker);
		if (n == 0 && !is_spoken)
			word->str[0] = g_ascii_toupper(word->str[0]);
		if (n == count - 1)
			g_string_append_c(word, '.');
		else if (g_rand_int_range(maker->chance, 0, 14) == 0)
			g_string_append_c(word, ',');
		put_words(maker, word->str);
	}
}

static void put_paragraph(struct maker *maker, guint number)
{
	g_autofree char *label = g_strdup_printf("%u.", number);
	int kind = g_rand_int_range(maker->chance, 0, 24);
	put_word(maker, label);
	if (kind == 0)
		put_words(maker, "RESOLVED that the report be noted.");
	int sentences = kind == 0 ? 1 : g_rand_int_range(maker->chance, 1, 5);
	for (int n = 0; n < sentences; n++)
		put_sentence(maker, n == 0);
	end_paragraph(maker);
}

static void put_heading(struct maker *maker, guint item)
{
	g_autoptr(GString) word = g_string_new(NULL);
	g_string_append_printf(maker->text, "%u. ", maker->number++);
	for (int n = 0; n < 4; n++) {
		guint rank = draw_rank(maker) % 4000;
		g_string_truncate(word, 0);
		spell_rank(word, rank);
		word->str[0] = g_ascii_toupper(word->str[0]);
		g_string_append_printf(maker->text, "%s%s", n > 0 ? " " : "", word->str);
	}
	g_string_append_printf(maker->text, "\n(Item %u)\n\n", item);
}

static void put_front(struct maker *maker, const char *council, const char *body, const GDate *date)
{
	g_string_append_printf(maker->text,
			       "%s\n\n%s\n\nMINUTES of the meeting of the %s held in the Council Chamber on "
			       "%s, %d %s %d.\n\nPRESENT: ",
			       council, body, body, weekdays[g_date_get_weekday(date) - 1], g_date_get_day(date),
			       months[g_date_get_month(date) - 1], g_date_get_year(date));
	for (int n = 0; n < 8; n++)
		g_string_append_printf(maker->text, "%s%s %c %s", n > 0 ? ", " : "", PICK(maker, honours),
				       'A' + g_rand_int_range(maker->chance, 0, 26), PICK(maker, surnames));
	g_string_append(maker->text, "\n\nUNRESTRICTED ITEMS\n\n");
}

static void make_paper(struct maker *maker, const char *council, const char *body, const GDate *date)
{
	g_string_truncate(maker->text, 0);
	maker->number = 1;
	put_front(maker, council, body, date);
	guint size = FILE_BYTES / 2 + (guint)g_rand_int_range(maker->chance, 0, FILE_BYTES);
	for (guint item = 1; maker->text->len < size; item++) {
		put_heading(maker, item);
		guint count = (guint)g_rand_int_range(maker->chance, 4, 14);
		for (guint n = 1; n <= count && maker->text->len < size; n++)
			put_paragraph(maker, n);
	}
}

static bool write_paper(const struct maker *maker, const char *folder, guint number, const GDate *date)
{
	g_autofree char *year = g_strdup_printf("%s/council-%02u/%d", folder, number % COUNCILS, g_date_get_year(date));
	g_autofree char *path = g_strdup_printf("%s/%d-%02d-%02d-%u.txt", year, g_date_get_year(date),
						g_date_get_month(date), g_date_get_day(date), number);
	g_autoptr(GError) error = NULL;
	if (g_mkdir_with_parents(year, 0755) == 0 &&
	    g_file_set_contents_full(path, maker->text->str, (gssize)maker->text->len, G_FILE_SET_CONTENTS_NONE, 0644,
				     &error))
		return true;
	fprintf(stderr, "make_papers: %s: cannot be written\n", path);
	return false;
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("make_papers FOLDER MEGABYTES SEED\n", stderr);
		return 2;
	}
	guint64 wanted = (guint64)(strtod(argv[2], NULL) * 1e6);
	struct maker maker;
	maker_init(&maker, (guint32)strtoul(argv[3], NULL, 10));
	guint64 done = 0;
	bool good = true;
	for (guint number = 0; good && done < wanted; number++) {
		GDate *date = g_date_new_dmy(1, 1, 2004);
		g_date_add_days(date, (guint)g_rand_int_range(maker.chance, 0, 20 * 365));
		g_autoptr(GString) council = g_string_new(NULL);
		spell_rank(council, number % COUNCILS * G_N_ELEMENTS(endings));
		council->str[0] = g_ascii_toupper(council->str[0]);
		g_string_append(council, "shire County Council");
		make_paper(&maker, council->str, PICK(&maker, bodies), date);
		good = write_paper(&maker, argv[1], number, date);
		done += maker.text->len;
		g_date_free(date);
	}
	maker_clear(&maker);
	return good ? 0 : 1;
}
