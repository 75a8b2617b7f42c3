/** Stage runs with real processes and real sessions; only the tracker is a small object. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAgentPrograms } from '../../src/agent/programs.ts';
import { runSession } from '../../src/agent/session.ts';
import { createAgentVersions } from '../../src/agent/version.ts';
import { createEnvironments } from '../../src/environment/environments.ts';
import type { JsonObject } from '../../src/json.ts';
import type { AttemptOutcome } from '../../src/outcome.ts';
import type { Processes } from '../../src/process.ts';
import { createProgress } from '../../src/progress.ts';
import type { LateTransition } from '../../src/stage/late-transitions.ts';
import { createRunStage } from '../../src/stage/run-stage.ts';
import { createLayout, createWorkspaces } from '../../src/stage/workspace.ts';
import { type StopKind, StopRequest } from '../../src/stop.ts';
import type { Issue } from '../../src/tracker/issue.ts';
import type { Happened, TransitionOutcome } from '../../src/tracker/tracker.ts';
import type { AgentProfile, Hook, Stage, Transition } from '../../src/workflow/workflow.ts';
import { anAgent, anIssue, aStage, aWorkflow, createMemoryLog } from '../support/builders.ts';
import { isRunning } from '../support/marked-pids.ts';
import { onLinux, PATH, setUp as setUpProcesses } from '../support/processes.ts';

const to = (state: string): Transition => ({ state, addLabels: [], removeLabels: [] });
const moves = { onStart: to('doing'), onSuccess: to('done'), onFailure: to('blocked') };
const issue = anIssue({ id: '12', ref: '#12', title: 'a "title"; $(exit 9)', description: 'what to do' });

interface Options {
  readonly afterCreate?: string;
  /** What the tracker answers to a transition to this state; `written` without it. */
  readonly answers?: Readonly<Record<string, TransitionOutcome>>;
  readonly pause?: (delayMs: number) => Promise<Issue | undefined>;
  /** Why no session may start any more, asked right before one would. */
  readonly refusal?: () => string | undefined;
  /** What happened by now, asked of the starting point. */
  readonly happened?: (since: number) => Happened;
}

