import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redact.ts';
import { createEventsLog, putLargeLogAside } from '../../src/report/events-log.ts';

const now = (): Date => new Date('2026-11-23T10:00:00Z');
const redact = createRedactor(['hunter2"hunter2']);

describe('createEventsLog', () => {
  it('appends one JSON object a line as things happen, secrets redacted, for our eyes only', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vik-events-')), 'logs', 'events.jsonl');
    {
      using first = createEventsLog(path, redact, () => {}, now);
      first.write('pull', { issues: 3 });
    }
    using second = createEventsLog(path, redact, () => {}, now);
    second.write('hook', { command: ['echo', 'hunter2"hunter2'], nested: { title: 'a\nb' } });
    expect(readFileSync(path, 'utf8')).toBe(
      '{"at":"2026-11-23T10:00:00.000Z","event":"pull","issues":3}\n' +
        '{"at":"2026-11-23T10:00:00.000Z","event":"hook","command":["echo","***"],"nested":{"title":"a\\nb"}}\n',
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('puts a log of more than 64 MiB aside, and begins a new one', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vik-events-')), 'events.jsonl');
    writeFileSync(path, 'before\n');
    truncateSync(path, 64 * 1024 * 1024 + 1);
    putLargeLogAside(path, () => {});
    using events = createEventsLog(path, redact, () => {}, now);
    events.write('pull', {});
    expect(readFileSync(path, 'utf8')).toBe('{"at":"2026-11-23T10:00:00.000Z","event":"pull"}\n');
    expect(readFileSync(path.replace('.jsonl', '.1.jsonl'), 'utf8').slice(0, 7)).toBe('before\n');
  });

  it.runIf(process.platform === 'linux')('says once that the disk is full, and the run goes on', () => {
    const failures: string[] = [];
    using events = createEventsLog('/dev/full', redact, (error) => failures.push(String(error)), now);
    events.write('pull', {});
    events.write('pull', {});
    expect(failures).toEqual([expect.stringContaining('ENOSPC')]);
  });

  it('says once that the file can not be opened', () => {
    const failures: unknown[] = [];
    using events = createEventsLog(
      '/dev/null/logs/events.jsonl',
      redact,
      (error) => failures.push(error),
      now,
    );
    events.write('pull', {});
    expect(failures).toHaveLength(1);
  });
});
