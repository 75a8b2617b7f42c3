import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/json.ts';
import { checkShellTemplate, renderShell, TemplateError } from '../../src/stage/template.ts';
import { contextOf, renderHook, runIn } from './shells.ts';

const ISSUE: JsonObject = { id: '7', title: 'It\'s "broken"', labels: ['a', 'b c'], raw: null, count: 3 };

describe('the program of a hook', () => {
  it('is the body itself when there is no tag in it', async () => {
    const body = 'echo "$VIK_ISSUE_TITLE" $(date) `id` # {x}\n';
    expect(await renderHook(body, ISSUE)).toEqual({ program: body.trimEnd(), env: {} });
  });

  it('is rendered text when nothing is printed', async () => {
    const body = '{% if issue.count > 2 %}echo [[ many{% else %}echo few{% endif %}';
    expect(await renderHook(body, ISSUE)).toEqual({ program: 'echo [[ many', env: {} });
  });

  it('refers to each value once, whatever its quotes', async () => {
    const body = 'echo {{ issue.title }} "{{ issue.title }}" \'{{ issue.id }}\'';
    expect(await renderHook(body, ISSUE)).toEqual({
      program: 'echo "${VIK_VALUE_1}" "${VIK_VALUE_1}" \'\'"${VIK_VALUE_2}"\'\'',
      env: { VIK_VALUE_1: 'It\'s "broken"', VIK_VALUE_2: '7' },
    });
  });

  it.each<[source: string, values: string[]]>([
    ['echo {{ issue.title|upper }}', ['IT\'S "BROKEN"']],
    ['echo {{ issue.title ~ "!" }}', ['It\'s "broken"!']],
    ['echo {{ issue.title[:4] }} {{ issue.title|replace("t", "T") }}', ["It's", 'IT\'s "broken"']],
    ['echo {{ issue.labels }} {{ issue.raw }} {{ 1.0 }} {{ true }}', ['["a", "b c"]', 'none', '1.0', 'true']],
    ['echo {{ issue.labels|join(", ") }}', ['a, b c']],
    ['echo {{ issue.nope|default("none given") }}', ['none given']],
    ['echo {{ "{{ 7*7 }}" }}', ['{{ 7*7 }}']],
    ['{% set x %}<{{ issue.id }}>{% endset %}echo {{ x }}{{ x }}', ['<7>']],
    ['{% macro m(a) %}{{ a }}-{{ a }}{% endmacro %}echo {{ m(m(issue.id)) }}', ['7-7-7-7']],
    ['{% for l in issue.labels -%} echo {{ loop.index }} {{ l }}; {% endfor %}', ['1', 'a', '2', 'b c']],
  ])('binds what MiniJinja prints: %s', async (source, values) => {
    expect(Object.values((await renderHook(source, ISSUE)).env)).toEqual(values);
  });
});

describe('a template that works on text with bound values in it is refused, never wrong', () => {
  it.each([
    '{% set x %}{{ issue.id }}{% endset %}echo {{ x|upper }}{{ x|length }}',
    '{% set x %}{{ issue.id }}{% endset %}{% if x == "7" %}echo {{ issue.id }}{% endif %}',
    '{% set x %}{{ issue.id }}{% endset %}echo {{ x[1:] }}',
    '{% set x %}a{{ issue.id }}{% endset %}echo {{ x|reverse }}',
    '{% set x | upper %}{{ issue.title }}{% endset %}echo {{ x }}',
    '{% macro m(a) %}{{ a }}{% endmacro %}echo {{ m(issue.title)|title }}',
    '{% macro m(a) %}{{ a }}{% endmacro %}echo {{ m(issue.title)|replace("vik", "") }}',
    '{% set x %}{{ issue.id }}{% endset %}{% for c in x %}echo {{ c }};{% endfor %}',
  ])('%s', async (source) => {
    await expect(renderHook(source, ISSUE)).rejects.toThrow(/works on text that a `\{\{ \}\}` has printed/);
  });

  it.each([
    ['{% filter upper %}echo {{ issue.id }}{% endfilter %}', 'filter', 1],
    ['{% filter replace("x", issue.title) %}echo x{% endfilter %}{{ issue.id }}', 'filter', 1],
    ['{% macro m() %}x{% endmacro %}{% call m() %}{{ issue.id }}{% endcall %}', 'call', 31],
    ['{% call dict(a=issue.title) %}{% endcall %}', 'call', 1],
    ['{% block b %}echo {{ issue.id }}{% endblock %}', 'block', 1],
    ['{% autoescape true %}echo {{ issue.id }}{% endautoescape %}', 'autoescape', 1],
    ['echo {% include "x" %}', 'include', 6],
    ['{% extends "x" %}', 'extends', 1],
    ['{% import "x" as x %}', 'import', 1],
  ])('a tag that prints by itself is not known to shell programs: %s', async (source, tag, column) => {
    const message = expect.stringContaining(`\`{% ${tag} %}\` can't be used in a shell program`);
    expect(await checkShellTemplate(source)).toEqual([
      { severity: 'error', code: 'template_syntax', message, line: 1, column },
    ]);
    await expect(renderHook(source, ISSUE)).rejects.toThrow(TemplateError);
  });
});

