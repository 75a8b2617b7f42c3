/**
 * Git's settings for child processes, through the environment, so that nothing of ours is on disk and nothing that an
 * agent wrote into a folder is run. See GIT_CONFIG_COUNT in https://git-scm.com/docs/git-config
 */
import { looksSecret } from './secrets.ts';

export interface GitSetting {
  readonly key: string;
  readonly value: string;
}

/** An agent may have written the folder: its hooks and its fsmonitor program must not run. */
export const SAFE_FOLDER: readonly GitSetting[] = [
  { key: 'core.hooksPath', value: '/dev/null' },
  { key: 'core.fsmonitor', value: 'false' },
];

/**
 * Programs that the settings of a folder, or of the user, may name, and that git would run in a hook, with the token in its
 * environment: an agent may have written both. Settings of the job's environment come after these and win. What can't be
 * closed like this is in docs/security.md: filters, drivers and remotes have names of their own.
 */
export const NO_PROGRAMS: readonly GitSetting[] = [
  { key: 'credential.helper', value: '' },
  { key: 'core.askPass', value: '' },
  { key: 'core.sshCommand', value: 'ssh' },
  { key: 'core.editor', value: ':' },
  { key: 'sequence.editor', value: ':' },
  { key: 'gpg.program', value: 'gpg' },
  { key: 'gpg.openpgp.program', value: 'gpg' },
  { key: 'gpg.x509.program', value: 'gpgsm' },
  { key: 'gpg.ssh.program', value: 'ssh-keygen' },
  { key: 'gpg.ssh.defaultKeyCommand', value: 'false' },
  { key: 'core.alternateRefsCommand', value: 'false' },
  // a template's settings and hooks become those of every clone
  { key: 'init.templateDir', value: '' },
  // git cleans up after a commit, with the help of `gc.recentObjectsHook`, of which there may be several
  { key: 'gc.auto', value: '0' },
  { key: 'maintenance.auto', value: 'false' },
];

/** Not `ext::`, which is a command, nor `git://`, for which a folder may name a program as proxy. */
export const PROTOCOLS = 'file:http:https:ssh';

/**
 * Lets git reach the server with the token that is in `GH_TOKEN` of the process. The first, empty helper takes other
 * helpers off this server: git tells each one to store a password that worked.
 */
export function serverAccess(serverUrl: string): readonly GitSetting[] {
  const { host } = new URL(serverUrl);
  return [
    { key: `credential.${serverUrl}.helper`, value: '' },
    {
      key: `credential.${serverUrl}.helper`,
      value:
        '!f() { test "$1" = get && printf \'username=x-access-token\\npassword=%s\\n\' "$GH_TOKEN"; }; f',
    },
    { key: `url.${serverUrl}/.insteadOf`, value: `git@${host}:` },
    { key: `url.${serverUrl}/.insteadOf`, value: `ssh://git@${host}/` },
  ];
}

/** The settings that an environment holds; none when its count isn't a number (git itself would stop there). */
export function gitSettings(variables: Readonly<Record<string, string>>): readonly GitSetting[] {
  const count = variables.GIT_CONFIG_COUNT ?? '';
  if (!/^\d{1,4}$/.test(count)) return [];
  return Array.from({ length: Number(count) }, (_, index): GitSetting | undefined => {
    const key = variables[`GIT_CONFIG_KEY_${index}`];
    const value = variables[`GIT_CONFIG_VALUE_${index}`];
    return key === undefined || value === undefined ? undefined : { key, value };
  }).filter((setting) => setting !== undefined);
}

/** Whether a setting holds credentials: a header that a checkout set, an address with a password. */
export function isSecretSetting({ key, value }: GitSetting): boolean {
  return /\.(?:extraheader|.*password.*)$/i.test(key) || looksSecret(key) || looksSecret(value);
}

/** The settings as variables, numbered from 0. A later one wins. */
export function gitVariables(settings: readonly GitSetting[]): Record<string, string> {
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  settings.forEach(({ key, value }, index) => {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return variables;
}
