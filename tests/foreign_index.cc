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

/* The records of all files: cut short, or one bit of each turned. */
void damage_quires(Xapian::WritableDatabase &writer, bool spoils)
{
	std::vector<std::string> keys(writer.metadata_keys_begin("quire:"), writer.metadata_keys_end("quire:"));
	for (const std::string &key : keys) {
		std::string bytes = writer.get_metadata(key);
		bytes[bytes.size() / 2] ^= 1;
		writer.set_metadata(key, spoils ? bytes.substr(0, bytes.size() / 2) : bytes);
	}
}

void damage_document(Xapian::Document &document, enum foreign_damage damage, const std::string &term)
{
	std::string data = document.get_data();
	if (damage == FOREIGN_LOSE_TERM) {
		document.remove_term(term);
	} else if (damage == FOREIGN_ADD_TERM) {
		document.add_term("Zforeign");
	} else if (damage == FOREIGN_CHANGE_DATA) {
		data[data.size() / 2] ^= 1;
		document.set_data(data);
	} else {
		document.clear_values();
	}
}

} // namespace

void foreign_index_damage(const char *path, enum foreign_damage damage, const char *term)
{
	Xapian::WritableDatabase writer(path, Xapian::DB_OPEN);
	Xapian::docid docid = *writer.postlist_begin(term);
	Xapian::Document document = writer.get_document(docid);
	if (damage == FOREIGN_LOSE_ENTRIES || damage == FOREIGN_MOVE_ENTRIES) {
		damage_ledger(writer, damage == FOREIGN_MOVE_ENTRIES);
	} else if (damage == FOREIGN_LOSE_RECORD) {
		writer.delete_document(docid);
	} else if (damage == FOREIGN_CHANGE_TEXT || damage == FOREIGN_SPOIL_TEXT) {
		damage_quires(writer, damage == FOREIGN_SPOIL_TEXT);
	} else if (damage == FOREIGN_DOUBLE) {
		writer.add_document(document);
	} else {
		damage_document(document, damage, term);
		writer.replace_document(docid, document);
	}
	writer.commit();
}
