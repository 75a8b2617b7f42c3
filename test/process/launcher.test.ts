import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type LaunchState, readLaunchState, signalName } from '../../src/process/launcher.ts';

const killed = 'launcher.bash: line 14: 137 Killed                  "$@" 2>&9 9>&- < "$input"\n';

test.each<[string, string, LaunchState]>([
  ['nothing yet', '', { launcher: undefined, job: undefined, killed: false }],
  ['the launcher only', '41\n', { launcher: 41, job: undefined, killed: false }],
  ['half of the job', '41\n4', { launcher: 41, job: undefined, killed: false }],
  ['both', '41\n42\n', { launcher: 41, job: 42, killed: false }],
  ['killed, by bash', `41\n137\n${killed}`, { launcher: 41, job: 137, killed: true }],
  ['killed before its pid was written', `41\n${killed}137\n`, { launcher: 41, job: 137, killed: true }],
  [
    'killed, in German',
    '41\n42\n[1]+  Unterbrochen   "$@" < "$input"\n',
    { launcher: 41, job: 42, killed: true },
  ],
  ['killed, by perl', '41\n42\nkilled\n', { launcher: 41, job: 42, killed: true }],
  [
    'exited, as other versions announce it',
    '41\n42\n[1]+  Exit 137   "$@"\n',
    { launcher: 41, job: 42, killed: false },
  ],
  [
    'exited, as bash announces it in another language',
    '41\n42\n[1]+  Termine 137                "$@" 2>&9\n',
    { launcher: 41, job: 42, killed: false },
  ],
  ['our own pid, forged', `41\n${process.pid}\n`, { launcher: 41, job: undefined, killed: false }],
  ['everybody, forged', '41\n1\n-1\n0\n', { launcher: 41, job: undefined, killed: false }],
])('a state file with %s', (_, text, state) => {
  const folder = mkdtempSync(join(tmpdir(), 'vik-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '1.state'), text);
  expect(readLaunchState(join(folder, '1.state'))).toEqual(state);
});

test('a pipe in the place of a state file tells nothing, and nobody waits for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vik-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  execFileSync('mkfifo', [join(folder, '1.state')]);
  const nothing = { launcher: undefined, job: undefined, killed: false };
  expect(readLaunchState(join(folder, '1.state'))).toEqual(nothing);
});

test('a state file that is gone tells nothing', () => {
  expect(readLaunchState('/no/such/file')).toEqual({ launcher: undefined, job: undefined, killed: false });
});

test('signals have their names, those without one a number', () => {
  expect([9, 11, 6, 63].map(signalName)).toEqual(['SIGKILL', 'SIGSEGV', 'SIGABRT', 'signal 63']);
});
