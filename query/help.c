/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "options.h"

static const char help[] = "Usage: minutes-query [OPTION...] QUERY...\n"
			   "Finds paragraphs of council papers. Put the query in single quotes.\n"
			   "  foster carers           both words, in any form; also OR, NOT, -word, ( )\n"
			   "  \"staying put\", adopt*   exactly these words; any ending; ~uasc: all its names\n"
			   "  care ADJ/1 leaver       in this order at most n words apart; NEAR/n: any order\n"
			   "  speaker:khosla          also spoke: topic: body: council: type: kind: item:\n"
			   "                          title: section: minute: file: id: is: person:\n"
			   "  date:2013..2016         also 2016-05, 26/05/2016, ..2016-07-20, \"26 May 2016\"\n"
			   "Options; the first six narrow the search as fields do:\n"
			   "  --since DATE --until DATE --speaker NAME --topic ID --body NAME --type TYPE\n"
			   "  --any --explain --feedback  any word; what was searched; rank by the best hits\n"
			   "  -n, --limit N --offset N --sort relevance|date|-date|document\n"
			   "  --count, --facet FIELD, --timeline year|month|meeting   numbers, not hits\n"
			   "  --format FORMAT         text, json, jsonl, csv, tsv, html, ids; --json, --null\n"
			   "  --show ID, --similar ID one paragraph in its item; those most like it\n"
			   "  -A N, -B N, -C N        also --after-context, --before-context, --context\n"
			   "  --full                  whole paragraphs      --snippet N  about N words (40)\n"
			   "  --queries FILE --save NAME --saved NAME --since-revision N --status --pager\n"
			   "  --foi DIR --reference REF --include-restricted --sample N --seed TEXT\n"
			   "  --minutes-per-paper A,B,C,D   a pack for a reply; --verify DIR  looks again\n"
			   "  --index DIR|HOST:PORT   may be repeated; default: $MINUTES_INDEX, else yours\n"
			   "  --color WHEN auto, always, never; --people FILE --thesaurus FILE -q, --quiet\n"
			   "-h, --help -V, --version; exit: 0 found, 1 nothing, 2 wrong query, 3 trouble.\n";

const char *options_help(void)
{
	return help;
}
