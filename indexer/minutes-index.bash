# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# Completion of minutes-index(1) for bash. The options are those that --help of the program at hand tells of.

_minutes_index() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options
	COMPREPLY=()
	if [ "$word" = = ]; then
		word=
	elif [ "$before" = = ] && [ "$COMP_CWORD" -ge 2 ]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	case $before:$word in
	--index:* | -i:*)
		compopt -o filenames 2>/dev/null || :
		mapfile -t COMPREPLY < <(compgen -d -- "$word")
		;;
	*:-*)
		options=$("${COMP_WORDS[0]}" --help 2>/dev/null | grep -oE -e '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u)
		mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
		;;
	*)
		compopt -o filenames 2>/dev/null || :
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
		;;
	esac
}

complete -F _minutes_index minutes-index
