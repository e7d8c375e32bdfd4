#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# tables.sh PROJECT: every table that is said to stand in byte order does, and every file that calls bsearch says so of its
# tables, or calls xml_tree_kind, which does it for its callers. A word out of its place would not be found, and nothing else would tell.
set -eu
cd "$1"
status=0
for file in $(grep -rlE --include='*.c' '(bsearch|xml_tree_kind)\(' lib indexer query | grep -v '/xml_tree\.c$'); do
	# One line for a table, its words in the order of the source, the name of the table before them.
	tables=$(awk '
		/byte order/ { wanted = 1; all = all || /Every list/ }
		/^static const .*\[\] = \{/ && (wanted || all) {
			open = 1; wanted = 0; is_rows = -1; match($0, /[a-z_]+\[\]/); row = substr($0, RSTART, RLENGTH - 2)
		}
		open && !/^static/ {
			if (is_rows < 0) { is_rows = /^\t\{"/; word = is_rows ? "[{]\"[^\"]*\"" : "\"[^\"]*\"" }
			rest = $0
			while (match(rest, word)) {
				row = row " " substr(rest, RSTART + 1 + is_rows, RLENGTH - 2 - is_rows)
				rest = substr(rest, RSTART + RLENGTH)
			}
		}
		open && /^\};/ { print row; open = 0 }' "$file")
	[ "${tables#* }" != "$tables" ] || {
		echo "$file: calls bsearch, but no word of it is said to stand in byte order"
		status=1
	}
	echo "$tables" | while read -r name words; do
		echo "$words" | tr ' ' '\n' | LC_ALL=C sort -cu 2>&1 | sed "s|^sort: -:[0-9]*|$file: $name|"
	done >"${TMPDIR:-/tmp}/tables.$$"
	[ ! -s "${TMPDIR:-/tmp}/tables.$$" ] || {
		cat "${TMPDIR:-/tmp}/tables.$$"
		status=1
	}
	rm -f "${TMPDIR:-/tmp}/tables.$$"
done
exit $status
