import { dirname, join } from 'node:path';
import { isSecretSetting } from '../environment/git-config.ts';
import { findCheckout } from '../workflow/prompt-files.ts';
import type { Finding } from './finding.ts';
import { gitConfigOf, readGitConfig } from './git-config-file.ts';

export interface CheckoutCheck {
  /** GITHUB_WORKSPACE. */
  readonly workspace: string;
  /** Absolute path of the workflow file. */
  readonly workflowPath: string;
  readonly home: string;
}

/**
 * Looks for a token that a checkout left on the disk, where agents can read it: actions/checkout writes it to `.git/config`,
 * and since v6 to a file in RUNNER_TEMP that `.git/config` includes.
 */
export async function checkCheckout({ workspace, workflowPath, home }: CheckoutCheck): Promise<Finding[]> {
  const checkouts = new Set([workspace, await findCheckout(dirname(workflowPath))]);
  const files = [...(await Promise.all([...checkouts].map(gitConfigOf))), join(home, '.gitconfig')];
  const settings = (await Promise.all(files.map((file) => readGitConfig(file, home)))).flat();
  const places = new Map<string, number>();
  for (const setting of settings) {
    if (setting.value !== '' && isSecretSetting(setting) && !places.has(setting.file)) {
      places.set(setting.file, setting.line);
    }
  }
  return [...places].map(([file, line]) => ({
    severity: 'warning',
    code: 'credentials_on_disk',
    message: `git's credentials are in \`${file}\`, where every agent can read them: write \`persist-credentials: false\` at the checkout step; hooks get the token from the Action`,
    place: { pointer: '', file, line, column: 1 },
  }));
}
