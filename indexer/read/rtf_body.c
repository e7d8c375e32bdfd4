/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "rtf_body.h"

#include "hang.h"
#include "numbering.h"
#include "text.h"

#define TWIPS 20.0

enum {
	DEPTH_MAX = 1000,
	FONT_NONE = -1, /* a font's name is not set in that font */
	PART_BODY = 0,
	PART_NOTES = 1,
};

static struct rtf_part *add_part(struct rtf_body *body)
{
	struct rtf_part *part = g_new0(struct rtf_part, 1);
	document_init(&part->document);
	flow_init(&part->flow, &part->document, FORMAT_RTF);
	g_ptr_array_add(body->parts, part);
	return part;
}

static void part_free(gpointer data)
{
	struct rtf_part *part = data;
	document_clear(&part->document);
	g_free(part);
}

void rtf_body_init(struct rtf_body *body)
{
	*body = (struct rtf_body){.outline = -1};
	rtf_fonts_init(&body->fonts);
	body->groups = g_array_new(FALSE, FALSE, sizeof(struct rtf_group));
	body->parts = g_ptr_array_new_with_free_func(part_free);
	body->bytes = g_string_new(NULL);
	body->marker = g_string_new(NULL);
	body->name = g_string_new(NULL);
	body->headings = g_hash_table_new(NULL, NULL);
	body->contents = g_hash_table_new(NULL, NULL);
	struct rtf_group group = {.part = add_part(body), .fallback_bytes = 1, .style = -1, .outline = -1};
	add_part(body);
	g_array_append_val(body->groups, group);
}

void rtf_body_clear(struct rtf_body *body)
{
	g_array_unref(body->groups);
	g_ptr_array_unref(body->parts);
	g_string_free(body->bytes, TRUE);
	g_string_free(body->marker, TRUE);
	g_string_free(body->name, TRUE);
	g_hash_table_unref(body->headings);
	g_hash_table_unref(body->contents);
	rtf_fonts_clear(&body->fonts);
}

struct rtf_group *rtf_body_group(const struct rtf_body *body)
{
	return &g_array_index(body->groups, struct rtf_group, body->groups->len - 1);
}

/* A row begins with its first text; one outside the table ends the table. */
static void enter_place(struct rtf_part *part, const struct rtf_group *group)
{
	struct flow *flow = &part->flow;
	if (!group->in_table && flow->tables->len > 0 && !part->in_row && !group->in_box)
		flow_end_table(flow);
	if (!group->in_table || part->in_cell)
		return;
	if (flow->tables->len == 0)
		flow_start_table(flow);
	if (!part->in_row)
		flow_start_row(flow);
	flow_start_cell(flow, 1, 1, group->header_row);
	part->in_row = part->in_cell = true;
}

static void add_text(struct rtf_body *body, struct span text)
{
	const struct rtf_group *group = rtf_body_group(body);
	if (group->place == RTF_PLACE_FONTS || group->place == RTF_PLACE_STYLES)
		g_string_append_len(body->name, text.ptr, (gssize)text.len);
	if (group->hidden || group->deleted)
		return;
	if (group->place == RTF_PLACE_MARKER) {
		g_string_append_len(body->marker, text.ptr, (gssize)text.len);
	} else if (group->place == RTF_PLACE_TEXT) {
		enter_place(group->part, group);
		flow_add(&group->part->flow, text, group->styles);
	}
}

void rtf_body_settle(struct rtf_body *body)
{
	if (body->bytes->len == 0)
		return;
	g_autoptr(GString) text = g_string_new(NULL);
	struct span bytes = {body->bytes->str, body->bytes->len};
	const struct rtf_group *group = rtf_body_group(body);
	bool is_name = group->place == RTF_PLACE_FONTS || group->place == RTF_PLACE_STYLES;
	if (group->place != RTF_PLACE_NOWHERE)
		rtf_fonts_decode(text, &body->fonts, is_name ? FONT_NONE : group->font, bytes);
	g_string_truncate(body->bytes, 0);
	add_text(body, (struct span){text->str, text->len});
}

void rtf_body_add_bytes(struct rtf_body *body, struct span bytes)
{
	g_string_append_len(body->bytes, bytes.ptr, (gssize)bytes.len);
}

void rtf_body_add_char(struct rtf_body *body, gunichar c)
{
	char text[6];
	rtf_body_settle(body);
	if (c >= ' ' && g_unichar_validate(c))
		add_text(body, (struct span){text, (size_t)g_unichar_to_utf8(c, text)});
}

static bool is_printed(const struct rtf_group *group)
{
	return group->place == RTF_PLACE_TEXT && !group->hidden && !group->deleted;
}

void rtf_body_add_tab(struct rtf_body *body)
{
	rtf_body_settle(body);
	const struct rtf_group *group = rtf_body_group(body);
	add_text(body, span_of(" ")); /* into a label, or where the paragraph starts */
	if (is_printed(group))
		flow_add_tab(&group->part->flow);
}

void rtf_body_add_break(struct rtf_body *body)
{
	rtf_body_settle(body);
	const struct rtf_group *group = rtf_body_group(body);
	if (!is_printed(group))
		return;
	enter_place(group->part, group);
	flow_add_break(&group->part->flow);
}

