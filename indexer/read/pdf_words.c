/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pdf_words.h"

#include <math.h>

#include "hang.h"

/* Of the font size: poppler's own measure of a gap between words. */
#define WORD_GAP 0.1

/* What a run of characters has in common. */
struct style {
	double size;
	bool bold, italic, symbol, typewriter; /* symbol: letters are drawings */
};

struct glyph {
	gunichar c;
	PopplerRectangle box;
	struct style style;
};

/* A word in the making. */
struct builder {
	GArray *words;
	GString *text;
	struct pdf_word word;
	struct glyph last;
	guint chars, bold, italic, upright; /* characters so far: all, of these styles, advancing to the right */
	double size_sum;
	bool starts_run;
};

static bool names_any(const char *font, const char *const *parts)
{
	for (; *parts; parts++) {
		if (strstr(font, *parts))
			return true;
	}
	return false;
}

static struct style style_of(const PopplerTextAttributes *attributes)
{
	static const char *const bold[] = {"bold", "black", "heavy", "demi", "-bd", NULL};
	static const char *const italic[] = {"italic", "oblique", NULL};
	static const char *const symbol[] = {"symbol", "wingding", "webding", "dingbat", NULL};
	static const char *const typewriter[] = {"courier", NULL};
	g_autofree char *font = g_ascii_strdown(attributes->font_name ? attributes->font_name : "", -1);
	return (struct style){.size = attributes->font_size,
			      .bold = names_any(font, bold),
			      .italic = names_any(font, italic),
			      .symbol = names_any(font, symbol),
			      .typewriter = names_any(font, typewriter)};
}

/* One character alone that is printed as a bullet, whatever its code. */
static bool is_drawn_bullet(const struct builder *builder)
{
	gunichar c = builder->last.c;
	if (builder->chars != 1)
		return false;
	if (c >= 0xE000 && c <= 0xF8FF)
		return true;
	if (c == 'o')
		return builder->last.style.typewriter;
	return builder->last.style.symbol && (hang_is_bullet(c) || strchr("vqnlu", (int)MIN(c, 0x7f)));
}

static void finish_word(struct builder *builder)
{
	struct pdf_word *word = &builder->word;
	if (builder->chars == 0)
		return;
	if (is_drawn_bullet(builder))
		g_string_assign(builder->text, "•");
	word->text = g_strdup(builder->text->str);
	word->size = builder->size_sum / builder->chars;
	word->bold = builder->bold * 2 > builder->chars;
	word->italic = builder->italic * 2 > builder->chars;
	word->is_vertical = builder->chars > 1 && builder->upright * 2 < builder->chars - 1;
	word->starts_run = builder->starts_run;
	g_array_append_val(builder->words, *word);
	builder->starts_run = false;
	builder->chars = 0;
}

/* Whether this glyph goes on where the last one ended, to the right or, in turned text, up or down. */
static bool goes_on(const struct builder *builder, const struct glyph *glyph)
{
	const PopplerRectangle *a = &builder->last.box, *b = &glyph->box;
	double size = glyph->style.size;
	double overlap = MIN(a->y2, b->y2) - MAX(a->y1, b->y1);
	double slack = WORD_GAP * size;
	bool is_right = overlap > 0 && b->x1 - a->x2 <= slack && b->x1 >= a->x1 - size * 0.5;
	double aside = MIN(a->x2, b->x2) - MAX(a->x1, b->x1);
	bool is_turned = aside > 0 && (fabs(b->y1 - a->y2) <= slack || fabs(a->y1 - b->y2) <= slack);
	return is_right || is_turned;
}

static void append_char(GString *text, gunichar c)
{
	static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
	if (c >= 0xFB00 && c <= 0xFB06)
		g_string_append(text, ligatures[c - 0xFB00]);
	else if (c == 0xAD) /* drawn, so it is a hyphen */
		g_string_append_c(text, '-');
	else
		g_string_append_unichar(text, c);
}

static void add_glyph(struct builder *builder, const struct glyph *glyph)
{
	const PopplerRectangle *box = &glyph->box;
	if (builder->chars > 0 && !goes_on(builder, glyph))
		finish_word(builder);
	if (builder->chars == 0) {
		g_string_truncate(builder->text, 0);
		builder->word = (struct pdf_word){.left = box->x1, .right = box->x2, .top = box->y1, .bottom = box->y2};
		builder->size_sum = 0;
		builder->bold = builder->italic = builder->upright = 0;
	} else {
		double aside = MIN(builder->last.box.x2, box->x2) - MAX(builder->last.box.x1, box->x1);
		builder->upright += aside < (box->x2 - box->x1) * 0.5;
	}
	struct pdf_word *word = &builder->word;
	word->left = MIN(word->left, box->x1);
	word->right = MAX(word->right, box->x2);
	word->top = MIN(word->top, box->y1);
	word->bottom = MAX(word->bottom, box->y2);
	append_char(builder->text, glyph->c);
	builder->size_sum += glyph->style.size;
	builder->bold += glyph->style.bold;
	builder->italic += glyph->style.italic;
	builder->chars++;
	builder->last = *glyph;
}

/* Without one box per character there is no place to tell: the lines of the text, one below the other. */
static void read_unplaced(GArray *words, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i]; i++) {
		g_auto(GStrv) parts = g_strsplit_set(lines[i], " \t\r\f", -1);
		double left = 0;
		for (guint j = 0; parts[j]; j++) {
			if (!*parts[j])
				continue;
			double width = 5.0 * (double)g_utf8_strlen(parts[j], -1);
			struct pdf_word word = {.text = g_strdup(parts[j]), .left = left, .right = left + width};
			word.top = i * 12.0;
			word.bottom = word.top + 12;
			word.size = 10;
			left = word.right + 3;
			g_array_append_val(words, word);
		}
	}
}

static void read_glyphs(struct builder *builder, const char *text, const PopplerRectangle *boxes, GList *styles)
{
	struct glyph glyph = {0};
	const GList *known = NULL;
	int index = 0;
	for (const char *at = text; *at; at = g_utf8_next_char(at), index++) {
		while (styles && styles->next && ((PopplerTextAttributes *)styles->data)->end_index < index)
			styles = styles->next;
		if (styles != known)
			glyph.style = style_of(styles->data);
		known = styles;
		glyph.c = g_utf8_get_char(at);
		glyph.box = boxes[index];
		if (!g_unichar_isspace(glyph.c)) {
			add_glyph(builder, &glyph);
			continue;
		}
		finish_word(builder);
		builder->starts_run |= glyph.c == '\n';
	}
	finish_word(builder);
}

void pdf_words_read(GArray *words, PopplerPage *page)
{
	g_autofree char *text = poppler_page_get_text(page);
	g_autofree PopplerRectangle *boxes = NULL;
	guint count = 0;
	if (!text || !*text)
		return;
	bool is_placed = poppler_page_get_text_layout(page, &boxes, &count) && (glong)count == g_utf8_strlen(text, -1);
	if (!is_placed) {
		read_unplaced(words, text);
		return;
	}
	GList *styles = poppler_page_get_text_attributes(page);
	struct builder builder = {.words = words, .text = g_string_new(NULL), .starts_run = true};
	read_glyphs(&builder, text, boxes, styles);
	g_string_free(builder.text, TRUE);
	poppler_page_free_text_attributes(styles);
}
