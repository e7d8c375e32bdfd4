/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "random_paper.h"

static const char *const words[] = {"harbour", "pier",  "the",   "quay",   "of",       "boats", "Saltmouth", "winter",
				    "said",    "Mrs",   "Bray",  "report", "children", "and",   "2019",      "twelve",
				    "café",    "Nance", "Forum", "it's",   "ferry",    "to",    "a",         "was",
				    "41",      "£5.00", "ice",   "wall",   "Council",  "I"};

static const char *pick(GRand *rand, const char *const *list, guint count)
{
	return list[g_rand_int_range(rand, 0, (gint32)count)];
}

#define PICK(rand, list) pick(rand, list, G_N_ELEMENTS(list))

/* So many words, cut into lines of a printed width where `width` is not 0. */
static void add_words(GString *out, GRand *rand, int count, size_t width)
{
	size_t start = out->len;
	for (int i = 0; i < count; i++) {
		const char *word = PICK(rand, words);
		if (i > 0) {
			gboolean full = width && out->len - start + strlen(word) > width;
			g_string_append_c(out, full ? '\n' : ' ');
			start = full ? out->len : start;
		}
		g_string_append(out, word);
	}
}

static void add_paragraph(GString *out, GRand *rand)
{
	static const char *const ends[] = {".", ":", ";", "", ":-", "?"};
	add_words(out, rand, g_rand_int_range(rand, 1, 60), g_rand_boolean(rand) ? 90 : 0);
	g_string_append(out, PICK(rand, ends));
}

static void add_point(GString *out, GRand *rand)
{
	static const char *const labels[] = {"1. ",     "2. ",  "3. ",  "a) ",    "b) ", "(i) ",  "(ii) ",
					     "• ",      "- ",   "2.4 ", "3.1.5 ", "B3 ", "7\n\n", "12.\n",
					     "(c)\n\n", "2a) ", "◦ ",   "o ",     "A. "};
	g_string_append(out, PICK(rand, labels));
	add_paragraph(out, rand);
}

static void add_heading(GString *out, GRand *rand)
{
	static const char *const fixed[] = {"AGENDA",
					    "UNRESTRICTED ITEMS",
					    "HARBOUR COUNTY COUNCIL",
					    "Subject: The Quay",
					    "RESOLVED that:",
					    "PRESENT: Mr A Ny and Ms B Oth",
					    "Agenda Item B1",
					    "By: Ms B Oth",
					    "To: Forum - 4 May 2019",
					    "MINUTES of a meeting held on 4 May 2019.",
					    "Table 2: Boats",
					    "12. Fares\n(Item B4)",
					    "Page 7",
					    "For (3)",
					    "CARRIED",
					    "Monday, 6 May 2019",
					    "Appendix A",
					    "Recommendation 4: that",
					    "Membership"};
	if (g_rand_boolean(rand))
		g_string_append(out, PICK(rand, fixed));
	else
		add_words(out, rand, g_rand_int_range(rand, 1, 7), 0);
}

static void add_table(GString *out, GRand *rand)
{
	int rows = g_rand_int_range(rand, 1, 5), columns = g_rand_int_range(rand, 2, 5);
	for (int row = 0; row < rows; row++) {
		for (int column = 0; column < columns; column++) {
			g_string_append(out, column ? "\t" : "");
			if (g_rand_int_range(rand, 0, 6) > 0)
				add_words(out, rand, g_rand_int_range(rand, 1, g_rand_boolean(rand) ? 4 : 40), 0);
		}
		g_string_append_c(out, '\n');
	}
}

char *random_noise(GRand *rand)
{
	static const gunichar sets[][2] = {{' ', '~'},       {0xA1, 0x17F},    {0x370, 0x3FF}, {0x2010, 0x2027},
					   {0x4E00, 0x4E20}, {0xF0A0, 0xF0FF}, {'0', '9'},     {0x300, 0x310}};
	GString *out = g_string_new(NULL);
	for (int n = g_rand_int_range(rand, 0, 50); n > 0; n--) {
		int set = g_rand_int_range(rand, 0, G_N_ELEMENTS(sets));
		gunichar c = (gunichar)g_rand_int_range(rand, (gint32)sets[set][0], (gint32)sets[set][1] + 1);
		/* What is markup, or a hyphen that may break a word, is taken off by right. */
		if (c == 0xAD || (c < 0x80 && strchr("<>*_\\#-", (int)c)))
			c = ' ';
		g_string_append_unichar(out, c);
	}
	return g_string_free(out, FALSE);
}

static void end_page(GString *out, GRand *rand, int *page)
{
	static const char *const headers[] = {"Harbour Forum papers", "Forum", "4 May 2019 - Forum"};
	g_string_append_printf(out, "\n\n%d\f%s\n\n", ++*page, PICK(rand, headers));
}

GString *random_paper(GRand *rand, int parts, gboolean pages)
{
	GString *out = g_string_new(NULL);
	int page = 0;
	for (int i = 0; i < parts; i++) {
		g_autofree char *noise = NULL;
		switch (g_rand_int_range(rand, 0, 8)) {
		case 0:
			add_heading(out, rand);
			break;
		case 1:
			add_table(out, rand);
			break;
		case 2:
			noise = random_noise(rand);
			g_string_append(out, noise);
			break;
		case 3:
		case 4:
			add_paragraph(out, rand);
			break;
		default:
			add_point(out, rand);
		}
		g_string_append(out, g_rand_boolean(rand) ? "\n\n" : "\n");
		if (pages && g_rand_int_range(rand, 0, 5) == 0)
			end_page(out, rand, &page);
	}
	return out;
}
