# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# Completion of minutes-query(1) for bash. The options are those that --help of the program at hand tells of.

_minutes_query_values() {
	case $1 in
	--sort) echo relevance date -date document ;;
	--format) echo text json jsonl csv tsv html ids ;;
	--color) echo auto always never ;;
	--timeline) echo year month meeting ;;
	--type) echo minutes agenda report decision other ;;
	--facet) echo speaker spoke topic body council type kind item title section minute date file year month is ;;
	--saved) sed -n 's/^\[\(.*\)\]$/\1/p' "${XDG_CONFIG_HOME:-$HOME/.config}/minutebook/saved.ini" 2>/dev/null ;;
	*) return 1 ;;
	esac
}

_minutes_query() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} values
	COMPREPLY=()
	# "--sort=da" reaches us as three words.
	if [ "$word" = = ]; then
		word=
	elif [ "$before" = = ] && [ "$COMP_CWORD" -ge 2 ]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	if [ "$before" = --saved ]; then
		local IFS=$'\n'
		mapfile -t COMPREPLY < <(compgen -W "$(_minutes_query_values --saved)" -- "$word" | sed 's/ /\\ /g')
		return
	fi
	if values=$(_minutes_query_values "$before"); then
		mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
		return
	fi
	case $before in
	--index | -i | --foi | --verify)
		compopt -o filenames 2>/dev/null || :
		mapfile -t COMPREPLY < <(compgen -d -- "$word")
		return
		;;
	--queries | --thesaurus | --people)
		compopt -o filenames 2>/dev/null || :
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
		return
		;;
	esac
	case $word in
	-*)
		values=$("${COMP_WORDS[0]}" --help 2>/dev/null | grep -oE -e '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u)
		;;
	*)
		compopt -o nospace 2>/dev/null || :
		values='speaker: spoke: topic: body: council: type: kind: item: title: section: minute: file: id: is: confirms: date: person:'
		;;
	esac
	mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -F _minutes_query minutes-query
