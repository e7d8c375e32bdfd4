/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "language.h"

#include "fault.h"
#include "lexer.h"
#include "operands.h"
#include "text.h"
#include "value.h"

/* Deeper brackets are no query of a person, and each level costs stack in all that walks the tree. */
#define DEPTH_LIMIT 100

struct parser {
	struct lexer lexer;
	struct token token; /* not yet consumed */
	guint depth;
};

void language_init(struct language *language)
{
	*language = (struct language){.notes = g_ptr_array_new_with_free_func(g_free)};
}

void language_clear(struct language *language)
{
	g_clear_pointer(&language->tree, tree_free);
	g_clear_pointer(&language->notes, g_ptr_array_unref);
}

static bool parse_any(struct tree **out, struct parser *parser, GError **error);
static bool parse_unary(struct tree **out, struct parser *parser, GError **error);

static bool advance(struct parser *parser, GError **error)
{
	return lexer_next(&parser->token, &parser->lexer, error);
}

static bool fail(struct parser *parser, size_t at, GError **error, const char *message)
{
	parser->lexer.fault = at;
	g_set_error_literal(error, FAULT, FAULT_QUERY, message);
	return false;
}

/* Where something to search for should stand there is an operator, a bracket or the end. */
static bool fail_operand(struct parser *parser, size_t at, GError **error)
{
	const char *name = lexer_operator(parser->token.kind);
	if (name) {
		g_autofree char *small = g_ascii_strdown(name, -1);
		g_autofree char *message = g_strdup_printf(
			"%s needs something on both its sides; the word itself in small letters: %s", name, small);
		return fail(parser, at, error, message);
	}
	if (parser->token.kind == TOKEN_CLOSE)
		return fail(parser, at, error, "nothing stands before this bracket");
	return fail(parser, at, error, "something to search for is missing at the end");
}

static bool parse_field(struct tree **out, struct parser *parser, GError **error)
{
	const struct token *token = &parser->token;
	const struct field *field = NULL;
	parser->lexer.fault = token->offset;
	if (!value_field(&field, token->name, error))
		return false;
	parser->lexer.fault = token->text.len > 0 ? token->value : token->offset;
	if (!value_parse(out, field, token->text, token->quoted, error))
		return false;
	(*out)->offset = token->offset;
	return advance(parser, error);
}

static bool parse_group(struct tree **out, struct parser *parser, GError **error)
{
	size_t open = parser->token.offset;
	if (!advance(parser, error))
		return false;
	if (parser->token.kind == TOKEN_CLOSE)
		return fail(parser, open, error, "nothing stands between these brackets");
	if (parser->token.kind == TOKEN_END)
		return fail(parser, open, error, "this bracket never closes");
	if (!parse_any(out, parser, error))
		return false;
	if (parser->token.kind != TOKEN_CLOSE)
		return fail(parser, open, error, "this bracket never closes");
	return advance(parser, error);
}

static bool parse_atom(struct tree **out, struct parser *parser, GError **error)
{
	const struct token *token = &parser->token;
	switch (token->kind) {
	case TOKEN_WORDS:
	case TOKEN_PHRASE:
		*out = tree_leaf(token->kind == TOKEN_WORDS ? TREE_WORDS : TREE_PHRASE, token->text);
		(*out)->offset = token->offset;
		return advance(parser, error);
	case TOKEN_FAMILY:
		*out = tree_leaf(TREE_FAMILY, token->text);
		(*out)->offset = token->offset;
		(*out)->quoted = token->quoted;
		return advance(parser, error);
	case TOKEN_FIELD:
		return parse_field(out, parser, error);
	case TOKEN_OPEN:
		return parse_group(out, parser, error);
	default:
		return fail_operand(parser, token->offset, error);
	}
}

/* What stands at places of the text: words, a phrase, a family, or any of several such. */
static bool has_places(const struct tree *node)
{
	if (node->op != TREE_OR)
		return node->op == TREE_WORDS || node->op == TREE_PHRASE || node->op == TREE_FAMILY;
	for (guint n = 0; n < node->children->len; n++)
		if (!has_places(tree_child(node, n)))
			return false;
	return true;
}

static bool fail_near(struct parser *parser, size_t at, GError **error)
{
	return fail(parser, at, error,
		    "ADJ and NEAR take a word, a phrase or a ~family on both sides, or several in brackets with OR");
}

/* One operand of the chain; `at` is its operator's place. */
static bool parse_link(struct tree *chain, struct parser *parser, size_t at, GError **error)
{
	struct tree *operand = NULL;
	bool is_group = parser->token.kind == TOKEN_OPEN;
	bool is_place = is_group || parser->token.kind == TOKEN_WORDS || parser->token.kind == TOKEN_PHRASE ||
			parser->token.kind == TOKEN_FAMILY;
	if (!is_place)
		return fail_near(parser, at, error);
	if (is_group && parser->depth >= DEPTH_LIMIT)
		return fail(parser, parser->token.offset, error, "brackets and NOTs are nested too deep here");
	parser->depth += is_group;
	bool good = parse_atom(&operand, parser, error);
	parser->depth -= is_group;
	if (operand)
		tree_add(chain, operand);
	return good && (has_places(operand) || fail_near(parser, at, error));
}

