/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "name_words.h"

/* clang-format off */

/* Every list stands in byte order: it is searched by halving. */
static const char *const women[] = {
	"abbie", "abigail", "adele", "agnes", "aileen", "aimee", "aisha", "aisling", "alana", "alexandra", "alice",
	"alicia", "alison", "allison", "amanda", "amelia", "amina", "amy", "ana", "andrea", "angela", "angie", "anita",
	"ann", "anna", "annabel", "anne", "annette", "annie", "antonia", "anwen", "april", "audrey", "ava", "barbara",
	"beatrice", "becky", "belinda", "bernadette", "beth", "bethan", "bethany", "betty", "beverley", "brenda",
	"bridget", "bronwen", "camilla", "cara", "carla", "carly", "carol", "carole", "caroline", "carolyn", "carrie",
	"carys", "catherine", "cathy", "catriona", "charlotte", "chloe", "christina", "christine", "ciara", "claire",
	"clara", "clare", "claudia", "clodagh", "colette", "constance", "cynthia", "daisy", "daniella", "danielle",
	"daphne", "davina", "dawn", "debbie", "deborah", "debra", "deirdre", "denise", "diana", "diane", "donna",
	"dora", "doreen", "doris", "dorothy", "edith", "edna", "eileen", "eilidh", "elaine", "eleanor", "elena",
	"elizabeth", "ella", "ellen", "ellie", "elsie", "emilia", "emily", "emma", "erica", "esme", "estelle", "esther",
	"ethel", "eva", "eve", "fatima", "faye", "felicity", "fiona", "florence", "frances", "francesca", "freda",
	"freya", "gail", "gemma", "georgia", "georgina", "geraldine", "gill", "gillian", "gina", "gladys", "glenda",
	"gloria", "glynis", "grainne", "greta", "gwen", "gwyneth", "hannah", "harriet", "hayley", "hazel", "heather",
	"heidi", "helen", "helena", "hilda", "holly", "imogen", "ingrid", "irene", "iris", "isabel", "isabella", "isla",
	"jackie", "jacqueline", "jacqui", "jade", "jane", "janet", "janice", "janine", "jasmine", "jayne", "jeanette",
	"jemma", "jennifer", "jenny", "jess", "jessica", "jill", "jillian", "joan", "joanna", "joanne", "josephine",
	"joy", "joyce", "judith", "judy", "julia", "julie", "juliet", "june", "karen", "karina", "kate", "kath",
	"katharine", "katherine", "kathleen", "kathryn", "kathy", "katie", "katy", "kirsten", "kirsty", "kitty",
	"kristina", "kylie", "lara", "laura", "lauren", "leah", "leanne", "leila", "leonie", "lesley", "lilian", "lily",
	"linda", "lisa", "liz", "lizzie", "lois", "lorna", "lorraine", "louisa", "louise", "lucia", "lucinda", "lucy",
	"lydia", "lyn", "lynda", "lynette", "lynn", "lynne", "mabel", "maddie", "madeleine", "mae", "maggie", "mairead",
	"mairi", "mandy", "margaret", "margery", "maria", "marianne", "marie", "marilyn", "marina", "marisa",
	"marjorie", "marlene", "martha", "mary", "matilda", "maura", "maureen", "mavis", "maxine", "megan", "melanie",
	"melissa", "mercedes", "michele", "michelle", "mildred", "millie", "miranda", "miriam", "moira", "molly",
	"mona", "monica", "morag", "muriel", "myra", "nadia", "nadine", "nancy", "naomi", "natalia", "natalie",
	"natasha", "nellie", "niamh", "nicola", "nicole", "nikki", "nina", "nora", "noreen", "norma", "olga", "olive",
	"olivia", "olwen", "oonagh", "pam", "pamela", "patricia", "paula", "pauline", "peggy", "penelope", "penny",
	"philippa", "phyllis", "pippa", "polly", "priya", "rachael", "rachel", "rebecca", "rhian", "rhiannon", "rhona",
	"ria", "rita", "roberta", "rosa", "rosalind", "rose", "rosemary", "rosie", "rowena", "ruth", "sadie", "sally",
	"salma", "samantha", "sandra", "sara", "sarah", "saskia", "sharon", "sheena", "sheila", "shelley", "shirley",
	"shona", "sian", "silvia", "sinead", "siobhan", "sonia", "sophia", "sophie", "stella", "stephanie", "sue",
	"sunita", "susan", "susanna", "susannah", "susie", "suzanne", "sylvia", "tamara", "tania", "tanya", "tara",
	"teresa", "thelma", "theresa", "tina", "tracey", "trina", "trish", "ursula", "usha", "valerie", "vanessa",
	"vera", "verity", "veronica", "vicki", "vicky", "vikki", "violet", "virginia", "vivienne", "wanda", "wendy",
	"winifred", "yasmin", "yvette", "yvonne", "zahra", "zara", "zoe",
};

