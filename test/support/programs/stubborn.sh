#!/bin/sh
# Ignores SIGINT and SIGTERM, and so does what it starts. Prints its pid when it does.
trap '' INT TERM
echo "$$"
while :; do sleep 1; done
