/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ocr.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

#include "fault.h"
#include "ocr_bullets.h"
#include "ocr_mend.h"
#include "ocr_type.h"
#include "text.h"

enum {
	SURE = 60, /* tesseract's mean confidence, of 100, in a page read the right way up; else it is about 40 */
	FEW = 40,  /* letters: fewer may be read in any page */
};

/* What came of a page read with so many quarters of a turn. */
struct reading {
	GArray *glimpses;
	double sureness; /* tesseract's confidence, of 100: the sum over the letters of level words */
	guint letters;   /* of level words */
	int quarters;
};

struct ocr {
	TessBaseAPI *api;
	char *language;
};

/* The threads of OpenMP that tesseract starts for every line make it three times slower where other work runs beside
 * it, and a confined process may start none. A tesseract built without OpenMP brings no such function, so that it is
 * looked up. */
static void keep_to_one_thread(void)
{
	void *program = dlopen(NULL, RTLD_LAZY);
	void (*set_levels)(int) = NULL;
	if (program)
		*(void **)&set_levels = dlsym(program, "omp_set_max_active_levels");
	if (set_levels)
		set_levels(0);
	if (program)
		dlclose(program);
}

static void append_names(GString *text, char **names)
{
	for (guint i = 0; names && names[i]; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", names[i]);
}

static bool fail_language(const struct ocr *ocr, const char *missing, GError **error)
{
	g_autoptr(GString) there = g_string_new(NULL);
	char **available = TessBaseAPIGetAvailableLanguagesAsVector(ocr->api);
	append_names(there, available);
	if (available)
		TessDeleteTextArray(available);
	g_set_error(error, FAULT, FAULT_SYSTEM,
		    "text recognition: no data for the language %s; there is: %s; install tesseract-ocr-%s, or set "
		    "TESSDATA_PREFIX",
		    missing, there->len > 0 ? there->str : "none", missing);
	return false;
}

/* Tesseract goes on without a language that is missing when it has another. */
static bool check_languages(const struct ocr *ocr, bool is_open, GError **error)
{
	g_auto(GStrv) wanted = g_strsplit(ocr->language, "+", -1);
	char **loaded = is_open ? TessBaseAPIGetLoadedLanguagesAsVector(ocr->api) : NULL;
	bool good = true;
	for (guint i = 0; wanted[i] && good; i++)
		good = (loaded && g_strv_contains((const char *const *)loaded, wanted[i])) ||
		       fail_language(ocr, wanted[i], error);
	if (loaded)
		TessDeleteTextArray(loaded);
	return good;
}

static bool is_language(const char *language)
{
	g_auto(GStrv) parts = g_strsplit(language, "+", -1);
	for (guint i = 0; parts[i]; i++) {
		if (!*parts[i] || strspn(parts[i], G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_/") != strlen(parts[i]))
			return false;
	}
	return parts[0] != NULL;
}

bool ocr_open(struct ocr **out, const char *language, GError **error)
{
	*out = NULL;
	if (!is_language(language)) {
		g_set_error(error, FAULT, FAULT_SYSTEM,
			    "text recognition: \"%s\" names no languages; eng, or eng+cym for two", language);
		return false;
	}
	keep_to_one_thread();
	picture_hush();
	struct ocr *ocr = g_new0(struct ocr, 1);
	ocr->api = TessBaseAPICreate();
	ocr->language = g_strdup(language);
	TessBaseAPISetVariable(ocr->api, "debug_file", "/dev/null");
	bool is_open = TessBaseAPIInit3(ocr->api, NULL, language) == 0;
	if (!check_languages(ocr, is_open, error)) {
		ocr_close(ocr);
		return false;
	}
	/* Columns are told apart by their places, in pdf_lines.h; PSM_AUTO loses the labels that hang left of paragraphs. */
	TessBaseAPISetPageSegMode(ocr->api, PSM_SINGLE_COLUMN);
	*out = ocr;
	return true;
}

void ocr_close(struct ocr *ocr)
{
	if (!ocr)
		return;
	TessBaseAPIEnd(ocr->api);
	TessBaseAPIDelete(ocr->api);
	g_free(ocr->language);
	g_free(ocr);
}

const char *ocr_language(const struct ocr *ocr)
{
	return ocr->language;
}

/* The thickness of a stroke that is long and thin is twice its ink by its edge. */
static void measure_ink(struct ocr_glimpse *glimpse, const TessPageIterator *place)
{
	l_int32 ink = 0, edge = 0;
	PIX *word = TessPageIteratorGetBinaryImage(place, RIL_WORD);
	PIX *outline = word ? pixExtractBoundary(word, 1) : NULL;
	if (outline) {
		pixCountPixels(word, &ink, NULL);
		pixCountPixels(outline, &edge, NULL);
		glimpse->stroke = edge > 0 ? 2.0 * ink / edge : 0;
	}
	pixDestroy(&outline);
	pixDestroy(&word);
}

/* False where there is nothing to add. */
static bool add_glimpse(GArray *glimpses, const TessResultIterator *results, guint *lines)
{
	const TessPageIterator *place = TessResultIteratorGetPageIteratorConst(results);
	struct ocr_glimpse glimpse = {.starts_line = TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE)};
	int left, top, right, bottom, x1, y1, x2, y2;
	char *text = TessResultIteratorGetUTF8Text(results, RIL_WORD);
	glimpse.text = text ? text_squeeze(span_of(text)) : g_strdup("");
	TessDeleteText(text);
	*lines += glimpse.starts_line || *lines == 0;
	/* Where tesseract sees a drawing it gives a word that is a space. */
	if (!*glimpse.text || !TessPageIteratorBoundingBox(place, RIL_WORD, &left, &top, &right, &bottom)) {
		g_free(glimpse.text);
		return false;
	}
	glimpse.left = left;
	glimpse.right = right;
	glimpse.top = top;
	glimpse.bottom = bottom;
	glimpse.baseline = bottom;
	if (TessPageIteratorBaseline(place, RIL_WORD, &x1, &y1, &x2, &y2))
		glimpse.baseline = (y1 + y2) / 2.0;
	if (TessPageIteratorBaseline(place, RIL_TEXTLINE, &x1, &y1, &x2, &y2) && x2 > x1)
		glimpse.line_rise = (double)(y2 - y1) / (x2 - x1);
	measure_ink(&glimpse, place);
	glimpse.line = *lines - 1;
	g_array_append_val(glimpses, glimpse);
	return true;
}

/* Tesseract reads lines that run down the page, too, without saying what is up in them. */
static bool is_level(const TessResultIterator *results)
{
	TessOrientation orientation;
	TessWritingDirection direction;
	TessTextlineOrder order;
	float skew;
	TessPageIterator *place = TessResultIteratorGetPageIterator((TessResultIterator *)results);
	TessPageIteratorOrientation(place, &orientation, &direction, &order, &skew);
	return orientation == ORIENTATION_PAGE_UP && direction != WRITING_DIRECTION_TOP_TO_BOTTOM;
}

static void note_sureness(struct reading *reading, const TessResultIterator *results)
{
	const struct ocr_glimpse *last =
		&g_array_index(reading->glimpses, struct ocr_glimpse, reading->glimpses->len - 1);
	guint letters = (guint)g_utf8_strlen(last->text, -1);
	reading->letters += letters;
	reading->sureness += letters * (double)TessResultIteratorConfidence(results, RIL_WORD);
}

/* Enough has been read, and well enough, to know that the page lies the right way up. */
static bool is_settled(const struct reading *reading)
{
	return reading->letters >= FEW && reading->sureness >= SURE * (double)reading->letters;
}

static bool recognise(struct reading *reading, struct ocr *ocr, const struct picture *picture, GError **error)
{
	TessBaseAPISetImage2(ocr->api, picture->pix);
	TessBaseAPISetSourceResolution(ocr->api, (int)picture->dpi);
	ETEXT_DESC *monitor = TessMonitorCreate();
	TessMonitorSetDeadlineMSecs(monitor, OCR_SECONDS * 1000);
	bool good = TessBaseAPIRecognize(ocr->api, monitor) == 0;
	TessMonitorDelete(monitor);
	if (!good) {
		g_set_error(error, FAULT, FAULT_INPUT, "text recognition failed, or took longer than %d seconds",
			    OCR_SECONDS);
		return false;
	}
	guint lines = 0;
	TessResultIterator *results = TessBaseAPIGetIterator(ocr->api);
	bool has_more = results != NULL;
	while (has_more) {
		if (add_glimpse(reading->glimpses, results, &lines) && is_level(results))
			note_sureness(reading, results);
		has_more = TessResultIteratorNext(results, RIL_WORD);
	}
	if (results)
		TessResultIteratorDelete(results);
	PIX *page = TessBaseAPIGetThresholdedImage(ocr->api);
	if (page)
		ocr_bullets_find(reading->glimpses, page);
	pixDestroy(&page);
	return true;
}

static bool read_once(struct reading *reading, struct ocr *ocr, const struct picture *picture, GError **error)
{
	reading->glimpses = ocr_glimpse_array_new();
	bool good = recognise(reading, ocr, picture, error);
	TessBaseAPIClearAdaptiveClassifier(ocr->api);
	TessBaseAPIClear(ocr->api);
	return good;
}

static void keep_better(struct reading *best, struct reading *other)
{
	if (other->sureness > best->sureness) {
		struct reading worse = *best;
		*best = *other;
		*other = worse;
	}
	g_array_unref(other->glimpses);
}

bool ocr_read(GArray *words, struct ocr *ocr, struct picture *picture, GError **error)
{
	static const int ways[] = {3, 1, 2}; /* pages lie on their sides more often than on their heads */
	struct reading best = {0};
	bool good = read_once(&best, ocr, picture, error);
	for (size_t i = 0; i < G_N_ELEMENTS(ways) && good && !is_settled(&best); i++) {
		struct reading reading = {.quarters = ways[i]};
		picture_turn(picture, ways[i] - picture->turned);
		read_once(&reading, ocr, picture, NULL);
		keep_better(&best, &reading);
	}
	picture_turn(picture, best.quarters - picture->turned);
	if (good) {
		ocr_mend(best.glimpses);
		ocr_type_words(words, best.glimpses, picture->dpi);
	}
	g_array_unref(best.glimpses);
	return good;
}
