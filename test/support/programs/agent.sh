#!/bin/sh
# Stands in for `claude`, `codex` and others under their names: notes its arguments and which secrets it sees, does what its
# stage is for, and talks as that program does.
set -eu
name=$(basename "$0")
case "$name $*" in
'claude --version') echo '2.1.197 (Claude Code)' && exit ;;
'codex --version') echo 'codex-cli 0.169.0' && exit ;;
esac
secrets=$(env | sed -n 's/=.*//; /KEY$/p; /TOKEN$/p' | sort | tr '\n' ' ')
echo "$name $* ($secrets)" > "$NOTES/$name-$VIK_STAGE"
cat > "$NOTES/prompt-$VIK_STAGE"
# An agent that is told to run the tests does.
if grep -qi 'run the tests' "$NOTES/prompt-$VIK_STAGE"; then npm test >&2; fi
case $VIK_STAGE in
plan) echo 'First the tests.' > PLAN.md ;;
implement) rm -f PLAN.md && echo 'It works.' > feature.txt ;;
work) echo 'It works.' >> feature.txt ;;
triage) echo bug > triage-kind.txt && echo 'It does not work.' > triage.md ;;
esac
case $name in
claude)
  echo '{"type":"system","subtype":"init","session_id":"s-1","claude_code_version":"2.1.197"}'
  echo '{"type":"result","subtype":"success","is_error":false,"result":"Done.","total_cost_usd":0.25,"modelUsage":{}}'
  ;;
codex)
  echo '{"type":"thread.started","thread_id":"t-1"}'
  printf '%s\n' '{"type":"item.completed","item":{"id":"i-1","type":"agent_message","text":"It is good.\nVERDICT: ready"}}'
  echo '{"type":"turn.completed","usage":{"input_tokens":10,"cached_input_tokens":0,"output_tokens":2}}'
  ;;
*) echo 'Done.' ;;
esac
