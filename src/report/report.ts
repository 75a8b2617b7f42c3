/**
 * What a run leaves for people and programs: annotations, run record, outputs, job summary. All of it is synchronous:
 * a cancelled job has seconds, and a promise that nobody awaits is a file that isn't there.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandFiles, Inputs } from '../inputs.ts';
import type { Annotation, Log } from '../log.ts';
import type { RunOutcome, RunReason } from '../outcome.ts';
import type { Redact } from '../redact.ts';
import { annotateOutcome } from './annotations.ts';
import { writeCommandFiles } from './command-files.ts';
import { decideExit } from './exit.ts';
import { formatHeadline, nothingHappened } from './headline.ts';
import { createOutputs, emptyOutputs, formatOutputs } from './outputs.ts';
import { createRecord, type RecordFacts } from './record.ts';
import { formatShortSummary, formatSummary } from './summary.ts';

export interface ReportOptions extends RecordFacts {
  readonly commandFiles: CommandFiles;
  readonly log: Log;
  readonly redact: Redact;
  readonly dryRun: boolean;
  readonly failOn: Inputs['failOn'];
  /** Absolute path of `run.json`. */
  readonly recordPath: string;
  /** Absolute path of the folder with the transcripts. */
  readonly sessionsPath: string;
}

export interface Reported {
  readonly exitCode: 0 | 1;
  /** The one sentence about the run. */
  readonly headline: string;
}

/** Reports a run's end. Never throws for a file that can't be written: that is a warning. */
export function report(outcome: RunOutcome, options: ReportOptions): Reported {
  annotateOutcome(outcome, options.log);
  return writeReport(outcome, options, true);
}

/** Writes everything again, without annotations, when something was learned after the report. */
export function amendReport(outcome: RunOutcome, options: ReportOptions): Reported {
  return writeReport(outcome, options, false);
}

export interface Problem {
  readonly message: string;
  readonly annotation?: Annotation;
}

/**
 * Reports an ending in which nothing was started because an input or the workflow file is wrong. The headline is our
 * own words; each problem becomes an error annotation.
 */
export function reportFailure(
  failure: {
    readonly reason: Extract<
      RunReason,
      'bad-input' | 'bad-workflow' | 'cancelled' | 'credentials' | 'locked'
    >;
    readonly headline: string;
    readonly problems: readonly Problem[];
  },
  options: Pick<ReportOptions, 'commandFiles' | 'log' | 'redact'>,
): Reported {
  const { commandFiles, log, redact } = options;
  for (const { message, annotation } of failure.problems) log.error(message, annotation);
  const messages = failure.problems.map(({ message }) => message);
  writeCommandFiles(
    commandFiles,
    {
      output: formatOutputs(emptyOutputs(failure.reason)),
      summary: formatShortSummary(failure.headline, messages, redact),
    },
    { log, first: true },
  );
  log.info(failure.headline);
  return { exitCode: 1, headline: failure.headline };
}

/** Reports a doctor's round that found no error. */
export function reportHealthy(
  found: { readonly headline: string; readonly facts: readonly string[] },
  options: Pick<ReportOptions, 'commandFiles' | 'log' | 'redact'>,
): Reported {
  const { commandFiles, log, redact } = options;
  writeCommandFiles(
    commandFiles,
    {
      output: formatOutputs(emptyOutputs('checked')),
      summary: formatShortSummary(found.headline, found.facts, redact),
    },
    { log, first: true },
  );
  for (const fact of found.facts) log.info(fact);
  log.info(found.headline);
  return { exitCode: 0, headline: found.headline };
}

function writeReport(outcome: RunOutcome, options: ReportOptions, first: boolean): Reported {
  const { log, redact, dryRun } = options;
  const headline = formatHeadline(outcome, dryRun);
  const recordPath = writeRecord(outcome, options);
  writeCommandFiles(
    options.commandFiles,
    {
      output: formatOutputs(
        createOutputs(outcome, {
          dryRun,
          redact,
          paths: { report: recordPath, sessions: options.sessionsPath },
        }),
      ),
      summary: formatSummary(outcome, { dryRun, recordPath, redact }),
    },
    { log, first },
  );
  if (first) {
    const why = outcome.detail ?? (nothingHappened(outcome) ? outcome.searched : undefined);
    log.info(why === undefined ? headline : `${headline}: ${why}`);
    if (recordPath !== undefined) log.info(`run record: ${recordPath}`);
  }
  return { exitCode: decideExit(outcome, options.failOn), headline };
}

/** Writes `run.json` in one step, so that nobody ever reads half of it; its path, or undefined when it failed. */
function writeRecord(outcome: RunOutcome, options: ReportOptions): string | undefined {
  const { recordPath, log, redact } = options;
  const temporary = `${recordPath}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(recordPath), { recursive: true });
    writeFileSync(temporary, `${JSON.stringify(createRecord(outcome, options, redact), null, 2)}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
    renameSync(temporary, recordPath);
    return recordPath;
  } catch (error) {
    log.warning(`the run record could not be written: ${String(error)}`, { kind: 'report' });
    removeIfThere(temporary);
    return undefined;
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where it can't be removed it could not be made either, and the warning has said so.
  }
}
