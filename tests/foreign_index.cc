/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "foreign_index.h"

#include <string>
#include <vector>

#include <xapian.h>

void foreign_index_make(const char *path, const char *schema)
{
	Xapian::WritableDatabase writer(path, Xapian::DB_CREATE);
	Xapian::Document document;
	document.add_term("word");
	writer.add_document(document);
	if (schema)
		writer.set_metadata("schema", schema);
	writer.commit();
}

namespace
{

void damage_ledger(Xapian::WritableDatabase &writer, bool keeps)
{
	std::vector<std::string> keys(writer.metadata_keys_begin("file:"), writer.metadata_keys_end("file:"));
	for (const std::string &key : keys) {
		std::string line = writer.get_metadata(key);
		writer.set_metadata(key, "");
		if (keeps)
			writer.set_metadata(key + "x", line);
	}
}

void damage_text(Xapian::Document &document, bool spoils)
{
	std::string line = document.get_data();
	size_t at = line.find("steady");
	document.set_data(spoils ? line.substr(0, line.size() / 2) : line.replace(at, 6, "stoody"));
}

void damage_document(Xapian::Document &document, enum foreign_damage damage, const std::string &term)
{
	if (damage == FOREIGN_LOSE_TERM)
		document.remove_term(term);
	else if (damage == FOREIGN_ADD_TERM)
		document.add_term("Zforeign");
	else if (damage == FOREIGN_LOSE_VALUE)
		document.clear_values();
	else
		damage_text(document, damage == FOREIGN_SPOIL_TEXT);
}

std::string unsealed(const std::string &line)
{
	return line.substr(0, line.find('\n'));
}

} // namespace

void foreign_index_age(const char *path)
{
	Xapian::WritableDatabase writer(path, Xapian::DB_OPEN);
	std::vector<std::string> keys(writer.metadata_keys_begin("file:"), writer.metadata_keys_end("file:"));
	for (const std::string &key : keys)
		writer.set_metadata(key, unsealed(writer.get_metadata(key)));
	for (Xapian::docid docid = 1; docid <= writer.get_lastdocid(); docid++) {
		Xapian::Document document = writer.get_document(docid);
		document.set_data(unsealed(document.get_data()));
		writer.replace_document(docid, document);
	}
	writer.set_metadata("schema", "2");
	writer.commit();
}

const char *foreign_index_schema(const char *path)
{
	static std::string schema;
	schema = Xapian::Database(path).get_metadata("schema");
	return schema.c_str();
}

void foreign_index_damage(const char *path, enum foreign_damage damage, const char *term)
{
	Xapian::WritableDatabase writer(path, Xapian::DB_OPEN);
	Xapian::docid docid = *writer.postlist_begin(term);
	Xapian::Document document = writer.get_document(docid);
	if (damage == FOREIGN_LOSE_ENTRIES || damage == FOREIGN_MOVE_ENTRIES) {
		damage_ledger(writer, damage == FOREIGN_MOVE_ENTRIES);
	} else if (damage == FOREIGN_LOSE_RECORD) {
		writer.delete_document(docid);
	} else if (damage == FOREIGN_DOUBLE) {
		writer.add_document(document);
	} else {
		damage_document(document, damage, term);
		writer.replace_document(docid, document);
	}
	writer.commit();
}
