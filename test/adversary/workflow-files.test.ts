/** Workflow files that somebody proposes in a pull request, and whose names and values reach the log. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneRun } from '../support/scenario.ts';
import { dangerousLines, dangersInSummary } from './published.ts';

const agents = 'agents: { coder: { runtime: command, command: [sh, -c, "touch $NOTES/ran"] } }\n';
const pull = 'issues: { pull: { command: "touch $NOTES/ran; echo []" } }\n';
const stages = (fields: string) =>
  `issue: { stages: { plan: { agent: coder, when: { state: todo }, ${fields} } } }\n`;
const stage = stages('prompt: x');

const laughs = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'
    : `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
).join('\n');
const laughingMaps = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? 'm0: &m0 { k: v }'
    : `m${level}: &m${level} { ${Array.from({ length: 9 }, (_, key) => `k${key}: *m${level - 1}`).join(', ')} }`,
).join('\n');

/** A name, the file, and what the run says of it. */
const files: readonly (readonly [string, string, RegExp])[] = [
  [
    'aliases without end where a text belongs',
    `x: &x [a]\n${laughs}\nagents: { coder: { runtime: command, command: *a11 } }\n${pull}${stage}`,
    /\[\w+\]/,
  ],
  ['maps without end as stages', `${laughingMaps}\n${agents}${pull}issue: { stages: *m11 }\n`, /\[\w+\]/],
  ['a list that holds itself', `agents: &a [*a]\n${pull}${stage}`, /\[\w+\]/],
  ['a map that holds itself', `agents: &a { coder: *a }\n${pull}${stage}`, /\[\w+\]/],
  ['an alias without an anchor', `agents: *nothing\n${pull}${stage}`, /no anchor/],
  ['10,000 brackets', `agents: ${'['.repeat(10_000)}\n`, /\[yaml_syntax\]/],
  [
    '10,000 levels of maps',
    Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    /\[\w+\]/,
  ],
  [
    '20,000 anchors',
    `${Array.from({ length: 20_000 }, (_, index) => `k${index}: &n${index} *n${Math.max(0, index - 1)}`).join('\n')}\n`,
    /\[\w+\]/,
  ],
  [
    'a tag that makes objects',
    `agents: !!js/function "function () { return 1 }"\n${pull}${stage}`,
    /a tag .* that nobody here knows/,
  ],
  [
    'a merge key',
    `base: &base { agent: coder }\n${agents}${pull}issue: { stages: { plan: { <<: *base, when: { state: todo }, prompt: x } } }\n`,
    /<</,
  ],
  [
    'a constructor as an agent',
    `agents: { constructor: { runtime: command, command: [sh] } }\n${pull}${stages('prompt: x').replace('coder', 'toString')}`,
    /`toString`/,
  ],

  [
    'a value with colours',
    `${agents}${pull}issue: { stages: { plan: { agent: "\\e[31mFAKED\\n##[error]x", when: { state: todo }, prompt: x } } }\n`,
    /\[unknown_agent\]/,
  ],
  [
    'a stage name with Markdown',
    `${agents}${pull}issue: { stages: { "![x](https://evil.example/p) <img src=x>": { agent: nobody, when: { state: todo }, prompt: x } } }\n`,
    /\[unknown_agent\]/,
  ],
  [
    'a prompt file that is a path out',
    `${agents}${pull}${stages('prompt_file: ../../../../etc/passwd')}`,
    /is outside the checkout|\[prompt_file_\w+\]/,
  ],
  [
    'a prompt file of the system',
    `${agents}${pull}${stages('prompt_file: /etc/passwd')}`,
    /\[prompt_file_outside\]/,
  ],
  [
    'a prompt file that is a link out',
    `${agents}${pull}${stages('prompt_file: link.md')}`,
    /\[prompt_file_outside\]/,
  ],
  [
    'a prompt file that is a pipe',
    `${agents}${pull}${stages('prompt_file: pipe.md')}`,
    /is not a regular file/,
  ],
  [
    'a prompt file that never ends',
    `${agents}${pull}${stages('prompt_file: zero.md')}`,
    /\[prompt_file_\w+\]/,
  ],
  ['a prompt file that is a folder', `${agents}${pull}${stages('prompt_file: folder')}`, /is a folder/],
  ...[
    ['eval', 'eval {{ issue.title }}'],
    ['sh -c', 'sh -c "echo {{ issue.title }}"'],
    ['backticks', 'echo `echo {{ issue.title }}`'],
    ['arithmetic', 'echo $(({{ issue.title }}))'],
    ['an array index', 'x[{{ issue.title }}]=1'],
    ['the name of a command', '{{ issue.title }} --help'],
    ['a here-document that expands nothing', "cat <<'END'\n{{ issue.title }}\nEND"],
    ['dollar quotes', "echo $'{{ issue.title }}'"],
    ['the code of awk', "awk '{ print {{ issue.title }} }'"],
    ['the code of Python', 'python3 -c "print({{ issue.title }})"'],
    ['a trap', 'trap "{{ issue.title }}" EXIT'],
    ['ssh', 'ssh host "ls {{ issue.title }}"'],
    ['xargs', 'echo x | xargs -I{% raw %}{}{% endraw %} sh -c "echo {{ issue.title }}"'],
    ['an option of git that is a command', 'git fetch --upload-pack={{ issue.title }} origin'],
    ['find', 'find . -exec sh -c "echo {{ issue.title }}" ";"'],
    ['a name for read', 'read {{ issue.title }} < /dev/null'],
  ].map(
    ([where = '', hook = '']) =>
      [
        `a value in ${where}`,
        `${agents}${pull}${stages(`prompt: x, hooks: { before_run: ${JSON.stringify(hook)} }`)}`,
        /::error title=?|::error file=workflow\.yml,line=3,col=\d+::/,
      ] as const,
  ),
];

