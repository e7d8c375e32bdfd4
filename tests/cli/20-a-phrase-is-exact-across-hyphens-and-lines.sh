#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

cat >paper.txt <<'END'
The Board heard that the herons were staying
put on the reservoir.

Staying-Put money was found for the otters.

Nobody stayed put at the weir, and nobody is putting anything there.

Staying warm, the badgers put up with it.
END
run 0 "$index_program" --index index paper.txt
holds index 2 '"staying put"'
holds index 2 '“Staying Put”'
holds index 4 'staying put'
holds index 1 '"stayed put"'
holds index 1 'staying -"staying put" -weir'
holds index 2 'stay ADJ/1 put -"stayed put"'
holds index 3 'stay NEAR/1 put'
holds index 1 'badg*'
holds index 2 '"the otter*" OR "the heron*"'
holds index 3 'heron OR otter OR badger'
