#compdef minutes-query
# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of minutes-query(1) for zsh. The options are those that --help of the program at hand tells of.

_minutes_query_options() {
	local -a options
	options=(${(f)"$(${words[1]} --help 2>/dev/null | grep -oE -e '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u)"})
	compadd -a options
}

_minutes-query() {
	local -a values
	case ${words[CURRENT-1]} in
	--sort) values=(relevance date -date document) ;;
	--format) values=(text json jsonl csv tsv html ids) ;;
	--color) values=(auto always never) ;;
	--timeline) values=(year month meeting) ;;
	--type) values=(minutes agenda report decision other) ;;
	--facet) values=(speaker spoke topic body council type kind item title section minute date file year month is) ;;
	--saved)
		values=(${(f)"$(sed -n 's/^\[\(.*\)\]$/\1/p' ${XDG_CONFIG_HOME:-$HOME/.config}/minutebook/saved.ini 2>/dev/null)"})
		;;
	--index | -i | --foi | --verify)
		_files -/
		return
		;;
	--queries | --thesaurus | --people)
		_files
		return
		;;
	esac
	if (( ${#values} )); then
		compadd -a values
	elif [[ ${words[CURRENT]} == -* ]]; then
		_minutes_query_options
	else
		compadd -S '' speaker: spoke: topic: body: council: type: kind: item: title: section: minute: file: id: \
			is: confirms: date: person:
	fi
}

_minutes-query "$@"
