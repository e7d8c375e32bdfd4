/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Word and OpenDocument files, Rich Text and mail. The first line says which. "=== NAME" and the like part an archive's
 * members, so that what is tried is their XML and not the archive's checksums. */
#include <string.h>

#include "claims.h"
#include "extract.h"
#include "fuzz.h"
#include "small_zip.h"

#define MEMBER "=== "
#define MEMBERS 16
#define NAME_BYTES 60

typedef bool (*extractor)(struct document *, struct span, GError **);

static const struct {
	const char *name;
	extractor extract;
	bool is_archive;
} formats[] = {
	{"docx", extract_docx, true},
	{"odt", extract_odt, true},
	{"rtf", extract_rtf, false},
	{"eml", extract_eml, false},
};

static bool is_new_name(const struct small_file *files, const char *name)
{
	for (; files->name; files++)
		if (strcmp(files->name, name) == 0)
			return false;
	return *name && strlen(name) <= NAME_BYTES;
}

/* `text` is cut into the members, which look into it. NULL where there are none. */
static GBytes *pack(char *text)
{
	struct small_file files[MEMBERS + 1] = {{NULL, NULL}};
	guint count = 0;
	char *at = g_str_has_prefix(text, MEMBER) ? text : NULL;
	while (at && count < MEMBERS) {
		char *name = at + strlen(MEMBER);
		char *end = strchr(name, '\n');
		if (!end)
			break;
		*end = '\0';
		at = strstr(end + 1, "\n" MEMBER);
		if (at)
			*at++ = '\0';
		if (is_new_name(files, name))
			files[count++] = (struct small_file){name, end + 1};
	}
	return count > 0 ? small_zip(files, NULL) : NULL;
}

static void check(size_t format, char *text, size_t len)
{
	if (!formats[format].is_archive) {
		claims_check_bytes(formats[format].extract, (struct span){text, len});
		return;
	}
	if (!g_utf8_validate(text, -1, NULL))
		return;
	g_autoptr(GBytes) bytes = pack(text);
	if (!bytes)
		return;
	gsize packed = 0;
	const char *ptr = g_bytes_get_data(bytes, &packed);
	claims_check_bytes(formats[format].extract, (struct span){ptr, packed});
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	for (size_t n = 0; n < G_N_ELEMENTS(formats); n++) {
		size_t head = strlen(formats[n].name) + 1;
		if (size >= head && text[head - 1] == '\n' && strncmp(text, formats[n].name, head - 1) == 0) {
			g_autofree char *rest = g_memdup2(text + head, size + 1 - head);
			check(n, rest, size - head);
		}
	}
	return 0;
}
