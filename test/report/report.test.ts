import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redact.ts';
import { amendReport, type ReportOptions, report, reportFailure } from '../../src/report/report.ts';
import { anAttempt, anIssue, createMemoryLog } from '../support/builders.ts';
import { anOutcome, aSession, aSkip } from '../support/report.ts';

/** A folder as the runner makes it for a step, with its five empty files. */
function aStep(changed: Partial<ReportOptions> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'vik-report-'));
  const file = (name: string): string => join(dir, name);
  for (const name of ['output', 'summary', 'env', 'path', 'state']) writeFileSync(file(name), '');
  const log = createMemoryLog();
  const options: ReportOptions = {
    commandFiles: {
      output: file('output'),
      summary: file('summary'),
      env: file('env'),
      path: file('path'),
      state: file('state'),
    },
    log,
    redact: createRedactor(['hunter2hunter2']),
    dryRun: false,
    failOn: 'session-failure',
    repository: 'o/r',
    workflow: '/checkout/workflow.yml',
    recordPath: join(dir, 'vik', 'run.json'),
    sessionsPath: join(dir, 'vik', 'sessions'),
    ...changed,
  };
  return { dir, file, log, options, read: (name: string) => readFileSync(file(name), 'utf8') };
}

/** The runner's reading of its output file. */
function outputsOf(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2\n/gm))
    outputs[name] = value;
  return outputs;
}

const issue = anIssue({ id: '12', ref: '#12', url: 'https://github.com/o/r/issues/12' });
const failed = anAttempt({
  issue,
  verdict: { state: 'failed', class: 'agent', reason: 'exit code 3' },
  stderrTail: 'boom\nhunter2hunter2\n',
  session: aSession({ lastMessage: 'it is hunter2hunter2' }),
});

