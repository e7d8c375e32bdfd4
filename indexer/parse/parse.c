/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "parse.h"

#include "layout.h"
#include "meeting.h"
#include "people.h"
#include "segment.h"
#include "standing.h"
#include "topics.h"

static void override(char **field, const char *value)
{
	if (!value)
		return;
	g_free(*field);
	*field = g_strdup(value);
}

/* The manifest supplies what a paper does not say: its word beats a guess and loses to what the paper states. */
static void apply_manifest(struct paper *paper, const struct manifest_entry *entry)
{
	for (guint i = 0; i < paper->parts->len; i++) {
		struct part *part = &g_array_index(paper->parts, struct part, i);
		if (entry->date && part->date_basis != BASIS_STATED) {
			override(&part->date, entry->date);
			part->date_basis = BASIS_MANIFEST;
		}
		if (!part->council)
			override(&part->council, entry->council);
		if (!part->body)
			override(&part->body, entry->body);
		if (!part->classification)
			override(&part->classification, entry->classification);
		enum record_type type;
		if (part->type == TYPE_OTHER && entry->type && record_type_of(&type, entry->type)) {
			part->type = type;
			for (guint j = part->first; j < part->end; j++)
				((struct record *)g_ptr_array_index(paper->records, j))->type = type;
		}
	}
}

static bool is_recognised(const struct record *record, const struct document *document)
{
	for (int page = record->page; page > 0 && page <= MIN(record->page_end, (int)document->pages->len); page++)
		if (((const struct page *)document->pages->pdata[page - 1])->is_recognised)
			return true;
	return false;
}

static void fill_record(struct record *record, const struct part *part, const struct parse_input *input, guint number)
{
	record->id = g_strdup_printf("%.12s#%u", input->sha256, number);
	record->path = g_strdup(input->path);
	record->council = g_strdup(part->council);
	record->body = g_strdup(part->body);
	record->date = g_strdup(part->date);
	record->date_basis = part->date_basis;
	record->classification = g_strdup(part->classification);
	if (input->manifest)
		record->url = g_strdup(input->manifest->url);
}

void parse_document(struct paper *paper, const struct document *document, const struct parse_input *input)
{
	g_autoptr(GArray) blocks = layout_blocks(document);
	segment_blocks(paper, blocks, document);
	meeting_attribute(paper, document, input->path);
	if (input->manifest)
		apply_manifest(paper, input->manifest);
	for (guint i = 0; i < paper->parts->len; i++) {
		const struct part *part = &g_array_index(paper->parts, struct part, i);
		for (guint j = part->first; j < part->end; j++) {
			struct record *record = g_ptr_array_index(paper->records, j);
			fill_record(record, part, input, j + 1);
			if (is_recognised(record, document))
				record->source = g_strdup("ocr");
		}
	}
	standing_mark(paper);
	people_attribute(paper);
	if (input->topics)
		topics_attribute(paper, input->topics, input->stemmer);
}
