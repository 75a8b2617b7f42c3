/**
 * What the many-issues rows are held against: the same programs started by @actions/exec behind the same launcher, and
 * nothing else. `node bench/bare-exec.ts <how many> <at once> <program> <folder for the state files>`
 */
import path from 'node:path';
import { exec } from '@actions/exec';
import { createLauncher } from '../src/process/launcher.ts';

const [count = 0, atOnce = 0] = process.argv.slice(2, 4).map(Number);
const [program = '', folder = ''] = process.argv.slice(4);
const launcher = createLauncher();
const env: Record<string, string> = {};
for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;

let next = 0;
async function startOneByOne(): Promise<void> {
  while (next < count) {
    next += 1;
    const number = next;
    const command = await launcher.command({
      program,
      args: [],
      env,
      cwd: process.cwd(),
      stdin: path.resolve('prompt.md'),
      marker: `bench/${number}`,
      stateFile: path.join(folder, `${number}.state`),
    });
    if (command === undefined) throw new Error('there is no bash');
    const code = await exec(`"${command.tool}"`, command.args, { env: command.env, silent: true });
    if (code !== 0) throw new Error(`the program ended with ${code}`);
  }
}

await Promise.all(Array.from({ length: atOnce }, startOneByOne));
