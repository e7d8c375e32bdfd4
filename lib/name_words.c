/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "name_words.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */

/* Every list stands in byte order: it is searched by halving. */
static const char *const places[] = {
	"act", "arms", "avenue", "bank", "bay", "bridge", "causeway", "church", "close", "common", "cottage",
	"court", "crescent", "cross", "data", "day", "dock", "drive", "end", "estate", "farm", "field", "fields",
	"forest", "foster", "garden", "gardens", "gate", "green", "hall", "head", "hill", "house", "inn", "lane",
	"lock", "lodge", "manor", "meadow", "mews", "mill", "mount", "order", "parade", "park", "pier", "place",
	"port", "post", "power", "press", "quay", "rise", "road", "row", "school", "square", "station", "street",
	"terrace", "vale", "view", "walk", "water", "way", "wharf", "winter", "wood", "woods",
};

static const char *const honours[] = {
	"am", "ba", "bem", "bsc", "cb", "cbe", "cpfa", "dbe", "dcb", "dl", "esq", "frics", "frs", "gbe", "gc", "jp",
	"kbe", "kc", "kcb", "ma", "mbbs", "mbe", "mep", "mp", "msc", "msp", "obe", "phd", "qc", "qpm", "ra", "td",
};

static const char *const particles[] = {
	"ab", "al", "ap", "bin", "de", "del", "della", "den", "der", "di", "du", "el", "ferch", "ibn", "la", "le",
	"ten", "ter", "van", "von", "y",
};

static const char *const offices[] = {
	"accountant", "adviser", "advisor", "ambassador", "analyst", "architect", "auditor", "barrister", "bursar",
	"cathaoirleach", "ceo", "cfo", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chief",
	"cio", "clerk", "co-chair", "co-chairman", "co-ordinator", "commissioner", "consultant", "controller",
	"convener", "convenor", "coo", "coordinator", "coroner", "counsel", "dcs", "dean", "deputy", "designer",
	"developer", "director", "ecologist", "editor", "engineer", "executive", "governor", "head", "headteacher",
	"inspector", "lead", "leader", "lecturer", "librarian", "lieutenant", "manager", "mayor", "member",
	"minister", "monitoring", "nurse", "officer", "organiser", "partner", "planner", "portfolio", "practitioner",
	"president", "principal", "producer", "professor", "provost", "registrar", "rep", "representative",
	"researcher", "secretary", "sheriff", "solicitor", "specialist", "steward", "superintendent", "supervisor",
	"surveyor", "taoiseach", "teacher", "treasurer", "trustee", "tutor", "valuer", "vice-chair", "vice-chairman",
	"vice-chairperson", "vice-convener", "vice-president", "warden", "whip",
};

static const char *const links[] = {
	"&", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
};