static const char *const men[] = {
	"aaron", "abdul", "abraham", "adam", "adrian", "ahmed", "alan", "alasdair", "alastair", "albert", "alec",
	"alexander", "alf", "alfred", "alistair", "allan", "alun", "amir", "andreas", "andrew", "andy", "angus", "anil",
	"anthony", "antony", "archie", "arthur", "arwel", "asif", "barry", "bartholomew", "ben", "benjamin", "bert",
	"bill", "billy", "bob", "bobby", "brendan", "brian", "bruce", "bryan", "bryn", "callum", "carl", "charles",
	"christian", "christopher", "ciaran", "clifford", "clive", "colin", "colm", "conor", "craig", "crispin",
	"damian", "damien", "daniel", "darragh", "darren", "dave", "david", "dean", "declan", "denis", "dennis",
	"derek", "dermot", "desmond", "dominic", "don", "donal", "donald", "doug", "douglas", "duncan", "dylan",
	"eamon", "eamonn", "ed", "eddie", "edmund", "edward", "edwin", "elliot", "emmanuel", "eoin", "eric", "ernest",
	"ethan", "eugene", "evan", "ewan", "felix", "fergus", "finbarr", "finn", "fraser", "fred", "frederick",
	"gareth", "gary", "gavin", "geoff", "geoffrey", "george", "gerald", "gerard", "gethin", "giles", "giuseppe",
	"glen", "glenn", "glyn", "gordon", "graeme", "graham", "greg", "gregory", "gus", "guy", "harold", "harry",
	"harvey", "hassan", "hector", "henry", "herbert", "howard", "howell", "hubert", "hugh", "hugo", "humphrey",
	"huw", "iain", "ian", "ibrahim", "imran", "irfan", "isaac", "islwyn", "ivan", "ivor", "jack", "jacob", "jake",
	"james", "jason", "jeff", "jeffrey", "jeremy", "jim", "jimmy", "joe", "joel", "john", "johnny", "jon",
	"jonathan", "joseph", "josh", "joshua", "juan", "julian", "justin", "kamran", "karl", "keith", "kelvin", "ken",
	"kenneth", "kenny", "kevin", "khalid", "kieran", "lance", "laurence", "lawrence", "len", "leo", "leon",
	"leonard", "liam", "lloyd", "louis", "luke", "malcolm", "marc", "marcus", "mark", "martin", "martyn", "mathew",
	"matt", "matthew", "maurice", "mervyn", "michael", "mick", "mike", "mohamed", "mohammad", "mohammed",
	"muhammad", "nathan", "neil", "neville", "nicholas", "nick", "nicolas", "nigel", "noah", "norman", "oliver",
	"omar", "oscar", "owen", "paddy", "patrick", "paul", "percy", "pete", "peter", "phil", "philip", "phillip",
	"rajesh", "ralph", "ramesh", "raymond", "reece", "reg", "reginald", "rhodri", "rhys", "ricardo", "richard",
	"rick", "ricky", "rob", "robert", "rod", "roddy", "roderick", "rodney", "roger", "roland", "ron", "ronald",
	"rory", "ross", "roy", "ruairi", "rupert", "russell", "ryan", "samir", "samuel", "sanjay", "scott", "seamus",
	"sean", "sebastian", "shane", "shaun", "sid", "sidney", "simon", "stan", "stanley", "stephen", "steve",
	"steven", "stewart", "stuart", "tariq", "ted", "terence", "theo", "theodore", "thomas", "tim", "timothy",
	"tobias", "toby", "tom", "tommy", "tony", "trevor", "tristan", "victor", "vincent", "walter", "warren", "wayne",
	"wilfred", "willem", "william", "winston", "yassin", "yusuf", "zach", "zachary",
};

static const char *const either[] = {
	"aidan", "alex", "alexis", "alfie", "ali", "allen", "andre", "austin", "bernard", "bernie", "cameron", "ceri",
	"charlie", "chris", "christy", "dan", "danny", "daryl", "dorian", "eli", "evelyn", "francis", "frank",
	"freddie", "gerry", "hilary", "jamie", "jan", "jay", "jean", "jerry", "jesse", "jo", "kelly", "kerry", "kim",
	"lee", "leslie", "lewis", "lindsay", "lindsey", "manjit", "marian", "marion", "max", "mel", "nicky", "noel",
	"pat", "perry", "rich", "robin", "ronnie", "sam", "sandy", "stacey", "terri", "terry", "tracy", "vic", "vivian",
	"vivien", "wai", "will",
};
/* clang-format on */

static int compare_words(const void *key, const void *element)
{
	return strcmp(key, *(const char *const *)element);
}

enum gender name_given_gender(const char *given)
{
	if (bsearch(given, women, G_N_ELEMENTS(women), sizeof(*women), compare_words))
		return GENDER_FEMALE;
	if (bsearch(given, men, G_N_ELEMENTS(men), sizeof(*men), compare_words))
		return GENDER_MALE;
	return GENDER_UNKNOWN;
}

bool name_is_given(const char *word)
{
	return name_given_gender(word) != GENDER_UNKNOWN ||
	       bsearch(word, either, G_N_ELEMENTS(either), sizeof(*either), compare_words);
}
