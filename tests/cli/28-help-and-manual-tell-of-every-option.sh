#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

manual=$PROJECT_DIR/query/minutes-query.1

run 0 "$query_program" --help
silent err
[ "$(wc -l <.out)" -le 24 ] || fail 'the help is longer than a screen'
[ "$(awk '{ if (length($0) > widest) widest = length($0) } END { print widest }' .out)" -le 80 ] ||
	fail 'the help is wider than a screen'
cp .out help
for option in $(grep -o -e '--[a-z][a-z]*' help | sort -u); do
	grep -q -e "Fl -${option#--}\b" -e ", -${option#--}\b" "$manual" || fail "the manual has no $option"
done
for option in $(grep -o 'Fl -[a-z]*' "$manual" | sed 's/Fl -/--/' | sort -u); do
	[ "$option" = -- ] || grep -q -e "$option" help || fail "the help has no $option"
done
for field in $(grep -A 1 'also spoke:' help | grep -o -e '[a-z]*:'); do
	grep -q -e "$field" -e "${field%:}.&:" "$manual" || fail "the manual has no $field"
done

run 0 "$query_program" --version
grep -qx 'minutes-query [0-9.]*' .out || fail 'no version'

command -v mandoc >/dev/null || skip 'no mandoc(1) to check the manual'
mandoc -Tlint -Wwarning "$manual" >.out || fail 'the manual has mistakes'
silent out