/** A run in a folder of its own. `say(word)` is shell that adds a word to `said()`, as the tracker's answers do. */
function setUp({
  afterCreate,
  answers = {},
  pause = async () => issue,
  refusal = () => undefined,
  happened = () => ({ kind: 'met' }),
}: Options = {}) {
  const { folder, processes } = setUpProcesses();
  const layout = createLayout({ path: '/checkout/workflow.yml', workspaceRoot: path.join(folder, 'root') });
  const trace = path.join(folder, 'trace');
  const say = (word: string) => `echo ${word} >> '${trace}'`;
  const hook = (body: string): Hook => ({ body, timeoutMs: 10_000, pointer: 'hooks' });
  const stops = { sessions: new AbortController(), everything: new AbortController() };
  const printed = Promise.withResolvers<void>();
  const late: LateTransition[] = [];
  const log = createMemoryLog();
  const events: JsonObject[] = [];
  const workspaces = createWorkspaces(layout);
  const asked: string[] = [];
  const watched: Processes = {
    ...processes,
    run: (spec, signal) =>
      processes.run(
        {
          ...spec,
          onLine(line) {
            spec.onLine?.(line);
            printed.resolve();
          },
        },
        signal,
      ),
  };
  const redact = (text: string) => text;
  let watches = 0;
  const versions = createAgentVersions(processes);
  const programs = createAgentPrograms({ processes: watched, toolCache: '/nowhere', env: {} });
  const runStage = createRunStage({
    workflow: aWorkflow({
      path: '/checkout/workflow.yml',
      workspaceRoot: layout.root,
      afterCreate: afterCreate === undefined ? undefined : hook(afterCreate.replaceAll('SAY', say(''))),
    }),
    layout,
    workspaces: {
      prepare(issueId, afterCreateHook) {
        asked.push(issueId);
        return workspaces.prepare(issueId, afterCreateHook);
      },
    },
    processes: watched,
    environments: createEnvironments({
      variables: { PATH },
      token: '',
      repository: 'o/r',
      serverUrl: 'http://localhost',
      workspaceRoot: layout.root,
      workflowPath: '/checkout/workflow.yml',
      hasGitIdentity: () => true,
    }),
    tracker: {
      kind: 'github',
      async watch() {
        watches += 1;
        const since = watches;
        return { check: async () => happened(since) };
      },
      async transition({ to: { state = '' } }) {
        appendFileSync(trace, `to ${state}\n`);
        return answers[state] ?? { kind: 'written', changes: { added: [], removed: [] } };
      },
    },
    log,
    redact,
    writeEvent: (event, fields) => events.push({ event, ...fields }),
    progress: createProgress(),
    runSession: (spec, sessionLog, signal) =>
      runSession(spec, { processes: watched, redact, versions, programs, log: sessionLog }, signal),
    shutdown: stops.everything.signal,
    writeLater: (transition) => late.push(transition),
  });
  const pauses: number[] = [];

  return {
    folder,
    layout,
    log,
    late,
    /** The issues whose workspace was asked for, at once. */
    asked,
    /** Every run of a hook, with its outcome. */
    hooks: () =>
      events.flatMap(({ event, hook: name, outcome }) => (event === 'hook' ? [`${name} ${outcome}`] : [])),
    pauses,
    hook,
    say,
    workspace: layout.workspaceOf('12'),
    said: () => (existsSync(trace) ? readFileSync(trace, 'utf8').trim().split('\n') : []),
    /** The agent's program is this shell program; its standard input is the prompt. */
    agent: (script: string, fields: Partial<AgentProfile> = {}) =>
      anAgent({ command: ['sh', '-c', script], ...fields }),
    run: (stage: Stage): Promise<readonly AttemptOutcome[]> =>
      runStage(
        {
          issue,
          stage,
          pause(delayMs) {
            pauses.push(delayMs);
            return pause(delayMs);
          },
          setsState: () => {},
          refusal,
          openAccount: () => () => {},
          tokenRefused: () => {},
        },
        stops.sessions.signal,
      ),
    /** Resolves when the agent has printed its first line. */
    printed: printed.promise,
    stop(kind: StopKind) {
      const request = new StopRequest(kind, 'told to stop');
      if (kind === 'shutdown') stops.everything.abort(request);
      stops.sessions.abort(request);
    },
  };
}

const verdicts = (outcomes: readonly AttemptOutcome[]) => outcomes.map(({ verdict }) => verdict);
const setupFailure = (reason: unknown) => ({ state: 'failed', class: 'setup', reason });

test('a stage run goes through its steps in order and leaves nothing but transcript and workspace', async () => {
  const { run, hook, say, agent, said, layout, workspace } = setUp({ afterCreate: 'SAY after_create' });
  const outcomes = await run(
    aStage({
      ...moves,
      beforeRun: hook(say('before_run')),
      afterRun: hook(say('after_run')),
      prompt: {
        source: `{{ issue.title }} in {{ issue.workdir }}: !\`exec(${say('prompt')}; pwd)\``,
        file: undefined,
        pointer: 'prompt',
      },
      agent: agent(`${say('agent')}; cat > prompt.txt`),
    }),
  );
  expect(said()).toEqual([
    'after_create',
    'before_run',
    'to doing',
    'prompt',
    'agent',
    'after_run',
    'to done',
  ]);
  expect(outcomes).toMatchObject([{ attempt: 1, final: true, verdict: { state: 'completed' }, exitCode: 0 }]);
  expect(readFileSync(path.join(workspace, 'prompt.txt'), 'utf8')).toBe(
    `${issue.title} in ${workspace}: ${workspace}`,
  );
  expect(readdirSync(workspace)).toEqual(['prompt.txt']);
  expect(readdirSync(layout.sessionsOf('12')).map((name) => name.replace(/-[0-9a-f-]{36}/, ''))).toEqual([
    'plan.jsonl',
    'plan.prompt.md',
  ]);
});

