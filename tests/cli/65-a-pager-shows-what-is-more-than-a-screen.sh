#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
. "${BASH_SOURCE%/*}/common.bash"

command -v script >/dev/null || skip 'no script(1) to make a terminal'

for n in $(seq 1 60); do
	printf 'Paragraph %d says that the lapwing came back to its field.\n\n' "$n"
done >paper.txt
run 0 "$index_program" --index index paper.txt
cat >pager.sh <<'END'
#!/bin/sh
echo "PAGED $(wc -l)"
END
chmod +x pager.sh

# on_terminal PAGER ARGUMENT...: the query on a terminal of 30 rows; what it shows into .out.
on_terminal() {
	local pager=$1
	shift
	PAGER=$pager TERM=xterm script -qec "stty rows 30 cols 80; '$query_program' --index index $*" /dev/null \
		</dev/null >.out
}

on_terminal ./pager.sh --pager lapwing
says out 'PAGED 180'
says_not out 'lapwing'
on_terminal ./pager.sh --pager -n 3 lapwing
says_not out PAGED
[ "$(grep -c 'Paragraph' .out)" -eq 3 ] || fail 'what fits the screen is not shown as it is'
on_terminal ./pager.sh lapwing
says_not out PAGED
# The status is that of the search, pager or not; one that is not there is told, and nothing is lost.
on_terminal ./pager.sh --pager zebra '; echo status $?'
says out 'status 1'
on_terminal ./no-such-pager --pager lapwing '; echo status $?'
says out "pager './no-such-pager': not found"
says out 'status 3'
[ "$(grep -c 'Paragraph' .out)" -eq 60 ] || fail 'results were lost with the pager'
# One that leaves early ends nothing with a message.
on_terminal 'head -n 1' --pager lapwing '; echo status $?'
says out 'status 0'
[ "$(grep -c 'Paragraph' .out)" -eq 1 ] || fail 'more than the pager wanted'
if command -v less >/dev/null; then
	on_terminal '' --pager -n 3 lapwing
	[ "$(grep -c 'Paragraph' .out)" -eq 3 ] || fail 'less is not asked to leave the screen'
fi

# Without a terminal there is nothing to page.
run 0 env PAGER=./pager.sh "$query_program" --index index --pager lapwing
says_not out PAGED
[ "$(grep -c 'Paragraph' .out)" -eq 60 ] || fail 'not all'
