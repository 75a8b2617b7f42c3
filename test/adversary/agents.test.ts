/** What an agent may do to its surroundings: to our report, to other processes' files, to later steps. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { dangerousLines, dangersInSummary } from './published.ts';

const token = 'ghs_aTokenThatNoAgentGets000000';
const secret = 'a-secret-that-no-agent-gets';
const canary = (name: string) => `touch "$NOTES/ran-${name}"`;

interface Attack {
  /** Its id as an issue. */
  readonly id: string;
  readonly does: string;
  /** A shell script: what the agent runs. */
  readonly script: string;
  /** It may be ended or fail; the run goes on all the same. */
  readonly mayFail?: true;
}

/** One after the other, each with a hook after it, so that what one leaves behind meets all that follow. */
const attacks: readonly Attack[] = [
  {
    id: 'commands',
    does: 'prints commands of the runner',
    script: `printf '::error::FAKED\\n##[error]FAKED\\n  ::add-mask::octo\\n\\r::set-env name=A::b\\n' > said; cat said; cat said >&2; exit 3`,
    mayFail: true,
  },
  {
    id: 'events',
    does: 'prints commands of the runner in its events',
    script: `printf '%s\\n' '{"kind":"tool_call","call_id":"\\n::error::FAKED","name":"x\\n::error::FAKED","phase":"request","input":{"command":"\\u001b[31m\\r::error::FAKED ##[error]x"}}' '{"kind":"subagent","action":"\\r::error::FAKED","raw":{"description":"##[error]x"}}' '{"kind":"retrying","attempt":1,"detail":"\\n::error::FAKED"}' '{"kind":"session_started","session_id":"x\\n::error::FAKED"}' '{"kind":"error","detail":"\\n::error::FAKED\\n##[error]x"}'`,
    mayFail: true,
  },
  {
    id: 'lines',
    does: 'prints lines like ours',
    script: `printf '[#1 plan] completed in 1s\\ncompleted 9 stage runs\\n## Vik: completed\\n\\033[2K\\033[1A\\b\\b'; printf '\\342\\200\\256FAKED' >&2`,
  },
  {
    id: 'markdown',
    does: 'says its last words in Markdown',
    script: `echo '<img src=https://evil.example/x.png> ![x](https://evil.example/y.png) @octo | a | b | \`\`\` </details>' > said; cat said; cat said >&2; exit 4`,
    mayFail: true,
  },
  {
    id: 'json',
    does: 'prints JSON that is no event',
    script: `printf '%s\\n' '{"kind":"__proto__"}' '{"__proto__":{"polluted":1},"kind":"message","text":"x"}' '{"kind":"message","text":{"toString":"x"}}' '{"kind":"cost","usd":1e999}' '{"kind":"token_usage","input":-5,"output":"9","cache_read":null}' '${'['.repeat(3000)}'`,
  },
  {
    id: 'own-environ',
    does: 'reads its own environment',
    script:
      'tr "\\0" "\\n" < /proc/self/environ > "$NOTES/seen-own-environ"; set >> "$NOTES/seen-own-environ"',
  },
  {
    id: 'environs',
    does: 'reads the environment of every process',
    script:
      'for file in /proc/[0-9]*/environ; do tr "\\0" "\\n" < "$file"; done > "$NOTES/seen-environs" 2>/dev/null; true',
  },
  {
    id: 'cmdlines',
    does: 'reads the command line of every process',
    script:
      'for file in /proc/[0-9]*/cmdline; do tr "\\0" "\\n" < "$file"; done > "$NOTES/seen-cmdlines" 2>/dev/null; true',
  },
  {
    id: 'fds',
    does: 'reads what our processes have open',
    script:
      'for pid in $PPID $(cut -d" " -f4 "/proc/$PPID/stat"); do for file in /proc/$pid/fd/*; do [ -f "$file" ] && cat "$file"; done; done > "$NOTES/seen-fds" 2>/dev/null; true',
  },
  {
    id: 'files',
    does: 'reads every file in RUNNER_TEMP and below the root',
    script:
      'find "$RUNNER_TEMP" "$VIK_WORKSPACE_ROOT" -type f -exec cat {} + > "$NOTES/seen-files" 2>/dev/null; true',
  },
  {
    id: 'git-env',
    does: 'asks git and its settings for the token',
    script:
      'printf "protocol=https\\nhost=github.com\\n\\n" | GIT_TERMINAL_PROMPT=0 git credential fill > "$NOTES/seen-git-env" 2>&1; git config --list --show-origin >> "$NOTES/seen-git-env" 2>&1; true',
  },
  {
    id: 'command-files',
    does: "writes the runner's command files",
    script:
      'for file in "$RUNNER_TEMP"/_runner_file_commands/*; do printf "PATH=/evil\\nNODE_OPTIONS=--require=/evil.js\\ndrained=false\\n<img src=x>\\n" >> "$file"; done',
  },
  {
    id: 'launcher',
    does: 'rewrites every file of ours in RUNNER_TEMP',
    script: `for file in "$RUNNER_TEMP"/vik-*/*; do chmod u+w "$file"; [ -p "$file" ] || printf '#!/bin/sh\\n${canary('launcher')}\\n' > "$file"; done; true`,
  },
  {
    id: 'state-names',
    does: 'plants pipes for files of processes to come',
    script:
      'for folder in "$RUNNER_TEMP"/vik-*; do n=1; while [ $n -lt 200 ]; do mkfifo "$folder/$n.state" || true; n=$((n + 1)); done; done 2>/dev/null; true',
  },
  {
    id: 'own-state',
    does: 'puts a pipe in the place of the file that its launcher writes',
    script:
      'for file in "$RUNNER_TEMP"/vik-*/*.state; do [ -f "$file" ] && rm -f "$file" && mkfifo "$file"; done; true',
    mayFail: true,
  },
  {
    id: 'temp',
    does: 'removes our folder in RUNNER_TEMP',
    script: 'rm -rf "$RUNNER_TEMP"/vik-*',
    mayFail: true,
  },
  {
    id: 'rc',
    does: 'plants startup files of shells',
    script: `for file in .bashrc .bash_profile .profile .zshenv .bash_login; do echo '${canary('rc')}' > "$HOME/$file"; done`,
  },
  {
    id: 'path',
    does: 'leaves programs with the names of ours',
    script: `for name in sh bash git env perl cat touch; do printf '#!/bin/sh\\n${canary('path')}\\n' > "$name"; chmod +x "$name"; done; PATH=.:$PATH; export PATH`,
  },
  {
    id: 'prompts',
    does: 'rewrites the prompts of the checkout and those below the root',
    script: `echo FAKED > "$CHECKOUT/prompt.md"; find "$VIK_WORKSPACE_ROOT" -name '*prompt.md' -exec sh -c 'echo FAKED > "$1"' sh {} \\;`,
  },
  {
    id: 'workflow',
    does: 'rewrites the workflow file',
    script: `echo 'FAKED: true' > "$CHECKOUT/workflow.yml"`,
  },
  {
    id: 'issue-file',
    does: 'rewrites what its own hook is told',
    script: `printf '{"title":"$(${canary('issue-file')})"}' > "$VIK_ISSUE_FILE"; echo '$(${canary('issue-file')})' > "$VIK_ISSUE_DESCRIPTION_FILE"`,
  },
  {
    id: 'links',
    does: 'puts links in the place of its transcript and its log',
    script: `for file in "$VIK_WORKSPACE_ROOT"/workflows/*/sessions/links/*.jsonl "$VIK_WORKSPACE_ROOT"/workflows/*/sessions/links/*.log; do rm -f "$file"; ln -s "$NOTES/outside" "$file"; done; echo x; echo x >&2`,
  },
  {
    id: 'events-log',
    does: 'fakes lines of the event log',
    script: `echo '{"event":"attempt_ended","run":"FAKED","issue":"\\n::error::FAKED"}' >> "$(echo "$VIK_WORKSPACE_ROOT"/workflows/*/logs/events.jsonl)"`,
  },
  {
    id: 'record',
    does: 'writes the record of the run',
    script: `for folder in "$VIK_WORKSPACE_ROOT"/workflows/*; do echo '{"reason":"FAKED"}' > "$folder/run.json"; done`,
  },
  {
    id: 'orphan',
    does: 'leaves a process that waits for the end to write the command files',
    script:
      'setsid sh -c \'sleep 2; for file in "$RUNNER_TEMP"/_runner_file_commands/*; do echo FAKED=1 >> "$file"; done; touch "$NOTES/ran-orphan"\' > /dev/null 2>&1 < /dev/null &',
  },
  { id: 'last', does: 'is the last one', script: 'true' },
];

