import { describe, expect, test } from 'vitest';
import { checkSecrets } from '../../src/doctor/check-secrets.ts';

const SECRETS = [
  ['a token of GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['a fine-grained token', 'github_pat_11ABCDEFG0abcdefghijklmnop'],
  ['a key of a provider', 'sk-ant-api03-abcdefghijklmnop'],
  ['a key of a cloud', 'AKIAIOSFODNN7EXAMPLE'],
  ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ['the password of an address', 'https://bot:hunter2hunter2@example.com/'],
] as const;

const check = (text: string) => checkSecrets([{ file: '/checkout/workflow.yml', text, pointer: '' }]);

describe('a secret that is written into a file', () => {
  test.each(SECRETS)('%s is found, with its place and without its value', (_, secret) => {
    const [finding, ...others] = check(`loop:\n  # old: x\n  note: "${secret}"\n`);
    expect(others).toEqual([]);
    expect([finding?.severity, finding?.code, finding?.place?.line]).toEqual(['error', 'secret_in_file', 3]);
    expect(JSON.stringify(finding)).not.toContain(secret.slice(8, 16));
  });

  test('is found in a comment, too', () => {
    expect(check('# ghp_16C7e42F292c6912E7710c838347Ae178B4a\n')).toHaveLength(1);
  });

  test('is pointed at with line and column', () => {
    const [finding] = check('a: b\r\nkey: sk-abcdefghijklmnop\n');
    expect(finding?.place).toEqual({ pointer: '', file: '/checkout/workflow.yml', line: 2, column: 6 });
  });
});

test.each([
  'git clone "https://x-access-token:$GH_TOKEN@github.com/o/r" .',
  'git clone "https://x:${TOKEN}@github.com/o/r" .',
  'remote: https://x:{{ env.X }}@host/',
  'url: https://user:***@host/',
  'run: task-runner --ask-me',
  'labels: ["vik:todo", "risk-accepted-by-me"]',
  'ssh: git@github.com:o/r.git',
])('what only names a secret is none: %s', (text) => {
  expect(check(text)).toEqual([]);
});