async function runFile(workflow: string, more: SceneRun = {}) {
  const scene: Scene = await openScene();
  scene.write('folder/x', '');
  for (const [name, target] of [
    ['link.md', '/etc/passwd'],
    ['zero.md', '/dev/zero'],
  ] as const)
    symlinkSync(target, `${scene.checkout}/${name}`);
  execFileSync('mkfifo', [`${scene.checkout}/pipe.md`]);
  const startedAt = performance.now();
  const result = await scene.run({ env: { NO_COLOR: '1' }, workflow, ...more });
  return { scene, result, durationMs: performance.now() - startedAt };
}

describe.concurrent('a workflow file with', () => {
  test.each(files)('%s is refused, and nothing starts', async (_, workflow, says) => {
    const { scene, result, durationMs } = await runFile(workflow);
    await using _closing = scene;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ drained: 'false', reason: 'bad-workflow', dispatched: '0' });
    expect(result.stdout).toMatch(says);
    expect(existsSync(scene.path('ran'))).toBe(false);
    expect(dangerousLines(result)).toEqual([]);
    expect(dangersInSummary(result, /^$/)).toEqual([]);
    // what grows without end would take longer than this on any machine
    expect(durationMs).toBeLessThan(15_000);
    expect(result.stdout.length).toBeLessThan(300_000);
  });
});

/** Keys that nobody knows are a warning, as in vik; the rest of the file is run. */
const harmless: readonly (readonly [string, string])[] = [
  ['aliases that expand without end, which nobody uses', laughs],
  ['maps without end, which nobody uses', laughingMaps],
  ['the prototype as a key', '__proto__: { polluted: yes, loop: { max_iterations: 9 } }'],
  ['a key that is a command of the runner', '"x\\n::error::FAKED\\r##[error]FAKED": 1'],
  ['a key with colours and Markdown', '"\\e[31m<img src=x> ![x](https://evil.example/y.png)": 1'],
  ['NUL in a text', 'x: "a\\0b"'],
];

test.concurrent.each(harmless)(
  'a workflow file with %s is run, and says what it leaves out',
  async (_, line) => {
    const { scene, result } = await runFile(
      `${line}\n${agents}issues: { pull: { command: "echo []" } }\n${stage}`,
    );
    await using _closing = scene;
    expect([result.exitCode, result.outputs.reason, result.record?.pulls]).toEqual([0, 'drained', 1]);
    expect(result.stdout).toMatch(/::warning file=workflow\.yml,line=\d+,col=\d+::/);
    expect(dangerousLines(result)).toEqual([]);
    expect(dangersInSummary(result, /^$/)).toEqual([]);
  },
);

const named = [
  '../../../escaped',
  '::error::FAKED',
  '\u001b[31m##[error]FAKED',
  '__proto__',
  '$(touch ran)',
  '<img src=x>',
  'a,file=x::b',
];

test('stages with hostile names run, under names that are safe', async () => {
  const workflow = `${agents.replace('touch $NOTES/ran', 'exit 3')}issues: { pull: { command: "echo '[{\\"id\\":\\"A\\",\\"title\\":\\"t\\",\\"state\\":\\"todo\\"}]'" } }
loop: { max_iterations: 1, max_runs_per_issue: 50 }
issue: { stages: { ${named.map((name) => `${JSON.stringify(name)}: { agent: coder, when: { state: todo }, prompt: x }`).join(', ')} } }\n`;
  await using scene = await openScene();
  mkdirSync(scene.path('x'));
  writeFileSync(scene.path('y'), '');
  const result = await scene.run({ env: { NO_COLOR: '1' }, workflow });
  expect(result.record?.sessions.map(({ stage }) => stage).sort()).toEqual([...named].sort());
  const transcripts = result.record?.sessions.map(({ transcript }) => transcript ?? '') ?? [];
  for (const path of transcripts) expect(path).toMatch(/\/sessions\/A\/[A-Za-z0-9._-]+\.jsonl$/);
  expect(transcripts.every(existsSync)).toBe(true);
  expect(dangerousLines(result)).toEqual([]);
  expect(dangersInSummary(result, /^$/)).toEqual([]);
});
