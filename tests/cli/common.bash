# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# What the tests of the indexer share: a folder of their own, and claims about the last run. Sourced.
set -eu

index_program=$MINUTES_INDEX
query_program=$MINUTES_QUERY
# To the programs the same name means an index.
unset MINUTES_INDEX MINUTES_QUERY
export LC_ALL=C.UTF-8

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export XDG_DATA_HOME=$work/data

fail() {
	echo "FAILED: $*" >&2
	sed 's/^/  out: /' "$work/.out" >&2 || true
	sed 's/^/  err: /' "$work/.err" >&2 || true
	exit 1
}

skip() {
	echo "skipped: $*"
	exit 77
}

# run STATUS PROGRAM ARGUMENT...: runs it, keeps its output, demands the exit status.
run() {
	local want=$1 got=0
	shift
	"$@" >"$work/.out" 2>"$work/.err" || got=$?
	[ "$got" -eq "$want" ] || fail "exit status $got, not $want: $*"
}

# says FILE TEXT, silent FILE: FILE is out or err of the last run.
says() {
	grep -qF -- "$2" "$work/.$1" || fail "std$1 does not say: $2"
}

says_not() {
	! grep -qF -- "$2" "$work/.$1" || fail "std$1 says: $2"
}

silent() {
	[ ! -s "$work/.$1" ] || fail "std$1 is not empty"
}

# holds INDEX COUNT QUERY: so many paragraphs of the index match.
holds() {
	local got
	got=$("$query_program" --index "$1" --count "$3" 2>"$work/.err") || true
	[ "$got" = "$2" ] || fail "$got paragraphs match $3, not $2"
}
