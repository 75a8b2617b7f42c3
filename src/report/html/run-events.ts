import * as z from 'zod';
import type { JsonObject } from '../../json.ts';
import type { Redact } from '../../redact.ts';
import type { SessionRecord } from '../record.ts';
import { readExcerpt } from './excerpt.ts';

const eventLine = z.looseObject({
  at: z.string(),
  event: z.string(),
  run: z.string(),
  issue: z.string().optional(),
  stage: z.string().nullish(),
});

/** A line of the event log. */
export type RunEvent = z.infer<typeof eventLine>;

/** More of the log, which holds former runs too, is not looked at. */
const MAX_BYTES = 8 * 1024 * 1024;

/** This run's events, oldest first; none when the log can't be read. */
export function readRunEvents(path: string, run: string, redact: Redact): readonly RunEvent[] {
  try {
    const { head, tail } = readExcerpt(path, { maxBytes: MAX_BYTES, toLine: redact });
    return [...head, ...tail].flatMap((line) => (line.includes(run) ? parseEvent(line, run) : []));
  } catch {
    // the report is made without: it is a picture of the record first
    return [];
  }
}

function parseEvent(line: string, run: string): readonly RunEvent[] {
  try {
    const { success, data } = eventLine.safeParse(JSON.parse(line));
    return success && data.run === run ? [data] : [];
  } catch {
    // a line that a kill cut off
    return [];
  }
}

/**
 * The events of each session, in the sessions' order: those of its issue and stage, and of the issue's preparation, from
 * its start until the next attempt of that stage begins.
 */
export function eventsBySession(
  sessions: readonly SessionRecord[],
  events: readonly RunEvent[],
): readonly (readonly RunEvent[])[] {
  const byIssue = Map.groupBy(events, ({ issue }) => issue);
  // From the last to the first, each finds the start of the one after it.
  const nextStarts = new Map<string, string>();
  const found = sessions.toReversed().map((session) => {
    const { issue, stage, started_at } = session;
    const key = JSON.stringify([issue, stage]);
    const nextStart = nextStarts.get(key);
    nextStarts.set(key, started_at);
    return (byIssue.get(issue) ?? []).filter(
      (event) =>
        (event.stage === stage || event.stage === null) &&
        event.at >= started_at &&
        (nextStart === undefined || event.at < nextStart),
    );
  });
  return found.reverse();
}

/** Events as the page has them; what grew is drawn (usage-points.ts). */
export function shownEvents(events: readonly RunEvent[]): readonly JsonObject[] {
  return events
    .filter(({ event }) => event !== 'session_usage')
    .map(({ run: _, issue: __, ...fields }): JsonObject => JSON.parse(JSON.stringify(fields)));
}
