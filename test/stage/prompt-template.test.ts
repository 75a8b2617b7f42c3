import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { checkPromptTemplate, renderPrompt, type ShellProgram } from '../../src/stage/template.ts';
import { contextOf, runIn } from './shells.ts';

interface Run {
  readonly command: string;
  readonly program: string;
  readonly values: readonly string[];
}

async function prompt(
  source: string,
  issue: JsonObject,
  output = (program: ShellProgram) => runIn('dash', program).stdout,
) {
  const runs: Run[] = [];
  const text = await renderPrompt(source, contextOf(issue), {
    name: 'prompts/plan.md',
    secretNames: ['API_KEY'],
    runCommand: async (program, command) => {
      runs.push({ command, program: program.program, values: Object.values(program.env) });
      return output(program);
    },
  });
  return { text, runs };
}

describe('a prompt without commands', () => {
  it('is rendered, one newline at its end removed', async () => {
    const { text } = await prompt(
      '# {{ issue.title }}\n{% for l in issue.labels %}- {{ l }}\n{% endfor %}\n',
      {
        title: 'A & <b>',
        labels: ['x', 'y'],
      },
    );
    expect(text).toBe('# A & <b>\n- x\n- y\n');
  });

  it.each([
    ['`exec(touch pwned)`'],
    ['!`exec(touch pwned)`'],
    ['{{ 7*7 }}{% raw %}'],
    ['$(touch pwned) `touch pwned`'],
  ])('an issue titled %s appears as those characters', async (title) => {
    expect(await prompt('fix: {{ issue.title }}.', { title })).toEqual({ text: `fix: ${title}.`, runs: [] });
    const beside = await prompt("!`exec(printf '%s' {{ issue.title }})` {{ issue.title }}", { title });
    expect(beside.text).toBe(`${title} ${title}`);
    expect(beside.runs).toHaveLength(1);
  });

  it.each([
    ['{% raw %}!`exec(a)`{% endraw %}', '!`exec(a)`'],
    ['a{# !`exec(a)` #}b', 'ab'],
    ['{{ "!`exec(a)`" }}', '!`exec(a)`'],
    ['`exec(a b', '`exec(a b'],
    ['use `exec( a` and ` b)`', 'use `exec( a` and ` b)`'],
    ['no tags: `code` $(x)\n', 'no tags: `code` $(x)'],
  ])('what is hidden or has no end is text: %s', async (source, text) => {
    expect(await prompt(source, {})).toEqual({ text, runs: [] });
  });
});

describe('the commands of a prompt', () => {
  it('run with bound values and leave their output in their place', async () => {
    const source =
      "Log: !`exec(printf '%s' \"$(printf '%s' '{{ issue.title }}')\" | tr a-z A-Z)`, !`exec(echo)`.";
    const { text, runs } = await prompt(source, { title: "it's $(touch pwned)" });
    expect(text).toBe("Log: IT'S $(TOUCH PWNED), \n.");
    expect(runs[0]?.command).toBe("printf '%s' \"$(printf '%s' '{{ issue.title }}')\" | tr a-z A-Z");
    expect(runs[0]?.values).toEqual(["it's $(touch pwned)"]);
    expect(runs[1]).toEqual({ command: 'echo', program: 'echo', values: [] });
  });

  it('in a loop use its variables', async () => {
    const source =
      "{% for l in issue.labels %}{{ loop.index }}: !`exec(printf '<%s>' {{ l }})`\n{% endfor %}";
    const { text } = await prompt(source, { labels: ['a', 'b c', "d'"] });
    expect(text).toBe("1: <a>\n2: <b c>\n3: <d'>\n");
  });

  it('in a branch that is not taken do not run', async () => {
    expect(await prompt('{% if issue.x %}!`exec(a)`{% endif %}b', { x: false })).toEqual({
      text: 'b',
      runs: [],
    });
  });

  it('run once when a set block prints them twice, and not when it is never printed', async () => {
    const source =
      '{% set a %}!`exec(echo a)`{% endset %}{% set b %}!`exec(echo b)`{% endset %}{{ a }}{{ a }}';
    const { text, runs } = await prompt(source, {}, () => 'out');
    expect({ text, commands: runs.map(({ command }) => command) }).toEqual({
      text: 'outout',
      commands: ['echo a'],
    });
  });

  it('keep the white space that the signs keep', async () => {
    const source =
      '{% if true -%}  !`exec( echo {{ issue.v -}} a)`  {%- endif %} x {{- " " -}} !`exec(b)` {{- "" }}';
    const { text, runs } = await prompt(source, { v: 'v' }, () => 'o');
    expect(text).toBe('o x o');
    expect(runs.map(({ program }) => program)).toEqual([' echo "${VIK_VALUE_1}"a', 'b']);
  });

  it('print text that is never rendered or run again', async () => {
    const output = '{{ 7*7 }} !`exec(touch pwned)` `exec(b)` {% if %}';
    const { text, runs } = await prompt('a !`exec(one)` b {{ issue.v }}', { v: '$&$1' }, () => output);
    expect({ text, count: runs.length }).toEqual({ text: `a ${output} b $&$1`, count: 1 });
  });

  it('may contain parentheses, shell variables and raw blocks', async () => {
    const source = "!`exec({% raw %}x=abc; printf '%s' ${#x}{% endraw %}$( (echo {{ issue.v }}) ))`";
    expect((await prompt(source, { v: 'v' })).text).toBe('3v');
  });

  it('run together', async () => {
    const source = Array.from({ length: 20 }, (_, index) => `!\`exec(${index})\``).join(' ');
    let started = 0;
    const everyone = Promise.withResolvers<void>();
    const text = await renderPrompt(source, contextOf({}), {
      name: 'p',
      secretNames: [],
      runCommand: async (_program, command) => {
        started += 1;
        if (started === 20) everyone.resolve();
        await everyone.promise;
        return `<${command}>`;
      },
    });
    expect(text).toBe(Array.from({ length: 20 }, (_, index) => `<${index}>`).join(' '));
  });

  it('fail the prompt with the first failure, after all have ended', async () => {
    const ended: string[] = [];
    const turns = new Map([
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ]);
    const rendering = renderPrompt('!`exec(a)` !`exec(b)` !`exec(c)`', contextOf({}), {
      name: 'p',
      secretNames: [],
      runCommand: async (_program, command) => {
        for (let turn = 0; turn < (turns.get(command) ?? 0); turn += 1) await Promise.resolve();
        ended.push(command);
        if (command !== 'a') throw new Error(`${command} failed`);
        return '';
      },
    });
    await expect(rendering).rejects.toThrow('b failed');
    expect(ended).toEqual(['c', 'b', 'a']);
  });
});

