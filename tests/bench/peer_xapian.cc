/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A peer for the benchmarks: plain Xapian as its manual shows it, one document per paragraph.
 *   peer_xapian index DATABASE <LINES       lines of record_lines; TermGenerator with its defaults
 *   peer_xapian query DATABASE WORDS        twenty hits with MSet::snippet
 *   peer_xapian range DATABASE WORDS LOW HIGH   the same between two dates, by OP_VALUE_RANGE */
#include <cstring>
#include <iostream>
#include <string>

#include <xapian.h>

namespace
{

constexpr Xapian::valueno date_slot = 0;
constexpr Xapian::doccount page = 20;

void index_lines(const char *path)
{
	Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
	Xapian::TermGenerator generator;
	generator.set_stemmer(Xapian::Stem("english"));
	for (std::string line; std::getline(std::cin, line);) {
		size_t id = line.find('\t');
		size_t date = line.find('\t', id + 1);
		if (id == std::string::npos || date == std::string::npos)
			throw Xapian::InvalidArgumentError("a line without its three parts");
		std::string text = line.substr(date + 1);
		Xapian::Document document;
		document.add_boolean_term("Q" + line.substr(0, id));
		document.add_value(date_slot, line.substr(id + 1, date - id - 1));
		document.set_data(text);
		generator.set_document(document);
		generator.index_text(text);
		db.add_document(document);
	}
	db.commit();
}

Xapian::Query read_query(const Xapian::Stem &stem, char **arguments, int count)
{
	Xapian::QueryParser parser;
	parser.set_stemmer(stem);
	parser.set_default_op(Xapian::Query::OP_AND);
	Xapian::Query query = parser.parse_query(arguments[0]);
	if (count < 3)
		return query;
	Xapian::Query range(Xapian::Query::OP_VALUE_RANGE, date_slot, arguments[1], arguments[2]);
	return Xapian::Query(Xapian::Query::OP_FILTER, query, range);
}

void print_hits(const char *path, char **arguments, int count)
{
	Xapian::Database db(path);
	Xapian::Stem stem("english");
	Xapian::Enquire enquire(db);
	enquire.set_query(read_query(stem, arguments, count));
	Xapian::MSet hits = enquire.get_mset(0, page);
	for (auto hit = hits.begin(); hit != hits.end(); ++hit)
		std::cout << hits.snippet(hit.get_document().get_data(), 300, stem) << '\n';
}

} // namespace

int main(int argc, char **argv)
{
	try {
		if (argc == 3 && std::strcmp(argv[1], "index") == 0)
			index_lines(argv[2]);
		else if ((argc == 4 && std::strcmp(argv[1], "query") == 0) ||
			 (argc == 6 && std::strcmp(argv[1], "range") == 0))
			print_hits(argv[2], argv + 3, argc - 3);
		else
			return 2;
		return 0;
	} catch (const Xapian::Error &e) {
		std::cerr << "peer_xapian: " << e.get_description() << '\n';
		return 1;
	}
}
