import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SessionSnapshot } from '../../src/outcome.ts';
import { createProgress } from '../../src/progress.ts';
import { createFakeSessions } from '../support/agent/fake-session.ts';
import { anIssue, aStage } from '../support/builders.ts';

test('what a session has said and spent is told while it runs, redacted, and once when it has ended', async () => {
  using sessions = createFakeSessions();
  const go = join(sessions.folder, 'go');
  const progress = createProgress();
  const told = progress.begin(anIssue({ id: '1' }), aStage());
  const [live] = progress.stageRuns;
  const figures = () => live?.figures();
  const peeks: (() => SessionSnapshot)[] = [];
  const session = sessions.run(
    [
      { json: { kind: 'token_usage', input: 900, output: 100 } },
      { json: { kind: 'cost', usd: 0.1 } },
      { print: 'the key is sesame' },
      { waitFor: go },
      { json: { kind: 'cost', usd: 0.25 } },
      { print: 'done' },
    ],
    {
      redact: (text) => text.replaceAll('sesame', '***'),
      onStart(peek) {
        peeks.push(peek);
        told.session(peek);
      },
    },
  );
  await expect
    .poll(figures)
    .toEqual({ tokens: { input: 900, output: 100 }, costUsd: 0.1, lastMessage: 'the key is ***' });
  writeFileSync(go, '');
  const { snapshot } = await session;
  told.attemptEnded({ session: snapshot });
  expect([peeks.length, figures()]).toEqual([
    1,
    { tokens: { input: 900, output: 100 }, costUsd: 0.25, lastMessage: 'done' },
  ]);
});
