/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a record, and the lexicon of a file, are in the engine: made here for writing and for checking alike. */
#include <cstring>

#include "fields.h"
#include "seal.h"
#include "stemmer.h"
#include "text.h"
#include "wall.h"

namespace
{

/* The stems of a text; its folded words into `words`, unless that is null. */
void add_stems(Xapian::Document &document, const struct field *field, const char *text, struct stemmer *stemmer,
	       std::unordered_set<std::string> *words)
{
	g_autoptr(GString) folded = g_string_new(nullptr);
	g_autoptr(GString) term = g_string_new(nullptr);
	struct span word, all = text ? span_of(text) : span{"", 0};
	for (size_t pos = 0; text_next_word(all, &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		if (folded->len == 0)
			continue;
		field_stem_term(term, field, stemmer_stem(stemmer, {folded->str, folded->len}));
		document.add_term(std::string(term->str, term->len));
		if (words)
			words->insert(std::string(folded->str, folded->len));
	}
}

void add_papers(struct lexicon &lexicon, const struct record *record)
{
	g_autoptr(GPtrArray) terms = field_paper_terms(record);
	for (guint i = 0; i < terms->len; i++)
		lexicon.papers.insert(static_cast<const char *>(g_ptr_array_index(terms, i)));
}

} // namespace

void store_document_make(Xapian::Document &document, const struct record *record, struct stemmer *stemmer,
			 struct lexicon &lexicon)
{
	g_autoptr(GString) order = field_order_print(record);
	document.add_value(SLOT_ORDER, std::string(order->str, order->len));
	if (lexicon.papers.empty())
		add_papers(lexicon, record);
	g_autoptr(GPtrArray) terms = field_terms(record);
	for (guint i = 0; i < terms->len; i++)
		document.add_boolean_term(static_cast<const char *>(g_ptr_array_index(terms, i)));
	if (record->kind == KIND_FURNITURE)
		return;
	add_stems(document, nullptr, record->text, stemmer, &lexicon.words);
	for (const struct field *field = field_table(); field->name; field++) {
		if (field->kind != FIELD_STEMS)
			continue;
		g_autoptr(GPtrArray) values = field_values(field, record);
		for (guint i = 0; i < values->len; i++)
			add_stems(document, field, static_cast<const char *>(g_ptr_array_index(values, i)), stemmer,
				  nullptr);
	}
}

void store_lexicon_make(Xapian::Document &document, const std::string &term, const struct lexicon &lexicon)
{
	document.add_boolean_term(FIELDS_LEXICON);
	document.add_boolean_term(term);
	std::string file = FIELDS_FILE + term.substr(std::strlen(FIELDS_LEXICON));
	g_autofree char *sealed = seal_close(file.c_str());
	document.set_data(sealed);
	for (const std::string &paper : lexicon.papers)
		document.add_boolean_term(paper);
	for (const std::string &word : lexicon.words) {
		g_autofree char *word_term = field_word_term({word.data(), word.size()});
		document.add_boolean_term(word_term);
	}
	for (const std::string &brief : lexicon.briefs)
		document.add_boolean_term(brief);
}
