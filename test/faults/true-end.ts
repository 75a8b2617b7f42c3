/** What is true of the end of every run, whatever happened in it. That no process is left, the scene looks after. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Scene, SceneResult } from '../support/scenario.ts';

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

/**
 * Outputs, record, headline and exit code tell the same story, every failure has its words, nothing temporary is left
 * and it took no longer than `withinSec`.
 */
export function expectTrueEnd(result: SceneResult, scene: Pick<Scene, 'vikHome'>, withinSec: number): void {
  expect(result.stderr).toBe('');
  expect(result.signal).toBeNull();
  expect(Object.keys(result.outputs)).toEqual(expect.arrayContaining(OUTPUTS));
  expect(result.durationMs / 1000).toBeLessThan(withinSec);
  expectOneStory(result);
  expectWords(result);
  expectTranscripts(result);
  expect(leftInTemp(result.runnerTemp)).toEqual([]);
  expect(leftAmongSessions(scene.vikHome)).toEqual([]);
}

function expectOneStory({ outputs, record, exitCode, summary }: SceneResult): void {
  const final = (record?.sessions ?? []).filter((session) => session.final);
  const count = (state: string) => String(final.filter((session) => session.state === state).length);
  expect(outputs).toMatchObject({
    reason: record?.reason,
    drained: String(record?.drained),
    dispatched: String(final.length),
    completed: count('completed'),
    failed: count('failed'),
    cancelled: count('cancelled'),
  });
  const isRed = outputs.failed !== '0' || RED.includes(outputs.reason ?? '');
  expect(exitCode).toBe(isRed ? 1 : 0);
  const isWhole = outputs.failed === '0' && outputs.cancelled === '0' && record?.failed_pulls === 0;
  if (isRed || !isWhole) expect(summary).not.toMatch(/^## Vik: completed/);
  expect(summary).toMatch(/^## Vik: /);
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