test('hooks and agents are told of the issue by files that live as long as they do', async () => {
  const { run, hook, agent, workspace } = setUp({
    afterCreate: 'cat "$VIK_ISSUE_DESCRIPTION_FILE" > created; echo "$VIK_STAGE" >> created',
  });
  await run(
    aStage({
      beforeRun: hook('echo "$VIK_ISSUE_TITLE" > before; cat "$VIK_ISSUE_FILE" > issue'),
      agent: agent('cat "$VIK_ISSUE_DESCRIPTION_FILE" > description'),
    }),
  );
  const read = (name: string) => readFileSync(path.join(workspace, name), 'utf8');
  expect({ created: read('created'), before: read('before'), description: read('description') }).toEqual({
    created: 'what to do\n',
    before: `${issue.title}\n`,
    description: 'what to do',
  });
  expect(JSON.parse(read('issue'))).toMatchObject({ id: '12', stage: 'plan', workdir: workspace });
});

describe('stages of one issue that start together', () => {
  test('share one preparation', async () => {
    const { run, agent, say, said } = setUp({ afterCreate: 'SAY after_create' });
    const stage = (name: string) => aStage({ name, agent: agent(say(name)) });
    await Promise.all([run(stage('plan')), run(stage('implement'))]);
    expect(said().toSorted()).toEqual(['after_create', 'implement', 'plan']);
    expect(said()[0]).toBe('after_create');
  });

  test('fail together when it fails, with its reason and standard error, and the workspace is removed', async () => {
    const { run, said, workspace } = setUp({ afterCreate: 'SAY after_create; echo no network >&2; exit 3' });
    const both = await Promise.all([run(aStage({ name: 'plan' })), run(aStage({ name: 'implement' }))]);
    const failure = {
      verdict: setupFailure('`after_create` exited with code 3'),
      stderrTail: 'no network\n',
    };
    expect(both).toMatchObject([[failure], [failure]]);
    expect({ said: said(), exists: existsSync(workspace) }).toEqual({
      said: ['after_create'],
      exists: false,
    });
  });

  test('fail together also when it fails before any process is started', async () => {
    const { run, hooks, asked } = setUp({ afterCreate: 'echo {{ issue.nothing }}' });
    const running = [run(aStage({ name: 'plan' })), run(aStage({ name: 'implement' }))];
    // in the same turn: a second later the first preparation may have failed already
    expect(asked).toEqual(['12', '12']);
    const both = await Promise.all(running);
    const reasons = both.flatMap((outcomes) =>
      verdicts(outcomes).map((one) => 'reason' in one && one.reason),
    );
    expect(reasons).toEqual([reasons[0], reasons[0]]);
    expect(reasons[0]).toMatch(/^`after_create` failed: /);
    expect(hooks()).toEqual(['after_create failed']);
  });
});

test('a workspace in which an earlier run was killed during `after_create` is made anew', async () => {
  const { run, layout, workspace, said } = setUp({ afterCreate: 'SAY after_create' });
  mkdirSync(workspace, { recursive: true });
  mkdirSync(layout.sessionsOf('12'), { recursive: true });
  writeFileSync(path.join(workspace, 'half'), '');
  writeFileSync(path.join(layout.sessionsOf('12'), '.creating'), '');
  await run(aStage());
  expect({ said: said(), left: readdirSync(workspace) }).toEqual({ said: ['after_create'], left: [] });
});

