/* SPDX-License-Identifier: GPL-2.0-or-later */
/* rank_plain DOCS QUERIES: the same as rank_collection, by Xapian as it comes: TermGenerator and QueryParser with English
 * stems, words joined by OR, BM25 with its defaults. */
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <xapian.h>

namespace
{

constexpr Xapian::doccount hits_printed = 1000;

struct row {
	std::string id, title, text;
};

bool read_row(row &out, std::istream &in)
{
	std::string line;
	if (!std::getline(in, line))
		return false;
	out = row();
	std::istringstream columns(line);
	std::getline(columns, out.id, '\t');
	std::getline(columns, out.title, '\t');
	std::getline(columns, out.text, '\t');
	return true;
}

void fill(Xapian::WritableDatabase &db, const char *path)
{
	std::ifstream in(path);
	Xapian::TermGenerator generator;
	generator.set_stemmer(Xapian::Stem("english"));
	for (row each; read_row(each, in);) {
		Xapian::Document document;
		generator.set_document(document);
		generator.index_text(each.title + ". " + each.text);
		document.set_data(each.id);
		db.add_document(document);
	}
	db.commit();
}

void ask(Xapian::Database &db, const char *path)
{
	std::ifstream in(path);
	Xapian::QueryParser parser;
	parser.set_database(db);
	parser.set_stemmer(Xapian::Stem("english"));
	parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
	parser.set_default_op(Xapian::Query::OP_OR);
	for (row each; read_row(each, in);) {
		Xapian::Enquire enquire(db);
		enquire.set_query(parser.parse_query(each.title, 0));
		Xapian::MSet found = enquire.get_mset(0, hits_printed);
		for (auto hit = found.begin(); hit != found.end(); ++hit)
			std::cout << each.id << ' ' << hit.get_document().get_data() << '\n';
	}
}

} // namespace

int main(int argc, char **argv)
{
	if (argc != 3) {
		std::cerr << "usage: rank_plain DOCS QUERIES\n";
		return EXIT_FAILURE;
	}
	try {
		Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
		fill(db, argv[1]);
		ask(db, argv[2]);
	} catch (const Xapian::Error &error) {
		std::cerr << "rank_plain: " << error.get_description() << '\n';
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}
