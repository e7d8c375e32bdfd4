/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "setting.h"

#include "text.h"

#define BACK_TO_PLAIN "\x1b[0m"

#define ESCAPE '\x1b'

void setting_init(struct setting *setting, GString *out, const char *margin, size_t column)
{
	*setting = (struct setting){.out = out, .margin = margin, .column = column, .word = g_string_new(NULL)};
}

/* The bytes of the character at `text` with the marks that stand on it; of a look the whole escape. */
static size_t cluster_len(const char *text)
{
	if (*text == ESCAPE)
		return strcspn(text, "m") + 1;
	const char *end = g_utf8_next_char(text);
	while (*end && *end != ESCAPE && text_width((struct span){end, (size_t)(g_utf8_next_char(end) - end)}) == 0)
		end = g_utf8_next_char(end);
	return (size_t)(end - text);
}

static size_t cluster_width(const char *text, size_t len)
{
	return *text == ESCAPE ? 0 : text_width((struct span){text, len});
}

static size_t word_width(const char *word)
{
	size_t width = 0;
	for (size_t len; *word; word += len) {
		len = cluster_len(word);
		width += cluster_width(word, len);
	}
	return width;
}

static void begin_line(struct setting *setting)
{
	g_string_append_printf(setting->out, "\n%s", setting->margin);
	setting->column = text_width(span_of(setting->margin));
}

/* A word that fits in no line goes on in the next where this one is full, as Chinese does. */
static void set_long_word(struct setting *setting, const char *word)
{
	for (size_t len; *word; word += len) {
		len = cluster_len(word);
		size_t width = cluster_width(word, len);
		if (setting->column + width > setting->width)
			begin_line(setting);
		g_string_append_len(setting->out, word, (gssize)len);
		setting->column += width;
	}
}

/* Sets the word that is held, behind its space or at the beginning of a line. */
static void set_word(struct setting *setting)
{
	const char *word = setting->word->str;
	size_t width = word_width(word);
	size_t margin = text_width(span_of(setting->margin));
	bool folds = setting->width > 0;
	bool is_long = folds && margin + width > setting->width;
	/* Two columns: the widest character. */
	size_t wanted = setting->has_space + (is_long ? 2 : width);
	if (setting->has_space && folds && setting->column + wanted > setting->width) {
		begin_line(setting);
	} else if (setting->has_space) {
		g_string_append_c(setting->out, ' ');
		setting->column++;
	}
	if (is_long) {
		set_long_word(setting, word);
	} else {
		g_string_append(setting->out, word);
		setting->column += width;
	}
	setting->has_space = false;
	g_string_truncate(setting->word, 0);
}

void setting_clear(struct setting *setting)
{
	if (setting->word->len > 0)
		set_word(setting);
	g_string_free(setting->word, TRUE);
}

void setting_line(struct setting *setting)
{
	if (setting->word->len > 0)
		set_word(setting);
	setting->has_space = false;
	begin_line(setting);
}

void setting_run(struct setting *setting, struct span run, const char *look)
{
	if (run.len == 0)
		return;
	bool looks = setting->color && *look;
	g_autofree char *text = text_printable(run);
	bool is_begun = false;
	for (const char *at = text;;) {
		size_t len = strcspn(at, " ");
		if (looks && !is_begun && len > 0)
			g_string_append(setting->word, look);
		is_begun = is_begun || len > 0;
		g_string_append_len(setting->word, at, (gssize)len);
		at += len;
		if (!*at)
			break;
		if (setting->word->len > 0)
			set_word(setting);
		setting->has_space = true;
		at++;
	}
	if (looks && is_begun)
		g_string_append(setting->word, BACK_TO_PLAIN);
}

void setting_text(struct setting *setting, const char *text, const char *look)
{
	setting_run(setting, span_of(text), look);
}

void setting_snippet(struct setting *setting, struct span text, const struct snippet *snippet, const GArray *marks)
{
	setting_text(setting, snippet->cut_before ? "\u2026 " : "", SETTING_PLAIN);
	size_t at = snippet->start;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark mark = g_array_index(marks, struct match_mark, n);
		if (mark.end <= at || mark.start >= snippet->end)
			continue;
		size_t start = MAX(mark.start, at);
		size_t end = MIN(mark.end, snippet->end);
		setting_run(setting, span_cut(text, at, start), SETTING_PLAIN);
		setting_run(setting, span_cut(text, start, end), SETTING_BOLD);
		at = end;
	}
	setting_run(setting, span_cut(text, at, snippet->end), SETTING_PLAIN);
	setting_text(setting, snippet->cut_after ? " \u2026" : "", SETTING_PLAIN);
}

char *setting_cut(const char *text, size_t width)
{
	g_autofree char *repaired = text_repair(span_of(text), NULL);
	g_autofree char *harmless = text_printable(span_of(repaired));
	if (text_width(span_of(harmless)) <= width)
		return g_steal_pointer(&harmless);
	GString *out = g_string_new(NULL);
	size_t column = 0;
	for (const char *at = harmless; *at && width > 0;) {
		size_t len = cluster_len(at);
		column += text_width((struct span){at, len});
		if (column + 1 > width)
			break;
		g_string_append_len(out, at, (gssize)len);
		at += len;
	}
	if (width > 0)
		g_string_append(out, "\u2026");
	return g_string_free(out, FALSE);
}

void setting_pad(GString *out, size_t taken, size_t width)
{
	for (; taken < width; taken++)
		g_string_append_c(out, ' ');
}
