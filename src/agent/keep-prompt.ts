import { linkSync } from 'node:fs';
import { messageOf } from '../errors.ts';
import { readPlainFile } from '../process/plain-file.ts';
import type { Redact } from '../redact.ts';
import { createBoundedFile } from './bounded-file.ts';

/** Largest prompt that is kept whole: 16 MiB. */
const MAX_PROMPT_BYTES = 16 * 1024 * 1024;

/**
 * Keeps what the agent was asked, redacted, for whoever reads the session later; the prompt itself is private and goes
 * with the stage run. A copy that can't be made is a warning: the session goes on.
 */
export function keepPrompt(
  paths: { readonly promptFile: string; readonly copyFile: string },
  { redact, warn }: { readonly redact: Redact; readonly warn: (message: string) => void },
): void {
  try {
    const prompt = readPlainFile(paths.promptFile, MAX_PROMPT_BYTES);
    const redacted = redact(prompt);
    if (redacted === prompt && tryLink(paths.promptFile, paths.copyFile)) return;
    using file = createBoundedFile(paths.copyFile, {
      limitBytes: MAX_PROMPT_BYTES,
      lastLine: `[this prompt is longer than ${MAX_PROMPT_BYTES} bytes and is not kept]\n`,
      name: 'copy of the prompt',
      warn,
    });
    file.write(redacted);
  } catch (error) {
    warn(`the prompt could not be kept: ${messageOf(error)}`);
  }
}

/** The same file under a second name: half the price of another one. Not on every file system. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // whatever stands in the way: a file of its own is made, or says why not
    return false;
  }
}
