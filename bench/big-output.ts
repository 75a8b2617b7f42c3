/** One agent that prints 1 GB of JSON lines of 4 KB. */
import { measureByTurns } from './measure.ts';
import { makeFolder, runBundle } from './programs.ts';
import { atLeast, atMost, format, type Row } from './row.ts';

const BYTES = 1_000_000_000;
const LINE_BYTES = 4096;
const LAST_LINE = 'all printed';

const WORKFLOW = `agents:
  printer: { runtime: command, command: [./agent.sh] }
loop: { max_iterations: 1 }
issues:
  pull: { command: cat issues.json }
issue:
  stages:
    work: { when: { state: todo }, agent: printer, prompt: Print }
`;

// `yes` repeats the two lines faster than any program of ours could print them.
const AGENT = `#!/bin/sh
yes "$(cat "$(dirname "$0")/lines.jsonl")" | head -c ${BYTES}
echo
echo '${LAST_LINE}'
`;

/** A message and the result of a tool call, each a line of 4 KB: what agents print most of. */
function lines(): string {
  const message = (text: string) => JSON.stringify({ kind: 'message', text });
  const result = (output: string) =>
    JSON.stringify({
      kind: 'tool_call',
      call_id: 'call-1',
      name: 'shell',
      phase: 'result',
      input: { command: 'npm test' },
      output: { exit_code: 0, stdout: output },
      raw: null,
    });
  return [message, result].map((line) => line(textFor(LINE_BYTES - 1 - line('').length))).join('\n');
}

/** Text as programs print it, with characters that JSON escapes and some that are not ASCII. */
function textFor(jsonBytes: number): string {
  const piece = 'src/app/main.ts:42 "expected" 3 tests, é ok\n';
  const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2;
  const whole = piece.repeat(Math.floor(jsonBytes / bytesOf(piece)));
  return whole + '.'.repeat(jsonBytes - bytesOf(whole));
}

export async function measureBigOutput(rounds: number): Promise<readonly Row[]> {
  const folder = makeFolder({
    'workflow.yml': WORKFLOW,
    'issues.json': JSON.stringify([{ id: 'BIG-1', title: 'Print', state: 'todo' }]),
    'agent.sh': AGENT,
    'lines.jsonl': lines(),
  });
  let peakMiB = 0;
  const medianOf = await measureByTurns(
    {
      run: async () => {
        const run = await runBundle({ workspace: folder });
        const isReadToItsEnd = run.record?.sessions[0]?.last_message === LAST_LINE;
        if (run.exitCode !== 0 || !isReadToItsEnd) {
          throw new Error(`the agent was not read to its end:\n${run.stdout.slice(-4000)}${run.stderr}`);
        }
        peakMiB = Math.max(peakMiB, run.peakMiB ?? Number.NaN);
        return run.durationMs;
      },
    },
    rounds,
    0,
  );
  const seconds = medianOf('run') / 1000;
  const what = 'one agent that prints 1 GB of JSON lines of 4 KB';
  return [
    {
      what,
      measured: `the whole run took ${format(seconds)} s`,
      gate: atLeast(BYTES / 1e6 / seconds, 30, ' MB/s'),
    },
    { what: `${what}: peak memory of our process`, measured: 'VmHWM', gate: atMost(peakMiB, 200, ' MiB') },
  ];
}