describe('an agent that', () => {
  let scene: Scene;
  let result: SceneResult;
  let paths: string;

  beforeAll(async () => {
    scene = await openScene({ token });
    paths = scene.path('home');
    mkdirSync(paths);
    writeFileSync(scene.path('outside'), 'untouched');
    scene.write('prompt.md', 'The prompt of {{ issue.id }}.');
    for (const { id, script } of attacks) writeFileSync(scene.path(`attack-${id}`), script);
    const stage = (state: string, agent: string): JsonObject => ({
      agent,
      when: { state },
      prompt_file: 'prompt.md',
      hooks: {
        before_run: 'printf %s "$GH_TOKEN" > "$NOTES/before-$VIK_ISSUE_ID"',
        after_run: 'printf %s "$GH_TOKEN {{ issue.title }} $(command -v git)" > "$NOTES/after-$VIK_ISSUE_ID"',
      },
    });
    result = await scene.run({
      env: {
        NO_COLOR: '1',
        HOME: paths,
        CHECKOUT: scene.checkout,
        MY_API_KEY: secret,
        ACTIONS_RUNTIME_TOKEN: secret,
      },
      pulls: [attacks.map(({ id }) => ({ id, title: `Task ${id}`, state: 'todo' }))],
      // one after the other: what runs at the same time as a hook can read that hook's environment, as the docs say
      loop: { max_iterations: 1, max_issue_concurrency: 1 },
      stages: { plan: stage('todo', 'coder') },
      coder: {
        command: ['sh', '-c', 'cat > "$NOTES/prompt-$VIK_ISSUE_ID"; . "$NOTES/attack-$VIK_ISSUE_ID"'],
        timeout_minutes: 0.2,
      },
    });
  }, 60_000);
  afterAll(() => scene[Symbol.asyncDispose]());

  test.each(attacks)('$does ($id) gets no further', ({ id, mayFail }) => {
    expect(result.attempts.find((line) => line.startsWith(`${id} plan: `))).toMatch(
      mayFail ? /: (completed|failed)/ : /: completed$/,
    );
    // the hooks around it are the repository's own, with the job's PATH and the prompt that was loaded
    expect(scene.read(`prompt-${id}`)).toBe(`The prompt of ${id}.`);
    expect(scene.read(`after-${id}`)).toMatch(new RegExp(`^${token} Task ${id} /\\S+/git$`));
    if (existsSync(scene.path(`seen-${id}`))) {
      const seen = scene.read(`seen-${id}`);
      expect(seen.length).toBeGreaterThan(0);
      for (const text of [token, secret]) expect(seen).not.toContain(text);
    }
  });

  test('nothing that an agent left was run or followed', () => {
    expect(readdirSync(paths, { recursive: true }).length).toBeGreaterThan(3);
    expect(readdirSync(scene.path('.')).filter((name) => name.startsWith('ran-'))).toEqual([]);
    expect(scene.read('outside')).toBe('untouched');
  });

  test('later steps get what this step wrote, and the log says what was removed', () => {
    const left = (name: string) =>
      readFileSync(join(result.runnerTemp, '_runner_file_commands', name), 'utf8');
    expect([left('env'), left('path'), left('state')]).toEqual(['', '', '']);
    expect(Object.keys(result.outputs)).not.toContain('PATH');
    expect(result.outputs.drained).toBe('true');
    for (const name of ['ENV', 'PATH', 'STATE', 'OUTPUT', 'STEP_SUMMARY']) {
      expect(result.stdout).toMatch(
        new RegExp(`::warning title=foreign content.*GITHUB_${name}. held .*: removed`),
      );
    }
  });

  test('the report is ours, and nothing but text', () => {
    expect(dangerousLines(result)).toEqual([]);
    expect(dangersInSummary(result, /^$/)).toEqual([]);
    expect(result.record?.reason).toBe('max-iterations');
    expect(result.outputs.dispatched).toBe(String(attacks.length));
  });
});

