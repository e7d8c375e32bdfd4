# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# Servers of indexes for a test, ended with it. Sourced behind common.bash.

command -v xapian-tcpsrv >/dev/null || skip 'no xapian-tcpsrv(1), of the package xapian-tools'
command -v setsid >/dev/null || skip 'no setsid(1)'

servers=()
stop_servers() {
	for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
	wait "${servers[@]}" 2>/dev/null || true
	rm -rf "$work"
}
trap stop_servers EXIT

# serve FOLDER: a server of it at a free port, which goes into $port.
serve() {
	local attempt
	for attempt in $(seq 1 50); do
		port=$((20000 + RANDOM % 30000))
		# When it ends it ends its whole process group.
		setsid xapian-tcpsrv --interface 127.0.0.1 --port "$port" --quiet "$1" >/dev/null 2>server.err &
		servers+=($!)
		for _ in $(seq 1 50); do
			kill -0 "${servers[-1]}" 2>/dev/null || break
			(exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return 0
			sleep 0.1
		done
		unset 'servers[-1]'
	done
	fail "no server: $(cat server.err)"
}
