/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers as lengths: bars of block characters for a terminal, columns as SVG for a page. Must not know what is
 * counted. */
#ifndef MINUTEBOOK_CHART_H
#define MINUTEBOOK_CHART_H

#include "span.h"

/* A bar of up to `columns` columns, in eighths of a column; what is not nothing shows at least one of them. */
void chart_bar(GString *out, guint value, guint most, guint columns);

struct chart_column {
	char *label;  /* below it, where there is room */
	char *legend; /* what a pointer over it is told */
	guint value;
	bool is_gap; /* nothing is known: hatched, not empty */
};

struct chart {
	const char *title, *description; /* for those who cannot see it */
	GArray *columns;                 /* struct chart_column */
	guint number;                    /* among the charts of its page, from 1; 0: it is the only one */
};

void chart_init(struct chart *chart, const char *title, const char *description);
void chart_clear(struct chart *chart);

/* Takes label and legend. */
void chart_add(struct chart *chart, struct chart_column column);

/* One svg element with an accessible name, styled by the page through its classes: chart-bar, chart-gap, chart-grid. */
void chart_svg(GString *out, const struct chart *chart);

/* What the charts of one page share, once for those that have a number. */
void chart_shared(GString *out);

#endif
