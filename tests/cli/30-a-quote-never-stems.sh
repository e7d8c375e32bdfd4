#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

cat >paper.txt <<'END'
The carers were staying put.

The carer stayed put.

Carers stay put, and put up with it.

She is staying, put it that way.
END
run 0 "$index_program" --index index paper.txt

holds index 4 'stay put'
holds index 1 '"stayed put"'
holds index 1 '"stay put"'
holds index 2 '"staying put"'
holds index 1 '"carer"'
holds index 2 '"carers"'
holds index 3 'carer'
holds index 0 '"stays put"'
holds index 0 '"puts"'
# Nor inside nearness, nor where a part of it is open.
holds index 2 '"carers" NEAR/3 put'
holds index 2 '"carers were" OR "carers stay"'
holds index 3 '"carer*"'
holds index 0 '"carer* stays"'
