#!/bin/sh
# The prompt is standard input, the folder is the workspace. Every line that is printed is a message; lines of JSON
# such as {"kind":"error","detail":"..."} are events. Exit code 0 says that the session completed.
set -eu

prompt=$(mktemp)
trap 'rm -f "$prompt"' EXIT
cat > "$prompt"

aider --model "$VIK_MODEL" --message-file "$prompt" --yes-always --no-auto-commits --no-dirty-commits --no-gitignore --no-check-update
