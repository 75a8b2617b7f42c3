import type { Hook } from '../workflow/workflow.ts';
import { describeFailure, runShell, type ShellScope } from './shell.ts';
import type { WriteEvent } from './stage-deps.ts';
import { renderShell, type TemplateContext } from './template.ts';
import { describeError } from './verdict.ts';

export type HookName = 'after_create' | 'before_run' | 'after_run';

/** How a hook ended; a failure says why in words. */
export type HookOutcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly reason: string; readonly stderrTail: string };

export interface HookRun {
  readonly name: HookName;
  readonly hook: Hook;
  readonly context: TemplateContext;
  readonly secretNames: readonly string[];
  readonly scope: ShellScope;
  readonly marker: string;
  readonly writeEvent: WriteEvent;
}

/** Renders and runs one hook. Never rejects: everything that can go wrong is a reason. */
export async function runHook(run: HookRun, signal: AbortSignal): Promise<HookOutcome> {
  const startedAt = performance.now();
  const outcome = await attempt(run, signal);
  run.writeEvent('hook', {
    hook: run.name,
    outcome: outcome.kind,
    reason: outcome.kind === 'failed' ? outcome.reason : null,
    duration_ms: Math.round(performance.now() - startedAt),
  });
  return outcome;
}

async function attempt(run: HookRun, signal: AbortSignal): Promise<HookOutcome> {
  const { name, hook, context, secretNames, scope, marker } = run;
  try {
    const program = await renderShell(hook.body, context, { name: hook.pointer, secretNames });
    const limits = { timeoutMs: hook.timeoutMs, marker, captureBytes: 0, sweepAfter: false };
    const exit = await runShell(scope, program, limits, signal);
    const failure = describeFailure(exit, hook.timeoutMs);
    if (failure === undefined) return { kind: 'ok' };
    return { kind: 'failed', reason: `\`${name}\` ${failure}`, stderrTail: exit.stderrTail };
  } catch (error) {
    return { kind: 'failed', reason: `\`${name}\` failed: ${describeError(error)}`, stderrTail: '' };
  }
}
