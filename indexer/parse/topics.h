/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Topics from a topics.ini: one group per topic id, `label=` its name, `terms=` phrases parted by semicolons, matched
 * on stems in titles, sections and text. Must not know how records are made or where they go. */
#ifndef MINUTEBOOK_TOPICS_H
#define MINUTEBOOK_TOPICS_H

#include "paper.h"
#include "stemmer.h"

struct topics;

/* Ids are small letters, digits and hyphens. FAULT_INPUT names the file and the line: no topics file, a key that is
 * neither of the two, a topic without terms or given twice, a phrase without a word. Yours. */
bool topics_open(struct topics **out, const char *path, struct stemmer *stemmer, GError **error);
void topics_close(struct topics *topics); /* NULL is fine */

/* Fills `topics` and `topic_terms`, one term for each topic in the order of the file, of every record that is not
 * furniture. What stands in an item's title or a section's heading holds for all records below it, since each carries
 * them. The term is the phrase as the file has it, the longest of those that start at the topic's first place. Time is
 * linear in the words of the paper. */
void topics_attribute(struct paper *paper, const struct topics *topics, struct stemmer *stemmer);

#endif
