import type { JsonObject } from '../json.ts';
import type { Log } from '../log.ts';
import type { SkippedIssue } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Skip } from './skip-texts.ts';

/** Which issues of the last pull were not started, and why; says each once. */
export interface Skips {
  /** From now on these are the issues of the last pull, in its order; what was printed stays known. */
  newPull(issueIds: readonly string[]): void;
  add(issue: SkippedOne, skip: Skip): void;
  /** The issue has had a stage run in this job: it is never counted as skipped again. */
  ran(issueId: string): void;
  list(): readonly SkippedIssue[];
}

/** Writes a line of the event log. */
export type WriteEvent = (event: string, fields: JsonObject) => void;

type SkippedOne = Pick<Issue, 'id' | 'ref' | 'title' | 'url'> & { readonly state: string | undefined };

export function createSkips(log: Log, writeEvent: WriteEvent): Skips {
  const printed = new Map<string, string>();
  const started = new Set<string>();
  const skipped = new Map<string, SkippedIssue>();
  let listed: readonly string[] = [];

  return {
    newPull(issueIds) {
      listed = issueIds;
      skipped.clear();
    },
    add({ id, ref, title, url, state }, { reason, detail }) {
      skipped.set(id, { id, ref, title, url, state, reason, detail });
      if (printed.get(id) === reason) return;
      printed.set(id, reason);
      writeEvent('skipped', { issue: id, state: state ?? null, reason, detail });
      const line = `${ref} skipped: ${reason}: ${detail}`;
      if (isWarning(reason)) log.warning(line, { kind: reason, title: `${ref} not started` });
      else if (isOwnDoing(reason)) log.debug(line);
      else log.info(line, 'quiet');
    },
    ran(issueId) {
      started.add(issueId);
      printed.delete(issueId);
    },
    list: () =>
      listed.flatMap((id) => {
        const issue = skipped.get(id);
        return issue === undefined || started.has(id) ? [] : [issue];
      }),
  };
}

/** This run works the issue, or has just worked it: the lines of its stages say so to whoever watches. */
function isOwnDoing(reason: Skip['reason']): boolean {
  return reason === 'matching-stages-already-active' || reason === 'already-ran';
}

function isWarning(reason: Skip['reason']): boolean {
  return (
    reason === 'ambiguous' ||
    reason === 'not-trusted' ||
    reason === 'edited-after-label' ||
    reason === 'check-failed'
  );
}
