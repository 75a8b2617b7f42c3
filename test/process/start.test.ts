import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProcessStartError, ProgramNotFoundError } from '../../src/process/start-error.ts';
import type { ProcessSpec } from '../../src/process.ts';
import { aSpec, PATH, setUp } from '../support/processes.ts';

describe('what can not be started', () => {
  test.each<[string, Partial<ProcessSpec>, RegExp]>([
    [
      'an unknown name',
      { command: 'no-such-agent' },
      /^`no-such-agent` was not found on PATH \(\/usr\/local\/bin:/,
    ],
    [
      'an unknown name on a long PATH',
      { command: 'no-such-agent', env: { PATH: ['/bin', ...Array(20).fill('/opt/tools/bin')].join(':') } },
      /^`no-such-agent` was not found on PATH \(\/bin:\/opt\/tools\/bin:\/opt\/tools\/bin:\/opt\/tools\/bin and 17 more\)$/,
    ],
    ['an absolute path to nothing', { command: '/no/such' }, /^`\/no\/such` was not found$/],
    [
      'a path to nothing',
      { command: './nothing' },
      /^`\.\/nothing` was not found: there is no \/.*\/nothing$/,
    ],
    ['a file without x', { command: './plain' }, /can't be run: .*\/plain is not executable \(chmod \+x\)$/],
    ['a folder', { command: './temp' }, /can't be run: .*\/temp is a folder$/],
    [
      'a script without its interpreter',
      { command: './bad' },
      /first line asks for `\/no\/such`, which is not there$/,
    ],
    [
      'a script with Windows line endings',
      { command: './crlf' },
      /`\/bin\/sh`, which is not there \(the file has Win/,
    ],
    [
      'a script whose env finds nothing',
      { command: './env' },
      /asks for `no-such-language`, which was not found on/,
    ],
  ])('%s is a program that was not found', async (_, fields, message) => {
    const { sh, processes, folder } = setUp();
    await sh('true');
    for (const [name, text, mode] of [
      ['plain', 'echo', 0o644],
      ['bad', '#!/no/such\n', 0o755],
      ['crlf', '#!/bin/sh\r\necho\r\n', 0o755],
      ['env', '#!/usr/bin/env -S no-such-language --flag\n', 0o755],
    ] as const) {
      writeFileSync(join(folder, name), text);
      chmodSync(join(folder, name), mode);
    }
    const failure = processes.run({ ...aSpec(folder), ...fields }, new AbortController().signal);
    await expect(failure).rejects.toThrow(ProgramNotFoundError);
    await expect(failure).rejects.toThrow(message);
  });

  test.each<[string, Partial<ProcessSpec>, RegExp]>([
    ['a missing folder', { cwd: '/no/such/folder' }, /its folder \/no\/such\/folder does not exist$/],
    [
      'a missing standard input',
      { stdinFile: '/no/such/file' },
      /standard input \/no\/such\/file can't be read$/,
    ],
    ['an argument with NUL', { args: ['-c', 'a\0b'] }, /argument \d+ has a NUL character$/],
    ['a variable of 128 KiB', { env: { PATH, BIG: 'x'.repeat(131_068) } }, /variable `BIG` has 131073 bytes/],
    [
      'an environment of 2 MiB',
      {
        env: {
          PATH,
          ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`V${n}`, 'x'.repeat(110_000)])),
        },
      },
      /have \d+ bytes together/,
    ],
  ])('%s is a start error', async (_, fields, message) => {
    const failure = setUp().sh('true', fields);
    await expect(failure).rejects.toThrow(ProcessStartError);
    await expect(failure).rejects.toThrow(message);
  });

  test('what is just below the limits of the system starts', async () => {
    const big = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`V${n}`, 'x'.repeat(131_060)]));
    expect(await setUp().sh('true', { env: { PATH, ...big, V15: 'x'.repeat(100_000) } })).toMatchObject({
      exitCode: 0,
    });
  });
});