static const char *const others[] = {
	"a", "about", "academies", "academy", "accounts", "acting", "action", "actions", "additionally",
	"administration", "administrative", "administrator", "adoption", "adult", "adults", "after", "afternoon",
	"agencies", "agency", "agenda", "agreed", "airport", "all", "alliance", "also", "although", "amber",
	"ambulance", "amendment", "amendments", "an", "and", "annex", "announcements", "annual", "another", "answer",
	"answers", "any", "aob", "aocb", "apologies", "appendix", "apprentices", "apprenticeship", "approved", "apr",
	"april", "are", "area", "arising", "armed", "arts", "as", "assembly", "assistant", "association",
	"assurance", "at", "attendance", "audit", "aug", "august", "author", "authorities", "authority", "autumn",
	"avenue", "award", "awards", "background", "bbc", "be", "beach", "because", "been", "before", "being",
	"belonging", "between", "board", "borough", "both", "britain", "british", "budget", "budgets", "building",
	"buildings", "bus", "buses", "business", "but", "by", "cabinet", "can", "capital", "care", "carer", "carers",
	"carried", "cathedral", "census", "center", "central", "centre", "chairman", "chapel", "charities",
	"charity", "charter", "children", "city", "clinic", "code", "college", "commission", "commissioning",
	"committee", "committees", "communications", "communities", "community", "company", "conclusion",
	"conclusions", "conduct", "confidential", "conservative", "conservatives", "constitution", "construction",
	"consultation", "contact", "contract", "contracts", "corporate", "correspondence", "could", "council",
	"councillor", "councillors", "councils", "county", "courts", "covid", "culture", "customer", "cycling",
	"cymru", "data", "date", "dated", "dear", "dec", "december", "decision", "decisions", "declarations",
	"democrat", "democratic", "democrats", "department", "departments", "despite", "development", "did",
	"digital", "directorate", "disabilities", "disability", "district", "diversity", "do", "does", "drive",
	"during", "each", "east", "eastern", "economic", "economy", "education", "educational", "electricity",
	"email", "emergency", "energy", "engagement", "environment", "environmental", "equalities", "equality",
	"estate", "estates", "europe", "european", "evening", "every", "exempt", "facilities", "fail", "families",
	"family", "fax", "feb", "february", "federation", "fein", "female", "fianna", "figure", "finance",
	"financial", "fine", "fire", "following", "for", "forces", "forum", "fostering", "framework", "fri",
	"friday", "from", "fund", "funding", "funds", "further", "furthermore", "gael", "gas", "general", "given",
	"global", "god", "governance", "government", "grants", "great", "greater", "group", "groups", "growth",
	"had", "harbour", "has", "have", "having", "he", "health", "healthcare", "her", "here", "heritage", "high",
	"highway", "highways", "his", "historic", "home", "hospital", "hospitals", "houses", "housing", "how",
	"however", "hub", "hubs", "human", "i", "if", "improvement", "in", "inadequate", "inc", "inclusion",
	"independent", "independents", "information", "infrastructure", "integrated", "interest", "interests",
	"interim", "international", "into", "introduction", "irish", "is", "island", "it", "item", "items", "its",
	"jan", "january", "job", "jul", "july", "jun", "june", "junior", "kingdom", "labour", "land", "learning",
	"leaving", "legal", "leisure", "letter", "letters", "liberal", "libraries", "library", "limited", "llp",
	"loan", "local", "lost", "low", "lower", "ltd", "madam", "male", "management", "mar", "matters", "media",
	"medical", "medium", "meeting", "meetings", "member", "members", "membership", "mental", "might", "ministry",
	"minute", "minutes", "mon", "monday", "month", "monthly", "moreover", "morning", "motion", "motions",
	"museum", "must", "name", "national", "natural", "nature", "needs", "network", "networks", "new", "news",
	"newsletter", "nhs", "night", "no", "nor", "northern", "not", "note", "noted", "notes", "nov", "november",
	"oct", "october", "of", "office", "officer", "officers", "offices", "old", "on", "once", "operational",
	"operations", "or", "orders", "other", "our", "outstanding", "over", "overview", "panel", "paper", "papers",
	"paragraph", "parking", "parks", "parliament", "part", "participation", "partnership", "partnerships",
	"pension", "pensions", "people", "performance", "petition", "petitions", "phone", "physical", "place",
	"placement", "placements", "plaid", "plan", "planning", "plans", "plc", "pledge", "police", "policies",
	"policy", "present", "prime", "prize", "procurement", "programme", "programmes", "project", "projects",
	"properties", "property", "proposed", "public", "put", "quality", "quarterly", "question", "questions",
	"radio", "railway", "railways", "recommendation", "recommendations", "recycling", "red", "reference",
	"reform", "regeneration", "regional", "regulation", "regulations", "report", "reports", "requires", "rescue",
	"resident", "residents", "resolution", "resolutions", "resolved", "resource", "resources", "revenue",
	"review", "reviewing", "reviews", "risk", "risks", "river", "road", "roads", "role", "row", "safeguarding",
	"safety", "saint", "sat", "saturday", "schedule", "scheme", "schemes", "school", "schools", "scottish",
	"scrutiny", "seconded", "section", "senior", "sense", "sep", "sept", "september", "service", "services",
	"shall", "she", "should", "signed", "since", "sincerely", "sinn", "skills", "snp", "so", "social", "society",
	"some", "south", "southern", "special", "sport", "sports", "square", "st", "stability", "stadium", "staff",
	"standards", "standing", "statement", "statements", "stations", "staying", "strategic", "strategies",
	"strategy", "streets", "sub-committee", "subcommittee", "such", "sufficiency", "summary", "summer", "sun",
	"sunday", "support", "surgery", "survey", "table", "target", "team", "teams", "technical", "technology",
	"tel", "telephone", "terms", "thank", "thanks", "that", "the", "theatre", "their", "then", "there",
	"therefore", "these", "they", "this", "those", "though", "thu", "thur", "thurs", "thursday", "thus", "time",
	"title", "to", "together", "tourism", "traffic", "training", "transport", "treasury", "trust", "trusts",
	"tue", "tues", "tuesday", "tv", "under", "union", "united", "university", "unless", "unrestricted", "until",
	"up", "update", "updates", "upon", "upper", "valley", "venue", "village", "virtual", "ward", "was", "waste",
	"water", "way", "we", "website", "wed", "wednesday", "week", "weekly", "welcome", "welsh", "were", "western",
	"what", "when", "where", "which", "while", "whilst", "who", "why", "will", "with", "workforce", "works",
	"would", "year", "years", "yes", "yet", "you", "yours", "youth",
};