describe('report', () => {
  it('writes record, outputs and summary, and says how it went', () => {
    const step = aStep();
    const reported = report(anOutcome({ attempts: [failed] }), step.options);
    expect(reported).toEqual({
      exitCode: 1,
      headline: '1 of 1 stage run failed; drained after 2 pulls',
      recordPath: step.options.recordPath,
    });
    expect(outputsOf(step.read('output'))).toMatchObject({
      drained: 'true',
      failed: '1',
      'report-path': step.options.recordPath,
      'sessions-path': step.options.sessionsPath,
      'cost-unknown': '1',
    });
    expect(step.read('summary')).toContain('## Vik: 1 of 1 stage run failed');
    expect(JSON.parse(readFileSync(step.options.recordPath, 'utf8'))).toMatchObject({
      version: 1,
      sessions: [{}],
    });
    expect(step.log.lines).toEqual([
      'error: [#12 plan] exit code 3\nstandard error ends with:\nboom\nhunter2hunter2',
      `run record: ${step.options.recordPath}`,
    ]);
  });

  it('keeps secrets out of every file', () => {
    const step = aStep();
    report(
      anOutcome({ attempts: [failed], detail: 'hunter2hunter2', searched: 'hunter2hunter2' }),
      step.options,
    );
    const files = [step.read('output'), step.read('summary'), readFileSync(step.options.recordPath, 'utf8')];
    expect(files.map((text) => [text.includes('hunter2hunter2'), text.includes('***')])).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  it('leaves the record readable for us only, and no temporary file', () => {
    const step = aStep();
    report(anOutcome(), step.options);
    expect(readdirSync(join(step.dir, 'vik'))).toEqual(['run.json']);
    expect(statSync(step.options.recordPath).mode & 0o777).toBe(0o600);
  });

  it("removes what somebody else wrote into the runner's files, and says so", () => {
    const step = aStep();
    writeFileSync(step.file('output'), 'drained=maybe\nevil=1\n');
    writeFileSync(step.file('env'), 'NODE_OPTIONS=--require=/tmp/evil.js\n');
    writeFileSync(step.file('path'), '/tmp/evil\n');
    report(anOutcome(), step.options);
    expect(step.read('output')).not.toContain('evil');
    expect([step.read('env'), step.read('path'), step.read('state')]).toEqual(['', '', '']);
    expect(step.log.lines.filter((line) => line.startsWith('warning:'))).toEqual([
      expect.stringContaining('`GITHUB_OUTPUT` held 21 bytes that this step did not write: removed'),
      expect.stringContaining('`GITHUB_ENV` held 36 bytes'),
      expect.stringContaining('`GITHUB_PATH` held 10 bytes'),
    ]);
  });

  it("writes through no link that stands in a file's place", () => {
    const step = aStep();
    const target = step.file('precious');
    writeFileSync(target, 'precious');
    for (const name of ['linked-output', 'linked-env']) symlinkSync(target, step.file(name));
    const commandFiles = {
      ...step.options.commandFiles,
      output: step.file('linked-output'),
      env: step.file('linked-env'),
    };
    report(anOutcome(), { ...step.options, commandFiles });
    expect(step.read('precious')).toBe('precious');
    expect(outputsOf(step.read('linked-output')).reason).toBe('drained');
    expect(step.read('linked-env')).toBe('');
    expect(step.log.lines.filter((line) => line.includes('held a link'))).toHaveLength(2);
  });

  it('warns and goes on when summary or record can not be written', () => {
    const step = aStep();
    mkdirSync(step.file('no-file'));
    writeFileSync(step.file('vik'), 'a file where the folder should be');
    const commandFiles = { ...step.options.commandFiles, summary: step.file('vik/summary') };
    const reported = report(anOutcome(), { ...step.options, commandFiles });
    expect(reported.exitCode).toBe(0);
    expect(step.log.lines.filter((line) => line.startsWith('warning:'))).toEqual([
      expect.stringContaining('the run record could not be written: '),
      expect.stringContaining('`GITHUB_STEP_SUMMARY` could not be written: '),
    ]);
    expect(outputsOf(step.read('output'))).toMatchObject({ 'report-path': '', 'sessions-path': '' });
  });

  it('makes the folder of a runner file anew, where an agent removed it', () => {
    const step = aStep();
    const output = step.file('removed/with/output');
    report(anOutcome(), { ...step.options, commandFiles: { ...step.options.commandFiles, output } });
    expect(outputsOf(readFileSync(output, 'utf8'))).toMatchObject({ drained: 'true' });
  });

  it('writes a summary whose file was made read-only', () => {
    const step = aStep();
    chmodSync(step.file('summary'), 0o444);
    report(anOutcome(), step.options);
    expect(step.read('summary')).toContain('## Vik: nothing to do');
  });

  it('outside a job there are no files to write', () => {
    const none = { output: undefined, summary: undefined, env: undefined, path: undefined, state: undefined };
    const step = aStep({ commandFiles: none });
    report(anOutcome({ searched: '0 open issues with label `todo`' }), step.options);
    expect(step.log.lines[0]).toBe('0 open issues with label `todo`');
  });

  it('warns of what waits and of what did not move', () => {
    const step = aStep();
    report(
      anOutcome({
        reason: 'time-budget',
        attempts: [anAttempt({ issue })],
        skipped: [aSkip({ reason: 'time-budget' })],
        unmoved: [{ issue, stage: 'plan' }],
      }),
      step.options,
    );
    expect(step.log.lines.slice(0, 2)).toEqual([
      'warning: #12 is still `todo` after plan completed: the next run will work it, and pay for it, again',
      'warning: the time budget ended the run: 1 issue left waiting for the next one',
    ]);
  });

  it('can be amended with what was learned since, without a word about our own files', () => {
    const step = aStep();
    report(anOutcome({ reason: 'cancelled' }), step.options);
    const said = step.log.lines.length;
    amendReport(
      anOutcome({ reason: 'cancelled', notUndone: ['#12: `planning` is still set'] }),
      step.options,
    );
    expect(JSON.parse(readFileSync(step.options.recordPath, 'utf8')).not_undone).toEqual([
      '#12: `planning` is still set',
    ]);
    expect(step.read('summary')).toContain('1 transition not undone');
    expect(step.read('summary').match(/## Vik/g)).toHaveLength(1);
    expect(step.log.lines).toHaveLength(said);
  });
});

describe('reportFailure', () => {
  it('sets every output and lists every problem', () => {
    const step = aStep();
    const reported = reportFailure(
      {
        reason: 'bad-workflow',
        headline: 'workflow.yml has 1 error; nothing was started',
        problems: [
          {
            message: 'unknown agent `codr`, did you mean `coder`? [unknown_agent]',
            annotation: { file: 'workflow.yml', line: 12, column: 14, pointer: 'issue.stages.plan.agent' },
          },
        ],
      },
      step.options,
    );
    expect(reported.exitCode).toBe(1);
    expect(outputsOf(step.read('output'))).toMatchObject({
      reason: 'bad-workflow',
      drained: 'false',
      dispatched: '0',
      'report-path': '',
    });
    expect(step.read('summary')).toContain(
      '- `workflow.yml:12:14`: `issue.stages.plan.agent`: unknown agent `codr`, did you mean `coder`',
    );
    expect(step.log.lines).toEqual(['error: unknown agent `codr`, did you mean `coder`? [unknown_agent]']);
  });
});
