/** What a run costs before it does anything: `node`, the bundle loaded, an idle run. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { BUNDLE } from '../test/support/run-action.ts';
import { measureByTurns } from './measure.ts';
import { makeFolder, runBundle, timeProgram } from './programs.ts';
import { atMost, format, type Row } from './row.ts';

const PROMPT = `{% if issue.labels %}Labels: {{ issue.labels | join(", ") }}{% endif %}
Work on issue {{ issue.id }}: {{ issue.title }}

{{ issue.description }}

!\`exec(git log --oneline -5)\`
`;

/** A workflow as people write it: two stages in a row, hooks, prompt files. */
const WORKFLOW = `agents:
  coder: { runtime: claude_code, model: claude-sonnet-4-6, args: { --permission-mode: acceptEdits } }
issues:
  github: { labels: [vik] }
issue:
  hooks:
    after_create: git clone --depth 1 "$GITHUB_SERVER_URL/$VIK_REPOSITORY" .
  stages:
    plan:
      when: { state: todo }
      agent: coder
      prompt_file: prompts/plan.md
      on_success: { state: work }
      on_failure: { state: blocked }
    implement:
      when: { state: work }
      agent: coder
      prompt_file: prompts/implement.md
      on_success: { state: review }
      on_failure: { state: blocked }
`;

export async function measureStarts(rounds: number): Promise<readonly Row[]> {
  const prompts = { 'prompts/plan.md': PROMPT, 'prompts/implement.md': PROMPT };
  const plainPrompts = { 'prompts/plan.md': 'Plan it.\n', 'prompts/implement.md': 'Build it.\n' };
  const templated = makeFolder({ 'workflow.yml': WORKFLOW, ...prompts });
  const plain = makeFolder({ 'workflow.yml': WORKFLOW, ...plainPrompts });
  const probe = copyBundleThatExits();
  await using server = await startQuietGithub();
  const github = { url: server.url, graphqlUrl: `${server.url}/graphql` };

  async function idle(workspace: string): Promise<number> {
    const run = await runBundle({ workspace, github });
    if (run.exitCode !== 0 || run.outputs.reason !== 'drained' || run.outputs.dispatched !== '0') {
      throw new Error(`the idle run did not go as it should:\n${run.stdout}${run.stderr}`);
    }
    return run.durationMs;
  }
  const medianOf = await measureByTurns(
    {
      node: () => timeProgram(process.execPath, ['-e', '0'], plain),
      loaded: () => timeProgram(process.execPath, [probe], plain),
      idle: () => idle(templated),
      idlePlain: () => idle(plain),
    },
    rounds,
    1,
  );
  const node = medianOf('node');
  const loaded = medianOf('loaded');
  const describeIdle = (ms: number) =>
    `${format(ms)} ms against ${format(loaded)} ms; ${format(ms / node)} times \`node -e 0\``;
  return [
    {
      what: 'an idle run against loading the bundle and exiting',
      measured: describeIdle(medianOf('idle')),
      gate: atMost(medianOf('idle') / loaded, 2, ' times'),
    },
    {
      what: 'the same, with prompts that are no templates',
      measured: describeIdle(medianOf('idlePlain')),
      gate: atMost(medianOf('idlePlain') / loaded, 2, ' times'),
    },
    {
      what: 'loading the bundle against `node -e 0`',
      measured: `${format(loaded)} ms against ${format(node)} ms`,
      gate: atMost(loaded / node, 5, ' times'),
    },
  ];
}

/**
 * A copy of the bundle for "loading the bundle and exiting": it makes the runner's start, the second one without secrets,
 * and loads what every run needs, and where `main` would be called it exits. A start with a wrong input would be no
 * measure: it loads @actions/core too, for `setFailed`, which takes as long as all of the rest.
 */
function copyBundleThatExits(): string {
  const folder = makeFolder({});
  cpSync(path.dirname(BUNDLE), folder, { recursive: true });
  const file = path.join(folder, path.basename(BUNDLE));
  const text = readFileSync(file, 'utf8');
  const probe = text.replace(/\.main\(warning\)/, '.main && 0');
  if (probe === text) throw new Error(`${BUNDLE} does not call \`main\` where it is expected`);
  writeFileSync(file, probe);
  return file;
}

/** Has no issues, and every label. */
async function startQuietGithub(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', etag: '"1"' });
    const labels = ['vik', 'todo', 'work'].map((name) => ({ name }));
    response.end(JSON.stringify(/\/issues\?/.test(request.url ?? '') ? [] : labels));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