static const char *const groups[] = {
	"all", "attendees", "board", "carers", "colleagues", "committee", "councillors", "everybody", "everyone",
	"governors", "group", "groups", "iros", "member", "members", "nobody", "none", "officers", "others", "panel",
	"parishioners", "partners", "people", "public", "representatives", "residents", "speakers", "staff", "team",
	"teams", "those", "trustees",
};

static const char *const befores[] = {
	"about", "advised", "after", "against", "alongside", "appoint", "appointed", "asked", "at", "author",
	"before", "behalf", "between", "by", "called", "challenged", "commended", "commending", "congratulated",
	"congratulating", "elect", "elected", "for", "from", "if", "in", "including", "informed", "invited",
	"joined", "like", "named", "namely", "nominated", "of", "on", "per", "praised", "re", "re-elected",
	"regarding", "reminded", "replace", "replaced", "replacing", "supported", "than", "thank", "thanked",
	"thanking", "that", "to", "told", "versus", "via", "welcomed", "where", "whether", "which", "who", "whom",
	"with",
};

static const char *const short_forms[] = {
	"ald", "approx", "ave", "capt", "cllr", "cllrs", "clr", "co", "col", "dept", "dr", "drs", "eg", "esq", "etc",
	"ext", "gen", "hon", "ie", "inc", "insp", "jr", "ltd", "messrs", "mr", "mrs", "ms", "prof", "rd", "rev",
	"revd", "sgt", "sr", "st", "supt", "tel", "vs",
};

static const char *const captions[] = {
	"absence", "absent", "also", "and", "apologies", "apology", "as", "attendance", "attendees", "by", "chair",
	"clerk", "councillor", "councillors", "for", "from", "guests", "in", "in-attendance", "invitation", "member",
	"members", "membership", "minute", "minuted", "minutes", "observers", "of", "officers", "officials",
	"online", "others", "present", "public", "received", "remotely", "staff", "substitute", "substitutes",
	"taken", "taker", "the", "virtually", "visitors", "was", "were",
};