bool rtf_body_open(struct rtf_body *body)
{
	rtf_body_settle(body);
	if (body->groups->len >= DEPTH_MAX)
		return false;
	struct rtf_group group = *rtf_body_group(body);
	group.is_starred = group.is_box = false;
	g_array_append_val(body->groups, group);
	return true;
}

static char *take_marker(struct rtf_body *body)
{
	g_autofree char *marker = text_squeeze((struct span){body->marker->str, body->marker->len});
	g_string_truncate(body->marker, 0);
	gunichar first = g_utf8_get_char(marker);
	bool is_alone = *marker && *g_utf8_next_char(marker) == '\0';
	if (is_alone && (hang_is_bullet(first) || first == 'o')) /* Courier's o is Word's second bullet */
		return g_strdup(numbering_bullet(marker));
	return *marker ? g_steal_pointer(&marker) : NULL;
}

void rtf_body_end_paragraph(struct rtf_body *body)
{
	rtf_body_settle(body);
	const struct rtf_group *group = rtf_body_group(body);
	struct rtf_part *part = group->part;
	if (group->place != RTF_PLACE_TEXT || group->deleted)
		return;
	enter_place(part, group);
	struct flow_paragraph paragraph = {.role = LINE_PLAIN, .marker = take_marker(body)};
	gpointer style = GINT_TO_POINTER(group->style);
	int heading = GPOINTER_TO_INT(g_hash_table_lookup(body->headings, style));
	if (group->outline >= 0)
		heading = MIN(group->outline + 1, 6);
	paragraph.left = (group->left + group->first) / TWIPS;
	paragraph.hang = group->first < 0 ? group->left / TWIPS : 0;
	paragraph.level = heading > 0 ? heading : paragraph.marker ? 1 : 0;
	if (part->is_header || part->is_footer || g_hash_table_contains(body->contents, style))
		paragraph.role = LINE_FURNITURE;
	else if (heading > 0)
		paragraph.role = LINE_HEADING;
	else if (paragraph.marker)
		paragraph.role = LINE_ITEM;
	flow_end(&part->flow, &paragraph);
}

void rtf_body_end_cell(struct rtf_body *body)
{
	rtf_body_settle(body);
	struct rtf_group *group = rtf_body_group(body);
	if (group->place != RTF_PLACE_TEXT)
		return;
	group->in_table = true; /* some programs say so only once */
	enter_place(group->part, group);
	rtf_body_end_paragraph(body);
	flow_end_cell(&group->part->flow);
	group->part->in_cell = false;
}

void rtf_body_end_row(struct rtf_body *body)
{
	rtf_body_settle(body);
	struct rtf_part *part = rtf_body_group(body)->part;
	if (part->in_cell)
		flow_end_cell(&part->flow);
	part->in_row = part->in_cell = false;
}

static void end_part(struct rtf_body *body)
{
	if (rtf_body_group(body)->part->flow.at_hand.text->len > 0)
		rtf_body_end_paragraph(body);
}

void rtf_body_close(struct rtf_body *body)
{
	rtf_body_settle(body);
	if (body->groups->len < 2)
		return;
	struct rtf_group *group = rtf_body_group(body);
	const struct rtf_group *outer = group - 1;
	if (group->part != outer->part)
		end_part(body);
	if (group->is_box) {
		end_part(body);
		flow_take_up(&group->part->flow, group->aside);
	}
	g_array_set_size(body->groups, body->groups->len - 1);
}

static void start_part(struct rtf_group *group, struct rtf_part *part)
{
	group->part = part;
	group->place = RTF_PLACE_TEXT;
	group->in_table = false;
}

void rtf_body_start_margin(struct rtf_body *body, bool is_footer)
{
	struct rtf_part *part = add_part(body);
	part->is_header = !is_footer;
	part->is_footer = is_footer;
	start_part(rtf_body_group(body), part);
}

void rtf_body_start_note(struct rtf_body *body)
{
	start_part(rtf_body_group(body), body->parts->pdata[PART_NOTES]);
}

void rtf_body_start_box(struct rtf_body *body)
{
	struct rtf_group *group = rtf_body_group(body);
	if (group->is_box || !group->part)
		return;
	group->place = RTF_PLACE_TEXT;
	group->in_table = false;
	group->is_box = group->in_box = true;
	group->aside = flow_set_aside(&group->part->flow);
}

void rtf_body_finish(struct rtf_body *body, struct document *document)
{
	g_autoptr(GHashTable) headers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) footers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct flow flow;
	while (body->groups->len > 1) /* of a file that was cut off */
		rtf_body_close(body);
	rtf_body_settle(body);
	end_part(body);
	flow_init(&flow, document, FORMAT_RTF);
	for (guint i = 0; i < body->parts->len; i++)
		flow_finish(&((struct rtf_part *)body->parts->pdata[i])->flow);
	for (guint i = 0; i < body->parts->len; i++) {
		struct rtf_part *part = body->parts->pdata[i];
		if (part->is_header)
			flow_move_margin(&flow, &part->document, headers);
	}
	flow_move(&flow, &((struct rtf_part *)body->parts->pdata[PART_BODY])->document);
	flow_move(&flow, &((struct rtf_part *)body->parts->pdata[PART_NOTES])->document);
	for (guint i = 0; i < body->parts->len; i++) {
		struct rtf_part *part = body->parts->pdata[i];
		if (part->is_footer)
			flow_move_margin(&flow, &part->document, footers);
	}
	flow_finish(&flow);
}
