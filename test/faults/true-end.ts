/** What is true of the end of every run, whatever happened in it. That no process is left, the scene looks after. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Scene, SceneResult } from '../support/scenario.ts';
import { SLOWNESS } from './slowness.ts';

const OUTPUTS = [
  ...['drained', 'reason', 'dispatched', 'completed', 'failed', 'cancelled', 'skipped', 'results'],
  ...['results-truncated', 'report-path', 'sessions-path', 'input-tokens', 'output-tokens', 'cost-usd'],
  ...['cost-unknown', 'report-html-path'],
];

/** A step is red for these whatever became of its stage runs. */
const RED = [
  'bad-workflow',
  'bad-input',
  'intake-failed',
  'rate-limited',
  'credentials',
  'cancelled',
  'locked',
];

/** What the disk did not take, so that it can tell nothing. */
export interface Lost {
  readonly record?: true;
  readonly summary?: true;
}

/**
 * Outputs, record, headline and exit code tell the same story, every failure has its words, nothing temporary is left
 * and it took no longer than `withinSec`, on a quiet machine.
 */
export function expectTrueEnd(
  result: SceneResult,
  scene: Pick<Scene, 'vikHome' | 'temp'>,
  withinSec: number,
  lost: Lost = {},
): void {
  expect(result.stderr).toBe('');
  expect(result.signal).toBeNull();
  expect(Object.keys(result.outputs)).toEqual(expect.arrayContaining(OUTPUTS));
  expect(result.durationMs / 1000).toBeLessThan(withinSec * SLOWNESS);
  expect({ record: result.record === undefined, summary: result.summary === '' }).toEqual({
    record: lost.record ?? false,
    summary: lost.summary ?? false,
  });
  expectOneStory(result);
  expectWords(result);
  expectTranscripts(result);
  expect(leftInTemp(result.runnerTemp)).toEqual([]);
  expect(readdirSync(scene.temp)).toEqual([]);
  expect(leftAmongSessions(scene.vikHome)).toEqual([]);
}

function expectOneStory(result: SceneResult): void {
  const { outputs, record, exitCode, summary } = result;
  const final = finalStates(result);
  const count = (state: string) => String(final.filter((each) => each === state).length);
  expect(outputs).toMatchObject({
    dispatched: String(final.length),
    completed: count('completed'),
    failed: count('failed'),
    cancelled: count('cancelled'),
  });
  if (record !== undefined)
    expect(outputs).toMatchObject({ reason: record.reason, drained: String(record.drained) });
  const isRed = outputs.failed !== '0' || RED.includes(outputs.reason ?? '');
  expect(exitCode).toBe(isRed ? 1 : 0);
  if (summary === '') return;
  const [worst = WENT_WELL] = whatWentWrong(result);
  expect(summary.split('\n', 1)[0]).toMatch(new RegExp(`^## Vik: ${worst.source}`));
}

/** What became of each stage run: `results` says it, too. */
function finalStates({ record, outputs }: SceneResult): readonly string[] {
  if (record !== undefined) return record.sessions.filter(({ final }) => final).map(({ state }) => state);
  const results: readonly { readonly state: string }[] = JSON.parse(outputs.results ?? '');
  return results.map(({ state }) => state);
}

const WENT_WELL =
  /(?:completed \d+ stage runs?|nothing to do|nothing was started, \d+ issues? skipped)(?:;|$)/;
/** An issue that could have started waits for another run. */
const WAITS = ['time-budget', 'cost-limit', 'agent-unavailable', 'shutting-down'];

/** The beginnings of a headline that says so, the worst first. */
function whatWentWrong({ record, outputs }: SceneResult): readonly RegExp[] {
  const skips = (...reasons: readonly string[]) =>
    (record?.skipped ?? []).filter(({ reason }) => reasons.includes(reason)).length;
  const ended = RED.includes(outputs.reason ?? '');
  const { failed, cancelled, dispatched } = outputs;
  const wrongs: readonly (readonly [boolean, RegExp])[] = [
    // each of these reasons has its words; what is checked here is that no number of stage runs comes first
    [ended, /(?!\d|completed|nothing)\S/],
    [failed !== '0', new RegExp(`${failed} of ${dispatched} stage runs? failed`)],
    [cancelled !== '0', new RegExp(`${cancelled} of ${dispatched} stage runs? cancelled`)],
    [(record?.not_undone ?? []).length > 0, /\d+ transitions? not undone/],
    [record !== undefined && record.failed_pulls > 0, /\d+ pulls? failed/],
    [skips('ambiguous') > 0, new RegExp(`${skips('ambiguous')} issues? with the labels of several states`)],
    [
      skips('check-failed') > 0,
      new RegExp(`the check before the start failed for ${skips('check-failed')} issue`),
    ],
    [skips(...WAITS) > 0, new RegExp(`${skips(...WAITS)} issues? left waiting`)],
  ];
  return wrongs.filter(([holds]) => holds).map(([, words]) => words);
}

/** A failed stage run says why: in the record, in an annotation, in the summary. */
function expectWords({ record, stdout, summary }: SceneResult): void {
  for (const { state, class: kind, reason, issue, stage, final } of record?.sessions ?? []) {
    if (state === 'completed') {
      expect([kind, reason]).toEqual([null, null]);
      continue;
    }
    expect(kind).toEqual(expect.any(String));
    expect(reason).toMatch(/\S/);
    if (state !== 'failed' || !final) continue;
    expect(stdout).toContain(`::error title=#${issue} ${stage} failed`);
    expect(summary).toMatch(/stage runs? failed/);
  }
}

/** Whole lines, each an event with its time; read as far as that is quick. */
function expectTranscripts({ record }: SceneResult): void {
  for (const { transcript } of record?.sessions ?? []) {
    if (transcript === null || statSync(transcript).size > 1024 * 1024) continue;
    const lines = readFileSync(transcript, 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ kind: expect.any(String), at: expect.stringMatching(/Z$/) });
    }
  }
}

/** What a run leaves in RUNNER_TEMP besides what it is meant to keep. */
function leftInTemp(runnerTemp: string): string[] {
  return readdirSync(runnerTemp).filter(
    (name) => !['vik', '_runner_file_commands', 'event.json'].includes(name),
  );
}

/** What is neither a transcript nor a log: prompts and issue files are for the time of a stage run. */
function leftAmongSessions(vikHome: string): string[] {
  const workflows = path.join(vikHome, 'workflows');
  const folders = existsSync(workflows) ? readdirSync(workflows) : [];
  return folders.flatMap((key) => {
    const folder = path.join(workflows, key);
    const sessions = path.join(folder, 'sessions');
    const files = existsSync(sessions) ? readdirSync(sessions, { recursive: true, withFileTypes: true }) : [];
    return [
      ...files.filter((file) => file.isFile() && !/\.(?:jsonl|stderr\.log|prompt\.md)$/.test(file.name)),
      ...readdirSync(folder, { withFileTypes: true }).filter(({ name }) => /^lock$|\.tmp$/.test(name)),
    ].map(({ name }) => name);
  });
}
