/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ocr_bullets.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define FILL 0.68  /* of its box: a disc fills 0.79, a square all, letters about half */
#define SHAPE 1.4  /* longer than that by its breadth it is a dash */
#define LEAST 0.22 /* all of the height of the letters behind it: a full stop is smaller */
#define MOST 0.85
#define RAISED 0.08 /* above the line, where a full stop stands on it */
#define GAP 0.4     /* to the text, at least and */
#define FAR 8.0     /* at most */
#define ALIKE 0.25  /* bullets of a page are of one size, specks are not: the difference, of the size */

struct disc {
	double left, right, top, bottom;
	guint word; /* the first of the line behind it */
};

static struct ocr_glimpse *glimpse_at(GArray *glimpses, guint index)
{
	return &g_array_index(glimpses, struct ocr_glimpse, index);
}

static bool overlap(const struct ocr_glimpse *glimpse, const struct disc *disc)
{
	return glimpse->left < disc->right && glimpse->right > disc->left && glimpse->top < disc->bottom &&
	       glimpse->bottom > disc->top;
}

static bool is_one_letter(const struct ocr_glimpse *glimpse)
{
	return g_utf8_strlen(glimpse->text, -1) == 1;
}

static bool is_before(const struct disc *disc, const struct ocr_glimpse *word)
{
	double letters = word->baseline - word->top, size = disc->bottom - disc->top;
	double gap = word->left - disc->right;
	return letters > 0 && size >= LEAST * letters && size <= MOST * letters && gap >= GAP * letters &&
	       gap <= FAR * letters && word->baseline - disc->bottom >= RAISED * letters && disc->top > word->top;
}

/* Finds the word that the disc stands before, with nothing between them. Fails where the disc is part of another word. */
static bool find_word(struct disc *disc, GArray *glimpses)
{
	double nearest = G_MAXDOUBLE;
	for (guint i = 0; i < glimpses->len; i++) {
		const struct ocr_glimpse *glimpse = glimpse_at(glimpses, i);
		bool is_itself = overlap(glimpse, disc);
		if (is_itself && !is_one_letter(glimpse))
			return false;
		if (is_itself || !is_before(disc, glimpse) || glimpse->left - disc->right >= nearest)
			continue;
		nearest = glimpse->left - disc->right;
		disc->word = i;
	}
	if (nearest == G_MAXDOUBLE)
		return false;
	for (guint i = disc->word; i-- > 0 && glimpse_at(glimpses, i)->line == glimpse_at(glimpses, disc->word)->line;)
		if (!overlap(glimpse_at(glimpses, i), disc))
			return false;
	return true;
}

/* The round, filled spots of the page that stand before text: struct disc, yours. */
static GArray *discs_of(GArray *glimpses, PIX *page)
{
	GArray *discs = g_array_new(FALSE, TRUE, sizeof(struct disc));
	PIXA *spots = NULL;
	BOXA *boxes = pixConnComp(page, &spots, 8);
	l_int32 count = boxes ? boxaGetCount(boxes) : 0;
	for (l_int32 i = 0; i < count; i++) {
		l_int32 left, top, width, height, ink = 0;
		boxaGetBoxGeometry(boxes, i, &left, &top, &width, &height);
		if (width < 4 || height < 4 || width > SHAPE * height || height > SHAPE * width)
			continue;
		struct disc disc = {.left = left, .right = left + width, .top = top, .bottom = top + height};
		PIX *spot = pixaGetPix(spots, i, L_CLONE);
		pixCountPixels(spot, &ink, NULL);
		pixDestroy(&spot);
		if (ink >= FILL * width * height && find_word(&disc, glimpses))
			g_array_append_val(discs, disc);
	}
	boxaDestroy(&boxes);
	pixaDestroy(&spots);
	return discs;
}

static bool has_like(const GArray *discs, guint index)
{
	const struct disc *disc = &g_array_index(discs, struct disc, index);
	double size = disc->bottom - disc->top;
	for (guint i = 0; i < discs->len; i++) {
		const struct disc *other = &g_array_index(discs, struct disc, i);
		if (i != index && fabs(other->bottom - other->top - size) <= ALIKE * size)
			return true;
	}
	return false;
}

/* The glimpse that the disc was taken for is left without text. */
static void put_bullet(GArray *glimpses, const struct disc *disc)
{
	const struct ocr_glimpse *word = glimpse_at(glimpses, disc->word);
	struct ocr_glimpse bullet = *word;
	bullet.text = g_strdup("•");
	bullet.left = disc->left;
	bullet.right = disc->right;
	bullet.top = disc->top;
	bullet.bottom = disc->bottom;
	bullet.starts_line = true;
	for (guint i = 0; i < glimpses->len; i++)
		if (overlap(glimpse_at(glimpses, i), disc))
			*glimpse_at(glimpses, i)->text = '\0';
	g_array_insert_val(glimpses, disc->word, bullet);
}

static gint compare_word(gconstpointer a, gconstpointer b)
{
	guint x = ((const struct disc *)a)->word, y = ((const struct disc *)b)->word;
	return (x < y) - (x > y);
}

void ocr_bullets_find(GArray *glimpses, struct Pix *page)
{
	g_autoptr(GArray) discs = discs_of(glimpses, page);
	g_autoptr(GArray) bullets = g_array_new(FALSE, FALSE, sizeof(struct disc));
	for (guint i = 0; i < discs->len; i++)
		if (has_like(discs, i))
			g_array_append_val(bullets, g_array_index(discs, struct disc, i));
	/* From the end on, so that the words keep their numbers. */
	g_array_sort(bullets, compare_word);
	for (guint i = 0; i < bullets->len; i++)
		put_bullet(glimpses, &g_array_index(bullets, struct disc, i));
	for (guint i = glimpses->len; i-- > 0;)
		if (!*glimpse_at(glimpses, i)->text)
			g_array_remove_index(glimpses, i);
}
