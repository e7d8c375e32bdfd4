/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "foi_text.h"

#include <string.h>

static const char disclaimer[] =
	"This pack is a record of a search. It is not legal advice: whether information is held, exempt, already "
	"accessible or too costly to provide is for the public authority to decide.";

static const struct foi_source sources[] = {
	{"request",
	 "The reference as it was typed. The time is the computer's clock, or SOURCE_DATE_EPOCH where that was "
	 "set. Program and index versions are read from the program and the index itself."},
	{"indexes", "Read from each index: its own identifier, the number of its last change, and how many papers and "
		    "paragraphs it holds. The same identifier and revision give the same answers."},
	{"queries",
	 "What was asked is printed as it was typed. What was understood and searched is printed from the very "
	 "query that was run. Hits are exact and never an estimate: what the "
	 "index alone does not decide (phrases, nearness, exact words, endings) was read in each paragraph's "
	 "text. Copies of one paragraph count once."},
	{"parts", "Each part of a query was searched by itself in the same scope, so that it can be seen what each "
		  "contributes. The members of a family come from the thesaurus and from abbreviations that the papers "
		  "themselves explain."},
	{"forms",
	 "Counted on the extracts: the words that met the query, as they stand in the papers, without regard to "
	 "capitals."},
	{"near",
	 "For words that nothing in scope has: the nearest spellings in the papers' own vocabulary, words with the "
	 "same beginning, and the words of a phrase apart. Each was searched for its count."},
	{"combinations",
	 "Every extract counts in exactly one combination: the set of queries that it answers. They add "
	 "up to all extracts."},
	{"scope",
	 "From the index's ledger, which has an entry for every paper it was given, read or not. Papers found = "
	 "searched + left out by filters + scanned + empty + not readable."},
	{"filters",
	 "Filters are taken in the order in which they stand; each counts what it leaves out of what the ones "
	 "before it left."},
	{"bodies", "From the papers that were searched: the dates of the meetings that they tell of. A gap is a time "
		   "without papers here; whether a meeting was held then, the papers do not say."},
	{"restricted",
	 "Paragraphs whose paper prints a classification such as exempt, confidential, restricted, private "
	 "or not for publication. They are left out unless --include-restricted is given, and counted. Papers of "
	 "which nothing else is left are named among those that the filters leave out: look at these names "
	 "before the certificate is given out."},
	{"schedule.csv",
	 "One row for each paper that holds an extract or a copy of one. Date, body, item, title, type and "
	 "classification are those of its extracts. The SHA-256 is that of the file's bytes when it was "
	 "read."},
	{"published", "\"Likely\" where the manifest of the papers gives a web address (section 21, Freedom of "
		      "Information Act 2000: information accessible by other means). Whether it still answers was not "
		      "tried."},
	{"inspection",
	 "Six years beginning with the date of the meeting (section 100C, Local Government Act 1972), "
	 "reckoned from the date of the paper to the date of this pack. It holds for minutes, agendas and "
	 "reports of principal councils in England and Wales, not for what is exempt."},
	{"extracts",
	 "Every paragraph of the scope that answers a query, whole, with its neighbours in the same item, its "
	 "citation and its other places. Marks show what matched. The SHA-256 is that of the paragraph's "
	 "text."},
	{"flags",
	 "Shapes of personal data and names of people who hold no office in the papers, for a reviewer to look at "
	 "(section 40). Nothing is redacted. What has no flag is not thereby fit to be published."},
	{"worksheet.csv",
	 "The four activities of regulation 4(3), Freedom of Information and Data Protection (Appropriate "
	 "Limit and Fees) Regulations 2004. Minutes for each are to be filled in or corrected."},
	{"manifest.sha256", "The SHA-256 of every other file of this pack; sha256sum -c manifest.sha256 checks it."},
	{NULL, NULL},
};

static const struct foi_source signs[] = {
	{"\"staying put\"", "exactly these words, side by side"},
	{"foster", "any grammatical form of the word: foster, fosters, fostering, fostered"},
	{"adopt*", "any word that begins so"},
	{"~\"staying put\"", "the family of a name: its abbreviations, former names and variants"},
	{"care ADJ/1 leaver", "in this order, at most one word apart"},
	{"fostering NEAR/8 review", "in any order, at most eight words apart"},
	{"a b, a OR b, NOT b", "both; one or the other or both; all but"},
	{"date:2013..2016", "of meetings of these years; so with body:, type:, speaker: and other fields"},
	{"NOT is:restricted", "nothing from restricted papers"},
	{NULL, NULL},
};

static const char *const elsewhere[] = {
	"Email accounts and shared mailboxes",
	"Shared drives and document stores",
	"Case and record systems",
	"Paper files and archives",
	"Messages on telephones and chat services",
	"Recordings of meetings",
	"Information held by contractors or other bodies on the authority's behalf",
	NULL,
};

const struct foi_source *foi_sources(void)
{
	return sources;
}

const char *foi_source(const char *part)
{
	for (const struct foi_source *source = sources; source->part; source++)
		if (strcmp(source->part, part) == 0)
			return source->text;
	return NULL;
}

const struct foi_source *foi_signs(void)
{
	return signs;
}

const char *const *foi_elsewhere(void)
{
	return elsewhere;
}

const char *foi_disclaimer(void)
{
	return disclaimer;
}
