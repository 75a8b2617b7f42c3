/** One fault: what happens, and everything that must be true of the run in which it happened. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { FakeStep } from '../support/agent/fake-agent.ts';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { expectTrueEnd } from './true-end.ts';

/** The program that the stage's profile starts; the fake agent stands in for the real ones. */
export type FaultRuntime = 'command' | 'codex' | 'claude_code';

export interface Fault {
  readonly name: string;
  /** What the agent does. */
  readonly plays: readonly FakeStep[];
  readonly runtime?: FaultRuntime;
  /** Fields of the agent's profile. */
  readonly profile?: JsonObject;
  readonly stage?: JsonObject;
  readonly hooks?: JsonObject;
  /** `completed`, or the class of the failure. */
  readonly outcome:
    | 'completed'
    | 'agent'
    | 'timeout'
    | 'stalled'
    | 'budget'
    | 'provider'
    | 'setup'
    | 'cancelled';
  /** The reason in the record: the whole text, or a pattern of it. */
  readonly reason?: string | RegExp;
  readonly exitCode?: number | null;
  readonly signal?: string;
  /** The kinds of the transcript's events, in order; `message+` stands for one or more in a row. */
  readonly transcript: readonly string[];
  readonly lastMessage?: string | RegExp;
  /** Longest that the whole run may take. Far above what it does take: it tells a hang from a slow machine. */
  readonly withinSec: number;
  /** Further checks, with the run's files still there. */
  readonly also?: (result: SceneResult, scene: Scene) => void;
}

/** Runs the bundle with one issue whose agent does this, and holds the run against the row. */
export async function checkFault(fault: Fault): Promise<void> {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run({
    plays: fault.plays,
    coder: { timeout_minutes: 0.5, stall_minutes: 0, ...profileOf(fault, scene) },
    stages: { plan: { when: { state: 'todo' }, ...fault.stage } },
    ...(fault.hooks === undefined ? {} : { hooks: fault.hooks }),
    loop: { max_iterations: 1 },
    env: { PATH: `${path.join(scene.checkout, 'bin')}:${process.env.PATH}` },
  });
  expect({ row: fault.name, ...seen(result) }).toEqual({ row: fault.name, ...wanted(fault) });
  checkReason(fault, result);
  await checkTranscript(fault, result);
  checkHeadline(fault, result);
  expectTrueEnd(result, scene, fault.withinSec);
  fault.also?.(result, scene);
}

/** A real agent's name is played by the fake agent through a wrapper on PATH. */
function profileOf({ runtime = 'command', profile }: Fault, scene: Scene): JsonObject {
  if (runtime === 'command') return { ...profile };
  const program = runtime === 'codex' ? 'codex' : 'claude';
  const fake = path.resolve(import.meta.dirname, '../support/agent/fake-agent.mjs');
  const script = path.join(path.dirname(scene.checkout), 'script.json');
  scene.write(
    `bin/${program}`,
    `#!/bin/sh\nexec env FAKE_AGENT_SCRIPT='${script}' '${process.execPath}' '${fake}' "$@"\n`,
    0o755,
  );
  return { runtime, command: null, model: 'some-model', args: { '--sandbox': 'read-only' }, ...profile };
}

function seen(result: SceneResult) {
  const session = result.record?.sessions.at(-1);
  return {
    exitCode: result.exitCode,
    state: session?.state,
    class: session?.class,
    processExit: session?.exit_code,
    processSignal: session?.signal,
    dispatched: result.outputs.dispatched,
    completed: result.outputs.completed,
    failed: result.outputs.failed,
    drained: result.outputs.drained,
  };
}

function wanted(fault: Fault): ReturnType<typeof seen> {
  const isCompleted = fault.outcome === 'completed';
  return {
    exitCode: isCompleted ? 0 : 1,
    state: isCompleted ? 'completed' : 'failed',
    class: isCompleted ? null : fault.outcome,
    processExit: fault.exitCode === undefined ? (isCompleted ? 0 : null) : fault.exitCode,
    processSignal: fault.signal ?? null,
    dispatched: '1',
    completed: isCompleted ? '1' : '0',
    failed: isCompleted ? '0' : '1',
    drained: 'true',
  };
}

function checkReason(fault: Fault, result: SceneResult): void {
  const reason = result.record?.sessions.at(-1)?.reason ?? null;
  if (fault.reason === undefined) expect(reason).toBeNull();
  else if (typeof fault.reason === 'string') expect(reason).toBe(fault.reason);
  else expect(reason).toMatch(fault.reason);
  const message = result.record?.sessions.at(-1)?.last_message ?? null;
  if (typeof fault.lastMessage === 'string') expect(message).toBe(fault.lastMessage);
  else if (fault.lastMessage !== undefined) expect(message).toMatch(fault.lastMessage);
}

async function checkTranscript(fault: Fault, result: SceneResult): Promise<void> {
  const many = fault.transcript.filter((kind) => kind.endsWith('+')).map((kind) => kind.slice(0, -1));
  const found = await kindsOf(result);
  const kinds = found.flatMap((kind, index, all) => {
    if (!many.includes(kind)) return [kind];
    return all[index - 1] === kind ? [] : [`${kind}+`];
  });
  expect(kinds).toEqual(fault.transcript);
}

/**
 * The kinds of the last session's events. A transcript may have millions of lines, so they are not parsed, and not read at
 * once: the simulated GitHub of the other rows lives in this process.
 */
async function kindsOf(result: SceneResult): Promise<readonly string[]> {
  const transcript = result.record?.sessions.at(-1)?.transcript ?? '';
  if (!existsSync(transcript)) return [];
  const kinds: string[] = [];
  for await (const line of createInterface({ input: createReadStream(transcript, 'latin1') })) {
    if (line !== '') kinds.push(/^{"kind":"(\w+)"/.exec(line)?.[1] ?? line);
  }
  return kinds;
}

/** Begins with what went wrong, and with "completed" only if nothing did; an unmoved issue is said. */
function checkHeadline(fault: Fault, result: SceneResult): void {
  const headline = result.summary.split('\n', 1)[0] ?? '';
  if (fault.outcome === 'completed') {
    expect(headline).toBe('## Vik: completed 1 stage run');
    expect(result.summary).toContain('is still');
  } else {
    expect(headline).toMatch(/^## Vik: 1 of 1 stage run failed/);
    expect(result.stdout).toMatch(/^::error title=#1 plan failed::/m);
  }
}

/** The events of the last session's transcript. */
export function eventsOf(result: SceneResult): readonly JsonObject[] {
  const transcript = result.record?.sessions.at(-1)?.transcript;
  if (transcript === null || transcript === undefined) return [];
  return readFileSync(transcript, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): JsonObject => JSON.parse(line));
}
