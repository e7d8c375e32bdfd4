/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "furniture.h"

#include <string.h>

#include "body.h"
#include "caption.h"

/* Whole lines that are never the paper's own words. Compared without case. */
static const char *const constant_lines[] = {"this page is intentionally left blank",
					     "this page is left intentionally blank",
					     "public document pack",
					     "blank page",
					     "intentionally left blank",
					     NULL};

/* Lines of a meeting's web page, furniture only on such a page. */
static const char *const web_lines[] = {"view directions",
					"no. item",
					"no.",
					"item",
					"items",
					"media",
					"minutes:",
					"decision:",
					"decisions:",
					"additional documents:",
					"attendance details",
					"agenda frontsheet",
					"share this page",
					"back to top",
					"print page",
					"printed minutes",
					"agenda reports pack",
					"skip to main content",
					"section menu",
					"pdf icon",
					"supporting documents:",
					"show expanded view",
					"show standard view",
					"download",
					NULL};

/* What ends a line of such a page behind the paper's words. */
static const char *const web_tails[] = {"view directions", "view background papers", NULL};

static bool equals_any(const char *text, const char *const *list)
{
	for (; *list; list++)
		if (g_ascii_strcasecmp(text, *list) == 0)
			return true;
	return false;
}

static const char *skip_digits(const char *at)
{
	while (g_ascii_isdigit(*at))
		at++;
	return at;
}

char *furniture_page_number(const char *text)
{
	const char *at = text + strspn(text, "-–— !");
	if (g_ascii_strncasecmp(at, "page ", 5) == 0)
		at += 5 + strspn(at + 5, " ");
	const char *end = skip_digits(at);
	if (end == at || end - at > 4)
		return NULL;
	const char *rest = end + strspn(end, " ");
	if (g_ascii_strncasecmp(rest, "of ", 3) == 0 || rest[0] == '/')
		rest = skip_digits(rest + strspn(rest, "of /"));
	rest += strspn(rest, "-–— ");
	return *rest ? NULL : g_strndup(at, (gsize)(end - at));
}

char *furniture_stamp(const char *text)
{
	static const char *const leads[] = {"agenda item", "minute item", NULL};
	for (int i = 0; leads[i]; i++) {
		size_t len = strlen(leads[i]);
		if (g_ascii_strncasecmp(text, leads[i], len) != 0)
			continue;
		const char *at = text + len;
		if (g_ascii_strncasecmp(at, " number", 7) == 0)
			at += 7;
		else if (g_ascii_strncasecmp(at, " no", 3) == 0)
			at += 3;
		at += strspn(at, ".: ");
		size_t ref = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.()");
		bool numbered = ref > 0 && ref <= 6 && strcspn(at, "0123456789") < ref;
		if (numbered && at[ref] == '\0' && i == 0)
			return g_strndup(at, ref);
	}
	return NULL;
}

/* "PDF 83 KB", "pdf icon PDF 1 MB", ", item 5. pdf icon PDF 175 KB", "DOC 12 KB": where it starts, or NULL. */
static const char *file_size_tail(const char *text)
{
	size_t len = strlen(text);
	if (len < 6 || (strcmp(text + len - 3, " KB") != 0 && strcmp(text + len - 3, " MB") != 0))
		return NULL;
	const char *at = text + len - 3;
	while (at > text && (g_ascii_isdigit(at[-1]) || at[-1] == '.'))
		at--;
	if (at == text + len - 3 || at - text < 4 || at[-1] != ' ')
		return NULL;
	const char *kind = at - 1;
	while (kind > text && g_ascii_isupper(kind[-1]))
		kind--;
	if (kind == at - 1)
		return NULL;
	static const char icon[] = "pdf icon ";
	size_t before = (size_t)(kind - text);
	if (before >= sizeof icon - 1 && g_ascii_strncasecmp(kind - (sizeof icon - 1), icon, sizeof icon - 1) == 0)
		kind -= sizeof icon - 1;
	return kind;
}

static bool is_web_page(const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		const char *text = g_array_index(lines, struct printed, i).text;
		bool tells = g_ascii_strcasecmp(text, "view directions") == 0 || file_size_tail(text) ||
			     g_str_has_suffix(text, " View directions") || g_ascii_strcasecmp(text, "no. item") == 0;
		if (tells)
			return true;
	}
	return false;
}

/* Cuts the line into the paper's words, which stay, and furniture. */
static struct printed cut_tail(struct printed *line, size_t at)
{
	struct printed tail = *line;
	tail.text = g_strdup(line->text + at);
	tail.furniture = true;
	tail.gap = 0;
	tail.label = (struct label){.style = LABEL_NONE};
	line->text[at] = '\0';
	g_strchomp(line->text);
	line->lead = MIN(line->lead, strlen(line->text));
	return tail;
}

