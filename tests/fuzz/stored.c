/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as what an index has stored: a record, an entry of its ledger, the place of a record. What is taken is the same
 * when it is stored again. */
#include "claims.h"
#include "fault.h"
#include "fields.h"
#include "fuzz.h"
#include "ledger.h"
#include "quire.h"

static void check_refusal(const GError *error)
{
	demand(g_error_matches(error, FAULT, FAULT_INDEX), "what does not fit is damage");
	demand(g_utf8_validate(error->message, -1, NULL), "a message is UTF-8");
}

static void check_terms(const struct record *record)
{
	g_autoptr(GPtrArray) terms = field_terms(record);
	for (guint n = 0; n < terms->len; n++) {
		size_t len = strlen(g_ptr_array_index(terms, n));
		demand(len > 0 && len <= 245, "a term is as long as the engine takes");
	}
	g_autoptr(GString) value = field_order_print(record);
	struct field_order order;
	demand(field_order_read(&order, (struct span){value->str, value->len}), "a place that was made can be read");
	g_autoptr(GString) text = g_string_new(NULL);
	field_place_print(text, &order, record->path);
	struct field_place place;
	demand(field_place_read(&place, (struct span){text->str, text->len}), "a place in text can be read");
	g_autofree char *citation = record_citation(record);
	demand(*citation != '\0', "every record can be cited");
}

static void check_quire(const struct record *record)
{
	struct quire *quire = quire_new();
	quire_add(quire, record);
	quire_add(quire, record);
	struct record again;
	record_init(&again);
	bool found;
	demand(quire_find(&found, &again, quire_bytes(quire), record_number(record), NULL), "a quire can be read");
	g_autofree char *line = record_print(record);
	g_autofree char *second = record_print(&again);
	demand(found && strcmp(line, second) == 0, "a quire keeps what a record says");
	record_clear(&again);
	quire_free(quire);
}

/* As a quire, and as one deflated. */
static void check_quires(struct span bytes)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	struct record record;
	record_init(&record);
	bool found;
	if (!quire_find(&found, &record, bytes, 1, &error))
		check_refusal(error);
	g_clear_error(&error);
	if (!quire_unpress(out, bytes, &error))
		check_refusal(error);
	record_clear(&record);
}

static void check_record(struct span bytes)
{
	g_autoptr(GError) error = NULL;
	struct record record, again;
	record_init(&record);
	record_init(&again);
	if (record_parse(&record, bytes, &error)) {
		g_autofree char *line = record_print(&record);
		demand(record_parse(&again, span_of(line), NULL), "what is printed can be read");
		g_autofree char *second = record_print(&again);
		demand(strcmp(line, second) == 0, "what is read is what was printed");
		check_quire(&record);
		if (record.path && record.id && record.text)
			check_terms(&record);
	} else {
		check_refusal(error);
	}
	record_clear(&again);
	record_clear(&record);
}

static void check_entry(struct span bytes)
{
	g_autoptr(GError) error = NULL;
	struct store_file file = {0}, again = {0};
	if (!ledger_parse(&file, bytes, &error)) {
		check_refusal(error);
		return;
	}
	g_autofree char *line = ledger_print(&file);
	g_autofree char *stamped = ledger_stamp(line, 7);
	demand(ledger_parse(&again, span_of(stamped), NULL), "an entry that is printed can be read");
	demand(again.status == file.status && again.records == file.records, "an entry stays what it was");
	demand(again.revision == (file.revision > 0 ? file.revision : 7), "a revision is set once");
	store_file_clear(&file);
	store_file_clear(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span bytes = {(const char *)data, size};
	check_record(bytes);
	check_entry(bytes);
	check_quires(bytes);
	struct field_order order;
	if (field_order_read(&order, bytes))
		demand(order.kind < KIND_COUNT && order.copy.len <= size, "an order is inside its value");
	struct field_place place;
	if (field_place_read(&place, bytes))
		demand(place.kind < KIND_COUNT && place.path.len <= size, "a place is inside its value");
	return 0;
}