describe('a prompt that can not be right is an error', () => {
  it.each([
    ['a {{ issue.nope }}', /line 1, column 3 of `prompts\/plan.md`: undefined value/],
    ['{{ env.API_KEY }}', /is a secret/],
    ['!`exec(echo {{ env.API_KEY }})`', /is a secret/],
    ['!`exec(echo {{ issue.nope }})`', /undefined value in `\{\{ issue.nope \}\}`/],
    ['a\n !`exec(echo`', /line 2, column 2 of .* has no end/],
    ['!`exec(sh -c "{{ issue.v }}")`', /`sh` would read/],
    ['{% filter upper %}!`exec(a)`{% endfilter %}', /works on text that a/],
    ['{% set a %}!`exec(a)`{% endset %}!`exec(echo {{ a }})`', /can't use the output of another command/],
    ['{% set a %}!`exec(a)`{% endset %}{{ a|length }}', /works on text that a/],
    ['!`exec(a {% if issue.v %})` {% endif %}', /same side of a command/],
    ['!`exec({% filter replace("x", issue.v) %}x{% endfilter %})`', /can't be used in a shell program/],
  ])('%s', async (source, message) => {
    await expect(prompt(source, { v: 'v' })).rejects.toThrow(message);
  });
});

describe('what is found in a prompt before anything runs', () => {
  it.each([
    ['plain text, `code`, {{ issue.x }}', []],
    ['a !`exec(echo {{ issue.x }})`', []],
    ['never use `exec(cmd)`', ['warning bare_exec 1:11']],
    ['a\n!`exec(echo', ['error template_syntax 2:1']],
    ['!`exec(echo `id`)`', ['error template_syntax 1:1']],
    ['{% raw %}`exec(a)` !`exec({% endraw %}', []],
    ['{{ x', ['error template_syntax 1:4']],
    ['\n{% include "x" %}', ['error template_syntax 2:1']],
    [
      'a\n!`exec(sh -c "{{ x }}")` {{ y }}\n`exec(echo $(({{ z }})))`',
      ['error unbindable_value 2:15', 'warning bare_exec 3:1', 'error unbindable_value 3:15'],
    ],
    ['!`exec(printf "{{ x }}")`', ['error unbindable_value 1:16']],
    ['!`exec(printf "a{{ x }}")`', ['warning nested_interpreter 1:17']],
    ['!`exec(echo {% for a in b %}{{ a }} )`{% endfor %}', ['error template_syntax 1:1']],
    ['{% if a %}!`exec(echo "{{ x }})`{% endif %}', ['error unbindable_value 1:23']],
  ])('%s', async (source, findings) => {
    const found = await checkPromptTemplate(source);
    expect(found.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`)).toEqual(
      findings,
    );
  });
});
