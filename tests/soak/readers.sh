#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tests/soak/readers.sh BUILD [SECONDS] [READERS]: one writer that changes papers all the time, and READERS (default 8) that
# ask for SECONDS (default 600). No answer may fail, count wrong or be of two revisions. By hand, on a release build.
set -eu
build=$(cd "$1" && pwd)
export MINUTES_INDEX=$build/indexer/minutes-index MINUTES_QUERY=$build/query/minutes-query
cli=$(cd "${BASH_SOURCE%/*}/../cli" && pwd)
. "$cli/common.bash"
. "$cli/readers.bash"
soak "${2:-600}" "${3:-8}"
echo "$answers answers of ${3:-8} readers in ${2:-600} seconds, none wrong, while $papers papers were replaced $(cat versions) times"
