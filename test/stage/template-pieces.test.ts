import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate, renderTemplate } from '../../src/stage/template-engine.ts';
import { envNames, splitTemplate } from '../../src/stage/template-pieces.ts';

function kindsOf(source: string): string[] {
  return splitTemplate(source).map((piece) => `${piece.kind} ${source.slice(piece.start, piece.end)}`);
}

describe('a template is cut where MiniJinja cuts it', () => {
  it.each([
    ['a{{ v }}b', ['text a', 'print {{ v }}', 'text b']],
    ["{{ '}}' }}", ["print {{ '}}' }}"]],
    ['{{ "\\"}}" }}x', ['print {{ "\\"}}" }}', 'text x']],
    ['{{ {"a": {}}}}}', ['print {{ {"a": {}}}}', 'text }']],
    ['{{{"a":1}}}', ['print {{{"a":1}}}']],
    ['{# {{ v }} {# #} #}', ['comment {# {{ v }} {# #}', 'text  #}']],
    ['{% raw %}{{ v }}{% endraw %}', ['raw {% raw %}{{ v }}{% endraw %}']],
    ['{%- raw -%} {% raw %} {%- endraw -%} x', ['raw {%- raw -%} {% raw %} {%- endraw -%}', 'text  x']],
    ['{% if "%}" %}x{% endif %}', ['statement {% if "%}" %}', 'text x', 'statement {% endif %}']],
    ['$ {x} } }} %}', ['text $ {x} } }} %}']],
  ])('%s', (source, pieces) => {
    expect(kindsOf(source)).toEqual(pieces);
  });

  it('finds every print that MiniJinja prints', async () => {
    const fragments = [
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      '-',
      '+',
      ' ',
      '\n',
      '"',
      "'",
      '\\',
      '(',
      ')',
      '[',
      ']',
    ];
    const words = ['v', ' v ', '{', '}', 'if v', 'endif', 'raw', 'endraw', 'set x = v', '~', ',', ':', '1'];
    const whole = [
      '{{ v }}',
      '{{- v -}}',
      "{{ 'a}}' ~ v }}",
      '{% if v %}',
      '{% endif %}',
      '{% raw %}',
      '{% endraw %}',
    ];
    const template = fc
      .array(fc.constantFrom(...fragments, ...words, ...whole, ...whole, ...whole), { maxLength: 14 })
      .map((parts) => parts.join(''));
    let read = 0;
    await fc.assert(
      fc.asyncProperty(template, async (source) => {
        const accepted = await parseTemplate(source).then(
          () => true,
          () => false,
        );
        if (!accepted) return;
        read += 1;
        // printing only what was taken for a print must leave none of the value elsewhere
        const cut = splitTemplate(source)
          .map((piece) => (piece.kind === 'print' ? '{{ "" }}' : source.slice(piece.start, piece.end)))
          .join('');
        const context = { v: 'VALUE', x: '' };
        const [withPrints, without] = await Promise.all(
          [source, cut].map((text) => renderTemplate(text, context).catch(() => '')),
        );
        expect({ source, rest: without?.includes('VALUE') }).toEqual({ source, rest: false });
        const prints = splitTemplate(source).filter(({ kind }) => kind === 'print').length;
        if (prints === 0)
          expect({ source, printed: withPrints?.includes('VALUE') }).toEqual({ source, printed: false });
      }),
      { numRuns: 2_500, seed: 7 },
    );
    expect(read).toBeGreaterThan(250);
  });
});

describe('what an expression asks env for', () => {
  it.each([
    ['env.KEY', ['KEY']],
    ['env["KEY"]', ['KEY']],
    ["env [ 'KEY' ] ~ env . OTHER", ['KEY', 'OTHER']],
    ['env.KEY is defined and issue.title', ['KEY']],
    ['"env.KEY"', []],
    ["'it\\'s env.KEY'", []],
    ['issue.env.KEY', []],
    ['my_env.KEY', []],
  ])('%s', (expression, names) => {
    expect(envNames(expression)).toEqual(names);
  });
});