describe('what an author got wrong is said with its place', () => {
  it.each([
    [
      'a\necho {{ issue.nope }}',
      /^line 2, column 6 of `hook`: undefined value in `\{\{ issue.nope \}\}`; write/,
    ],
    [
      '{{ issue.id }} {{ issue.nope }} {{ env.PATHS }}',
      /^line 1, column 16 of `hook`: undefined value in `\{\{ issue.nope \}\}` or `\{\{ env.PATHS \}\}`; write/,
    ],
    ['{{ issue.id|nope }}', /unknown filter: filter nope is unknown in `\{\{ issue.id\|nope \}\}`/],
    ['echo {{ debug() }}', /unknown function: debug/],
    ['echo {{ issue.id|string ~ issue.nope.deep }}', /undefined value/],
    [
      '{% for a in range(10000) %}{% for b in range(10000) %}{{ b }}{% endfor %}{% endfor %}',
      /takes too long/,
    ],
    ['if {{ issue.id }}', /can't be the name of a command|can't be read/],
    [
      '{% if issue.id == "7" %}if true; then{% endif %} echo {{ issue.id }}',
      /can't be read.*after `if true; then echo 7`/,
    ],
  ])('%s', async (source, message) => {
    await expect(renderHook(source, ISSUE)).rejects.toThrow(message);
  });

  it.each([
    ['echo a\n echo {{ issue.id', 2, 16, /^the template can't be read: syntax error/],
    ['{% if x %}', 1, 9, /end of input/],
    ['echo ${#x}', 1, 11, /`\$\{#x\}` or `\{\{\.State\}\}`, needs `\{% raw %\}/],
    ["docker inspect -f '{{.State}}' x", 1, 22, /needs `\{% raw %\}/],
  ])('before anything runs: %s', async (source, line, column, message) => {
    expect(await checkShellTemplate(source)).toEqual([
      { severity: 'error', code: 'template_syntax', message: expect.stringMatching(message), line, column },
    ]);
    await expect(renderHook(source, ISSUE)).rejects.toThrow(`line ${line}, column ${column} of \`hook\``);
  });

  it('every branch is checked, and branches that never meet are not put together', async () => {
    const source = [
      '{% if a %}if true; then{% else %}{ {% endif %}',
      'echo "{% if b %}{{ x }}{% elif c %}$(({{ y }})){% else %}${z:-{{ z }}}{% endif %}"',
      '{% if a %}fi{% else %}}{% endif %}',
    ].join('\n');
    const found = (await checkShellTemplate(source)).map(({ line, column, message }) => [
      line,
      column,
      message,
    ]);
    expect(found).toEqual([
      [2, 39, expect.stringContaining('arithmetic')],
      [2, 63, expect.stringContaining('inside `${...}`')],
    ]);
  });
});

describe('secrets', () => {
  it.each([
    'echo {{ env.API_KEY }}',
    'echo {{ env["API_KEY"]|default("") }}',
    '{% if env.API_KEY is defined %}echo{% endif %}',
  ])('asking for one names the safer way: %s', async (source) => {
    const options = { name: 'hook', secretNames: ['API_KEY'] };
    await expect(renderShell(source, contextOf(ISSUE, { HOME: '/h' }), options)).rejects.toThrow(
      /`env.API_KEY` is a secret, and templates don't see secrets; write `"\$API_KEY"` in a hook/,
    );
  });

  it('other variables are there, and the text of a secret name is only text', async () => {
    const options = { name: 'hook', secretNames: ['API_KEY'] };
    const program = await renderShell(
      'echo {{ env.HOME }} {{ "env.API_KEY" }}',
      contextOf(ISSUE, { HOME: '/h' }),
      options,
    );
    expect(Object.values(program.env)).toEqual(['/h', 'env.API_KEY']);
  });
});

describe('limits', () => {
  it('a value has at most 100 KiB, and one of that size arrives', async () => {
    const big = 'é'.repeat(50 * 1024);
    const program = await renderHook("printf '%s' {{ issue.description }}", { description: big });
    expect(runIn('bash', program).stdout).toBe(big);
    await expect(renderHook('echo {{ issue.description }}', { description: `${big}x` })).rejects.toThrow(
      /^line 1, column 6 of `hook`: `\{\{ issue.description \}\}` has 101 KiB, and .* 100 KiB; read it from the file `\$VIK_ISSUE_FILE`/,
    );
  });

  it('all values of one command have at most 512 KiB', async () => {
    const fields = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`f${index}`, `${index}`.repeat(100 * 1024)]),
      );
    const body = (count: number) =>
      Object.keys(fields(count))
        .map((name) => `printf '%s' {{ issue.${name} }}`)
        .join(';');
    expect(runIn('bash', await renderHook(body(5), fields(5))).stdout).toHaveLength(500 * 1024);
    await expect(renderHook(body(6), fields(6))).rejects.toThrow(/512 KiB together; .*`\$VIK_ISSUE_FILE`/);
  });

  it('a NUL character is refused', async () => {
    await expect(renderHook('echo {{ issue.v }}', { v: 'a\0b' })).rejects.toThrow(/NUL character/);
  });

  it('fields that nest too deep are refused before MiniJinja sees them', async () => {
    let deep: JsonValue = 'x';
    for (let level = 0; level < 5_000; level += 1) deep = { deep };
    await expect(renderHook('echo {{ issue.id }}', { id: '7', deep })).rejects.toThrow(
      /deeper than 100 levels/,
    );
    expect((await renderHook('echo {{ issue.id }}', ISSUE)).env).toEqual({ VIK_VALUE_1: '7' });
  });

  it('a thousand renders leave no memory behind', async () => {
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 1_000; count += 1) await renderHook('echo {{ issue.title }}', ISSUE);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('an idle run pays for nothing', () => {
  it.each([
    ['echo "$VIK_ISSUE_TITLE"', []],
    ['{% if true %}echo {% raw %}${#x}{% endraw %}{% endif %}', ['minijinja-js']],
    ['echo {{ issue.id }}', ['minijinja-js', 'unbash']],
  ])('%s', (body, expected) => {
    const program = `
      import { registerHooks } from 'node:module';
      const loaded = new Set();
      registerHooks({ resolve(name, context, next) { loaded.add(name); return next(name, context); } });
      const { renderPrompt, renderShell } = await import('./src/stage/template.ts');
      const context = { issue: { id: '7' }, workspace_root: '', workflow_path: '', workflow_dir: '', env: {} };
      const options = { name: 'hook', secretNames: [], runCommand: async () => '' };
      await renderShell(process.argv[1], context, options);
      if (!process.argv[1].includes('{{')) await renderPrompt(process.argv[1], context, options);
      console.log(JSON.stringify([...loaded].filter((name) => /^(minijinja-js|unbash)$/.test(name)).sort()));
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program, body], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual(expected);
  });
});
