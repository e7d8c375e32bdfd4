#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir bin config
ln -s "$query_program" bin/minutes-query
ln -s "$index_program" bin/minutes-index
export PATH=$work/bin:$PATH XDG_CONFIG_HOME=$work/config

# completes WORD...: what bash offers for the last of them, one a line, into .out.
completes() {
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	COMPREPLY=()
	"_${1/-/_}" 2>.err
	printf '%s\n' "${COMPREPLY[@]}" >.out
}
offers() {
	grep -qxF -- "$1" .out || fail "not offered: $1"
}

. "$PROJECT_DIR/query/minutes-query.bash"
. "$PROJECT_DIR/indexer/minutes-index.bash"
[ "$(complete -p minutes-query)" = 'complete -F _minutes_query minutes-query' ] || fail 'not registered'
[ "$(complete -p minutes-index)" = 'complete -F _minutes_index minutes-index' ] || fail 'not registered'

completes minutes-query --sna
silent err
completes minutes-query --sni
[ "$(cat .out)" = --snippet ] || fail 'one option only begins so'
completes minutes-query --
for option in $("$query_program" --help | grep -oE -e '--[a-z][a-z-]*' | sort -u); do offers "$option"; done
completes minutes-query --sort da
[ "$(cat .out)" = date ] || fail 'a value'
completes minutes-query --sort = -
[ "$(cat .out)" = -date ] || fail 'a value behind an equals sign'
completes minutes-query --format ''
for format in text json jsonl csv tsv html ids; do
	offers "$format"
	"$query_program" --index nowhere --format "$format" x 2>&1 | grep -q 'not there' || fail "offered in vain: $format"
done
completes minutes-query --timeline m
offers month
offers meeting
completes minutes-query spea
[ "$(cat .out)" = speaker: ] || fail 'a field'

echo 'Herons were seen.' >paper.txt
run 0 "$index_program" -q --index index paper.txt
run 0 "$query_program" -q --index index --save 'old herons' heron
completes minutes-query --saved old
[ "$(cat .out)" = 'old\ herons' ] || fail 'a name'
completes minutes-query --index ind
offers index

completes minutes-index --par
[ "$(cat .out)" = --parse ] || fail 'one option only begins so'
completes minutes-index pap
offers paper.txt

if command -v zsh >/dev/null; then
	zsh -n "$PROJECT_DIR/query/minutes-query.zsh" || fail 'no zsh'
	zsh -n "$PROJECT_DIR/indexer/minutes-index.zsh" || fail 'no zsh'
	offered=$(zsh -fc 'autoload() { : }; words=(minutes-query --sort d) CURRENT=3
		compadd() { [[ $1 = -a ]] && print -l -- ${(P)2} || print -l -- "$@" }
		source "$1"' zsh "$PROJECT_DIR/query/minutes-query.zsh")
	grep -qx date <<<"$offered" || fail "zsh offers: $offered"
fi
