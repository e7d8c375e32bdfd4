#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir papers
cat >papers/panel.txt <<'END'
OTTER PANEL

MINUTES of a meeting of the Otter Panel held on 26 May 2016.

4. Bridges
(Item B1)

(1) The heron nested under the old stone bridge of Otterbourne.

(2) The wagtail was seen at the weir.

(3) Members asked after the kingfisher.

(4) It was not known where the dipper was.

5. Roads
(Item B2)

(1) Herons were seen nesting near the stone bridge on the Otterbourne road.

(2) The verges were cut.
END
run 0 "$index_program" -q --index index papers
query() { "$query_program" -q --index index "$@"; }

# Neighbours are those of the item, and no others.
run 0 query -C 1 wagtail
says out 'The heron nested'
says out 'Members asked'
says_not out 'dipper'
run 0 query -A 9 wagtail
says out 'dipper'
says_not out 'Herons were seen'
says_not out 'The heron nested'
run 0 query -B 9 wagtail
says out 'Bridges'
says_not out 'Members'
run 0 query --format jsonl -A 1 wagtail
says out '"before": [], "after": [{"id": '
run 0 query --format html -C 1 wagtail
[ "$(grep -c 'class="words around"' .out)" -eq 2 ] || fail 'neighbours are not on the page'
run 0 query --format jsonl wagtail
says_not out '"before"'

id=$(query --format ids wagtail)
run 0 query --show "$id"
says out 'The wagtail was seen at the weir.'
says out 'dipper'
printf 'A stoat.\n\nA weasel.\n' >papers/stoats.txt
run 0 "$index_program" -q --index index papers
run 0 query --explain --show "$id"
says err 'found:    1 of 10 candidates'
run 0 query --show "$id" -C 0
[ "$(grep -c . .out)" -eq 2 ] || fail 'more than the paragraph'
run 1 query --show "${id%#*}#99"
run 2 query --show wagtail
says err 'an id as --format ids prints it'
run 2 query --show "$id" heron

# What is alike shares the words that tell; the paragraph itself is not among it.
model=$(query --format ids 'heron weir OR heron nested "old stone"')
run 0 query --similar "$model"
says out 'Herons were seen nesting near the stone bridge'
says_not out 'The heron nested under'
says_not out 'verges'
run 1 query --similar "$model" 'date:2017'
run 1 query --similar "${model%#*}#99"
