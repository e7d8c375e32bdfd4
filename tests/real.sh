#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# real.sh PROJECT MINUTES_INDEX: the real papers beside the project are read as well as floor.txt asks.
set -eu
run=$1/../shared/eval/run
if [ ! -x "$run" ]; then
	echo "skipped: no real papers beside the project"
	exit 77
fi
if ! command -v python3 >/dev/null; then
	echo "skipped: scoring the real papers needs python3"
	exit 77
fi
exec python3 "$run" "$2" --floor "$1/tests/floor.txt"
