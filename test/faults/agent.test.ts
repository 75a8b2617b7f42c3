import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aliveOf } from '../support/agent/process-alive.ts';
import { checkFault, eventsOf, type Fault } from './fault.ts';

const completes = { json: { kind: 'completed' } };
const fails = { json: { kind: 'error', detail: 'the tests do not pass' } };
/** Half a minute is the longest limit here; a run that hangs would take the test's own limit of five. */
const QUICK_SEC = 15;

const ends: readonly Fault[] = [
  {
    name: 'exits 0 with no output: for a command agent that is success',
    plays: [],
    outcome: 'completed',
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'exits 0 with no output as codex',
    runtime: 'codex',
    plays: [],
    outcome: 'agent',
    reason: 'ended without a result',
    exitCode: 0,
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'exits 0 with no output as claude',
    runtime: 'claude_code',
    plays: [],
    outcome: 'agent',
    reason: 'ended without a result',
    exitCode: 0,
    transcript: [],
    withinSec: QUICK_SEC,
    also: (result) => expect(result.record?.sessions[0]?.agent_version).toBe('9.8.7'),
  },
  {
    name: 'exits 0 after half a line',
    runtime: 'codex',
    plays: [{ json: { type: 'thread.started', thread_id: 't' } }, { printPart: '{"type":"turn.comp' }],
    outcome: 'agent',
    reason: 'ended without a result',
    exitCode: 0,
    transcript: ['session_started', 'unknown'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'exits 3',
    plays: [{ stderr: 'no space for the build\n' }, { exit: 3 }],
    outcome: 'agent',
    reason: 'exit code 3: no space for the build',
    exitCode: 3,
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'is killed by SIGKILL',
    plays: [{ print: 'working' }, { kill: 'SIGKILL' }],
    outcome: 'agent',
    reason: /SIGKILL/,
    signal: 'SIGKILL',
    transcript: ['message'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'is killed by SIGSEGV',
    plays: [{ kill: 'SIGSEGV' }],
    outcome: 'agent',
    reason: /SIGSEGV/,
    signal: 'SIGSEGV',
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints the terminal word and then hangs',
    plays: [completes, { hang: true }],
    profile: { exit_grace_sec: 0.5 },
    outcome: 'completed',
    exitCode: null,
    signal: 'SIGINT',
    transcript: ['completed'],
    withinSec: QUICK_SEC,
    also: (result) => expect(result.stdout).toContain('did not exit within 0.5 s of its last word'),
  },
  {
    name: 'prints the terminal word and exits 3',
    plays: [completes, { exit: 3 }],
    outcome: 'completed',
    exitCode: 3,
    transcript: ['completed'],
    withinSec: QUICK_SEC,
    also: (result) =>
      expect(result.stdout).toContain('it said that it completed, then ended with exit code 3'),
  },
  {
    name: 'prints a failure and exits 0',
    plays: [fails],
    outcome: 'agent',
    reason: 'the tests do not pass',
    exitCode: 0,
    transcript: ['error'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints a failure and then completes',
    plays: [fails, completes],
    outcome: 'completed',
    transcript: ['error', 'completed'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'is not installed',
    plays: [],
    profile: { command: ['no-such-agent-program'] },
    outcome: 'setup',
    reason: /`no-such-agent-program`/,
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'is not installed: codex is named with what to install',
    plays: [],
    profile: { runtime: 'codex', command: null, model: 'm', args: { '--sandbox': 'read-only' } },
    outcome: 'setup',
    reason: /`codex`.*@openai\/codex/,
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'is not executable',
    plays: [],
    profile: { command: ['./workflow.yml'] },
    outcome: 'setup',
    reason: /workflow\.yml.*executable/,
    transcript: [],
    withinSec: QUICK_SEC,
  },
];

const hangs: readonly Fault[] = [
  {
    name: 'never prints and never ends, until its time limit',
    plays: [{ hang: true }],
    profile: { timeout_minutes: 0.01 },
    outcome: 'timeout',
    reason: 'timed out after 0.01 min',
    signal: 'SIGINT',
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'never prints and never ends, until its stall limit',
    plays: [{ hang: true }],
    profile: { stall_minutes: 0.01 },
    outcome: 'stalled',
    reason: 'stalled: no sign of life for 0.01 min',
    signal: 'SIGINT',
    transcript: [],
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints for ever without a terminal word, until its time limit',
    plays: [{ flood: { bytes: 1e12, line: { kind: 'message', text: 'still at it' } } }],
    // its first line may take seconds on a busy machine
    profile: { timeout_minutes: 0.08, stall_minutes: 0.06 },
    outcome: 'timeout',
    reason: 'timed out after 0.08 min',
    signal: 'SIGINT',
    transcript: ['message+'],
    withinSec: 30,
  },
  {
    name: 'closes its output and lives on, until its time limit',
    plays: [],
    profile: { command: ['sh', '-c', 'echo ready; exec >&- 2>&-; sleep 300'], timeout_minutes: 0.05 },
    outcome: 'timeout',
    reason: 'timed out after 0.05 min',
    signal: 'SIGINT',
    transcript: ['message'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'closes its output and lives on, until its stall limit',
    plays: [],
    profile: { command: ['sh', '-c', 'echo ready; exec >&- 2>&-; sleep 300'], stall_minutes: 0.03 },
    outcome: 'stalled',
    reason: 'stalled: no sign of life for 0.03 min',
    signal: 'SIGINT',
    transcript: ['message'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints its terminal word again and again',
    plays: Array.from({ length: 200 }, () => [completes, { sleepMs: 100 }]).flat(),
    // each word gives it its time to exit anew, but not more time as a whole
    profile: { exit_grace_sec: 5, timeout_minutes: 0.15 },
    outcome: 'completed',
    exitCode: null,
    signal: 'SIGINT',
    transcript: ['completed+'],
    withinSec: 25,
    also: (result) =>
      expect(result.stdout).toContain('it went on after its last word until its time limit and was ended'),
  },
  {
    name: 'ignores SIGINT and SIGTERM',
    plays: [{ ignore: ['SIGINT', 'SIGTERM', 'SIGHUP'] }, { print: 'ready' }, { hang: true }],
    profile: { timeout_minutes: 0.05 },
    outcome: 'timeout',
    reason: 'timed out after 0.05 min',
    signal: 'SIGKILL',
    transcript: ['message'],
    withinSec: 25,
  },
  {
    name: 'closes standard input unread with a prompt of 5 MB',
    plays: [{ closeStdin: true }, completes],
    stage: {
      prompt: `${'x'.repeat(500_000)}{% for i in range(9) %}{{ "${'y'.repeat(500_000)}" }}{% endfor %}`,
    },
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: 30,
  },
];

const output: readonly Fault[] = [
  {
    name: 'prints non-JSON among JSON',
    runtime: 'codex',
    plays: [
      { print: 'Warning: something' },
      {
        json: {
          type: 'turn.completed',
          usage: { input_tokens: 5, cached_input_tokens: 0, output_tokens: 2 },
        },
      },
    ],
    outcome: 'completed',
    transcript: ['unknown', 'token_usage', 'completed'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints a line of 100 MB',
    plays: [{ longLine: 100e6 }, { print: '' }, completes],
    outcome: 'completed',
    transcript: ['message', 'completed'],
    withinSec: 40,
    also: (result) => expect(eventsOf(result)[0]).toMatchObject({ truncated: true }),
  },
  {
    name: 'prints a character in two halves, a moment apart',
    plays: [{ bytes: '6e c3' }, { sleepMs: 1000 }, { bytes: 'a9 0a' }, completes],
    outcome: 'completed',
    lastMessage: 'né',
    transcript: ['message', 'completed'],
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints invalid UTF-8 and NUL',
    plays: [{ bytes: '61 ff fe 00 62 0a' }, completes],
    outcome: 'completed',
    transcript: ['message', 'completed'],
    lastMessage: /^a\uFFFD\uFFFD.?b$/,
    withinSec: QUICK_SEC,
  },
  {
    name: 'prints 1 GB fast',
    plays: [{ flood: { bytes: 1e9, line: { kind: 'message', text: 'x'.repeat(4000) } } }, completes],
    profile: { timeout_minutes: 2 },
    outcome: 'completed',
    transcript: ['message+', 'unknown'],
    withinSec: 60,
    also(result) {
      const transcript = result.record?.sessions[0]?.transcript ?? '';
      expect(statSync(transcript).size).toBeLessThanOrEqual(257 * 1024 * 1024);
      expect(lastLine(transcript)).toMatch(/stops at its limit of 268435456 bytes/);
    },
  },
  {
    name: 'writes 100 MB to standard error',
    plays: [{ stderrBytes: 100e6 }, completes],
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: 40,
    also(result) {
      const log = (result.record?.sessions[0]?.transcript ?? '').replace(/\.jsonl$/, '.stderr.log');
      expect(statSync(log).size).toBeLessThanOrEqual(17 * 1024 * 1024);
    },
  },
];

const strays: readonly Fault[] = [
  {
    name: 'starts a child in a session of its own that holds the output pipe and ignores everything',
    plays: [{ daemon: { pidFile: 'pids' } }, completes],
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: QUICK_SEC,
    also: (result) => expect(aliveOf(inWorkspace(result, 'pids'))).toEqual([]),
  },
  {
    name: 'starts a child that clears its environment and ignores everything',
    plays: [
      { run: `env -i sh -c 'trap "" HUP INT TERM; echo $$ > pids; exec sleep 300' > /dev/null 2>&1 &` },
      { run: 'while ! test -s pids; do sleep 0.05; done' },
      completes,
    ],
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: QUICK_SEC,
    also: (result) => expect(aliveOf(inWorkspace(result, 'pids'))).toEqual([]),
  },
  {
    name: 'starts 50 such children',
    plays: [{ daemon: { pidFile: 'pids', count: 50 } }, completes],
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: 25,
    also: (result) => expect(aliveOf(inWorkspace(result, 'pids'))).toEqual([]),
  },
];

const spending: readonly Fault[] = [
  {
    name: 'spends more than it may',
    plays: [{ json: { kind: 'cost', usd: 0.5 } }, { json: { kind: 'cost', usd: 1.5 } }, { hang: true }],
    profile: { max_cost_usd: 1 },
    outcome: 'budget',
    reason: 'over its limit of $1.00: it cost $1.50',
    signal: 'SIGINT',
    transcript: ['cost', 'cost'],
    withinSec: QUICK_SEC,
    also: (result) => expect(result.outputs['cost-usd']).toBe('1.5'),
  },
  {
    name: 'says that it completed, and goes on spending',
    plays: [completes, { json: { kind: 'cost', usd: 1.5 } }, { hang: true }],
    profile: { max_cost_usd: 1, exit_grace_sec: 60 },
    outcome: 'budget',
    reason: 'over its limit of $1.00: it cost $1.50',
    signal: 'SIGINT',
    transcript: ['completed', 'cost'],
    withinSec: QUICK_SEC,
  },
];

/** Longer than a run here takes: what a run does not end, ends itself. */
const FORKS_SEC = 50;
/** Four processes, each in a session of its own, that live for as long as it takes to start the next one. */
const FORK_CHAIN = `
export until=$(($(date +%s) + ${FORKS_SEC}))
echo '[ $(date +%s) -lt $until ] && setsid sh chain.sh > /dev/null 2>&1 &' > chain.sh
for i in 1 2 3 4; do setsid sh chain.sh > /dev/null 2>&1 & done`;

const forks: readonly Fault[] = [
  {
    name: 'forks for ever while it is being ended',
    plays: [
      { onSignal: { signal: 'SIGINT', steps: [{ run: FORK_CHAIN }, { hang: true }] } },
      { print: 'ready' },
      { hang: true },
    ],
    profile: { timeout_minutes: 0.1 },
    outcome: 'timeout',
    reason: 'timed out after 0.1 min',
    signal: 'SIGTERM',
    transcript: ['message'],
    withinSec: FORKS_SEC - 5,
  },
  {
    name: 'forks for ever from its start and ignores every signal',
    plays: [],
    profile: {
      command: ['sh', '-c', `trap '' INT TERM; ${FORK_CHAIN}; sleep 300`],
      timeout_minutes: 0.1,
    },
    outcome: 'timeout',
    reason: 'timed out after 0.1 min',
    signal: 'SIGKILL',
    transcript: [],
    withinSec: FORKS_SEC - 5,
  },
];

const workspaces: readonly Fault[] = [
  {
    name: 'removes its own workspace',
    plays: [{ run: 'rm -rf "$VIK_WORKDIR"' }, completes],
    stage: { hooks: { after_run: 'touch after' } },
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: QUICK_SEC,
    also: (result) => expect(result.stdout).toMatch(/after_run.*(is gone|ENOENT)/),
  },
  {
    name: 'replaces its workspace by a link to /',
    plays: [{ run: 'rm -rf "$VIK_WORKDIR" && ln -s / "$VIK_WORKDIR"' }, completes],
    stage: { hooks: { after_run: 'touch pwned-by-vik-test' } },
    outcome: 'completed',
    transcript: ['completed'],
    withinSec: QUICK_SEC,
    also(result) {
      expect(result.stdout).toMatch(/after_run.*symbolic link/);
      expect(() => statSync('/pwned-by-vik-test')).toThrow();
    },
  },
];

describe.concurrent.each([
  ['how it ends', ends],
  ['what hangs', hangs],
  ['what it prints', output],
  ['what it leaves', strays],
  ['what it spends', spending],
  ['its workspace', workspaces],
])('an agent: %s', (_topic, faults) => {
  test.each(faults)('$name', checkFault);
});

// alone: it takes both processors of a small machine
test.each(forks)('an agent that $name', checkFault);

function inWorkspace(result: { readonly outputs: Readonly<Record<string, string>> }, file: string): string {
  return path.join(path.dirname(result.outputs['report-path'] ?? ''), 'issues/1', file);
}

function lastLine(file: string): string {
  const end = Buffer.alloc(64 * 1024);
  const descriptor = openSync(file, 'r');
  const bytes = readSync(descriptor, end, 0, end.length, Math.max(0, statSync(file).size - end.length));
  closeSync(descriptor);
  return end.toString('latin1', 0, bytes).trimEnd().split('\n').at(-1) ?? '';
}
