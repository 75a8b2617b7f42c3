/** Three workflow files as vik takes them, run without an edit; the programs that they call are scripts on PATH. */
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openScene, type Scene } from '../support/scenario.ts';

const fixtures = join(import.meta.dirname, '../fixtures/vik');

/** Puts a fixture into the checkout, and scripts on PATH: the variables with which they are found. */
function arrange(scene: Scene, fixture: string, programs: Readonly<Record<string, string>>) {
  cpSync(join(fixtures, fixture), scene.checkout, { recursive: true });
  const bin = scene.path('bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "$NOTES/calls"\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const workflow = readFileSync(join(fixtures, fixture, 'workflow.yml'), 'utf8');
  return { workflow, env: { PATH: `${bin}:/usr/bin:/bin` } };
}

const calls = (scene: Scene, program: string) =>
  scene
    .read('calls')
    .split('\n')
    .filter((line) => line.startsWith(`${program} `));

const codexSays = `if [ "$1" = --version ]; then echo 'codex-cli 0.169.0'; exit; fi
cat > "$NOTES/prompt-$VIK_ISSUE_ID-$VIK_STAGE"
echo '{"type":"thread.started","thread_id":"t-1"}'
echo '{"type":"turn.completed","usage":{"input_tokens":10,"cached_input_tokens":0,"output_tokens":2}}'`;
const claudeSays = `if [ "$1" = --version ]; then echo '2.1.197 (Claude Code)'; exit; fi
cat > "$NOTES/prompt-$VIK_ISSUE_ID-$VIK_STAGE"
echo '{"type":"system","subtype":"init","session_id":"s-1"}'
echo '{"type":"result","subtype":"success","is_error":false,"result":"done","total_cost_usd":0.01,"modelUsage":{},"usage":{},"session_id":"s-1"}'`;

/** GitHub's command line, with one label an issue: `gh issue list` and `gh issue edit N --remove-label A --add-label B`. */
const gh = `cd "$NOTES"
case "$1 $2" in
'issue list')
  printf '['; comma=
  for file in label-*; do
    n=\${file#label-}
    printf '%s{"id":"%s","title":"Task %s","description":"","state":"%s","url":"https://github.com/octo/repo/issues/%s","labels":["%s"]}' "$comma" "$n" "$n" "$(cat "$file")" "$n" "$(cat "$file")"
    comma=,
  done
  echo ']' ;;
'issue edit') echo "$7" > "label-$3" ;;
'issue view') echo "{\\"title\\":\\"Task $3\\"}" ;;
esac`;

test.concurrent('label states read by gh and moved by the agents: every issue goes through plan, implement and review', async () => {
  await using scene = await openScene();
  const move = (from: string, to: string) =>
    `gh issue edit "$VIK_ISSUE_ID" --remove-label ${from} --add-label ${to}`;
  const run = arrange(scene, 'github-labels', {
    gh,
    git: '[ "$1" != clone ] || : > cloned',
    codex: `${codexSays}\ncase $VIK_STAGE in plan) ${move('todo', 'work')} ;; implement) ${move('work', 'review')} ;; esac`,
    claude: `${claudeSays}\n${move('review', 'done')}`,
  });
  for (const [number, label] of [
    ['1', 'todo'],
    ['2', 'work'],
    ['3', 'review'],
    ['4', 'bug'],
  ] as const)
    writeFileSync(scene.path(`label-${number}`), label);
  const result = await scene.run(run);

  expect([result.exitCode, result.outputs.reason]).toEqual([0, 'drained']);
  expect([...result.attempts].sort()).toEqual([
    '#1 implement: completed',
    '#1 plan: completed',
    '#1 review: completed',
    '#2 implement: completed',
    '#2 review: completed',
    '#3 review: completed',
  ]);
  expect(result.lines).toContain(
    '3 skipped: issue-concurrency-full: issue concurrency is full; skipping issue this cycle',
  );
  expect(result.lines).toContain(
    '4 skipped: no-matching-stage: no workflow stage matched issue state; skipping issue this cycle',
  );
  expect(new Set(calls(scene, 'codex').filter((call) => call.includes(' exec ')))).toEqual(
    new Set([
      'codex exec --config model_reasoning_effort=high --sandbox workspace-write --json -m gpt-5.5 --skip-git-repo-check -c features.unbounded_connection_retries=false',
    ]),
  );
  expect(calls(scene, 'claude')).toContain(
    'claude --verbose --output-format stream-json --model claude-sonnet-4-6 -p --permission-mode acceptEdits',
  );
  expect(calls(scene, 'git').filter((call) => call.endsWith('vik/2'))).toEqual([
    'git checkout -B vik/2',
    'git push --force origin vik/2',
  ]);
  expect(scene.read('prompt-2-implement')).toContain('{"title":"Task 2"}');
});

test.concurrent('two stages on one state: both start, in the order of the file, and `Todo` is another state', async () => {
  await using scene = await openScene();
  const run = arrange(scene, 'stages-on-one-state', {
    codex: `${codexSays}\nuntil [ -e "$NOTES/2" ]; do sleep 0.05; done`,
  });
  scene.write(
    'list-issues',
    `#!/bin/sh
[ ! -e "$NOTES/1" ] || : > "$NOTES/2"
if [ -e "$NOTES/2" ]; then echo '[]'; exit; fi
: > "$NOTES/1"
echo '[{"id":"ABC-1","title":"one","state":"todo"},{"id":"ABC-2","title":"two","state":"Todo"},{"id":"ABC-3","title":"three","state":"TODO"}]'
`,
    0o755,
  );
  const result = await scene.run(run);
  expect([result.exitCode, result.outputs.reason]).toEqual([0, 'drained']);
  expect(result.lines.filter((line) => /started with|skipped: /.test(line))).toEqual([
    'ABC-3 skipped: no-matching-stage: no workflow stage matched issue state; skipping issue this cycle',
    '[ABC-1 plan]      started with coder (codex, gpt-5.5) on "one"',
    '[ABC-1 implement] started with tester (codex, gpt-5.5) on "one"',
    '[ABC-2 2]         started with coder (codex, gpt-5.5) on "two"',
  ]);
  expect(result.outputs).toMatchObject({ dispatched: '3', completed: '3' });
  expect(scene.read('prompt-ABC-1-implement').trim()).toBe('Implement ABC-1 on stage implement.');
});

test.concurrent('issues from another tracker, by curl and jq, under their own field names', async () => {
  await using scene = await openScene();
  const item = {
    identifier: 'ENG-7',
    title: 'Ship it',
    desc: 'Soon.',
    status: 'In Progress',
    url: null,
    priority: 2,
  };
  const run = arrange(scene, 'linear', {
    curl: `[ -e "$NOTES/reported" ] && echo '[]' || echo '${JSON.stringify([item])}'`,
    jq: 'cat',
    git: `case $1 in
clone) mkdir scripts; printf '#!/bin/sh\necho "$1" > "$NOTES/reported"\n' > scripts/report.sh; chmod +x scripts/report.sh ;;
log) echo 'abc123 a commit' ;;
esac`,
    claude: claudeSays,
  });
  const env = {
    ...run.env,
    LINEAR_API_KEY: 'lin_api_secret-key',
    SOURCE_URL: 'https://example.com/source.git',
  };
  const result = await scene.run({ ...run, env });
  expect([result.exitCode, result.attempts]).toEqual([0, ['ENG-7 Build It: completed']]);
  expect(scene.read('reported')).toBe('ENG-7\n');
  expect(calls(scene, 'claude')).toContain(
    'claude --verbose --output-format stream-json --model opus -p --dangerously-skip-permissions --allowedTools Bash,Edit',
  );
  expect(scene.read('prompt-ENG-7-Build It')).toBe(
    'Build ENG-7: Ship it (priority 2)\n\nSoon.\n\nRecent commits:\nabc123 a commit',
  );
  expect(calls(scene, 'git')).toContain('git clone --depth 1 https://example.com/source.git .');
  expect(calls(scene, 'curl')[0]).toContain('Authorization: ');
  expect(result.stdout).not.toContain('lin_api_secret-key');
});
