#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What README.md tells people to type is what .ci/run runs, and what it says that the programs print they print.
set -eu
cd "$1"
tests='.ci/deps && cmake --preset dev && cmake --build --preset dev -j4 && ctest --preset dev'
for file in README.md .ci/run; do
	grep -qxF "$tests" "$file" || {
		echo "$file does not have the line: $tests"
		exit 1
	}
done
for package in $(sed 's/#.*//' .ci/packages); do
	grep -qw -- "$package" README.md || {
		echo "README.md does not name the package $package"
		exit 1
	}
done
