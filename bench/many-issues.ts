/**
 * A thousand issues, each worked by an agent that prints three lines, against the bare starting of those agents. One pull
 * (`max_iterations: 1`): the wait for a second one is pacing, not work.
 */
import path from 'node:path';
import { measureByTurns } from './measure.ts';
import { makeFolder, runBundle, timeProgram } from './programs.ts';
import { atMost, format, type Row } from './row.ts';

const ISSUES = 1000;
const BARE_EXEC = path.join(import.meta.dirname, 'bare-exec.ts');

const AGENT = `#!/bin/sh
echo 'reading the issue'
echo 'changing a file'
echo 'done'
`;

const workflow = (limit: number): string => `loop: { max_issue_concurrency: ${limit}, max_iterations: 1 }
agents:
  script: { runtime: command, command: [./agent.sh] }
issues:
  pull: { command: cat issues.json }
issue:
  stages:
    work:
      when: { state: todo }
      agent: script
      prompt: "Work on {{ issue.title }}"
`;

/** `limit` issues at once. */
export async function measureManyIssues(limit: number, rounds: number): Promise<readonly Row[]> {
  const issues = Array.from({ length: ISSUES }, (_, index) => ({
    id: `ISSUE-${index + 1}`,
    title: `Issue number ${index + 1}`,
    description: 'Something is not as it should be.\n'.repeat(10),
    state: 'todo',
  }));
  const folder = makeFolder({
    'workflow.yml': workflow(limit),
    'issues.json': JSON.stringify(issues),
    'agent.sh': AGENT,
    'prompt.md': 'Work on an issue',
  });
  const agent = path.join(folder, 'agent.sh');
  let peakMiB = 0;
  const medianOf = await measureByTurns(
    {
      ours: async () => {
        const run = await runBundle({ workspace: folder });
        if (run.exitCode !== 0 || run.outputs.completed !== String(ISSUES)) {
          throw new Error(`not every issue was worked:\n${run.stdout.slice(-4000)}${run.stderr}`);
        }
        peakMiB = Math.max(peakMiB, run.peakMiB ?? Number.NaN);
        return run.durationMs;
      },
      bare: () =>
        timeProgram(
          process.execPath,
          [BARE_EXEC, String(ISSUES), String(limit), agent, makeFolder({})],
          folder,
        ),
      loop: () => timeProgram('sh', ['-c', `seq ${ISSUES} | xargs -P ${limit} -I{} ${agent}`], folder),
    },
    rounds,
    0,
  );
  const [ours, bare, loop] = [medianOf('ours'), medianOf('bare'), medianOf('loop')];
  const what = `${ISSUES.toLocaleString('en')} issues, limit ${limit.toLocaleString('en')}`;
  return [
    {
      what: `${what}, against bare @actions/exec with our launcher`,
      measured: `${format(ours / 1000)} s against ${format(bare / 1000)} s; ${format(ours / loop)} times \`xargs -P ${limit}\` (${format(loop / 1000)} s)`,
      gate: atMost(ours / bare, 1.4, ' times'),
    },
    { what: `${what}: peak memory of our process`, measured: 'VmHWM', gate: atMost(peakMiB, 250, ' MiB') },
  ];
}
