/** `report.html`: a run for people, in one file that needs no network. Made from the outcome and what lies on disk. */
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { makeFolders } from '../../make-folders.ts';
import type { AttemptOutcome, RunOutcome } from '../../outcome.ts';
import { redactToPlainText } from '../../plain-text.ts';
import { createRecord, type RecordFacts } from '../record.ts';
import { escapeForScript } from './html.ts';
import { type OverviewOptions, renderOverview } from './overview.ts';
import { packSessions } from './pack-sessions.ts';
import { PAGE_DATA_ID, type PackedPageData, sessionDataId } from './page-data.ts';
import type { PageShell } from './page-shell.ts';
import { eventsBySession, readRunEvents, shownEvents } from './run-events.ts';
import { sessionBlock, shareRoom } from './session-block.ts';
import { usagePoints } from './usage-points.ts';

export interface HtmlReportOptions extends RecordFacts, Omit<OverviewOptions, 'redactLines'> {
  readonly shell: PageShell;
  /** Absolute path of the file to write. */
  readonly htmlPath: string;
  /** Absolute path of the event log. */
  readonly eventsPath: string;
  readonly runId: string;
  /** For transcripts, prompts and standard error of all sessions together. */
  readonly maxEmbeddedBytes: number;
}

/**
 * Writes the page in one step, readable for us only. Synchronous, like the rest of the report.
 *
 * @throws when the file can't be written
 */
export function writeHtmlReport(outcome: RunOutcome, options: HtmlReportOptions): void {
  const temporary = `${options.htmlPath}.${randomUUID()}.tmp`;
  makeFolders(path.dirname(options.htmlPath), 0o777);
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
  const file = openSync(temporary, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0o600);
  try {
    for (const piece of pieces(outcome, options)) writeWhole(file, Buffer.from(piece));
    renameSync(temporary, options.htmlPath);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** A session at a time: together they may be larger than what we want to hold. */
function* pieces(outcome: RunOutcome, options: HtmlReportOptions): Generator<string> {
  const { redact, shell } = options;
  const attempts = outcome.attempts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const ordered: RunOutcome = { ...outcome, attempts };
  const clean = redactToPlainText(redact);
  const record = createRecord(ordered, options, clean);
  yield shell.start;
  yield `<main id="overview">\n${renderOverview(ordered, record, { ...options, redact: clean, redactLines: redact }).html}</main>\n`;
  yield dataBlock(PAGE_DATA_ID, escapeForScript(JSON.stringify(pageData(record, attempts))));
  const rooms = shareRoom(
    attempts.map(({ transcript }) => transcript),
    options.maxEmbeddedBytes,
  );
  const events = eventsBySession(record.sessions, readRunEvents(options.eventsPath, options.runId, redact));
  for (const [index, attempt] of attempts.entries()) {
    const session = record.sessions[index];
    const room = rooms[index];
    if (session === undefined || room === undefined) continue;
    const own = events[index] ?? [];
    const block = sessionBlock(attempt, {
      room,
      events: shownEvents(own),
      usage: usagePoints(own, session.started_at),
      redact,
    });
    if (block !== undefined) yield dataBlock(sessionDataId(index + 1), block);
  }
  yield shell.end;
}

function pageData(
  record: ReturnType<typeof createRecord>,
  attempts: readonly AttemptOutcome[],
): PackedPageData {
  return {
    started_at: record.started_at,
    ended_at: record.ended_at,
    sessions: packSessions(
      record.sessions.map(({ last_message: _, ...session }, index) => ({
        ...session,
        ref: attempts[index]?.issue.ref ?? session.issue,
      })),
    ),
  };
}

/** A browser runs no script of this type. */
function dataBlock(id: string, text: string): string {
  return `<script type="application/x-ndjson" id="${id}">${text}</script>\n`;
}

/** A write may take only a part, on a disk that is nearly full. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
