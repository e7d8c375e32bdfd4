/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a power cut leaves on a disk: replays what broken_disk wrote down, up to a place, and keeps of it what is bound to be
 * there, with or without what may be. Bound to be there is what was synced: a file's bytes by a sync of the file, its name by
 * a sync of the folder. Everything since may be lost or not, piece by piece, and the last piece by halves.
 *
 *   power_cut LOG                             how many things were done
 *   power_cut LOG BEFORE AFTER PLACE KEEP SEED  the folder AFTER, from BEFORE (may be missing) and the first PLACE of them.
 *                                             KEEP: "none" of what is not bound to be there, "all", "names" alone, "some" by
 *                                             chance */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "disk_log.h"

struct inode {
	GByteArray *safe;   /* what was synced */
	GPtrArray *pending; /* const struct disk_note * since, the bytes behind them */
};

struct disk {
	GHashTable *names;      /* char * -> struct inode *, as the program sees them */
	GHashTable *safe_names; /* likewise, as they were synced */
	GPtrArray *pending;     /* const struct disk_note *: makes, renames and unlinks since */
	GPtrArray *makes;       /* struct inode *, of each of these that is a make, else NULL */
};

static G_NORETURN void fail(const char *what)
{
	fprintf(stderr, "power_cut: %s\n", what);
	exit(2);
}

static struct inode *inode_new(void)
{
	struct inode *inode = g_new(struct inode, 1);
	*inode = (struct inode){g_byte_array_new(), g_ptr_array_new()};
	return inode;
}

static GHashTable *names_new(void)
{
	return g_hash_table_new(g_str_hash, g_str_equal);
}

static void load(struct disk *disk, const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		char *bytes = NULL;
		gsize len = 0;
		if (!g_file_get_contents(path, &bytes, &len, NULL))
			fail("the folder before cannot be read");
		struct inode *inode = inode_new();
		g_byte_array_append(inode->safe, (guint8 *)bytes, (guint)len);
		g_hash_table_insert(disk->names, g_strdup(name), inode);
		g_hash_table_insert(disk->safe_names, g_strdup(name), inode);
		g_free(bytes);
	}
}

static void copy_names(GHashTable *to, GHashTable *from)
{
	GHashTableIter iter;
	gpointer name, inode;
	g_hash_table_remove_all(to);
	g_hash_table_iter_init(&iter, from);
	while (g_hash_table_iter_next(&iter, &name, &inode))
		g_hash_table_insert(to, name, inode);
}

static void change_names(GHashTable *names, const struct disk_note *note, struct inode *made)
{
	if (note->act == DISK_RENAME)
		g_hash_table_insert(names, g_strdup(note->to), g_hash_table_lookup(names, note->name));
	if (note->act == DISK_RENAME || note->act == DISK_UNLINK)
		g_hash_table_remove(names, note->name);
	else
		g_hash_table_insert(names, g_strdup(note->name), made);
}

static void set_size(GByteArray *bytes, guint len)
{
	guint before = bytes->len;
	g_byte_array_set_size(bytes, len);
	if (len > before)
		memset(bytes->data + before, 0, len - before);
}

static void apply(GByteArray *bytes, const struct disk_note *note, uint64_t len)
{
	guint end = (guint)((uint64_t)note->offset + len);
	if (note->act == DISK_TRUNCATE || note->act == DISK_CUT) {
		set_size(bytes, note->act == DISK_CUT ? (guint)note->offset : 0);
		return;
	}
	if (bytes->len < end)
		set_size(bytes, end);
	memcpy(bytes->data + note->offset, note + 1, len);
}

static void sync_file(struct inode *inode)
{
	for (guint i = 0; i < inode->pending->len; i++) {
		const struct disk_note *note = g_ptr_array_index(inode->pending, i);
		apply(inode->safe, note, note->len);
	}
	g_ptr_array_set_size(inode->pending, 0);
}

