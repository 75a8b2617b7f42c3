import type { Draft } from './draft.ts';
import type { Findings } from './findings.ts';
import type { ReadValues } from './read-values.ts';

/** Exactly one intake; neither means GitHub with its defaults. */
export function checkIntake(draft: Draft, read: ReadValues, findings: Findings): void {
  const { pull, github } = draft.issues;
  if (pull === undefined || github === undefined) return;
  const places = [read.placeOf(['issues', 'pull']), read.placeOf(['issues', 'github'])].flatMap(
    (place) => place ?? [],
  );
  const later = places.sort((a, b) => b.keyOffset - a.keyOffset)[0];
  const message = '`issues` has both `pull` and `github`: issues come from one place, remove the other';
  findings.error('both_intakes', later?.path ?? ['issues'], message, 'key');
}
