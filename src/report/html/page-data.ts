/** What the page's script is given. Types only: they are shared by the Action and the browser. */
import type { JsonObject } from '../../json.ts';
import type { SessionRecord } from '../record.ts';
import type { UsagePoint } from './usage-points.ts';

/** The run. */
export interface PageData {
  readonly started_at: string;
  readonly ended_at: string;
  readonly sessions: readonly PageSession[];
}

/** The run as it stands in the page's first block of data. */
export interface PackedPageData extends Omit<PageData, 'sessions'> {
  readonly sessions: readonly PackedSession[];
}

/** A session as the run record has it, and how its issue is called: `#12` or `ABC-1`. */
export interface PageSession extends Omit<SessionRecord, 'title' | 'last_message'> {
  readonly ref: string;
  readonly title: string;
}

/** A session without the fields in which it is like the one before; see pack-sessions.ts. */
export type PackedSession = Partial<PageSession>;

/** The first line of a session's own block; the lines of its transcript follow. What there is nothing of is undefined. */
export interface SessionDetail {
  readonly last_message?: string;
  readonly warnings?: readonly string[];
  readonly prompt?: TextExcerpt;
  readonly stderr?: TextExcerpt;
  /** Of the run's event log. */
  readonly events?: readonly JsonObject[];
  readonly usage?: readonly UsagePoint[];
  /** Undefined when no session started, or its transcript is gone. */
  readonly transcript?: {
    readonly bytes: number;
    /** Lines before what is left out. */
    readonly head_lines: number;
    readonly left_out_bytes: number;
  };
}

/** The beginning and the end of a text; the end is empty when nothing is left out. */
export interface TextExcerpt {
  readonly head: string;
  readonly tail: string;
  readonly left_out_bytes: number;
}

/** Ids of elements that the Action writes and the script finds. */
export const PAGE_DATA_ID = 'vik-data';

/** The id of a session's block of data; sessions are counted from 1. */
export function sessionDataId(number: number): string {
  return `vik-session-${number}`;
}
