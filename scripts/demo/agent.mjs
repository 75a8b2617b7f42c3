#!/usr/bin/env node
/** The demo's scripted agent: reads its prompt, says what an agent would say, one JSON line at a time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const prompt = readFileSync(0, 'utf8');
const { VIK_STAGE: stage, VIK_ISSUE_TITLE: title = '' } = process.env;
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

say({ kind: 'session_started', session_id: `demo-${process.pid}` });
say({ kind: 'message', text: `Reading the issue: ${title}` });
await sleep(600);

if (title.includes('takes for ever')) await sleep(600_000);
if (title.includes('crashes')) {
  process.stderr.write('agent: the build tool is not installed\n');
  process.exit(3);
}

const command = `write ${stage}.md`;
say({
  kind: 'tool_call',
  call_id: '1',
  name: 'shell',
  phase: 'request',
  input: command,
  output: null,
  raw: null,
});
writeFileSync(`${stage}.md`, `# ${stage}\n\n${prompt}`);
await sleep(400);
say({
  kind: 'tool_call',
  call_id: '1',
  name: 'shell',
  phase: 'result',
  input: command,
  output: 'ok',
  raw: null,
});
say({ kind: 'message', text: `Wrote ${stage}.md.` });
say({ kind: 'token_usage', input: 1200 + prompt.length, output: 240, cache_read: 0 });
say({ kind: 'cost', usd: 0.01 });
say({ kind: 'completed' });
