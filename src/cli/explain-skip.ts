import type { SkippedIssue } from '../outcome.ts';
import type { Stage } from '../workflow/workflow.ts';

/**
 * Why nothing starts, for somebody who asks now: the run's log has vik's words, which speak of a next cycle, and here is
 * none.
 *
 * @param ended why the looking itself ended early, if there is more to say
 */
export function explainSkip(
  { reason, detail, state }: Pick<SkippedIssue, 'reason' | 'detail' | 'state'>,
  stages: readonly Pick<Stage, 'state'>[],
  ended: string | undefined,
): string {
  switch (reason) {
    case 'no-matching-stage': {
      const states = [...new Set(stages.map((stage) => `\`${stage.state}\``))];
      return `no stage starts from the state \`${state}\`; those that start one: ${states.join(', ')}`;
    }
    case 'shutting-down':
      return `not decided: ${ended ?? 'this command was ended'}`;
    default:
      return detail;
  }
}
