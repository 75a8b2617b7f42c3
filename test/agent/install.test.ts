import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { INSTALL_LIMITS, type InstallLimits } from '../../src/agent/install.ts';
import { createAgentPrograms } from '../../src/agent/programs.ts';
import { createProcesses } from '../../src/process.ts';
import type { AgentProfile } from '../../src/workflow/workflow.ts';
import { anAgent, createMemoryLog } from '../support/builders.ts';

interface Machine {
  readonly onPath?: string;
  /** What npm does; the machine's own, at this registry, with `registry`. */
  readonly npm?: string;
  readonly registry?: string;
  readonly limits?: Partial<InstallLimits>;
}

/** A machine with a played npm, and perhaps a `codex` on PATH. */
function aMachine(options: Machine = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vik-install-'));
  const bin = join(folder, 'bin');
  const calls = join(folder, 'calls');
  mkdirSync(bin);
  const program = (name: string, body: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  if (options.onPath !== undefined) program('codex', `echo codex-cli ${options.onPath}`);
  if (options.registry === undefined)
    program(
      'npm',
      `echo "$1 $(for each; do :; done; echo "$each")" >> ${calls}\n${options.npm ?? PLAYED_NPM}`,
    );
  const log = createMemoryLog();
  const processes = createProcesses({
    runId: `install-${process.pid}-${Date.now()}`,
    tempDir: join(folder, 'temp'),
    log,
  });
  const toolCache = join(folder, 'tools');
  const PATH = `${bin}:/usr/bin:/bin`;
  const temp = join(folder, 'tmp');
  mkdirSync(temp);
  const realNpm = {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    ...{ HOME: folder, TMPDIR: temp, npm_config_registry: options.registry ?? '' },
  };
  const env = options.registry === undefined ? { PATH } : realNpm;
  const limits = { ...INSTALL_LIMITS, waitsMs: [1, 1], ...options.limits };
  const createPrograms = () => createAgentPrograms({ processes, toolCache, env, limits });
  return {
    folder,
    PATH,
    toolCache,
    temp,
    lines: log.lines,
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
    cached: () => (existsSync(toolCache) ? readdirSync(toolCache, { recursive: true }).map(String) : []),
    createPrograms,
    pathFor(
      profile: Partial<AgentProfile>,
      programs = createPrograms(),
      signal = new AbortController().signal,
    ) {
      const wanted = anAgent({ runtime: 'codex', model: 'm', command: [], ...profile });
      return programs.pathFor(wanted, { cwd: folder, env: { PATH } }, log, signal);
    },
    installed: (version: string) =>
      join(toolCache, 'vik', 'codex', version, `${process.platform}-${process.arch}`, 'node_modules', '.bin'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Knows four versions, and installs a program that prints the one that was asked for. */
const PLAYED_NPM = `
for spec; do :; done
if [ "$1" = view ]; then echo '["0.169.0","0.170.0","0.9.1","0.171.0-alpha.1"]'; exit 0; fi
mkdir -p node_modules/.bin
printf '#!/bin/sh\\necho codex-cli %s\\n' "\${spec##*@}" > node_modules/.bin/codex
chmod +x node_modules/.bin/codex`;

test('without `version` what is on PATH is used, and nothing is asked', async () => {
  using machine = aMachine();
  expect([await machine.pathFor({ version: undefined }), machine.calls()]).toEqual([machine.PATH, []]);
});

test.each([
  ['0.169.0', '0.169.0'],
  ['^0.169.0', '0.169.4'],
])('%s on PATH as %s is used', async (version, onPath) => {
  using machine = aMachine({ onPath });
  expect([await machine.pathFor({ version }), machine.calls()]).toEqual([machine.PATH, []]);
});

test('an exact version is installed once, however many sessions wait for it, and found by the next job', async () => {
  using machine = aMachine({ onPath: '0.168.0' });
  const programs = machine.createPrograms();
  const version = '0.169.0';
  const paths = await Promise.all([1, 2, 3].map(() => machine.pathFor({ version }, programs)));
  const next = await machine.pathFor({ version }, machine.createPrograms());
  const expected = `${machine.installed(version)}:${machine.PATH}`;
  expect([...paths, next]).toEqual(Array(4).fill(expected));
  expect(machine.calls()).toEqual(['install @openai/codex@0.169.0']);
  expect(machine.lines).toEqual([
    'installing @openai/codex 0.169.0',
    expect.stringMatching(/^installed @openai\/codex 0\.169\.0 in \d+\.\d s$/),
  ]);
  expect(machine.cached().filter(isPartial)).toEqual([]);
});

test('a range is resolved to its newest version', async () => {
  using machine = aMachine();
  expect(await machine.pathFor({ version: '<0.171' })).toBe(
    `${machine.installed('0.170.0')}:${machine.PATH}`,
  );
  expect(machine.calls()).toEqual(['view version', 'install @openai/codex@0.170.0']);
  expect(machine.lines[0]).toBe('installing @openai/codex 0.170.0 (`version: <0.171`)');
});

test('a registry that is out of reach is asked three times', async () => {
  using machine = aMachine({
    npm: 'echo "npm error code ECONNRESET" >&2; echo "npm error network reset" >&2; exit 1',
  });
  await expect(machine.pathFor({ version: '0.169.0' })).rejects.toThrow(
    '@openai/codex@0.169.0 could not be installed: `npm install`: exit code 1: ECONNRESET: network reset; check `version` in the workflow file and that the registry can be reached, or install the program in a step before this one and remove `version`',
  );
  expect([
    machine.calls().length,
    machine.lines.filter((line) => line.includes('trying again')).length,
  ]).toEqual([3, 2]);
  expect(machine.cached().filter(isPartial)).toEqual([]);
});

test('a registry that answers at the second try is enough', async () => {
  using machine = aMachine({
    npm: `if [ ! -e ../../../../../tried ]; then touch ../../../../../tried; exit 1; fi\n${PLAYED_NPM}`,
  });
  expect(await machine.pathFor({ version: '0.169.0' })).toContain('0.169.0');
  expect(machine.calls().length).toBe(2);
});

test.each([
  ['a version that does not exist', 'echo "npm error code ETARGET" >&2; exit 1', '9.9.9', 'ETARGET'],
  ['a range that has none', 'echo "[]"', '^9.0.0', 'no version of @openai/codex is in `^9.0.0`'],
  [
    'a package that says another version',
    PLAYED_NPM.replace('${spec##*@}', '1.0.0'),
    '0.169.0',
    'what was installed says that it is `codex-cli 1.0.0`',
  ],
])('%s is not tried again', async (_what, npm, version, words) => {
  using machine = aMachine({ npm });
  await expect(machine.pathFor({ version })).rejects.toThrow(words);
  expect(machine.calls().length).toBe(1);
});

test('without npm the reason says how to get it', async () => {
  using machine = aMachine();
  rmSync(join(machine.folder, 'bin', 'npm'));
  const PATH = join(machine.folder, 'bin');
  const programs = createAgentPrograms({
    processes: createProcesses({
      runId: 'no-npm',
      tempDir: join(machine.folder, 'temp2'),
      log: createMemoryLog(),
    }),
    toolCache: join(machine.folder, 'tools'),
    env: { PATH },
  });
  await expect(machine.pathFor({ version: '0.169.0' }, programs)).rejects.toThrow(
    /`npm` was not found on PATH .* \(put `actions\/setup-node` before this step\)/,
  );
});

test('npm sees what it is given and nothing else', async () => {
  process.env.VIK_TEST_SECRET = 'hidden';
  try {
    using machine = aMachine({ npm: `env | cut -d= -f1 | sort > ../../../../../names\n${PLAYED_NPM}` });
    await machine.pathFor({ version: '0.169.0' });
    // the last three are the shells' own
    const names = readFileSync(join(machine.folder, 'names'), 'utf8').trimEnd().split('\n');
    expect(names.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name))).toEqual([
      'NODE_DISABLE_COMPILE_CACHE',
      'PATH',
      'VIK_PROCESS',
    ]);
  } finally {
    delete process.env.VIK_TEST_SECRET;
  }
});

test('a run that is told to stop does not wait for the installation', async () => {
  using machine = aMachine({ npm: 'sleep 300' });
  const stop = new AbortController();
  const asked = machine.pathFor({ version: '0.169.0' }, machine.createPrograms(), stop.signal);
  await expect.poll(() => machine.calls().length).toBe(1);
  stop.abort();
  await expect(asked).rejects.toThrow('`npm install` was ended');
});

test('all tries together have one time limit', async () => {
  using machine = aMachine({ npm: 'sleep 300', limits: { allMs: 600 } });
  await expect(machine.pathFor({ version: '0.169.0' })).rejects.toThrow(
    '@openai/codex@0.169.0 could not be installed: it took longer than 0.01 min; check',
  );
  expect([machine.calls().length <= 1, machine.lines, machine.cached().filter(isPartial)]).toEqual([
    true,
    ['installing @openai/codex 0.169.0'],
    [],
  ]);
});

test('the time limit also ends the wait for another try', async () => {
  using machine = aMachine({ npm: 'exit 1', limits: { allMs: 1_200, waitsMs: [1, 300_000] } });
  await expect(machine.pathFor({ version: '0.169.0' })).rejects.toThrow('it took longer than 0.02 min');
});

test('a long installation says at least once a minute that it is still at it', async () => {
  using machine = aMachine({
    npm: `while [ ! -e ../../../../../go ]; do sleep 0.05; done\n${PLAYED_NPM}`,
    limits: { progressMs: 20 },
  });
  const asked = machine.pathFor({ version: '0.169.0' });
  await expect.poll(() => machine.lines).toContain('still installing @openai/codex 0.169.0, 0 s');
  writeFileSync(join(machine.folder, 'go'), '');
  await asked;
  expect(machine.lines.at(-1)).toMatch(/^installed /);
  expect(INSTALL_LIMITS.progressMs).toBeLessThanOrEqual(60_000);
});

test('what a killed run left of an installation is removed by the next one, what another run installs now is not', async () => {
  using machine = aMachine();
  const codex = join(machine.toolCache, 'vik', 'codex');
  const folders = ['0.169.0/linux-x64.old.partial', '0.168.0/linux-x64.old.partial', '0.168.0/linux-x64'];
  const longAgo = Date.now() / 1000 - 3600;
  for (const name of [...folders, '0.168.0/linux-x64.new.partial']) {
    mkdirSync(join(codex, name, 'node_modules'), { recursive: true });
    if (folders.includes(name)) utimesSync(join(codex, name), longAgo, longAgo);
  }
  await machine.pathFor({ version: '0.169.0' });
  expect(readdirSync(join(codex, '0.168.0')).sort()).toEqual(['linux-x64', 'linux-x64.new.partial']);
  expect(readdirSync(join(codex, '0.169.0'))).toEqual([`${process.platform}-${process.arch}`]);
});

/** npm itself, which has retries of its own. */
test.each<readonly [what: string, answer: RequestListener, requests: number, words: string]>([
  [
    'answers 500 is asked three times',
    (_request, response) => response.writeHead(500).end('oops'),
    3,
    'exit code 1: E500',
  ],
  ['closes the connection is asked three times', (request) => request.socket.destroy(), 3, 'exit code 1: '],
  ['says nothing is asked three times', () => {}, 3, 'exit code 1: '],
  [
    // npm itself asks once more for a package that came with other bytes
    'sends other bytes than it promised is not asked again',
    (request, response) => {
      if (request.url?.endsWith('.tgz')) return response.end('not what was promised');
      const tarball = `http://${request.headers.host}/codex.tgz`;
      const integrity = `sha512-${Buffer.alloc(64).toString('base64')}`;
      const version = { name: '@openai/codex', version: '0.169.0', dist: { tarball, integrity } };
      const versions = { '0.169.0': version };
      return response.end(
        JSON.stringify({ name: '@openai/codex', 'dist-tags': { latest: '0.169.0' }, versions }),
      );
    },
    3,
    'exit code 1: EINTEGRITY',
  ],
])('a registry that %s', { timeout: 90_000 }, async (_what, answer, requests, words) => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    using machine = aMachine({ registry: `http://127.0.0.1:${port}/`, limits: { fetchMs: 1_000 } });
    await expect(machine.pathFor({ version: '0.169.0' })).rejects.toThrow(words);
    expect([asked, readdirSync(machine.temp), machine.cached().filter(isPartial)]).toEqual([
      requests,
      [],
      [],
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

function isPartial(name: string): boolean {
  return name.endsWith('.partial');
}

test('a folder in the tool cache that is not complete is replaced', async () => {
  using machine = aMachine();
  const bin = machine.installed('0.169.0');
  mkdirSync(join(bin, '..', 'left'), { recursive: true });
  expect(await machine.pathFor({ version: '0.169.0' })).toBe(`${bin}:${machine.PATH}`);
  expect(readdirSync(join(bin, '..'))).toEqual(['.bin']);
  expect(machine.lines).toContainEqual(
    expect.stringMatching(/^warning: .* was not complete: it is replaced$/),
  );
});
