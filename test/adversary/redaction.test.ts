/** Secrets in whatever form and place an agent, a hook or a pull command prints them, a different one in each case. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { everythingPublished } from './published.ts';

interface Printed {
  readonly name: string;
  readonly stdout?: (secret: string) => string;
  readonly stderr?: (secret: string) => string;
  /** The secret stands in the issue, as the pull command prints it. */
  readonly issue?: (secret: string) => Record<string, unknown>;
  /** The prompt command, or the hook, prints it and fails. */
  readonly by?: 'prompt' | 'before_run' | 'after_run';
}

const json = (value: unknown): string => JSON.stringify(value);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pierced = (text: string, by: string): string => [...text].join(by);
const event = (fields: (secret: string) => object) => (secret: string) => json(fields(secret));

const printed: readonly Printed[] = [
  { name: 'as it is', stdout: (secret) => secret },
  { name: 'on standard error', stderr: (secret) => secret },
  { name: 'in base64', stdout: base64, stderr: base64 },
  {
    name: 'in base64, one byte further',
    stdout: (secret) => base64(`x${secret}y`),
    stderr: (secret) => base64(`x${secret}y`),
  },
  {
    name: 'in base64, two bytes further',
    stdout: (secret) => base64(`xy${secret}`),
    stderr: (secret) => base64(`xy${secret}zz`),
  },
  { name: 'in base64 for addresses', stdout: (secret) => Buffer.from(secret).toString('base64url') },
  { name: 'in an address', stdout: (secret) => `https://x.example/?q=${encodeURIComponent(secret)}` },
  {
    name: 'in an address, in small letters',
    stdout: (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  },
  { name: 'in JSON that is no event', stdout: (secret) => json({ a: [{ b: secret }] }) },
  { name: 'in JSON in JSON', stdout: (secret) => json(json({ a: secret })) },
  {
    name: 'in JSON of letters of ASCII',
    stdout: (secret) =>
      json(secret).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  },
  {
    name: 'between colours',
    stdout: (secret) => `\x1b[31m${secret}\x1b[0m`,
    stderr: (secret) => `\x1b[31m${secret}\x1b[0m`,
  },
  {
    name: 'pierced by colours',
    stdout: (secret) => pierced(secret, '\x1b[0m'),
    stderr: (secret) => pierced(secret, '\x1b[0m'),
  },
  {
    name: 'pierced by letters without width',
    stdout: (secret) => pierced(secret, '\u200b'),
    stderr: (secret) => pierced(secret, '\u200b'),
  },
  { name: 'at the end of a long line', stdout: (secret) => `${'x'.repeat(70_000)}${secret}` },
  {
    name: 'where the last message is cut',
    stdout: (secret) => `${'x'.repeat(150)}${secret}${'y'.repeat(65_536)}`,
  },
  { name: 'where the tail of standard error is cut', stderr: (secret) => `${secret}${'x'.repeat(2030)}` },
  {
    name: 'in the input of a tool',
    stdout: event((secret) => ({
      kind: 'tool_call',
      call_id: '1',
      name: 'shell',
      phase: 'request',
      input: { command: `curl -H ${secret}` },
    })),
  },
  {
    name: 'in the name of a file of a tool',
    stdout: event((secret) => ({
      kind: 'tool_call',
      call_id: '1',
      name: 'edit',
      phase: 'request',
      input: { changes: [{ path: `/x/${secret}.ts` }] },
    })),
  },
  {
    name: 'in the output and the raw part of a tool',
    stdout: event((secret) => ({
      kind: 'tool_call',
      call_id: '1',
      name: 'shell',
      phase: 'result',
      output: secret,
      raw: { deep: [secret] },
    })),
  },
  {
    name: 'as the name of a tool and of a call',
    stdout: event((secret) => ({
      kind: 'tool_call',
      call_id: secret,
      name: secret,
      phase: 'request',
      input: null,
    })),
  },
  {
    name: 'as a key',
    stdout: event((secret) => ({ kind: 'unknown', event_type: secret, raw: { [secret]: secret } })),
  },
  {
    name: 'as the id of its session',
    stdout: event((secret) => ({ kind: 'session_started', session_id: secret })),
  },
  {
    name: 'as the reason of its failure',
    stdout: event((secret) => ({ kind: 'error', detail: `denied for ${secret}` })),
  },
  {
    name: 'as the reason of a failure, pierced',
    stdout: event((secret) => ({ kind: 'error', detail: `denied ${pierced(secret, '\u2060')}` })),
  },
  {
    name: 'as the reason of a retry',
    stdout: event((secret) => ({ kind: 'retrying', attempt: 2, detail: secret })),
  },
  {
    name: 'as a limit',
    stdout: event((secret) => ({ kind: 'rate_limit', scope: secret, remaining: 1, reset_at: secret })),
  },
  {
    name: 'in a subagent',
    stdout: event((secret) => ({
      kind: 'subagent',
      call_id: secret,
      action: secret,
      status: null,
      target_ids: [secret],
      raw: { prompt: secret },
    })),
  },
  { name: 'on its way to a prompt', by: 'prompt', stderr: (secret) => secret },
  { name: 'by a hook before', by: 'before_run', stderr: (secret) => secret },
  { name: 'by a hook after', by: 'after_run', stderr: (secret) => secret },
  { name: 'in a title', issue: (secret) => ({ title: `use ${secret}` }) },
  {
    name: 'in an address of an issue',
    issue: (secret) => ({ url: `https://x.example/?token=${encodeURIComponent(secret)}` }),
  },
  { name: 'in an item that is left out', issue: (secret) => ({ id: secret }) },
  { name: 'in a state without a stage', issue: (secret) => ({ state: secret }) },
];

const secretOf = (index: number): string => `case${index}"quo\\te"/pl+us=é§${index}end`;
/** Forms under which a reader finds it again. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  json(secret).slice(1, -1),
  base64(secret),
  encodeURIComponent(secret),
];

describe('a secret that is printed', () => {
  let scene: Scene;
  let result: SceneResult;
  let texts: Map<string, string>;

  beforeAll(async () => {
    scene = await openScene();
    const by = (who: Printed['by']) =>
      `if [ -e "$CHECKOUT/${who}-$VIK_ISSUE_ID" ]; then cat "$CHECKOUT/${who}-$VIK_ISSUE_ID" >&2; exit 5; fi`;
    for (const [index, one] of printed.entries()) {
      const secret = secretOf(index);
      if (one.by !== undefined) scene.write(`${one.by}-case-${index}`, one.stderr?.(secret) ?? '');
      else {
        scene.write(`out-case-${index}`, `${one.stdout?.(secret) ?? ''}\n`);
        scene.write(`err-case-${index}`, `${one.stderr?.(secret) ?? ''}`);
      }
    }
    const issues = printed.map((one, index) => ({
      id: `case-${index}`,
      title: 't',
      state: 'todo',
      ...one.issue?.(secretOf(index)),
    }));
    result = await scene.run({
      env: {
        NO_COLOR: '1',
        CHECKOUT: scene.checkout,
        RUNNER_DEBUG: '1',
        ...Object.fromEntries(printed.map((_, index) => [`CASE_${index}_SECRET`, secretOf(index)])),
      },
      pulls: [issues],
      loop: { max_iterations: 1, max_issue_concurrency: 100 },
      stages: {
        plan: {
          when: { state: 'todo' },
          prompt: `!\`exec(${by('prompt')})\` {{ issue.title }}`,
          hooks: { before_run: by('before_run'), after_run: by('after_run') },
        },
      },
      coder: {
        // a few bytes at a time, so that every secret is cut by the pipe
        command: [
          'sh',
          '-c',
          'cd "$CHECKOUT"; for file in out err; do [ -e $file-$VIK_ISSUE_ID ] || exit 0; done; dd bs=7 status=none < "err-$VIK_ISSUE_ID" >&2; dd bs=7 status=none < "out-$VIK_ISSUE_ID"; exit 6',
        ],
      },
    });
    texts = everythingPublished(result, scene.vikHome);
  }, 60_000);
  afterAll(() => scene[Symbol.asyncDispose]());

  test.each(printed.map(({ name }, index) => [name, index] as const))(
    '%s is nowhere to be read',
    (_, index) => {
      const leaks = [...texts].flatMap(([place, text]) =>
        formsOf(secretOf(index))
          .filter((form) => text.includes(form))
          .map((form) => `${place}: ${form}`),
      );
      expect(leaks).toEqual([]);
      if (printed[index]?.issue === undefined)
        expect(
          [...texts].some(
            ([place, text]) => place.includes(`case-${index}/`) || text.includes(`case-${index} plan`),
          ),
        ).toBe(true);
    },
  );

  test('what was printed is there, with `***` in the place of the secret', () => {
    expect(texts.size).toBeGreaterThan(printed.length);
    expect([...texts.values()].join('').match(/\*\*\*/g)?.length).toBeGreaterThan(printed.length);
  });
});
