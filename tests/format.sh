#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# All C and C++ sources are as clang-format would write them. Another version than 14 has other opinions.
set -eu
cd "$1"
if ! command -v clang-format >/dev/null || ! clang-format --version | grep -q 'version 14\.'; then
	echo "skipped: no clang-format 14 here"
	exit 77
fi
status=0
for file in $(find include lib indexer query tests -name '*.c' -o -name '*.h' -o -name '*.cc'); do
	clang-format --dry-run -Werror "$file" 2>/dev/null || {
		echo "clang-format -i $file"
		status=1
	}
done
exit $status
