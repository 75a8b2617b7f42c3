/**
 * Makes dist/: `tsc` to an ignored folder, then `ncc` on the JavaScript, because ncc's own TypeScript loader does not
 * work with TypeScript 7. The same input gives the same bytes, so CI can compare.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildPage } from './build-page.ts';

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'inherit' });

rmSync('lib', { recursive: true, force: true });
rmSync('dist', { recursive: true, force: true });
run('node_modules/.bin/tsc', '-p', 'tsconfig.build.json');
// beside the module that reads it; ncc takes it along
const page = await buildPage();
writeFileSync('lib/report/html/page.html', page.html);
run(
  'node_modules/.bin/ncc',
  'build',
  'lib/index.js',
  '-o',
  'dist',
  '--license',
  'licenses.txt',
  '--target',
  'es2024',
);
// ncc knows nothing of what is in the page
appendFileSync('dist/licenses.txt', `\n${page.licenses}`);