/** What an agent puts in the place of the runner's files. */
const inPlaceOfFiles = [
  ['links', 'rm -f "$file"; ln -s "$NOTES/outside" "$file"', 'a link'],
  ['pipes', 'rm -f "$file"; mkfifo "$file"', 'something that is no file'],
  ['links that never end', 'rm -f "$file"; ln -s /dev/zero "$file"', 'a link'],
  ['nothing', 'rm -f "$file"', undefined],
] as const;

test.concurrent.each(inPlaceOfFiles)(
  "an agent that puts %s in the place of the runner's files changes no later step",
  async (_, script, found) => {
    await using scene = await openScene();
    writeFileSync(scene.path('outside'), 'untouched');
    const result = await scene.run({
      env: { NO_COLOR: '1' },
      pulls: [[{ id: 'A', title: 't', state: 'todo' }], []],
      coder: {
        command: ['sh', '-c', `for file in "$RUNNER_TEMP"/_runner_file_commands/*; do ${script}; done`],
      },
    });
    expect([result.exitCode, result.outputs.drained, scene.read('outside')]).toEqual([
      0,
      'true',
      'untouched',
    ]);
    expect(result.summary).toMatch(/^## Vik: completed 1 stage run/);
    if (found !== undefined)
      expect(result.stdout).toContain(`held ${found} that this step did not write: removed`);
  },
);
