import type { Reservations } from './reservations.ts';

/** Room under the limit of active issues, and the line of retries that wait for it. */
export interface Slots {
  /** Whether the issue is active or may become so. */
  hasRoom(issueId: string): boolean;
  /**
   * Waits in line until there is room for the issue. `take` is called in the same turn in which the room is granted,
   * so that nobody else can take it.
   */
  wait(issueId: string, take: () => void): Promise<void>;
  /** Grants room to those in line for whom there is some. With `all`, to everybody: the run stops. */
  grant(all: boolean): void;
}

export function createSlots(reservations: Reservations, maxIssueConcurrency: number): Slots {
  const line: { readonly issueId: string; granted(): void }[] = [];

  const hasRoom = (issueId: string) =>
    reservations.isActive(issueId) || reservations.activeIssues < maxIssueConcurrency;

  return {
    hasRoom,
    async wait(issueId, take) {
      if (hasRoom(issueId)) {
        take();
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      const granted = () => {
        take();
        resolve();
      };
      line.push({ issueId, granted });
      await promise;
    },
    grant(all) {
      for (let i = 0; i < line.length; ) {
        const next = line[i];
        if (next !== undefined && (all || hasRoom(next.issueId))) {
          line.splice(i, 1);
          next.granted();
        } else i += 1;
      }
    },
  };
}
