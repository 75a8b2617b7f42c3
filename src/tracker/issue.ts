import type { JsonObject } from '../json.ts';

/** One unit of work, the same whichever tracker it came from. */
export interface Issue {
  /** A safe path segment (see `parseIssueId`), unique in the tracker. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Opaque and case-sensitive; on GitHub a label in the workflow file's spelling, without the prefix. */
  readonly state: string;
  /** How a line of text names the issue: `#12` on GitHub, the id elsewhere. */
  readonly ref: string;
  /** The web address, when the tracker has one. */
  readonly url: string | undefined;
  /** Whatever else the tracker gave; templates see it as `issue.<field>`. */
  readonly extra: JsonObject;
  /** Says that the issue changed when it changed (`updated_at` on GitHub); undefined with a command intake. */
  readonly revision: string | undefined;
}
