import { describe, expect, it } from 'vitest';
import { createRedactor } from '../src/redact.ts';

const SECRET = 'p"a/s s\\wörd+1';

describe('createRedactor', () => {
  it.each([
    ['as it is', SECRET],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    ['in JSON that keeps to ASCII', 'p\\"a/s s\\\\w\\u00f6rd+1'],
    ['in an address', encodeURIComponent(SECRET)],
    ['in a form', encodeURIComponent(SECRET).replaceAll('%20', '+')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
  ])('replaces a secret %s', (_, form) => {
    expect(createRedactor([SECRET])(`before ${form} after`)).toBe('before *** after');
  });

  it.each([
    ['in JSON of Go', 'k&y<1>23456', 'k\\u0026y\\u003c1\\u003e23456'],
    ['in an address of Python', "a/b(c)d!e'f*g h", 'a/b%28c%29d%21e%27f%2Ag%20h'],
    ['in an address by RFC 3986', "a/b(c)d!e'f*g h", 'a%2Fb%28c%29d%21e%27f%2Ag%20h'],
    ['in an address that was encoded whole', 'a/b?c=d e+f', 'a/b?c=d%20e+f'],
    ['in a form of a browser', "a(b)'c*d~e f", 'a%28b%29%27c*d%7Ee+f'],
  ])('replaces a secret with signs %s', (_, secret, form) => {
    expect(createRedactor([secret])(`before ${form} after`)).toBe('before *** after');
  });

  it.each([
    ['`base64`', 76, '\n'],
    ['`openssl base64`', 64, '\n'],
    ['`base64`, with a space before it', 76, ' '],
  ])('replaces every line of a long token in the base64 of %s', (_, width, end) => {
    // As long as GitHub's tokens are since 2026.
    const token = `ghs_123456_${Array.from({ length: 509 }, (_, at) => 'aZ9-_.xQ'[(at * at + (at >> 3)) % 8]).join('')}`;
    const encoded = Buffer.from(`${token}${end}`).toString('base64');
    const lines = encoded.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    const redacted = lines.map((line) => createRedactor([token])(`  ${line}`));
    expect(redacted.slice(0, -1)).toEqual(lines.slice(0, -1).map(() => '  ***'));
    expect(redacted.at(-1)).toMatch(/^ {2}\*\*\*.{0,4}$/);
    expect(createRedactor([token])(JSON.stringify(lines.join('\n')))).not.toMatch(/[A-Za-z0-9]{8}/);
  });

  it.each(['', 'u', 'us', 'user:', 'x-access-token:'])(
    'replaces it in base64 of a longer text that begins %j',
    (before) => {
      const token = 'ghs_0123456789abcdef';
      const encoded = Buffer.from(`${before}${token}:and more`).toString('base64');
      const redacted = createRedactor([token])(encoded);
      expect(redacted).toContain('***');
      expect(Buffer.from(redacted, 'base64').toString()).not.toContain('123456789abcde');
    },
  );

  it('replaces each line of a secret of several lines', () => {
    const redact = createRedactor(['first line of it\r\nshort\n  second line of it\n']);
    expect(redact('a first line of it b short second line of it')).toBe('a *** b short ***');
  });

  it('replaces the longer of two secrets that begin alike', () => {
    expect(createRedactor(['abcdefgh', 'abcdefghijkl'])('abcdefghijkl abcdefghi')).toBe('*** ***i');
  });

  it('replaces every occurrence, at the ends of a text too', () => {
    expect(createRedactor(['abcdefgh'])('abcdefghabcdefgh-abcdefgh')).toBe('******-***');
  });

  it.each([
    ['words of less than 8 characters', '1234567'],
    ['a path whose top folder is there', '/tmp/kube/Config1'],
    ['a path in small letters', '/path/to/kubeconfig'],
  ])('leaves %s alone', (_, value) => {
    expect(createRedactor([value])(`a ${value} b`)).toBe(`a ${value} b`);
  });

  it('replaces a key that only looks like a path', () => {
    expect(createRedactor(['/wJalrXUtnFEMI/K7MDENG'])('k=/wJalrXUtnFEMI/K7MDENG')).toBe('k=***');
  });

  it('says the same as a search for each form, whatever the text', () => {
    const secrets = ['aaaaaaaa', 'aaaabaaab', 'abababababab', 'bbbbbbbbb'];
    const redact = createRedactor(secrets);
    for (let seed = 1; seed < 2000; seed++) {
      const text = Array.from({ length: 40 }, (_, at) =>
        ((seed * 2654435761) >>> (at % 31)) & 1 ? 'a' : 'b',
      ).join('');
      expect(redact(text) !== text).toBe(secrets.some((secret) => text.includes(secret)));
    }
  });
});
