#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tests/fuzz/run.sh BUILD SECONDS FOLDER [TARGET...]: every fuzz target of a fuzz build, one after the other, SECONDS each,
# from the seeds and what was found before. FOLDER keeps, for each target, the inputs found, what broke it, and a line of
# figures in figures.tsv: target, seconds, executions, inputs that broke it. Exit status 1: something broke.
set -eu
build=$1 seconds=$2 folder=$(mkdir -p "$3" && cd "$3" && pwd)
shift 3
here=$(cd "${BASH_SOURCE%/*}" && pwd)
[ $# -gt 0 ] || set -- query_language text html office lines papers companions stored
export ASAN_OPTIONS=${ASAN_OPTIONS:-allocator_may_return_null=1:detect_stack_use_after_return=0} UBSAN_OPTIONS=print_stacktrace=1
broken=0
for target; do
	mkdir -p "$folder/$target" "$folder/$target.broken"
	options=(-max_total_time="$seconds" -timeout=25 -rss_limit_mb=2000 -max_len=20000 -print_final_stats=1)
	[ ! -f "$here/$target.dict" ] || options+=(-dict="$here/$target.dict")
	start=$SECONDS
	"$build/tests/fuzz_$target" "${options[@]}" -artifact_prefix="$folder/$target.broken/" \
		"$folder/$target" "$here/$target" 2>"$folder/$target.log" || true
	found=$(find "$folder/$target.broken" -type f | wc -l)
	printf '%s\t%d\t%s\t%d\n' "$target" $((SECONDS - start)) \
		"$(awk '/number_of_executed_units/ { print $2 }' "$folder/$target.log")" "$found" | tee -a "$folder/figures.tsv"
	broken=$((broken + found))
done
[ "$broken" -eq 0 ]
