/** Reads the page's blocks of data. */
import { unpackSessions } from '../pack-sessions.ts';
import {
  PAGE_DATA_ID,
  type PackedPageData,
  type PageData,
  type SessionDetail,
  sessionDataId,
} from '../page-data.ts';
import { type Line, readLine } from './line.ts';

export interface SessionBlock {
  readonly detail: SessionDetail;
  readonly lines: readonly Line[];
}

/** The run. Undefined when nothing was started. */
export function readPageData(): PageData | undefined {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent;
  if (text === undefined || text === null || text === '') return undefined;
  const data: PackedPageData = JSON.parse(text);
  return data.sessions.length === 0 ? undefined : { ...data, sessions: unpackSessions(data.sessions) };
}

/** A session's own block, parsed when somebody opens the session; empty when there is nothing to say. */
export function readSession(number: number): SessionBlock {
  const [first = '{}', ...lines] = (
    document.getElementById(sessionDataId(number))?.textContent ?? '{}'
  ).split('\n');
  const detail: SessionDetail = JSON.parse(first);
  return { detail, lines: lines.map(readLine) };
}
