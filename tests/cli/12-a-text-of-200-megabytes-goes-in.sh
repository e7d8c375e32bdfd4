#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

[ "${MINUTEBOOK_SANITIZE:-0}" = 0 ] || skip 'too slow under the sanitizers'

# Paragraphs of thirty lines, no two alike, padded to a wide page as converters of tables do.
awk 'BEGIN {
	for (i = 1; i <= 17000; i++) {
		printf "%-399s\n", "Paper " i " of the archive."
		for (j = 0; j < 29; j++)
			printf "%-399s\n", "The Panel considered matter " (i * 31 + j) % 5000 " and asked officers for a report on it."
		printf "\n"
	}
	print "The last word is zyzzyva."
}' >large.txt
[ "$(stat -c %s large.txt)" -gt 200000000 ] || fail 'the text is not large enough'

run 0 "$index_program" --index index large.txt
says out ': 1 new'
holds index 1 '"paper 1 of the archive"'
holds index 1 '"paper 16999 of the archive"'
holds index 1 zyzzyva
run 0 "$index_program" --index index large.txt
says out ': 1 unchanged'
