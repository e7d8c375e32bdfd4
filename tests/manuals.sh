#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The manual pages are sound.
set -eu
cd "$1"
if ! command -v mandoc >/dev/null; then
	echo "skipped: no mandoc here"
	exit 77
fi
mandoc -T lint -W warning indexer/minutes-index.1 query/minutes-query.1 query/minutebook-foi.7