describe('what fails before the session gets no further attempt, no `after_run`, and leaves the issue as it was', () => {
  const retry = { maxAttempts: 3, backoffMs: 1 };

  test('`before_run`: nothing has been written yet', async () => {
    const { run, hook, say, said, agent } = setUp();
    const stage = aStage({
      ...moves,
      retry,
      beforeRun: hook('echo bad >&2; exit 7'),
      afterRun: hook(say('after_run')),
      agent: agent(say('agent')),
    });
    expect(await run(stage)).toMatchObject([
      {
        verdict: setupFailure('`before_run` exited with code 7'),
        stderrTail: 'bad\n',
        session: undefined,
        transcript: undefined,
        final: true,
      },
    ]);
    expect(said()).toEqual([]);
  });

  test('a prompt command: `on_start` is undone', async () => {
    const { run, hook, say, said, agent } = setUp();
    const prompt = { source: '!`exec(echo oh >&2; exit 4)`', file: undefined, pointer: 'prompt' };
    const stage = aStage({
      ...moves,
      retry,
      prompt,
      afterRun: hook(say('after_run')),
      agent: agent(say('agent')),
    });
    expect(verdicts(await run(stage))).toEqual([
      setupFailure('prompt command `echo oh >&2; exit 4` exited with code 4: oh'),
    ]);
    expect(said()).toEqual(['to doing', 'to todo']);
  });

  test('a program that is not there: `on_start` is undone', async () => {
    const { run, said } = setUp();
    const stage = aStage({ ...moves, retry, agent: anAgent({ command: ['no-such-program'] }) });
    expect(verdicts(await run(stage))).toEqual([setupFailure(expect.stringContaining('no-such-program'))]);
    expect(said()).toEqual(['to doing', 'to todo']);
  });

  test('`on_start`: `github`', async () => {
    const { run, said, agent, say } = setUp({
      answers: { doing: { kind: 'failed', detail: '502', credentials: false } },
    });
    expect(verdicts(await run(aStage({ ...moves, retry, agent: agent(say('agent')) })))).toEqual([
      { state: 'failed', class: 'github', reason: 'transition to `doing` failed: 502' },
    ]);
    expect(said()).toEqual(['to doing', 'to todo']);
  });

  test('somebody who moved the issue during `before_run`: their move stands', async () => {
    const { run, said, agent, say } = setUp({
      answers: { doing: { kind: 'left-alone', detail: 'somebody moved the issue: it is `done` now' } },
    });
    expect(verdicts(await run(aStage({ ...moves, retry, agent: agent(say('agent')) })))).toEqual([
      {
        state: 'cancelled',
        class: 'cancelled',
        reason: 'before the session started, somebody moved the issue: it is `done` now',
      },
    ]);
    expect(said()).toEqual(['to doing']);
  });
});

describe('a workspace that was replaced is never worked in', () => {
  test.each([
    ['a link', 'ln -s / "$VIK_WORKDIR"', 'found a symbolic link'],
    ['a file', ': > "$VIK_WORKDIR"', 'found a file'],
    ['nothing', ':', 'is gone'],
  ])('%s in its place right before the agent starts', async (_what, put, found) => {
    const { run, hook, agent, say, said } = setUp();
    const stage = aStage({
      ...moves,
      beforeRun: hook(`rm -r "$VIK_WORKDIR"; ${put}`),
      agent: agent(say('agent')),
    });
    expect(verdicts(await run(stage))).toEqual([setupFailure(expect.stringContaining(found))]);
    expect(said()).toEqual(['to doing', 'to todo']);
  });

  test('a link in its place right before a prompt command, whose failure names it', async () => {
    const { run, hook, say, said } = setUp();
    const stage = aStage({
      beforeRun: hook('rm -r "$VIK_WORKDIR"; ln -s / "$VIK_WORKDIR"'),
      prompt: { source: `!\`exec(${say('prompt')})\``, file: undefined, pointer: 'prompt' },
    });
    expect(verdicts(await run(stage))).toEqual([setupFailure(expect.stringContaining('symbolic link'))]);
    expect(said()).toEqual([]);
  });

  test('an agent that removed it keeps its outcome; the `after_run` that had no place is a warning', async () => {
    const { run, hook, agent, said, say } = setUp();
    const stage = aStage({
      ...moves,
      afterRun: hook(say('after_run')),
      agent: agent('rm -r "$VIK_WORKDIR"'),
    });
    const [outcome] = await run(stage);
    expect(outcome).toMatchObject({
      verdict: { state: 'completed' },
      warnings: [expect.stringMatching(/^`after_run` failed: the workspace .* is gone$/)],
    });
    expect(said()).toEqual(['to doing', 'to done']);
  });
});

