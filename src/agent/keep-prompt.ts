import { readPlainFile } from '../process/plain-file.ts';
import type { Redact } from '../redact.ts';
import { createBoundedFile } from './bounded-file.ts';

/** Largest prompt that is kept whole: 16 MiB. */
const maxPromptBytes = 16 * 1024 * 1024;

/**
 * Keeps what the agent was asked, redacted, for whoever reads the session later; the prompt itself is private and goes
 * with the stage run. A copy that can't be made is a warning: the session goes on.
 */
export function keepPrompt(
  paths: { readonly promptFile: string; readonly copyFile: string },
  { redact, warn }: { readonly redact: Redact; readonly warn: (message: string) => void },
): void {
  try {
    const prompt = redact(readPlainFile(paths.promptFile, maxPromptBytes));
    using file = createBoundedFile(paths.copyFile, {
      limitBytes: maxPromptBytes,
      lastLine: `[this prompt is longer than ${maxPromptBytes} bytes and is not kept]\n`,
      name: 'copy of the prompt',
      warn,
    });
    file.write(prompt);
  } catch (error) {
    warn(`the prompt could not be kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}
