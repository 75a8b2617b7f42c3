import type { Prompt } from '../workflow/workflow.ts';
import { describeFailure, runShell, type ShellScope } from './shell.ts';
import { renderPrompt as renderTemplate, type ShellProgram, type TemplateContext } from './template.ts';

/** Limits of one prompt command. */
const COMMAND_TIMEOUT_MS = 60_000;
const COMMAND_OUTPUT_BYTES = 1024 * 1024;

/** A prompt command failed, in words that name the command, its exit and the tail of its standard error. */
export class PromptCommandError extends Error {
  override readonly name = 'PromptCommandError';
}

export interface PromptRun {
  readonly prompt: Prompt;
  readonly context: TemplateContext;
  readonly secretNames: readonly string[];
  readonly scope: ShellScope;
  /** A marker for the next prompt command. */
  nextMarker(): string;
}

/**
 * The text for the agent: the template rendered, its commands run in the workspace, their output in their place.
 *
 * @throws PromptCommandError, TemplateError, and what starting a command throws (see `runShell`)
 */
export async function renderPrompt(run: PromptRun, signal: AbortSignal): Promise<string> {
  const { prompt, context, secretNames, scope } = run;

  async function runCommand(program: ShellProgram, command: string): Promise<string> {
    const limits = {
      timeoutMs: COMMAND_TIMEOUT_MS,
      marker: run.nextMarker(),
      captureBytes: COMMAND_OUTPUT_BYTES,
      sweepAfter: true,
    };
    const exit = await runShell(scope, program, limits, signal);
    const failure = describeFailure(exit, COMMAND_TIMEOUT_MS);
    if (failure !== undefined) {
      const tail = exit.stderrTail.trim();
      throw new PromptCommandError(
        `prompt command \`${command}\` ${failure}${tail === '' ? '' : `: ${tail}`}`,
      );
    }
    if (exit.stdoutTruncated) {
      throw new PromptCommandError(
        `prompt command \`${command}\` printed more than 1 MiB; print less of it, or write it to a file`,
      );
    }
    return exit.stdout.toString('utf8').replace(/\r?\n$/, '');
  }

  return renderTemplate(prompt.source, context, {
    name: prompt.file ?? prompt.pointer,
    secretNames,
    runCommand,
  });
}
