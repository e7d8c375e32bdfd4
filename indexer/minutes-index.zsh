#compdef minutes-index
# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of minutes-index(1) for zsh. The options are those that --help of the program at hand tells of.

_minutes-index() {
	local -a options
	case ${words[CURRENT-1]} in
	--index | -i)
		_files -/
		return
		;;
	esac
	if [[ ${words[CURRENT]} == -* ]]; then
		options=(${(f)"$(${words[1]} --help 2>/dev/null | grep -oE -e '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u)"})
		compadd -a options
	else
		_files
	fi
}

_minutes-index "$@"
