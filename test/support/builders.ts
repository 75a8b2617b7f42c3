/** Builders that fill in what a test does not care about. */
import type { Log } from '../../src/log.ts';
import type { AttemptOutcome, Verdict } from '../../src/outcome.ts';
import type { Issue } from '../../src/tracker/issue.ts';
import type { Pull } from '../../src/tracker/tracker.ts';
import type { AgentProfile, Stage, Workflow } from '../../src/workflow/workflow.ts';

export function anIssue(fields: Partial<Issue> & Pick<Issue, 'id'>): Issue {
  return {
    title: `title of ${fields.id}`,
    description: '',
    state: 'todo',
    ref: fields.id,
    url: undefined,
    extra: {},
    revision: undefined,
    ...fields,
  };
}

export function anAgent(fields: Partial<AgentProfile> = {}): AgentProfile {
  return {
    name: 'coder',
    runtime: 'command',
    model: undefined,
    command: ['true'],
    flags: [],
    timeoutMs: 60_000,
    stallMs: 0,
    exitGraceMs: 1_000,
    maxCostUsd: undefined,
    maxOutputTokens: undefined,
    price: undefined,
    version: undefined,
    githubToken: false,
    env: [],
    ...fields,
  };
}

export function aStage(fields: Partial<Stage> = {}): Stage {
  return {
    name: 'plan',
    state: 'todo',
    agent: anAgent(),
    prompt: { source: 'do it', file: undefined, pointer: `issue.stages.${fields.name ?? 'plan'}.prompt` },
    beforeRun: undefined,
    afterRun: undefined,
    expect: [],
    retry: { maxAttempts: 1, backoffMs: 1 },
    onStart: undefined,
    onSuccess: undefined,
    onFailure: undefined,
    ...fields,
  };
}

export function aWorkflow(
  fields: Partial<Omit<Workflow, 'loop'>> & { loop?: Partial<Workflow['loop']> } = {},
): Workflow {
  return {
    path: '/checkout/workflow.yml',
    dir: '/checkout',
    workspaceRoot: '/checkout/.vik',
    intake: { kind: 'command', command: 'true', idleMs: 60_000, timeoutMs: 1_000 },
    afterCreate: undefined,
    stages: [aStage()],
    report: { comment: false },
    ...fields,
    loop: {
      maxIssueConcurrency: 10,
      maxIterations: undefined,
      maxRunsPerIssue: 5,
      maxCostUsd: undefined,
      ...fields.loop,
    },
  };
}

export function aPull(issues: readonly Issue[], fields: Partial<Pull> = {}): Pull {
  return {
    issues,
    ambiguous: [],
    warnings: [],
    searched: 'nothing to do',
    isCut: false,
    rateLimitLow: false,
    ...fields,
  };
}

export function anAttempt(fields: Partial<AttemptOutcome> & Pick<AttemptOutcome, 'issue'>): AttemptOutcome {
  return {
    stage: 'plan',
    agent: 'coder',
    runtime: 'command',
    agentVersion: undefined,
    attempt: 1,
    final: true,
    verdict: { state: 'completed' },
    startedAt: new Date('2026-11-23T10:00:00Z'),
    endedAt: new Date('2026-11-23T10:03:12Z'),
    exitCode: 0,
    signal: undefined,
    session: undefined,
    transcript: undefined,
    stderrTail: '',
    warnings: [],
    ...fields,
  };
}

export const completed: Verdict = { state: 'completed' };

/** A log that keeps its lines, those for debugging apart. */
export function createMemoryLog(): Log & { readonly lines: string[]; readonly debugLines: string[] } {
  const lines: string[] = [];
  const debugLines: string[] = [];
  const withLabel = (label: string): Log => ({
    info: (message) => lines.push(`${label}${message}`),
    debug: (message) => debugLines.push(`${label}${message}`),
    warning: (message) => lines.push(`warning: ${label}${message}`),
    error: (message) => lines.push(`error: ${label}${message}`),
    child: (child) => withLabel(`${label}[${child}] `),
  });
  return { ...withLabel(''), lines, debugLines };
}
