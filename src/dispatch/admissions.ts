import { messageOf } from '../errors.ts';
import type { Issue } from '../tracker/issue.ts';
import { type Admission, CredentialsError, RateLimitError, type Tracker } from '../tracker/tracker.ts';
import type { Skip } from './skip-texts.ts';

/** The check of one issue right before it starts, and the memory of what it refused. */
export interface Admissions {
  /** The answer when the issue may start; otherwise why not, or undefined when the run stops anyway. Never rejects. */
  ask(
    issue: Issue,
    signal: AbortSignal,
  ): Promise<Admitted | { readonly kind: 'skip'; readonly skip: Skip } | undefined>;
  /** The refusal of exactly this revision: it is not asked about again until a pull shows another one. */
  refusal(issue: Issue): Skip | undefined;
}

export type Admitted = Extract<Admission, { kind: 'admitted' }>;

export interface AdmissionsDeps {
  readonly tracker: Pick<Tracker, 'admit'>;
  /** The token was refused: nothing can start any more. */
  onCredentialsError(error: CredentialsError): void;
  /** Waits until GitHub's limit is reset, which is far off; false when nothing runs for which that is worth while. */
  waitForReset(error: RateLimitError, signal: AbortSignal): Promise<boolean>;
  /** It is not waited for: nothing can start any more. */
  onRateLimit(error: RateLimitError): void;
}

export function createAdmissions({ tracker, ...deps }: AdmissionsDeps): Admissions {
  const refusals = new Map<string, { readonly issue: Issue; readonly skip: Skip }>();

  async function ask(issue: Issue, signal: AbortSignal): ReturnType<Admissions['ask']> {
    try {
      const admission = await tracker.admit(issue, signal);
      if (signal.aborted) return undefined;
      if (admission.kind === 'admitted') return admission;
      return refuse(issue, { reason: admission.reason, detail: admission.detail });
    } catch (error) {
      if (signal.aborted) return undefined;
      if (error instanceof CredentialsError) {
        deps.onCredentialsError(error);
        return undefined;
      }
      if (error instanceof RateLimitError) {
        if (await deps.waitForReset(error, signal)) return ask(issue, signal);
        deps.onRateLimit(error);
        return undefined;
      }
      const message = messageOf(error);
      return refuse(issue, {
        reason: 'check-failed',
        detail: `could not be checked before its start: ${message}`,
      });
    }
  }

  function refuse(issue: Issue, skip: Skip) {
    refusals.set(issue.id, { issue, skip });
    return { kind: 'skip', skip } as const;
  }

  return {
    ask,
    refusal(issue) {
      const refused = refusals.get(issue.id);
      // the state too: GitHub's `updated_at` has whole seconds, and labels move faster
      const isSame =
        refused !== undefined &&
        issue.revision !== undefined &&
        refused.issue.revision === issue.revision &&
        refused.issue.state === issue.state;
      return isSame ? refused.skip : undefined;
    },
  };
}