/* The operands of a chain of one operator with one distance. */
static bool parse_chain(struct tree *chain, struct parser *parser, GError **error)
{
	enum token_kind kind = parser->token.kind;
	while (parser->token.kind == TOKEN_ADJ || parser->token.kind == TOKEN_NEAR) {
		size_t at = parser->token.offset;
		if (parser->token.kind != kind || parser->token.distance != chain->distance)
			return fail(parser, at, error,
				    "one chain takes one operator and one number: a NEAR/5 b NEAR/5 c");
		if (!advance(parser, error) || !parse_link(chain, parser, at, error))
			return false;
	}
	return true;
}

static bool parse_near(struct tree **out, struct parser *parser, GError **error)
{
	if (!parse_atom(out, parser, error))
		return false;
	if (parser->token.kind != TOKEN_ADJ && parser->token.kind != TOKEN_NEAR)
		return true;
	if (!has_places(*out))
		return fail_near(parser, parser->token.offset, error);
	struct tree *chain = tree_new(parser->token.kind == TOKEN_ADJ ? TREE_ADJ : TREE_NEAR);
	chain->distance = parser->token.distance;
	chain->offset = (*out)->offset;
	tree_add(chain, *out);
	*out = chain;
	return parse_chain(chain, parser, error);
}

static bool parse_not(struct tree **out, struct parser *parser, GError **error)
{
	size_t at = parser->token.offset;
	if (!advance(parser, error))
		return false;
	if (parser->token.kind == TOKEN_END || parser->token.kind == TOKEN_CLOSE)
		return fail(parser, at, error, "NOT needs something behind it; the word itself in small letters: not");
	*out = tree_new(TREE_NOT);
	(*out)->offset = at;
	struct tree *child = NULL;
	bool good = parse_unary(&child, parser, error);
	if (child)
		tree_add(*out, child);
	return good;
}

static bool parse_unary(struct tree **out, struct parser *parser, GError **error)
{
	bool is_not = parser->token.kind == TOKEN_NOT;
	if (!is_not && parser->token.kind != TOKEN_OPEN)
		return parse_near(out, parser, error);
	if (parser->depth >= DEPTH_LIMIT)
		return fail(parser, parser->token.offset, error, "brackets and NOTs are nested too deep here");
	parser->depth++;
	bool good = is_not ? parse_not(out, parser, error) : parse_near(out, parser, error);
	parser->depth--;
	return good;
}

static bool ends_all(enum token_kind kind)
{
	return kind == TOKEN_END || kind == TOKEN_CLOSE || kind == TOKEN_OR;
}

static bool parse_run(struct tree *all, struct parser *parser, GError **error)
{
	struct tree *run = tree_new(TREE_AND);
	bool good = true;
	do {
		struct tree *child = NULL;
		good = parse_unary(&child, parser, error);
		if (child)
			operands_add(run, child);
	} while (good && !ends_all(parser->token.kind) && parser->token.kind != TOKEN_AND);
	operands_close(all, run);
	return good;
}

static bool parse_all(struct tree **out, struct parser *parser, GError **error)
{
	struct tree *all = tree_new(TREE_AND);
	all->offset = parser->token.offset;
	bool good = parse_run(all, parser, error);
	while (good && parser->token.kind == TOKEN_AND) {
		size_t at = parser->token.offset;
		good = advance(parser, error);
		if (good && (ends_all(parser->token.kind) || parser->token.kind == TOKEN_AND)) {
			parser->token.kind = TOKEN_AND;
			good = fail_operand(parser, at, error);
		}
		good = good && parse_run(all, parser, error);
	}
	*out = tree_simplify(all);
	return good;
}

static bool parse_any(struct tree **out, struct parser *parser, GError **error)
{
	struct tree *any = tree_new(TREE_OR);
	any->offset = parser->token.offset;
	bool good = true;
	bool more = true;
	while (good && more) {
		struct tree *all = NULL;
		good = parse_all(&all, parser, error);
		if (all)
			tree_add(any, all);
		more = good && parser->token.kind == TOKEN_OR;
		if (!more)
			break;
		size_t at = parser->token.offset;
		good = advance(parser, error);
		if (good && ends_all(parser->token.kind)) {
			parser->token.kind = TOKEN_OR;
			good = fail_operand(parser, at, error);
		}
	}
	*out = tree_simplify(any);
	return good;
}

bool language_parse(struct language *language, struct span text, GError **error)
{
	struct parser parser = {.lexer = {.query = text, .notes = language->notes}};
	bool good = advance(&parser, error);
	if (good && parser.token.kind != TOKEN_END)
		good = parse_any(&language->tree, &parser, error);
	if (good && parser.token.kind == TOKEN_CLOSE)
		good = fail(&parser, parser.token.offset, error, "this bracket closes nothing");
	language->fault = parser.lexer.fault;
	if (!good)
		g_clear_pointer(&language->tree, tree_free);
	return good;
}

char *language_caret(const struct language *language, struct span text)
{
	size_t at = MIN(language->fault, text.len);
	size_t start = at;
	while (start > 0 && text.ptr[start - 1] != '\n')
		start--;
	size_t end = at;
	while (end < text.len && text.ptr[end] != '\n')
		end++;
	g_autofree char *line = text_printable(span_cut(text, start, end));
	g_autofree char *before = text_printable(span_cut(text, start, at));
	size_t columns = text_width(span_of(before));
	return g_strdup_printf("%s\n%*s^", line, (int)columns, "");
}
