#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

# What a web page or a word processor leaves in words that are copied from it: soft hyphens, marks of no width, a byte
# order mark, accents that are characters of their own.
printf 'Mrs Zoë Otterbourne said that the heron was staying put.\n\nThe weir was low.\n' >paper.txt
run 0 "$index_program" --index index paper.txt

holds index 1 $'"stay\u00ading pu\u200bt"'
holds index 1 $'\ufeffheron'
holds index 1 $'staying\u2060 ADJ/1 put'
holds index 1 $'zoe\u0308'
holds index 1 $'speaker:"Otter\u00adbourne"'
holds index 1 $'wei\u00adr'
run 0 "$query_program" --index index --count --speaker $'Zoe\u0308 Otter\u200bbourne' heron
[ "$(cat .out)" = 1 ] || fail 'the value of an option is taken with its soft hyphens'

printf '\ufeffher\u00adon\nwe\u200bir\n' >queries
run 0 "$query_program" --index index --queries queries --count
[ "$(cut -f 1 .out | tr '\n' ' ')" = '1 1 ' ] || fail 'a file of queries is taken with its soft hyphens'
silent err
