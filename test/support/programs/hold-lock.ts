/** Takes the lock under the root it is given, says how that went, and gives it back when its standard input ends. */
import { once } from 'node:events';
import { takeLock } from '../../../src/stage/lock.ts';
import { createLayout } from '../../../src/stage/workspace.ts';

const [root = '', runId = ''] = process.argv.slice(2);
const layout = createLayout({ path: '/checkout/workflow.yml', workspaceRoot: root });
try {
  await using lock = await takeLock({ layout, runId, runUrl: `https://example.test/${runId}` });
  console.log(JSON.stringify({ got: true, takenOver: lock.takenOver ?? null }));
  process.stdin.resume();
  await once(process.stdin, 'end');
} catch (error) {
  console.log(JSON.stringify({ got: false, message: String(error) }));
}
