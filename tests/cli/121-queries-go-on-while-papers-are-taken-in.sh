#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"
. "${BASH_SOURCE%/*}/readers.bash"

soak 3 2