static const struct name_title titles[] = {
	{"ald", "Alderman", GENDER_UNKNOWN, true, false},
	{"alderman", "Alderman", GENDER_UNKNOWN, true, false},
	{"archdeacon", "Archdeacon", GENDER_UNKNOWN, false, false},
	{"bailie", "Bailie", GENDER_UNKNOWN, true, false},
	{"baron", "Baron", GENDER_MALE, false, false},
	{"baroness", "Baroness", GENDER_FEMALE, false, false},
	{"canon", "Canon", GENDER_UNKNOWN, false, false},
	{"capt", "Captain", GENDER_UNKNOWN, true, false},
	{"captain", "Captain", GENDER_UNKNOWN, true, false},
	{"cdr", "Commander", GENDER_UNKNOWN, true, false},
	{"clir", "Cllr", GENDER_UNKNOWN, true, false},
	{"cllr", "Cllr", GENDER_UNKNOWN, true, false},
	{"cllrs", "Cllr", GENDER_UNKNOWN, true, true},
	{"clr", "Cllr", GENDER_UNKNOWN, true, false},
	{"clrs", "Cllr", GENDER_UNKNOWN, true, true},
	{"col", "Colonel", GENDER_UNKNOWN, true, false},
	{"colonel", "Colonel", GENDER_UNKNOWN, true, false},
	{"commander", "Commander", GENDER_UNKNOWN, true, false},
	{"constable", "Constable", GENDER_UNKNOWN, true, false},
	{"councillor", "Councillor", GENDER_UNKNOWN, true, false},
	{"councillors", "Councillor", GENDER_UNKNOWN, true, true},
	{"councilor", "Councillor", GENDER_UNKNOWN, true, false},
	{"councilors", "Councillor", GENDER_UNKNOWN, true, true},
	{"countess", "Countess", GENDER_FEMALE, false, false},
	{"cynghorwyr", "Cynghorydd", GENDER_UNKNOWN, true, true},
	{"cynghorydd", "Cynghorydd", GENDER_UNKNOWN, true, false},
	{"dame", "Dame", GENDER_FEMALE, false, false},
	{"doctor", "Dr", GENDER_UNKNOWN, false, false},
	{"dr", "Dr", GENDER_UNKNOWN, false, false},
	{"drs", "Dr", GENDER_UNKNOWN, false, true},
	{"earl", "Earl", GENDER_MALE, false, false},
	{"fr", "Fr", GENDER_MALE, false, false},
	{"garda", "Garda", GENDER_UNKNOWN, true, false},
	{"imam", "Imam", GENDER_UNKNOWN, false, false},
	{"insp", "Inspector", GENDER_UNKNOWN, true, false},
	{"inspector", "Inspector", GENDER_UNKNOWN, true, false},
	{"lady", "Lady", GENDER_FEMALE, false, false},
	{"lord", "Lord", GENDER_MALE, false, false},
	{"major", "Major", GENDER_UNKNOWN, true, false},
	{"mayor", "Mayor", GENDER_UNKNOWN, true, false},
	{"mesdames", "Mrs", GENDER_FEMALE, false, true},
	{"messrs", "Mr", GENDER_MALE, false, true},
	{"minister", "Minister", GENDER_UNKNOWN, true, false},
	{"miss", "Miss", GENDER_FEMALE, false, false},
	{"mr", "Mr", GENDER_MALE, false, false},
	{"mrs", "Mrs", GENDER_FEMALE, false, false},
	{"ms", "Ms", GENDER_FEMALE, false, false},
	{"mx", "Mx", GENDER_UNKNOWN, false, false},
	{"pc", "PC", GENDER_UNKNOWN, true, false},
	{"pcso", "PCSO", GENDER_UNKNOWN, true, false},
	{"prof", "Prof", GENDER_UNKNOWN, false, false},
	{"professor", "Professor", GENDER_UNKNOWN, false, false},
	{"provost", "Provost", GENDER_UNKNOWN, true, false},
	{"rabbi", "Rabbi", GENDER_UNKNOWN, false, false},
	{"rev", "Rev", GENDER_UNKNOWN, false, false},
	{"revd", "Revd", GENDER_UNKNOWN, false, false},
	{"reverend", "Reverend", GENDER_UNKNOWN, false, false},
	{"senator", "Senator", GENDER_UNKNOWN, true, false},
	{"sergeant", "Sergeant", GENDER_UNKNOWN, true, false},
	{"sgt", "Sergeant", GENDER_UNKNOWN, true, false},
	{"sir", "Sir", GENDER_MALE, false, false},
	{"superintendent", "Superintendent", GENDER_UNKNOWN, true, false},
	{"supt", "Superintendent", GENDER_UNKNOWN, true, false},
	{"viscount", "Viscount", GENDER_MALE, false, false},
};

