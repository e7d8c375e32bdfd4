/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The look of the page that present_html writes: its style sheet, for screens, for dark ones and for paper. */
#ifndef MINUTEBOOK_HTML_STYLE_H
#define MINUTEBOOK_HTML_STYLE_H

const char *html_style(void);

#endif
