#!/usr/bin/env node
/**
 * An agent program that plays a script. The script is the file named by the first argument, or by FAKE_AGENT_SCRIPT
 * when it stands in for `codex` or `claude`. It is a list of steps, or a map of such lists: the first of
 * `<VIK_ISSUE_ID>/<VIK_STAGE>`, `<VIK_ISSUE_ID>`, `/<VIK_STAGE>` and `default` that is there is played.
 * The steps are described in fake-agent.ts.
 */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const players = {
  print: (text) => write(1, `${text}\n`),
  printPart: (text) => write(1, text),
  bytes: (hex) => write(1, Buffer.from(hex.replaceAll(' ', ''), 'hex')),
  json: (value) => write(1, `${JSON.stringify(value)}\n`),
  stderr: (text) => write(2, text),
  stderrBytes: (count) => flood(2, count, `${'e'.repeat(1023)}\n`),
  flood: ({ bytes, line }) => flood(1, bytes, `${JSON.stringify(line)}\n`),
  longLine: (count) => flood(1, count, 'x'.repeat(65_536)),
  sleepMs: (ms) => sleep(ms),
  waitFor: waitForFile,
  write: ({ path, text }) => writeFileSync(path, text),
  append: ({ path, text }) => appendFileSync(path, text),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  savePrompt: (path) => writeFileSync(path, readFileSync(0)),
  saveEnv: (path) => writeFileSync(path, JSON.stringify(process.env)),
  saveArgs: (path) => writeFileSync(path, JSON.stringify(process.argv.slice(2))),
  savePid: (path) => writeFileSync(path, `${process.pid}\n`),
  closeStdin: () => closeSync(0),
  ignore: ignoreSignals,
  onSignal: ({ signal, steps }) => process.on(signal, () => void play(steps)),
  daemon: startDaemon,
  run: runCommand,
  kill: (signal) => dieBy(signal),
  hang: () => new Promise(() => setInterval(() => {}, 1000)),
  exit: (code) => process.exit(code),
};

async function play(steps) {
  for (const step of steps) {
    for (const [name, value] of Object.entries(step)) {
      const player = players[name];
      if (player === undefined) throw new Error(`fake-agent: no step \`${name}\``);
      await player(value);
    }
  }
}

function write(fd, data) {
  const bytes = Buffer.from(data);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      // Somebody set the pipe to non-blocking: wait for its reader.
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Writes at least so many bytes of the same text. */
function flood(fd, count, text) {
  const block = Buffer.from(text.repeat(Math.max(1, Math.floor(262_144 / text.length))));
  for (let left = count; left > 0; left -= block.length) write(fd, block);
}

async function waitForFile(path) {
  while (!existsSync(path)) await sleep(10);
}

/** A child in a session of its own that holds our output pipes and, when told, ignores every signal it can. */
async function startDaemon({ pidFile, stubborn = true, count = 1 }) {
  const trap = stubborn ? "trap '' INT TERM HUP;" : '';
  const pids = Array.from({ length: count }, () => {
    const child = spawn('sh', ['-c', `${trap} while :; do sleep 1; done`], {
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.unref();
    return child.pid;
  });
  if (pidFile !== undefined) writeFileSync(pidFile, `${pids.join('\n')}\n`);
}

function ignoreSignals(signals) {
  for (const signal of signals) process.on(signal, () => {});
}

/** A command that runs in the shell as an agent's tool would, its output thrown away. */
function runCommand(command) {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** Waits: a signal to oneself need not arrive before the next instruction. */
function dieBy(signal) {
  process.kill(process.pid, signal);
  return players.hang();
}

function scriptSteps() {
  const path = process.env.FAKE_AGENT_SCRIPT ?? process.argv[2];
  if (path === undefined) throw new Error('fake-agent: no script');
  const script = JSON.parse(readFileSync(path, 'utf8'));
  if (Array.isArray(script)) return script;
  const { VIK_ISSUE_ID: issue, VIK_STAGE: stage } = process.env;
  const key = [`${issue}/${stage}`, issue, `/${stage}`, 'default'].find((name) =>
    Object.hasOwn(script, name),
  );
  if (key === undefined) throw new Error(`fake-agent: nothing to play for ${issue}/${stage}`);
  return script[key];
}

if (process.argv[2] === '--version') write(1, 'fake-agent 9.8.7\n');
else await play(scriptSteps());