static const struct {
	const char *one, *other;
} variants[] = { /* the short form first */
	{"abby", "abigail"}, {"al", "alan"}, {"al", "albert"}, {"alex", "alexander"}, {"alex", "alexandra"},
	{"alf", "alfred"}, {"andy", "andrew"}, {"angie", "angela"}, {"barney", "barnaby"}, {"becky", "rebecca"},
	{"ben", "benjamin"}, {"bern", "bernard"}, {"bernie", "bernard"}, {"bert", "albert"}, {"beth", "elizabeth"},
	{"bev", "beverley"}, {"bill", "william"}, {"billy", "william"}, {"bob", "robert"}, {"bobby", "robert"},
	{"brad", "bradley"}, {"cal", "callum"}, {"cam", "cameron"}, {"carol", "caroline"}, {"cas", "cassandra"},
	{"cath", "catherine"}, {"cathy", "catherine"}, {"charlie", "charles"}, {"charlie", "charlotte"},
	{"chris", "christine"}, {"chris", "christopher"}, {"christy", "christine"}, {"clem", "clement"},
	{"dan", "daniel"}, {"danny", "daniel"}, {"danny", "danielle"}, {"dave", "david"}, {"debbie", "deborah"},
	{"dick", "richard"}, {"dom", "dominic"}, {"don", "donald"}, {"doug", "douglas"}, {"ed", "edward"},
	{"eddie", "edward"}, {"eddy", "edward"}, {"ellie", "eleanor"}, {"fran", "frances"}, {"fran", "francis"},
	{"frank", "francis"}, {"fred", "frederick"}, {"gabby", "gabrielle"}, {"gav", "gavin"},
	{"geoff", "geoffrey"}, {"gerry", "gerard"}, {"gill", "gillian"}, {"greg", "gregory"}, {"hal", "henry"},
	{"harry", "henry"}, {"hetty", "henrietta"}, {"izzy", "isabel"}, {"jack", "john"}, {"jackie", "jacqueline"},
	{"jan", "janet"}, {"jeff", "jeffrey"}, {"jen", "jennifer"}, {"jenny", "jenifer"}, {"jenny", "jennifer"},
	{"jess", "jessica"}, {"jim", "james"}, {"jimmy", "james"}, {"jo", "joanna"}, {"jo", "joanne"},
	{"jo", "josephine"}, {"joe", "joseph"}, {"jon", "jonathan"}, {"jon", "jonathon"}, {"josh", "joshua"},
	{"josie", "josephine"}, {"kate", "katherine"}, {"kath", "kathleen"}, {"kathy", "kathleen"},
	{"katie", "katherine"}, {"ken", "kenneth"}, {"kev", "kevin"}, {"kim", "kimberley"}, {"kit", "christopher"},
	{"len", "leonard"}, {"liz", "elizabeth"}, {"lottie", "charlotte"}, {"lou", "louis"}, {"lou", "louise"},
	{"maggie", "margaret"}, {"mandy", "amanda"}, {"matt", "matthew"}, {"max", "maxwell"}, {"meg", "margaret"},
	{"mel", "melanie"}, {"mick", "michael"}, {"mike", "michael"}, {"molly", "mary"}, {"nat", "natalie"},
	{"nat", "nathan"}, {"nell", "eleanor"}, {"nick", "nicholas"}, {"nicky", "nicola"}, {"ollie", "oliver"},
	{"paddy", "patrick"}, {"pam", "pamela"}, {"pat", "patricia"}, {"pat", "patrick"}, {"peggy", "margaret"},
	{"penny", "penelope"}, {"pete", "peter"}, {"phil", "philip"}, {"phil", "phillip"}, {"polly", "mary"},
	{"rach", "rachel"}, {"ray", "raymond"}, {"reg", "reginald"}, {"rich", "richard"}, {"rick", "richard"},
	{"ricky", "richard"}, {"rob", "robert"}, {"robbie", "robert"}, {"rod", "rodney"}, {"roddy", "roderick"},
	{"ron", "ronald"}, {"russ", "russell"}, {"sally", "sarah"}, {"sam", "samantha"}, {"sam", "samuel"},
	{"sandy", "alexander"}, {"seb", "sebastian"}, {"sid", "sidney"}, {"stan", "stanley"},
	{"steph", "stephanie"}, {"steve", "stephen"}, {"steve", "steven"}, {"stu", "stuart"}, {"sue", "susan"},
	{"ted", "edward"}, {"terry", "terence"}, {"tess", "teresa"}, {"theo", "theodore"}, {"tim", "timothy"},
	{"tina", "christina"}, {"tom", "thomas"}, {"toni", "antonia"}, {"tony", "anthony"}, {"tony", "antony"},
	{"trev", "trevor"}, {"trish", "patricia"}, {"val", "valerie"}, {"vic", "victor"}, {"vic", "victoria"},
	{"vicky", "victoria"}, {"viv", "vivien"}, {"viv", "vivienne"}, {"wendy", "gwendoline"},
	{"will", "william"}, {"zac", "zachary"},
};
/* clang-format on */

