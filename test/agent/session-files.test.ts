import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStderrLog } from '../../src/agent/stderr-log.ts';
import { createTranscript } from '../../src/agent/transcript.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vik-files-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const warnings: string[] = [];
const plain = { redact: (text: string) => text, warn: (message: string) => warnings.push(message) };
const hiding = { ...plain, redact: (text: string) => text.replaceAll('hunter2', '***') };
const at = '2026-11-23T01:00:00.000Z';

function linesOf(file: string): Record<string, unknown>[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a transcript', () => {
  it('can be read by nobody else', () => {
    using _transcript = createTranscript(path, plain);
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  it('does not take the place of a file that is there', () => {
    writeFileSync(path, 'mine');
    expect(() => createTranscript(path, plain)).toThrow('EEXIST');
  });

  it('stops at its limit with a line that says so', () => {
    using transcript = createTranscript(path, { ...plain, limitBytes: 250 });
    for (let count = 0; count < 9; count++)
      transcript.write({ kind: 'message', text: 'x'.repeat(40) }, at, false);
    expect(linesOf(path).map(({ kind, raw }) => [kind, raw])).toEqual([
      ['message', undefined],
      ['message', undefined],
      ['unknown', 'this transcript stops at its limit of 250 bytes; the session went on'],
    ]);
  });

  it('takes an event that is nested too deeply to be written', () => {
    using transcript = createTranscript(path, plain);
    const raw = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    transcript.write({ kind: 'unknown', event_type: 'x', raw }, at, false);
    expect(linesOf(path)).toMatchObject([
      { kind: 'unknown', raw: 'nested too deeply to be written', truncated: true },
    ]);
  });

  // Mounting takes root.
  it.skipIf(process.getuid?.() !== 0)('ends with a whole line and a warning when the disk is full', () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    warnings.length = 0;
    try {
      using transcript = createTranscript(join(disk, 'file'), plain);
      for (let count = 0; count < 99; count++)
        transcript.write({ kind: 'message', text: 'x'.repeat(1500) }, at, false);
      expect(linesOf(join(disk, 'file')).length).toBeGreaterThan(20);
      expect(warnings).toEqual([expect.stringMatching(/^the transcript `.*` ends early: ENOSPC/)]);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});

describe('a stderr log', () => {
  it('says that it stopped at its limit, and the tail goes on', () => {
    using log = createStderrLog(path, { ...plain, limitBytes: 20 });
    for (const line of ['first\n', 'second\n', 'third and long\n', 'last\n']) log.write(Buffer.from(line));
    log.end();
    expect([readFileSync(path, 'utf8'), log.tail()]).toEqual([
      'first\nsecond\n\n[this log stops at its limit of 20 bytes; the program went on]\n',
      'first\nsecond\nthird and long\nlast\n',
    ]);
  });

  it('is made with the first byte, and what stands in its place is left alone', () => {
    using silent = createStderrLog(path, plain);
    silent.end();
    expect([existsSync(path), silent.tail()]).toEqual([false, '']);
    warnings.length = 0;
    writeFileSync(path, 'mine');
    using log = createStderrLog(path, plain);
    for (const line of ['first\n', 'second\n']) log.write(Buffer.from(line));
    log.end();
    expect([readFileSync(path, 'utf8'), log.tail()]).toEqual(['mine', 'first\nsecond\n']);
    expect(warnings).toEqual([expect.stringMatching(/^the stderr log `.*` could not be made: EEXIST/)]);
  });

  it('hides a secret wherever the chunks cut it, also in a line that never ends', () => {
    const text = fc.array(fc.constantFrom('hunter2', 'é', '\n', 'word ', 'x'.repeat(30)), { maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (words, size) => {
        rmSync(path, { force: true });
        const bytes = Buffer.from(words.join(''));
        using log = createStderrLog(path, { ...hiding, maxHeldCharacters: 64 });
        for (let from = 0; from < bytes.length; from += size) log.write(bytes.subarray(from, from + size));
        log.end();
        expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(hiding.redact(words.join('')));
      }),
    );
  });
});
