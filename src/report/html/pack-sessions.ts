/** The sessions of a run, told by what changes from one to the next: most of a record is the same in all of them. */
import type { PackedSession, PageSession } from './page-data.ts';

export function packSessions(sessions: readonly PageSession[]): readonly PackedSession[] {
  return sessions.map((session, index) => withoutSame(session, sessions[index - 1]));
}

/** What was packed; the first one is whole. */
export function unpackSessions(packed: readonly PackedSession[]): readonly PageSession[] {
  const sessions: PageSession[] = [];
  for (const session of packed) {
    const whole: object = { ...sessions.at(-1), ...session };
    if (isWhole(whole)) sessions.push(whole);
  }
  return sessions;
}

function withoutSame(session: PageSession, before: PageSession | undefined): PackedSession {
  const same = new Map<string, string>(
    Object.entries(before ?? {}).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return Object.fromEntries(
    Object.entries(session).filter(([name, value]) => same.get(name) !== JSON.stringify(value)),
  );
}

/** What the Action itself wrote, so a look at one field is enough. */
function isWhole(session: object): session is PageSession {
  return 'ref' in session;
}
