/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "foreign_index.h"

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
