import { describe, expect, it } from 'vitest';
import { isSecret, secretTexts } from '../../src/environment/secrets.ts';

describe('isSecret', () => {
  it.each([
    'GITHUB_TOKEN',
    'token',
    'MyApiKey',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASS',
    'PASSWORD',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'SESSION_COOKIE',
    'KUBECONFIG',
    'SENTRY_DSN',
    'PAT',
    'GH_PAT',
    'pat_of_bob',
    'NPM_AUTH',
    'SSH_AUTH_SOCK',
  ])('a variable named %s is a secret', (name) => {
    expect(isSecret(name, 'x')).toBe(true);
  });

  it.each(['PATH', 'GIT_AUTHOR_NAME', 'XPATH_EXPR', 'AUTHORITY', 'HOME', 'PATTERN', 'GIT_CONFIG_KEY_0'])(
    'a variable named %s is none',
    (name) => {
      expect(isSecret(name, 'x')).toBe(false);
    },
  );

  it.each([
    'ghp_abc',
    'gho_abc',
    'ghu_abc',
    'ghs_abc',
    'ghr_abc',
    'github_pat_abc',
    'sk-ant-api03-abc',
    'AKIAIOSFODNN7EXAMPLE',
    'ASIAIOSFODNN7EXAMPLE',
    'xoxb-123-abc',
    'eyJhbGciOi.eyJzdWIiOi.c2ln',
    '-----BEGIN RSA PRIVATE KEY-----\nabc',
    'https://user:pass@host/x',
    'redis://:pass@host',
    'Bearer ghs_abc',
  ])('a variable with the value %j is a secret', (value) => {
    expect(isSecret('PLAIN', value)).toBe(true);
  });

  it.each([
    'task-force-one',
    'ASIA',
    'https://host:8080/a@b',
    'https://user@host',
    'eyJ',
    'risk-averse',
    'notghp_x',
  ])('a variable with the value %j is none', (value) => {
    expect(isSecret('PLAIN', value)).toBe(false);
  });

  it('knows the password of an address by itself', () => {
    expect(secretTexts('https://user:hunter2hunter2@proxy:80')).toContain('hunter2hunter2');
  });
});
