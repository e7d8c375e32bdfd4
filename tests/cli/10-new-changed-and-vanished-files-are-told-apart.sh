#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

mkdir -p papers/2016
echo 'The Panel welcomed the heron scheme.' >papers/a.txt
echo 'The Board deferred the otter bridge.' >papers/b.txt
echo 'Members praised the lapwing school.' >papers/2016/c.txt

run 0 "$index_program" --index index papers
says out 'indexed 3 files (3 paragraphs, '
says out ': 3 new'
silent err
holds index 1 heron
holds index 1 lapwing

# Nothing to do.
run 0 "$index_program" --index index papers
says out ': 3 unchanged'

# New time, same bytes; new bytes; a file more; a file less.
touch -d 2001-02-03 papers/a.txt
echo 'The Board approved the badger tunnel instead.' >papers/b.txt
echo 'A fourth paper speaks of curlews.' >papers/d.txt
rm papers/2016/c.txt
run 0 "$index_program" --index index papers
says out 'indexed 3 files (3 paragraphs, '
says out ': 1 new, 1 changed, 1 unchanged, 1 forgotten'
holds index 0 otter
holds index 0 lapwing
holds index 1 badger
holds index 1 curlews

# Another folder is no business of this run, and a missing one takes nothing with it.
mkdir others
echo 'Elsewhere a stoat was seen.' >others/e.txt
run 0 "$index_program" --index index others
says out ': 1 new'
holds index 1 heron
rm -r papers
run 1 "$index_program" --index index others papers
says err 'papers: no such file or folder'
holds index 1 heron

# A manifest says more than before, and the paper is taken in again.
printf 'path,date,body\ne.txt,2016-05-26,Stoat Panel\n' >others/manifest.csv
run 0 "$index_program" --index index others
says out ': 1 changed'
holds index 1 'body:"Stoat Panel" stoat'
run 0 "$index_program" --index index others
says out ': 1 unchanged'
printf 'path,date,body\ne.txt,2016-02-30,Stoat Board\n' >others/manifest.csv
run 1 "$index_program" --index index others
says err 'others/manifest.csv:2: "2016-02-30" is no date'
says out ': 1 changed'
holds index 1 'body:"Stoat Board" stoat'

# Quiet is quiet.
rm others/manifest.csv
run 0 "$index_program" -q --index quiet others
silent out
