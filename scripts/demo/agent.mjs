#!/usr/bin/env node
/** The demo's scripted agent: reads its prompt, says and does what an agent would, one JSON line at a time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const prompt = readFileSync(0, 'utf8');
const { VIK_STAGE: stage = '', VIK_ISSUE_TITLE: title = '' } = process.env;
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
let calls = 0;
let input = 1200 + prompt.length;
let output = 0;

say({ kind: 'session_started', session_id: `demo-${process.pid}` });
await message(`Reading the issue: *${title}*`);

if (title.includes('takes for ever')) await sleep(600_000);
if (title.includes('crashes')) {
  await tool(
    'shell',
    { command: 'make build' },
    'make: gcc: No such file or directory\nmake: *** [build] Error 127',
    true,
  );
  process.stderr.write('agent: the build tool is not installed\n');
  process.exit(3);
}

await tool(
  'read',
  { path: 'src/retry.ts' },
  'export const MAX_TRIES = 5;\n\nexport function retry(task, tries = MAX_TRIES) {\n  ...\n}',
);
if (stage === 'plan') {
  await message('The rules are all in `src/retry.ts`; three files call `retry()`. I write the plan.');
} else {
  await tool(
    'shell',
    { command: 'npm test' },
    ' ✗ retry waits twice as long each time\n\n1 of 12 tests failed',
    true,
  );
  await message(
    'One test fails **before** my change: it expects a pause of 200 ms, and the code waits 100 ms.',
  );
  await tool('edit', { path: 'src/retry.ts' }, 'src/retry.ts: 1 line changed');
  await tool('shell', { command: 'npm test' }, ' ✓ retry waits twice as long each time\n\n12 tests passed');
}
writeFileSync(`${stage}.md`, `# ${stage}\n\n${prompt}`);
await tool('write', { path: `${stage}.md` }, 'ok');
await message(
  stage === 'plan'
    ? '## Plan\n\nThe work fits into one change; see `plan.md`.\n\n1. Read the callers of `retry()`\n2. Change `src/retry.ts`\n3. Add a test'
    : '## Done\n\nThe pause between two tries now **doubles**, and all 12 tests pass.\n\n| File | Change |\n| --- | --- |\n| `src/retry.ts` | the pause |\n| `implement.md` | what I did |',
);
say({ kind: 'completed' });

async function message(text) {
  say({ kind: 'message', text });
  await spend(80);
}

async function tool(name, what, result, failed = false) {
  const call = { kind: 'tool_call', call_id: String(++calls), name };
  say({ ...call, phase: 'request', input: what, output: null, raw: null });
  await sleep(300);
  say({ ...call, phase: 'result', input: null, output: result, raw: { is_error: failed } });
  await spend(160);
}

/** The figures are running totals, as those of the real programs. */
async function spend(tokens) {
  input += 900;
  output += tokens;
  say({ kind: 'token_usage', input, output, cache_read: 0 });
  say({ kind: 'cost', usd: Number(((input * 3 + output * 15) / 1e6).toFixed(4)) });
  await sleep(200);
}
