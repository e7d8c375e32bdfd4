#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

run 0 "$index_program" -q --index index "$CORPUS_DIR/cabinet"
rest() { find . -maxdepth 1 -name 'pack*'; }

# A disk that is full after the first blocks: no file may be longer than these.
full() (
	trap '' XFSZ
	ulimit -f "$1"
	shift
	exec "$@"
)
for blocks in 1 8 20; do
	run 3 full "$blocks" "$query_program" -q --index index --foi pack --reference R staying
	grep -qiE 'pack.*(file too large|no space)|(html|json|csv|jsonl|md): ' .err || fail 'it does not say which file'
	[ -z "$(rest)" ] || fail "left: $(rest)"
done

# A folder that may not be written in, and a file where the folder should be.
if [ "$(id -u)" -ne 0 ]; then
	mkdir closed && chmod a-w closed
	run 3 "$query_program" -q --index index --foi closed/pack --reference R staying
	says err 'closed/pack'
fi
: >file
run 2 "$query_program" -q --index index --foi file --reference R staying
[ ! -s file ] && [ -f file ] || fail 'the file is another'

# An empty folder is taken, a slash at its end is nothing, and the umask says who may read it.
mkdir pack
(umask 077 && exec "$query_program" -q --index index --foi pack/ --reference R staying) || fail 'no pack'
[ "$(stat -c %a pack)" = 700 ] && [ "$(stat -c %a pack/extracts.html)" = 600 ] || fail 'others may read it'
(cd pack && sha256sum --quiet -c manifest.sha256) || fail 'the manifest is of other files'
[ "$(rest)" = ./pack ] || fail "left: $(rest)"
