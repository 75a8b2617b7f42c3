/**
 * A circuit breaker: when an agent profile fails three times in a row for a reason that is not the issues', the next
 * forty issues would fail the same way, and pay for their preparation. It then starts no further session of that profile
 * in this job.
 */
import type { Log } from '../log.ts';
import type { AttemptOutcome } from '../outcome.ts';
import type { Skip } from './skip-texts.ts';
import { leftForNextRun } from './skip-texts.ts';

export interface Breaker {
  /** Makes the memory of one dispatch of an issue: what its stages fail of together counts once. */
  dispatch(): (attempt: AttemptOutcome) => void;
  /** Why no session of the profile starts any more, if so. */
  unavailable(agent: string): Skip | undefined;
}

const TIMES = 3;

export function createBreaker(log: Log): Breaker {
  const rows = new Map<string, { readonly reason: string; times: number }>();
  const open = new Map<string, Skip>();

  function count(agent: string, reason: string, said: string): void {
    const row = rows.get(agent);
    const times = row?.reason === reason ? row.times + 1 : 1;
    rows.set(agent, { reason, times });
    if (times < TIMES || open.has(agent)) return;
    const why = `agent \`${agent}\` failed ${TIMES} times in a row: ${said.replace(/[.\s]+$/, '')}`;
    open.set(agent, leftForNextRun('agent-unavailable', why));
    log.error(`${why}. No further session of it starts in this job; its other issues wait for the next run`, {
      title: `agent \`${agent}\` is unavailable`,
    });
  }

  return {
    dispatch() {
      const counted = new Set<string>();
      return (attempt) => {
        const { agent, verdict } = attempt;
        if (verdict.state === 'failed' && (verdict.class === 'provider' || verdict.class === 'setup')) {
          const reason = `${verdict.class}: ${withoutParticulars(verdict.reason, attempt)}`;
          const key = JSON.stringify([agent, reason]);
          if (verdict.class === 'provider' || !counted.has(key)) count(agent, reason, verdict.reason);
          counted.add(key);
        } else if (attempt.session !== undefined && verdict.state !== 'cancelled') {
          // a session that ran shows that the program and its provider work
          rows.delete(agent);
        }
      };
    },
    unavailable: (agent) => open.get(agent),
  };
}

/** A reason without what differs from issue to issue: its id, ids of requests and sessions, times of day. */
function withoutParticulars(reason: string, { issue }: AttemptOutcome): string {
  return reason
    .replaceAll(new RegExp(`(?<=[#/\`'"])${escapeRegExp(issue.id)}(?![\\w-])`, 'g'), '<issue>')
    .replace(/\b(?:req|msg|resp|request|sess|call)_[\w-]+/gi, '<id>')
    .replace(/\b[0-9a-f]{8,}(?:-[0-9a-f]{4,})*\b/gi, '<id>')
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, '<time>')
    .replace(/\d{4,}|\d+(?=(?:\.\d+)?\s?m?s\b)/g, '<number>');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