struct name_words {
	const char *const *words;
	size_t len;
};

#define WORDS(list)                                                                                                    \
	{                                                                                                              \
		list, G_N_ELEMENTS(list)                                                                               \
	}

static const struct name_words lists[NAME_LIST_COUNT] = {
	[NAME_HONOUR] = WORDS(honours),   [NAME_PLACE] = WORDS(places),   [NAME_PARTICLE] = WORDS(particles),
	[NAME_OFFICE] = WORDS(offices),   [NAME_LINK] = WORDS(links),     [NAME_OTHER] = WORDS(others),
	[NAME_GROUP] = WORDS(groups),     [NAME_BEFORE] = WORDS(befores), [NAME_SHORT_FORM] = WORDS(short_forms),
	[NAME_CAPTION] = WORDS(captions),
};

static int compare_words(const void *key, const void *element)
{
	return strcmp(key, *(const char *const *)element);
}

bool name_is(enum name_list list, const char *word)
{
	const struct name_words *words = &lists[list];
	return bsearch(word, words->words, words->len, sizeof(*words->words), compare_words) != NULL;
}

static int compare_titles(const void *key, const void *element)
{
	return strcmp(key, ((const struct name_title *)element)->word);
}

const struct name_title *name_title_find(const char *word)
{
	return bsearch(word, titles, G_N_ELEMENTS(titles), sizeof(*titles), compare_titles);
}

bool name_is_nickname(const char *one, const char *other)
{
	for (size_t i = 0; i < G_N_ELEMENTS(variants); i++) {
		const char *a = variants[i].one, *b = variants[i].other;
		bool forward = a[0] == one[0] && strcmp(one, a) == 0 && strcmp(other, b) == 0;
		bool backward = a[0] == other[0] && strcmp(other, a) == 0 && strcmp(one, b) == 0;
		if (forward || backward)
			return true;
	}
	return false;
}

bool name_may_begin(const char *given, gunichar initial)
{
	if (g_utf8_get_char(given) == initial)
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(variants); i++)
		if (g_utf8_get_char(variants[i].other) == initial && strcmp(variants[i].one, given) == 0)
			return true;
	return false;
}

bool name_is_variant(const char *one, const char *other)
{
	size_t shorter = MIN(strlen(one), strlen(other));
	return (shorter >= 2 && strncmp(one, other, shorter) == 0) || name_is_nickname(one, other);
}