static void play(struct disk *disk, const struct disk_note *note)
{
	struct inode *inode = g_hash_table_lookup(disk->names, note->name);
	bool opens = note->act == DISK_MAKE || note->act == DISK_TRUNCATE;
	bool is_made = opens && !inode;
	if (is_made || note->act == DISK_RENAME || note->act == DISK_UNLINK) {
		inode = is_made ? inode_new() : NULL;
		change_names(disk->names, note, inode);
		g_ptr_array_add(disk->pending, (gpointer)note);
		g_ptr_array_add(disk->makes, inode);
	} else if (note->act == DISK_SYNC && *note->name == '\0') {
		copy_names(disk->safe_names, disk->names);
		g_ptr_array_set_size(disk->pending, 0);
		g_ptr_array_set_size(disk->makes, 0);
	} else if (!inode) {
		fail("a file that nobody made");
	} else if (note->act == DISK_SYNC) {
		sync_file(inode);
	} else if (note->act != DISK_MAKE) {
		g_ptr_array_add(inode->pending, (gpointer)note);
	}
}

/* Names change in their order; each write that came to the disk is whole, but for the last. */
static void settle(struct disk *disk, const char *keep, GRand *rand)
{
	bool by_chance = g_str_equal(keep, "some");
	guint count = g_str_equal(keep, "none") ? 0 : disk->pending->len;
	if (by_chance)
		count = (guint)g_rand_int_range(rand, 0, (gint32)disk->pending->len + 1);
	for (guint i = 0; i < count; i++)
		change_names(disk->safe_names, g_ptr_array_index(disk->pending, i), g_ptr_array_index(disk->makes, i));
	if (!by_chance && !g_str_equal(keep, "all"))
		return;
	GHashTableIter iter;
	gpointer inode;
	g_hash_table_iter_init(&iter, disk->safe_names);
	while (g_hash_table_iter_next(&iter, NULL, &inode)) {
		const GPtrArray *pending = ((struct inode *)inode)->pending;
		for (guint i = 0; i < pending->len; i++) {
			const struct disk_note *note = g_ptr_array_index(pending, i);
			bool is_torn = by_chance && i + 1 == pending->len;
			if (!by_chance || g_rand_boolean(rand))
				apply(((struct inode *)inode)->safe, note, is_torn ? note->len / 2 : note->len);
		}
	}
}

static void save(const struct disk *disk, const char *folder)
{
	GHashTableIter iter;
	gpointer name, inode;
	if (g_mkdir_with_parents(folder, 0777) != 0)
		fail("the folder after cannot be made");
	g_hash_table_iter_init(&iter, disk->safe_names);
	while (g_hash_table_iter_next(&iter, &name, &inode)) {
		const GByteArray *bytes = ((const struct inode *)inode)->safe;
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (!g_file_set_contents(path, (const char *)bytes->data, (gssize)bytes->len, NULL))
			fail("the folder after cannot be written");
	}
}

static GPtrArray *read_log(const char *path)
{
	char *bytes = NULL;
	gsize len = 0;
	if (!g_file_get_contents(path, &bytes, &len, NULL))
		fail("no log");
	GPtrArray *notes = g_ptr_array_new();
	for (gsize at = 0; at + sizeof(struct disk_note) <= len;) {
		struct disk_note *note = g_malloc(sizeof(struct disk_note));
		memcpy(note, bytes + at, sizeof(*note));
		at += sizeof(*note);
		if (note->len > len - at)
			fail("the log is cut short");
		note = g_realloc(note, sizeof(*note) + note->len);
		memcpy(note + 1, bytes + at, note->len);
		at += note->len;
		g_ptr_array_add(notes, note);
	}
	g_free(bytes);
	return notes;
}

int main(int argc, char **argv)
{
	if (argc != 2 && argc != 7)
		fail("usage: power_cut LOG [BEFORE AFTER PLACE KEEP SEED]");
	GPtrArray *notes = read_log(argv[1]);
	if (argc == 2) {
		printf("%u\n", notes->len);
		return 0;
	}
	struct disk disk = {names_new(), names_new(), g_ptr_array_new(), g_ptr_array_new()};
	load(&disk, argv[2]);
	guint place = (guint)strtoul(argv[4], NULL, 10);
	for (guint i = 0; i < MIN(place, notes->len); i++)
		play(&disk, g_ptr_array_index(notes, i));
	g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)strtoul(argv[6], NULL, 10));
	settle(&disk, argv[5], rand);
	save(&disk, argv[3]);
	return 0;
}
