/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the engine keeps of an index as a whole, against what its documents come to: scores go by it. */
#include <algorithm>

#include "wall.h"

namespace
{

struct totals {
	Xapian::totallength length = 0;
	Xapian::termcount shortest = 0, longest = 0;
	Xapian::docid last = 0;
	Xapian::doccount count = 0;
};

struct totals add_up(const Xapian::Database &db)
{
	struct totals totals;
	for (auto posting = db.postlist_begin(""); posting != db.postlist_end(""); ++posting) {
		Xapian::termcount length = posting.get_doclength();
		totals.length += length;
		totals.longest = std::max(totals.longest, length);
		if (length > 0 && (totals.shortest == 0 || length < totals.shortest))
			totals.shortest = length;
		totals.last = *posting;
		totals.count++;
	}
	return totals;
}

} // namespace

const char *store_totals_fault(const Xapian::Database &db)
{
	struct totals totals = add_up(db);
	if (totals.count != db.get_doccount())
		return "the engine counts its records wrongly";
	if (totals.length != db.get_total_length())
		return "the engine adds up the lengths of its records wrongly";
	if (totals.last > db.get_lastdocid())
		return "the engine numbers its records wrongly";
	bool is_bounded = totals.longest <= db.get_doclength_upper_bound() &&
			  (totals.shortest == 0 || totals.shortest >= db.get_doclength_lower_bound());
	return is_bounded ? nullptr : "the engine has wrong bounds of its records' lengths";
}
