import { findSecrets } from '../environment/secrets.ts';
import { type Finding, placeInText } from './finding.ts';

/** A file that is in the repository for everybody to read. */
export interface CheckedText {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  /** The key that names it; empty for the workflow file itself. */
  readonly pointer: string;
}

/** Looks for secrets that are written into files, comments included. What was found is never part of the message. */
export function checkSecrets(texts: readonly CheckedText[]): Finding[] {
  return texts.flatMap(({ file, text, pointer }) =>
    findSecrets(text)
      .filter((found) => !isReference(found.text))
      .map(
        ({ offset }): Finding => ({
          severity: 'error',
          code: 'secret_in_file',
          message:
            'this looks like a secret, and everybody who can read the repository can read it: revoke it, keep the new one in the secrets of the repository, and hand it in by `env:` of the step',
          place: placeInText(file, text, offset, pointer),
        }),
      ),
  );
}

/** `https://x:$TOKEN@host` and `https://x:{{ token }}@host` name a secret, they hold none. */
function isReference(text: string): boolean {
  return /^(?:\$|\{\{|<|\*+$)/.test(text);
}