describe('further attempts', () => {
  const fails = 'echo "cannot" >&2; exit 1';

  test('come after a doubled wait, run the hooks again, and only the last counts', async () => {
    const { run, hook, say, said, agent, pauses } = setUp();
    const stage = aStage({
      ...moves,
      retry: { maxAttempts: 3, backoffMs: 1000 },
      beforeRun: hook(say('before_run')),
      afterRun: hook(say('after_run')),
      agent: agent(fails),
    });
    const outcomes = await run(stage);
    expect(outcomes.map(({ attempt, final, verdict }) => [attempt, final, verdict.state])).toEqual([
      [1, false, 'failed'],
      [2, false, 'failed'],
      [3, true, 'failed'],
    ]);
    expect(pauses).toEqual([1000, 2000]);
    const attempt = ['before_run', 'after_run'];
    expect(said()).toEqual(['before_run', 'to doing', 'after_run', ...attempt, ...attempt, 'to blocked']);
  });

  test('wait 300 seconds at most', async () => {
    const { run, agent, pauses } = setUp();
    await run(aStage({ retry: { maxAttempts: 4, backoffMs: 120_000 }, agent: agent(fails) }));
    expect(pauses).toEqual([120_000, 240_000, 300_000]);
  });

  test('end with the first that completes', async () => {
    const { run, agent, said } = setUp();
    const stage = aStage({
      ...moves,
      retry: { maxAttempts: 3, backoffMs: 1 },
      agent: agent('test -e tried || { touch tried; exit 1; }'),
    });
    expect(verdicts(await run(stage)).map(({ state }) => state)).toEqual(['failed', 'completed']);
    expect(said()).toEqual(['to doing', 'to done']);
  });

  test('do not come when the issue is not admitted again: then the last one counts', async () => {
    const { run, agent, said } = setUp({ pause: async () => undefined });
    const stage = aStage({ ...moves, retry: { maxAttempts: 3, backoffMs: 1 }, agent: agent(fails) });
    expect(await run(stage)).toMatchObject([{ attempt: 1, final: true, verdict: { state: 'failed' } }]);
    expect(said()).toEqual(['to doing', 'to blocked']);
  });

  test('come after a timeout too, but not after an outage, which undoes `on_start`', async () => {
    const retry = { maxAttempts: 2, backoffMs: 1 };
    const slow = setUp();
    await slow.run(aStage({ retry, agent: slow.agent('exec sleep 60', { timeoutMs: 50 }) }));
    const outage = setUp();
    const says = `echo '{"kind":"error","detail":"401 Unauthorized: invalid api key"}'`;
    const [outcome] = await outage.run(aStage({ ...moves, retry, agent: outage.agent(says) }));
    expect({
      slow: slow.pauses.length,
      outage: outage.pauses.length,
      outcome,
      said: outage.said(),
    }).toMatchObject({
      slow: 1,
      outage: 0,
      outcome: { verdict: { state: 'failed', class: 'provider' } },
      said: ['to doing', 'to todo'],
    });
  });
});

