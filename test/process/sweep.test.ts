import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSweeper } from '../../src/process/sweep.ts';
import { createMemoryLog } from '../support/builders.ts';
import { pidsMarked } from '../support/marked-pids.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const log = createMemoryLog();

/** A process with this marker, in a session of its own. */
async function startMarked(marker: string | undefined): Promise<ChildProcess> {
  const env = { FIRST: 'x', ...(marker === undefined ? {} : { VIK_PROCESS: marker }), LAST: 'x' };
  const child = spawn('/bin/sleep', ['60'], { env, detached: true, stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child, 'spawn');
  return child;
}

describe.runIf(process.platform === 'linux')('sweep', () => {
  test('kills what lies below the marker, and nothing beside it', async () => {
    const markers = ['r1/a/b', 'r1/a/b/agent/1', 'r1/a/bc', 'r1/a', 'r1', 'r10/a/b', 'xr1/a/b', undefined];
    const children = await Promise.all(markers.map(startMarked));

    await createSweeper('r1', log).sweep('a/b');
    await expect
      .poll(() => children.slice(0, 2).map((child) => child.signalCode))
      .toEqual(['SIGKILL', 'SIGKILL']);

    expect(children.slice(2).map((child) => child.signalCode)).toEqual([null, null, null, null, null, null]);
  });

  test('an empty marker is the whole run, a slash at the end changes nothing', async () => {
    const [own, below, other] = await Promise.all(['r2', 'r2/a', 'r3/a'].map(startMarked));
    const sweeper = createSweeper('r2', log);
    await Promise.all([sweeper.sweep('a/'), sweeper.sweep('')]);
    await expect.poll(() => [own?.signalCode, below?.signalCode]).toEqual(['SIGKILL', 'SIGKILL']);
    expect(other?.signalCode).toBe(null);
  });

  test('an environment of more than 256 KiB is read to its end', async () => {
    const padding = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`A${index}`, 'x'.repeat(100_000)]),
    );
    const child = spawn('/bin/sleep', ['60'], { env: { ...padding, VIK_PROCESS: 'r4/a' }, stdio: 'ignore' });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await once(child, 'spawn');
    await createSweeper('r4', log).sweep('a');
    await expect.poll(() => child.signalCode).toBe('SIGKILL');
  });

  test('a hundred sweeps at once take hardly longer than one', async () => {
    const sweeper = createSweeper('r5', log);
    const quickest = async (sweeps: number): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 7; round += 1) {
        const startedAt = performance.now();
        await Promise.all(Array.from({ length: sweeps }, (_, index) => sweeper.sweep(`a/${index}`)));
        times.push(performance.now() - startedAt);
      }
      return Math.min(...times);
    };
    // a hundred walks of /proc, one for each, would take a hundred times as long
    expect((await quickest(100)) / (await quickest(1))).toBeLessThan(20);
  });

  test('a process that forks all the time is killed with all that it started', async () => {
    const forker = spawn('/bin/sh', ['-c', 'while :; do /bin/sleep 60 & done'], {
      env: { VIK_PROCESS: 'r6/forks', PATH: '/bin:/usr/bin' },
      stdio: 'ignore',
    });
    await once(forker, 'spawn');
    await createSweeper('r6', log).sweep('forks');
    await expect.poll(() => forker.signalCode).toBe('SIGKILL');
    expect(pidsMarked('r6/forks')).toEqual([]);
  });

  test('of processes that live only to start the next one none is left', async () => {
    const folder = aTempFolder();
    // what a broken sweep leaves ends by itself
    const until = Math.ceil(Date.now() / 1000) + 60;
    const link = `[ $(date +%s) -lt ${until} ] && setsid sh chain.sh > /dev/null 2>&1 &`;
    writeFileSync(join(folder, 'chain.sh'), link);
    for (let round = 0; round < 10; round += 1) {
      const marker = `r8-${round}`;
      const four = 'for i in 1 2 3 4; do setsid sh chain.sh & done; sleep 0.1';
      const starter = spawn('sh', ['-c', four], {
        cwd: folder,
        env: { VIK_PROCESS: `${marker}/chains`, PATH: '/usr/bin:/bin' },
        stdio: 'ignore',
      });
      await once(starter, 'exit');
      await createSweeper(marker, log).sweep('chains');
      for (let look = 0; look < 20; look += 1) expect(pidsMarked(`${marker}/`)).toEqual([]);
    }
  });

  test('a chain that forks faster than a walk holds nobody up', async () => {
    // Each link forks the next one and exits; it ends by itself after two seconds, should it outrun the sweep.
    const chain = spawn('perl', ['-e', 'my $end = time + 2; while (time < $end) { fork and exit }'], {
      env: { VIK_PROCESS: 'r7/chain', PATH: '/usr/local/bin:/usr/bin:/bin' },
      stdio: 'ignore',
    });
    await once(chain, 'exit');
    const sweeper = createSweeper('r7', log);
    sweeper.hurry();
    const startedAt = performance.now();
    await sweeper.sweep('chain');
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
