/** A written report.html of an outcome with transcripts, for tests and pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from '../../scripts/build-page.ts';
import type { JsonValue } from '../../src/json.ts';
import type { AttemptOutcome, RunOutcome } from '../../src/outcome.ts';
import { createRedactor } from '../../src/redact.ts';
import { splitShell } from '../../src/report/html/page-shell.ts';
import { type HtmlReportOptions, writeHtmlReport } from '../../src/report/html/write-report.ts';
import { anAttempt } from './builders.ts';
import { anOutcome } from './report.ts';

/** Where `anAttempt` starts. */
export const START = Date.parse('2026-11-23T10:00:00Z');
export const SECRET = 'hunter2hunter2';

/** What lies on disk of a session. */
export interface SessionFiles {
  /** Objects become lines of JSON with a time, a second after the other; texts are lines as they are. */
  readonly events?: readonly JsonValue[];
  readonly prompt?: string;
  readonly stderr?: string;
}

let built: ReturnType<typeof buildPage> | undefined;

/** Writes the report into the folder and answers its path. */
export async function writeReport(
  folder: string,
  outcome: Partial<RunOutcome> = {},
  options: Partial<HtmlReportOptions> = {},
): Promise<string> {
  built ??= buildPage();
  const { html } = await built;
  const htmlPath = join(folder, 'report.html');
  writeHtmlReport(anOutcome(outcome), {
    shell: splitShell(html),
    htmlPath,
    eventsPath: join(folder, 'events.jsonl'),
    runId: 'run-1',
    runUrl: 'https://github.com/o/r/actions/runs/4711',
    maxEmbeddedBytes: 40 * 1024 * 1024,
    repository: 'o/r',
    workflow: '/checkout/workflow.yml',
    dryRun: false,
    redact: createRedactor([SECRET]),
    ...options,
  });
  return htmlPath;
}

/** An attempt whose session left these files in the folder. */
export function aSessionOnDisk(
  folder: string,
  files: SessionFiles,
  attempt: Parameters<typeof anAttempt>[0],
): AttemptOutcome {
  const sessions = join(folder, 'sessions');
  mkdirSync(sessions, { recursive: true });
  const name = join(sessions, crypto.randomUUID());
  const lines = (files.events ?? []).map((event, index) => lineOf(event, index));
  writeFileSync(`${name}.jsonl`, lines.map((line) => `${line}\n`).join(''));
  if (files.prompt !== undefined) writeFileSync(`${name}.prompt.md`, files.prompt);
  if (files.stderr !== undefined) writeFileSync(`${name}.stderr.log`, files.stderr);
  return anAttempt({ transcript: `${name}.jsonl`, ...attempt });
}

function lineOf(event: JsonValue, index: number): string {
  if (typeof event === 'string') return event;
  const at = new Date(START + (index + 1) * 1000).toISOString();
  return JSON.stringify(
    typeof event === 'object' && event !== null && !Array.isArray(event) ? { at, ...event } : event,
  );
}
