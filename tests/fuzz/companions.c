/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a file that lies with the papers: manifest.csv, people.csv, topics.ini, thesaurus.ini. Each is read as all
 * four. */
#include <sys/syscall.h>
#include <unistd.h>

#include "aliases.h"
#include "claims.h"
#include "fault.h"
#include "fuzz.h"
#include "manifest.h"
#include "thesaurus.h"
#include "topics.h"

static void check_refusal(const GError *error, enum fault_code code)
{
	demand(g_error_matches(error, FAULT, (gint)code), "a refusal has its code");
	demand(g_utf8_validate(error->message, -1, NULL), "a message is UTF-8");
}

static void check_manifest(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func(g_free);
	struct manifest *manifest = NULL;
	if (!manifest_open(&manifest, path, said, said, &error)) {
		check_refusal(error, FAULT_INPUT);
		return;
	}
	g_autofree char *digest = manifest_digest(manifest_find(manifest, "/paper"));
	demand(digest != NULL, "every entry has a digest");
	for (guint n = 0; n < said->len; n++)
		demand(g_str_has_prefix(said->pdata[n], path), "what is said names the file");
	manifest_close(manifest);
}

static void check_aliases(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) aliases = NULL;
	if (!aliases_read(&aliases, path, &error))
		check_refusal(error, FAULT_QUERY);
	for (guint n = 0; aliases && n < aliases->len; n++) {
		const struct alias *alias = g_ptr_array_index(aliases, n);
		demand(*alias->person && *alias->alias, "no empty name is taken");
	}
}

static void check_topics(const char *path)
{
	g_autoptr(GError) error = NULL;
	struct stemmer *stemmer = stemmer_new();
	struct topics *topics = NULL;
	if (topics_open(&topics, path, stemmer, &error))
		topics_close(topics);
	else
		check_refusal(error, FAULT_INPUT);
	stemmer_free(stemmer);
}

static void check_thesaurus(struct span bytes)
{
	g_autoptr(GError) error = NULL;
	struct thesaurus *thesaurus = NULL;
	if (!thesaurus_parse(&thesaurus, bytes, &error)) {
		check_refusal(error, FAULT_INPUT);
		return;
	}
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GArray) forms = g_array_new(FALSE, FALSE, sizeof(struct thesaurus_form));
	thesaurus_names(names, thesaurus);
	for (guint n = 0; n < names->len; n++)
		demand(thesaurus_find(forms, thesaurus, span_of(names->pdata[n])) != NULL,
		       "every name finds its family");
	thesaurus_free(thesaurus);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_thesaurus((struct span){(const char *)data, size});
	int file = (int)syscall(SYS_memfd_create, "companion", 0U);
	demand(file >= 0 && write(file, data, size) == (ssize_t)size, "the file can be made");
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file);
	check_manifest(path);
	check_aliases(path);
	check_topics(path);
	close(file);
	return 0;
}
