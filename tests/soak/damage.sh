#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tests/soak/damage.sh BUILD [ROUNDS] [SEED]: turns bits in each file of an index, ROUNDS times each (default 100), one bit or
# forty. No program may crash or hang, and no other answer may come from an index that --check finds sound.
set -eu
build=$(cd "$1" && pwd)
export MINUTES_INDEX=$build/indexer/minutes-index MINUTES_QUERY=$build/query/minutes-query
cli=$(cd "${BASH_SOURCE%/*}/../cli" && pwd)
. "$cli/common.bash"
. "$cli/damage.bash"
damage_prepare
RANDOM=${3:-1}
for file in $(cd sound && ls -- *.glass iamglass); do
	damage=([rounds]=0 [harmless]=0 [told]=0 [found]=0)
	for round in $(seq "${2:-100}"); do
		damage_round "$file" $((round % 2 ? 1 : 40))
	done
	echo "$file: ${damage[rounds]} times damaged: ${damage[told]} told by the queries, ${damage[found]} by --check alone," \
		"${damage[harmless]} changed no answer"
done
