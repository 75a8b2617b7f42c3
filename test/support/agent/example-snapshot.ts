import type { Played } from './play-recording.ts';

/** A snapshot of a session in which nothing happened, changed where it matters. */
export function exampleSnapshot(facts: Partial<Played['snapshot']>): Played['snapshot'] {
  return {
    sessionId: undefined,
    tokens: undefined,
    costUsd: undefined,
    toolCalls: 0,
    permissionDenials: 0,
    retries: 0,
    lastMessage: undefined,
    ...facts,
  };
}