describe('`after_run`', () => {
  test('that fails is a warning in the log and in the outcome, and changes nothing else', async () => {
    const { run, hook, log, said } = setUp();
    const [outcome] = await run(aStage({ ...moves, afterRun: hook('echo rejected >&2; exit 1') }));
    expect(outcome).toMatchObject({
      verdict: { state: 'completed' },
      warnings: ['`after_run` exited with code 1'],
    });
    expect(log.lines).toContain('warning: [#12 plan] `after_run` exited with code 1: rejected\n');
    expect(said()).toEqual(['to doing', 'to done']);
  });

  test.each([
    ['time-budget', 'time budget', ['to doing', 'after_run', 'to todo'], 0],
    ['shutdown', 'cancelled by the runner', ['to doing'], 1],
  ] as const)('when a %s ended the session', async (kind, reason, expected, later) => {
    const { run, hook, say, said, agent, printed, stop, late } = setUp();
    const running = run(
      aStage({ ...moves, afterRun: hook(say('after_run')), agent: agent('echo started; exec sleep 60') }),
    );
    await Promise.race([printed, running]);
    stop(kind);
    expect(verdicts(await running)).toEqual([{ state: 'cancelled', class: 'cancelled', reason }]);
    expect({ said: said(), late: late.length }).toEqual({ said: expected, late: later });
    await Promise.all(late.map((write) => write(new AbortController().signal)));
    expect(said().at(-1)).toBe('to todo');
  });
});

test('a run that stops before the session starts nothing and writes nothing', async () => {
  const { run, stop, said, hook, say, agent, workspace } = setUp({ afterCreate: 'SAY after_create' });
  const running = run(aStage({ ...moves, beforeRun: hook(say('before_run')), agent: agent(say('agent')) }));
  stop('shutdown');
  expect(verdicts(await running)).toEqual([
    { state: 'cancelled', class: 'cancelled', reason: 'cancelled by the runner' },
  ]);
  expect({ said: said(), exists: existsSync(workspace) }).toEqual({ said: [], exists: false });
});

test.skipIf(!onLinux)('what a stage hook left running is gone when the stage run ends', async () => {
  const { run, hook, agent, workspace } = setUp();
  await run(
    aStage({
      beforeRun: hook('setsid sleep 300 > /dev/null 2>&1 & echo $! > pid'),
      agent: agent('kill -0 "$(cat pid)" && echo alive > seen'),
    }),
  );
  const pid = Number(readFileSync(path.join(workspace, 'pid'), 'utf8'));
  expect(readFileSync(path.join(workspace, 'seen'), 'utf8')).toBe('alive\n');
  expect(isRunning(pid)).toBe(false);
});

test('a session that may not start any more when all is prepared is cancelled with the reason, and `on_start` undone', async () => {
  const { run, agent, say, said, layout } = setUp({ refusal: () => 'the limit is reached' });
  const stage = aStage({
    agent: agent(say('agent')),
    onStart: to('busy'),
  });
  const outcomes = await run(stage);
  expect(verdicts(outcomes)).toEqual([
    { state: 'cancelled', class: 'cancelled', reason: 'the limit is reached' },
  ]);
  expect(said()).toEqual(['to busy', 'to todo']);
  expect([outcomes[0]?.transcript, readdirSync(layout.sessionsOf('12'))]).toEqual([undefined, []]);
});

test('what an attempt that failed left behind counts: what is expected is held against the start of the stage run', async () => {
  const { run, agent, folder } = setUp({
    happened: (since) => (since === 1 ? { kind: 'met' } : { kind: 'unmet', detail: 'no comment was added' }),
  });
  const tried = path.join(folder, 'tried');
  const outcomes = await run(
    aStage({
      agent: agent(`test -e '${tried}' || { touch '${tried}'; exit 3; }`),
      retry: { maxAttempts: 2, backoffMs: 1 },
      expect: [{ kind: 'comment' }],
    }),
  );
  expect(verdicts(outcomes).map(({ state }) => state)).toEqual(['failed', 'completed']);
});
