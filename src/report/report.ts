/**
 * What a run leaves for people and programs: annotations, run record, outputs, job summary. All of it is synchronous:
 * a cancelled job has seconds, and a promise that nobody awaits is a file that isn't there.
 */
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandFiles, Inputs } from '../inputs.ts';
import { type Annotation, type Log, located } from '../log.ts';
import { makeFolders } from '../make-folders.ts';
import type { RunOutcome, RunReason } from '../outcome.ts';
import type { Redact } from '../redact.ts';
import { annotateOutcome } from './annotations.ts';
import { writeCommandFiles } from './command-files.ts';
import { decideExit } from './exit.ts';
import { formatNumber } from './format.ts';
import { formatHeadline, nothingHappened } from './headline.ts';
import { code } from './markdown.ts';
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
  /** Absolute path of `report.html`, when it is written already. */
  readonly pagePath?: string | undefined;
  /** Absolute path of the folder with the transcripts. */
  readonly sessionsPath: string;
}

export interface Reported {
  readonly exitCode: 0 | 1;
  /** The one sentence about the run: the caller's last line. */
  readonly headline: string;
  /** Absolute path of the run record; undefined when none was written. */
  readonly recordPath: string | undefined;
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

/** An ending in which nothing was started. */
export interface FailedStart {
  readonly reason: Extract<RunReason, 'bad-input' | 'bad-workflow' | 'cancelled' | 'locked'>;
  readonly headline: string;
  readonly problems: readonly Problem[];
}

/**
 * Reports an ending in which nothing was started because an input or the workflow file is wrong. The headline is our
 * own words; each problem becomes an error annotation.
 */
export function reportFailure(
  failure: FailedStart,
  options: Pick<ReportOptions, 'commandFiles' | 'log' | 'redact'>,
): Reported {
  const { commandFiles, log, redact } = options;
  for (const { message, annotation } of failure.problems) log.error(message, annotation);
  writeCommandFiles(
    commandFiles,
    {
      output: formatOutputs(emptyOutputs(failure.reason)),
      summary: formatShortSummary(failure.headline, failure.problems.map(describeProblem), redact),
    },
    { log, first: true },
  );
  return { exitCode: 1, headline: failure.headline, recordPath: undefined };
}

/** What a doctor's round found. */
export interface CheckedFile {
  /** The workflow file, as the headline names it. */
  readonly name: string;
  readonly problems: readonly (Problem & { readonly severity: 'error' | 'warning' })[];
  /** Warnings that are annotations already. */
  readonly saidWarnings: readonly Problem[];
  /** What is good to know, one sentence each. */
  readonly facts: readonly string[];
  /** Warnings fail, too. */
  readonly isStrict: boolean;
  /** The runner ended the round before it was through. */
  readonly isCancelled: boolean;
}

/** Reports a doctor's round: each problem is an annotation, everything is in the summary. */
export function reportChecked(
  found: CheckedFile,
  options: Pick<ReportOptions, 'commandFiles' | 'log' | 'redact'>,
): Reported {
  const { commandFiles, log, redact } = options;
  const { name, problems, saidWarnings, facts, isStrict, isCancelled } = found;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  for (const { message, annotation } of errors) log.error(message, annotation);
  for (const { message, annotation } of warnings) log.warning(message, annotation);
  for (const fact of facts) log.info(fact);

  const warningCount = warnings.length + saidWarnings.length;
  const counted = [
    errors.length === 0 ? 'no errors' : formatNumber(errors.length, 'error'),
    ...(warningCount === 0 ? [] : [formatNumber(warningCount, 'warning')]),
  ].join(', ');
  const strictly = isStrict && errors.length === 0 && warningCount > 0 ? ', and `strict` is set' : '';
  const headline = isCancelled
    ? `cancelled before ${code(name)} was checked`
    : `${code(name)} has ${counted}${strictly}; the doctor starts nothing`;
  const inSummary = [
    ...errors.map((problem) => `error: ${describeProblem(problem)}`),
    ...[...saidWarnings, ...warnings].map((problem) => `warning: ${describeProblem(problem)}`),
    ...facts,
  ];
  writeCommandFiles(
    commandFiles,
    {
      output: formatOutputs(emptyOutputs(isCancelled ? 'cancelled' : 'checked')),
      summary: formatShortSummary(headline, inSummary, redact),
    },
    { log, first: true },
  );
  const failed = isCancelled || errors.length > 0 || (isStrict && warningCount > 0);
  return { exitCode: failed ? 1 : 0, headline, recordPath: undefined };
}

function describeProblem({ message, annotation = {} }: Problem): string {
  return located(message, annotation, '`');
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
          paths: { report: recordPath, page: options.pagePath, sessions: options.sessionsPath },
        }),
      ),
      summary: formatSummary(outcome, {
        dryRun,
        recordPath,
        hasPage: options.pagePath !== undefined,
        redact,
      }),
    },
    { log, first },
  );
  if (first) {
    const why = outcome.detail ?? (nothingHappened(outcome) ? outcome.searched : undefined);
    if (why !== undefined) log.info(why);
    if (recordPath !== undefined) log.info(`run record: ${recordPath}`);
    if (options.pagePath !== undefined) log.info(`report: ${options.pagePath}`);
  }
  return { exitCode: decideExit(outcome, options.failOn), headline, recordPath };
}

/** Writes `run.json` in one step, so that nobody ever reads half of it; its path, or undefined when it failed. */
function writeRecord(outcome: RunOutcome, options: ReportOptions): string | undefined {
  const { recordPath, log, redact } = options;
  const temporary = `${recordPath}.${randomUUID()}.tmp`;
  try {
    makeFolders(dirname(recordPath), 0o777);
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
