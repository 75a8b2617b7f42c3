import type { Redact } from '../redact.ts';
import { createStderrLog, type StderrLog } from './stderr-log.ts';
import { createTranscript, type Transcript } from './transcript.ts';

/** What a session writes. */
export interface SessionFiles extends Disposable {
  readonly transcript: Transcript;
  readonly stderrLog: StderrLog;
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
