#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# wall.sh NM LIBRARY PROJECT: the C++ objects of LIBRARY define the store_ functions and no other global; no header that C
# code includes speaks of C++ or Xapian, and no other file of the project includes Xapian.
# Weak symbols are instances of the standard library's templates, which every C++ object carries.
set -eu

nm=$1 library=$2 project=$3
failed=0

complain() {
	echo "$1" >&2
	failed=1
}

globals=$("$nm" --defined-only -g "$library" | awk '
	/:$/ { in_cpp = ($0 ~ /\.cc\.o:$/) }
	in_cpp && NF == 3 && $2 !~ /^[WVuw]$/ { print $3 }')
[ -n "$globals" ] || complain "no globals of a C++ object in $library"
foreign=$(grep -v '^store_' <<<"$globals" || true)
[ -z "$foreign" ] || complain "globals that are not store_ functions: $foreign"

spoken=$(grep -nE 'std::|Xapian::|<xapian|\btemplate\b' "$project"/include/*.h || true)
[ -z "$spoken" ] || complain "a shared header speaks C++: $spoken"

users=$(grep -lr --include='*.c' --include='*.h' --include='*.cc' '<xapian' "$project/lib" "$project/indexer" \
	"$project/query" | grep -vE '/lib/(wall\.h|store[a-z_]*\.cc)$' || true)
[ -z "$users" ] || complain "Xapian outside the wall: $users"

exit $failed
