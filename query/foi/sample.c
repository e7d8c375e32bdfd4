/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

#include <string.h>

static void item_free(gpointer data)
{
	struct sample_item *item = data;
	g_free(item->key);
	g_free(item->id);
	g_free(item);
}

void sample_init(struct sample *sample, const char *seed, guint size)
{
	*sample = (struct sample){g_strdup(seed), size, 0, g_ptr_array_new_with_free_func(item_free)};
}

void sample_clear(struct sample *sample)
{
	g_free(sample->seed);
	g_clear_pointer(&sample->items, g_ptr_array_unref);
}

static gint compare_items(gconstpointer a, gconstpointer b)
{
	const struct sample_item *one = *(struct sample_item *const *)a;
	const struct sample_item *other = *(struct sample_item *const *)b;
	return strcmp(one->key, other->key);
}

void sample_close(struct sample *sample)
{
	g_ptr_array_sort(sample->items, compare_items);
	if (sample->items->len > sample->size)
		g_ptr_array_set_size(sample->items, (gint)sample->size);
}

void sample_offer(struct sample *sample, const char *id, guint32 docid)
{
	sample->population++;
	if (sample->size == 0)
		return;
	struct sample_item *item = g_new0(struct sample_item, 1);
	g_autofree char *text = g_strjoin(":", sample->seed, id, NULL);
	*item = (struct sample_item){g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1), g_strdup(id), docid};
	g_ptr_array_add(sample->items, item);
	/* What is beyond the size goes from time to time, so that a big population takes no room. */
	if (sample->items->len >= 1024 && sample->items->len / 2 >= sample->size)
		sample_close(sample);
}
