/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ocr_type.h"

#include <math.h>

/* Of the size of type, as common text faces have it (Helvetica 0.72 and 0.52, Times 0.67 and 0.45). */
#define CAPITAL_HEIGHT 0.72
#define SMALL_HEIGHT 0.52
#define ASCENT 0.8
#define DESCENT 0.2

#define USUAL_SLACK 0.12 /* of the usual size: smaller differences are the measuring's */
#define LIGHT_SHARE 0.05 /* of the letters: more are a kind of their own, not the measuring's spread */
#define BOLD_STROKE 1.25 /* of the usual stroke at that size */
#define LEAST_LETTERS 3  /* fewer tell nothing of weight */
#define SPARE_SIZE 10.0  /* points, where nothing on the page can be measured */

static void glimpse_clear(gpointer data)
{
	g_free(((struct ocr_glimpse *)data)->text);
}

GArray *ocr_glimpse_array_new(void)
{
	GArray *glimpses = g_array_new(FALSE, TRUE, sizeof(struct ocr_glimpse));
	g_array_set_clear_func(glimpses, glimpse_clear);
	return glimpses;
}

/* A measure and how many letters stand behind it. */
struct sample {
	double value, weight;
};

static gint compare_sample(gconstpointer a, gconstpointer b)
{
	double x = ((const struct sample *)a)->value, y = ((const struct sample *)b)->value;
	return (x > y) - (x < y);
}

static GArray *samples_new(void)
{
	return g_array_new(FALSE, FALSE, sizeof(struct sample));
}

/* The weighted median; `spare` where there is none. Sorts. */
static double median(GArray *samples, double spare)
{
	double all = 0, sum = 0;
	g_array_sort(samples, compare_sample);
	for (guint i = 0; i < samples->len; i++)
		all += g_array_index(samples, struct sample, i).weight;
	for (guint i = 0; i < samples->len; i++) {
		const struct sample *sample = &g_array_index(samples, struct sample, i);
		sum += sample->weight;
		if (sum * 2 >= all)
			return sample->value;
	}
	return spare;
}

static guint letters_of(const char *text)
{
	guint letters = 0;
	for (; *text; text = g_utf8_next_char(text))
		letters += g_unichar_isalnum(g_utf8_get_char(text));
	return letters;
}

/* How high the ink of such a word stands on its line, of the size of type; 0 where that depends on the face. */
static double height_of(const char *text)
{
	bool has_small = false;
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);
		if (g_unichar_isupper(c) || g_unichar_isdigit(c) || (c < 128 && strchr("bdfhkl", (int)c)))
			return CAPITAL_HEIGHT;
		if (c < 128 && strchr("acemnorsuvwxz", (int)c))
			has_small = true;
		else if (c >= 128 || strchr("ijt([{/|\"'", (int)c))
			return 0;
	}
	return has_small ? SMALL_HEIGHT : 0;
}

static const struct ocr_glimpse *glimpse_at(const GArray *glimpses, guint index)
{
	return &g_array_index(glimpses, struct ocr_glimpse, index);
}

/* Turns the words about the middle of what is printed, so that most of their lines are level. */
static void straighten(GArray *glimpses)
{
	g_autoptr(GArray) rises = samples_new();
	double middle_x = 0, middle_y = 0;
	for (guint i = 0; i < glimpses->len; i++) {
		const struct ocr_glimpse *glimpse = glimpse_at(glimpses, i);
		struct sample rise = {glimpse->line_rise, glimpse->right - glimpse->left};
		g_array_append_val(rises, rise);
		middle_x += (glimpse->left + glimpse->right) / 2 / glimpses->len;
		middle_y += glimpse->baseline / glimpses->len;
	}
	double rise = median(rises, 0);
	for (guint i = 0; i < glimpses->len; i++) {
		struct ocr_glimpse *glimpse = &g_array_index(glimpses, struct ocr_glimpse, i);
		double down = -rise * ((glimpse->left + glimpse->right) / 2 - middle_x);
		double aside = rise * (glimpse->baseline - middle_y);
		glimpse->baseline += down;
		glimpse->top += down;
		glimpse->bottom += down;
		glimpse->left += aside;
		glimpse->right += aside;
	}
}