/* Where furniture starts in a line of a web page; NULL for nowhere. */
static const char *web_tail(const char *text)
{
	const char *tail = file_size_tail(text);
	size_t len = strlen(text);
	for (int t = 0; !tail && web_tails[t]; t++) {
		size_t want = strlen(web_tails[t]);
		if (len > want && g_ascii_strcasecmp(text + len - want, web_tails[t]) == 0)
			tail = text + len - want;
	}
	if (!tail && (equals_any(text, web_lines) || g_str_has_prefix(text, "... view the full")))
		tail = text;
	return tail;
}

static void mark_web(GArray *lines)
{
	gsize len = 0;
	g_autofree struct printed *whole = g_array_steal(lines, &len);
	for (gsize i = 0; i < len; i++) {
		struct printed line = whole[i];
		const char *tail = line.furniture ? NULL : web_tail(line.text);
		bool cuts = tail && tail > line.text;
		line.furniture |= tail == line.text;
		struct printed rest = cuts ? cut_tail(&line, (size_t)(tail - line.text)) : line;
		g_array_append_val(lines, line);
		if (cuts)
			g_array_append_val(lines, rest);
	}
}

/* What repeats is compared without its numbers, "Page 3" and "Page 4" are the same footer, and by its place on the page
 * where that is known. */
static char *repeat_key(const struct printed *line)
{
	const char *text = line->text;
	GString *key = g_string_new(NULL);
	if (line->source->size > 0)
		g_string_append_printf(key, "%c@", 'A' + (int)(line->source->top / 8));
	for (const char *at = text; *at; at++) {
		if (!g_ascii_isdigit(*at))
			g_string_append_c(key, *at);
		else if (key->len == 0 || key->str[key->len - 1] != '#')
			g_string_append_c(key, '#');
	}
	return g_string_free(key, FALSE);
}

/* How many lines of a page's head or foot are looked at for repeats. */
enum { EDGE_LINES = 4, EDGE_PARTS = 24 };

struct edges {
	GHashTable *counts; /* repeat key -> pages */
	guint pages;
};

/* The distance of line i from its page's nearer edge, in lines (baselines). */
static int edge_distance(const GArray *lines, guint i)
{
	const struct printed *line = &g_array_index(lines, struct printed, i);
	int up = 0, down = 0;
	for (guint j = i; j-- > 0 && up < EDGE_LINES;) {
		const struct printed *other = &g_array_index(lines, struct printed, j);
		if (other->page != line->page)
			break;
		up += other->source->baseline != g_array_index(lines, struct printed, j + 1).source->baseline;
	}
	for (guint j = i + 1; j < lines->len && down < EDGE_LINES; j++) {
		const struct printed *other = &g_array_index(lines, struct printed, j);
		if (other->page != line->page)
			break;
		down += other->source->baseline != g_array_index(lines, struct printed, j - 1).source->baseline;
	}
	return MIN(up, down);
}

static void count_edges(struct edges *edges, const GArray *lines)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	int page = -1;
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = &g_array_index(lines, struct printed, i);
		if (line->page != page) {
			g_hash_table_remove_all(seen);
			page = line->page;
		}
		if (edge_distance(lines, i) >= EDGE_LINES)
			continue;
		g_autofree char *key = repeat_key(line);
		if (!g_hash_table_add(seen, g_strdup(key)))
			continue;
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(edges->counts, key)) + 1;
		g_hash_table_insert(edges->counts, g_steal_pointer(&key), GUINT_TO_POINTER(count));
	}
}

/* Beside a part of its line, and with such a line next to it: a table's figure. */
static bool is_in_table(const GArray *lines, guint i)
{
	const struct printed *line = &g_array_index(lines, struct printed, i);
	if (line->source->column == 0)
		return false;
	guint before = i, behind = i;
	while (before > 0 && g_array_index(lines, struct printed, before).source->baseline == line->source->baseline &&
	       i - before < EDGE_PARTS)
		before--;
	while (behind + 1 < lines->len && behind - i < EDGE_PARTS &&
	       g_array_index(lines, struct printed, behind).source->baseline == line->source->baseline)
		behind++;
	const struct printed *above = &g_array_index(lines, struct printed, before);
	const struct printed *below = &g_array_index(lines, struct printed, behind);
	bool under = above->page == line->page && above->source->baseline < line->source->baseline &&
		     above->source->column > 0;
	bool over = below->page == line->page && below->source->baseline > line->source->baseline &&
		    below->source->column > 0;
	return under || over;
}

/* A number alone that nothing but furniture parts from the edge of its page is the page's number. */
static bool is_edge_number(const GArray *lines, guint i)
{
	const struct printed *line = &g_array_index(lines, struct printed, i);
	g_autofree char *number = furniture_page_number(line->text);
	if (!number || is_in_table(lines, i))
		return false;
	bool first = true, last = true;
	for (guint j = i; first && j-- > 0 && g_array_index(lines, struct printed, j).page == line->page;)
		first = g_array_index(lines, struct printed, j).furniture;
	for (guint j = i + 1; last && j < lines->len && g_array_index(lines, struct printed, j).page == line->page; j++)
		last = g_array_index(lines, struct printed, j).furniture;
	return first || last;
}

