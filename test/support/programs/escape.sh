#!/bin/sh
# Starts a child in a session of its own that ignores every signal it can and keeps the output open, prints the child's
# pid, then goes on with its arguments.
setsid sh -c 'trap "" INT TERM HUP; while :; do sleep 1; done' &
echo "$!"
exec "$@"