/* The sizes of type line by line, in pixels: double, 0 where a line does not tell. Yours. */
static GArray *sizes_of_lines(const GArray *glimpses)
{
	GArray *sizes = g_array_new(FALSE, TRUE, sizeof(double));
	for (guint i = 0; i < glimpses->len;) {
		guint line = glimpse_at(glimpses, i)->line;
		g_autoptr(GArray) samples = samples_new();
		for (; i < glimpses->len && glimpse_at(glimpses, i)->line == line; i++) {
			const struct ocr_glimpse *glimpse = glimpse_at(glimpses, i);
			double height = height_of(glimpse->text);
			struct sample sample = {0, letters_of(glimpse->text)};
			sample.value = height > 0 ? (glimpse->baseline - glimpse->top) / height : 0;
			if (sample.value > 0)
				g_array_append_val(samples, sample);
		}
		g_array_set_size(sizes, MAX(sizes->len, line + 1));
		g_array_index(sizes, double, line) = median(samples, 0);
	}
	return sizes;
}

/* Lines of about the usual size have it; the others keep to whole halves of a point. */
static void settle_sizes(GArray *sizes, const GArray *glimpses, double dpi)
{
	g_autoptr(GArray) samples = samples_new();
	for (guint i = 0; i < glimpses->len; i++) {
		struct sample sample = {g_array_index(sizes, double, glimpse_at(glimpses, i)->line),
					letters_of(glimpse_at(glimpses, i)->text)};
		if (sample.value > 0)
			g_array_append_val(samples, sample);
	}
	double usual = median(samples, SPARE_SIZE * dpi / 72);
	for (guint i = 0; i < sizes->len; i++) {
		double *size = &g_array_index(sizes, double, i);
		if (*size == 0 || fabs(*size - usual) <= USUAL_SLACK * usual)
			*size = usual;
		*size = MAX(round(*size * 72 / dpi * 2) / 2, 1) * dpi / 72;
	}
}

static double weight_of(const struct ocr_glimpse *glimpse, const GArray *sizes)
{
	return glimpse->stroke / g_array_index(sizes, double, glimpse->line);
}

/* Of words up to this weight; `share`: of all letters. */
static double median_weight(double *share, const GArray *glimpses, const GArray *sizes, double most)
{
	g_autoptr(GArray) samples = samples_new();
	double all = 0, counted = 0;
	for (guint i = 0; i < glimpses->len; i++) {
		const struct ocr_glimpse *glimpse = glimpse_at(glimpses, i);
		struct sample sample = {weight_of(glimpse, sizes), letters_of(glimpse->text)};
		if (sample.value <= 0 || sample.weight < LEAST_LETTERS)
			continue;
		all += sample.weight;
		if (sample.value > most)
			continue;
		counted += sample.weight;
		g_array_append_val(samples, sample);
	}
	*share = counted / MAX(all, 1);
	return median(samples, 0);
}

/* The weight of plain words. Where most of a page is bold it is not the usual one: but then there are lighter words. */
static double plain_weight(const GArray *glimpses, const GArray *sizes)
{
	double share;
	double usual = median_weight(&share, glimpses, sizes, G_MAXDOUBLE);
	double lighter = median_weight(&share, glimpses, sizes, usual / BOLD_STROKE);
	return share >= LIGHT_SHARE ? lighter : usual;
}

/* A word of a few letters is as bold as the next longer one of its line. */
static bool is_bold(const GArray *glimpses, guint index, const GArray *sizes, double plain)
{
	guint line = glimpse_at(glimpses, index)->line;
	guint telling = index;
	while (telling < glimpses->len && letters_of(glimpse_at(glimpses, telling)->text) < LEAST_LETTERS)
		telling++;
	if (telling == glimpses->len || glimpse_at(glimpses, telling)->line != line) {
		telling = index;
		while (telling > 0 && letters_of(glimpse_at(glimpses, telling)->text) < LEAST_LETTERS)
			telling--;
	}
	const struct ocr_glimpse *glimpse = glimpse_at(glimpses, telling);
	return plain > 0 && glimpse->line == line && weight_of(glimpse, sizes) > BOLD_STROKE * plain;
}

void ocr_type_words(GArray *words, GArray *glimpses, double dpi)
{
	double point = 72 / dpi;
	straighten(glimpses);
	g_autoptr(GArray) sizes = sizes_of_lines(glimpses);
	settle_sizes(sizes, glimpses, dpi);
	double plain = plain_weight(glimpses, sizes);
	for (guint i = 0; i < glimpses->len; i++) {
		const struct ocr_glimpse *glimpse = glimpse_at(glimpses, i);
		double size = g_array_index(sizes, double, glimpse->line);
		struct pdf_word word = {
			.text = g_strdup(glimpse->text),
			.left = glimpse->left * point,
			.right = glimpse->right * point,
			.top = (glimpse->baseline - ASCENT * size) * point,
			.bottom = (glimpse->baseline + DESCENT * size) * point,
			.size = size * point,
			.bold = is_bold(glimpses, i, sizes, plain),
			.starts_run = glimpse->starts_line,
		};
		g_array_append_val(words, word);
	}
}