static void mark_paged(GArray *lines, guint pages)
{
	struct edges edges = {.counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), .pages = pages};
	count_edges(&edges, lines);
	guint enough = pages <= 3 ? 2 : MAX(3, pages / 10);
	for (guint i = 0; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i);
		if (line->furniture || edge_distance(lines, i) >= EDGE_LINES)
			continue;
		g_autofree char *key = repeat_key(line);
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(edges.counts, key));
		bool caption = strchr(key, ':') && edge_distance(lines, i) > 0;
		bool counter = (line->label.alone && line->label.close) || line->text[0] == '(';
		bool repeats = count >= enough && edge_distance(lines, i) <= 2 && !caption && !counter &&
			       strlen(key) > 1 && !is_in_table(lines, i);
		line->furniture = repeats;
	}
	for (guint i = 0; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i);
		line->furniture = line->furniture || is_edge_number(lines, i);
	}
	g_hash_table_unref(edges.counts);
}

/* Whether the printed line at i, in one part or two, names body and meeting and nothing else, in the type of the text. */
static bool is_running_title(const GArray *lines, guint i, guint *end)
{
	const struct printed *line = &g_array_index(lines, struct printed, i), *next = line + 1;
	bool beside =
		i + 1 < lines->len && next->page == line->page && next->source->baseline == line->source->baseline;
	g_autofree char *whole = g_strjoin(" ", line->text, beside ? next->text : NULL, NULL);
	*end = i + (beside ? 2 : 1);
	return !line->strong && !line->heading && !strchr(whole, ':') && body_names_meeting(whole);
}

static void mark_running_title(GArray *lines, guint i)
{
	guint end;
	if (!is_running_title(lines, i, &end))
		return;
	for (; i < end; i++)
		g_array_index(lines, struct printed, i).furniture = true;
}

/* In a text without page marks: right behind a page's number such a line is the next page's header. */
static void mark_behind_numbers(GArray *lines)
{
	bool behind = false;
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = &g_array_index(lines, struct printed, i);
		g_autofree char *number = line->furniture ? furniture_page_number(line->text) : NULL;
		if (behind && !line->furniture)
			mark_running_title(lines, i);
		behind = number || (behind && line->furniture);
	}
}

/* The first page has its title, those behind it their header: often there are but two. */
static void mark_page_heads(GArray *lines)
{
	for (guint i = 1; i < lines->len; i++) {
		const struct printed *line = &g_array_index(lines, struct printed, i);
		if (line->page != g_array_index(lines, struct printed, i - 1).page && !line->furniture)
			mark_running_title(lines, i);
	}
}

/* In a text without page marks: a line that names the body and stands there again and again is its running header. */
static void mark_running(GArray *lines)
{
	g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < lines->len; i++) {
		const char *text = g_array_index(lines, struct printed, i).text;
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, text)) + 1;
		g_hash_table_insert(counts, (gpointer)text, GUINT_TO_POINTER(count));
	}
	for (guint i = 0; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i);
		size_t len = strlen(line->text);
		bool plain = len > 12 && len < 100 && !strchr(line->text, ':') && !strchr(".;,", line->text[len - 1]);
		if (!plain || line->furniture || GPOINTER_TO_UINT(g_hash_table_lookup(counts, line->text)) < 3)
			continue;
		g_autofree char *body = body_find(line->text, NULL);
		const char *above = i > 0 ? g_array_index(lines, struct printed, i - 1).text : "";
		bool is_value = g_str_has_suffix(above, ":") && caption_is_open(above);
		bool running = body && !is_value && (strstr(line->text, " – ") || strstr(line->text, " - "));
		line->furniture |= running;
	}
}

void furniture_mark(GArray *lines, const struct document *document)
{
	if (document->format != FORMAT_PDF && is_web_page(lines))
		mark_web(lines);
	for (guint i = 0; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i);
		g_autofree char *stamp = furniture_stamp(line->text);
		g_autofree char *number =
			g_ascii_strncasecmp(line->text, "page ", 5) == 0 ? furniture_page_number(line->text) : NULL;
		bool rule = strlen(line->text) > 2 && strspn(line->text, "-_=*~") == strlen(line->text);
		line->furniture |= stamp || number || rule || equals_any(line->text, constant_lines);
	}
	if (document->format == FORMAT_TEXT && !document->has_pages) {
		mark_running(lines);
		mark_behind_numbers(lines);
	}
	if (document->has_pages) {
		mark_paged(lines, document->pages->len);
		mark_page_heads(lines);
	}
}
