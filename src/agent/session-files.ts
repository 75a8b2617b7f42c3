import type { Redact } from '../redact.ts';
import { createStderrLog, type StderrLog } from './stderr-log.ts';
import { createTranscript, type Transcript } from './transcript.ts';

/** What a session writes. */
export interface SessionFiles extends Disposable {
  readonly transcript: Transcript;
  readonly stderrLog: StderrLog;
}

/** Absolute paths of what lies beside a session's transcript: its standard error, and the prompt it was given, redacted. */
export function besideTranscript(transcript: string): { readonly stderr: string; readonly prompt: string } {
  const session = transcript.replace(/\.jsonl$/, '');
  return { stderr: `${session}.stderr.log`, prompt: `${session}.prompt.md` };
}

/** Creates a session's files. Throws when something is in the place of one. */
export function openSessionFiles(
  paths: { readonly transcriptFile: string; readonly stderrFile: string },
  options: { readonly redact: Redact; readonly warn: (message: string) => void },
): SessionFiles {
  using opened = new DisposableStack();
  const transcript = opened.use(createTranscript(paths.transcriptFile, options));
  const stderrLog = opened.use(createStderrLog(paths.stderrFile, options));
  const both = opened.move();
  return { transcript, stderrLog, [Symbol.dispose]: () => both.dispose() };
}
