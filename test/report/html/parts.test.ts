import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeForScript, escapeHtml, html, webAddress } from '../../../src/report/html/html.ts';
import { shareOut } from '../../../src/report/html/share.ts';
import { shortenLine } from '../../../src/report/html/shorten-line.ts';

describe('html', () => {
  it('escapes every text and no HTML', () => {
    expect(html`<p title="${'"<&>\''}">${html`<b>${1}</b>`}${undefined}${[html`x`, html`y`]}</p>`.html).toBe(
      '<p title="&#34;&#60;&#38;&#62;&#39;"><b>1</b>xy</p>',
    );
  });

  it('leaves nothing of any text that HTML gives a meaning to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"'\0]|&(?!#\d+;)/.test(escapeHtml(text))),
    );
  });
});

describe('escapeForScript', () => {
  it('keeps the value and leaves nothing that ends a script or opens a comment', () => {
    const hostile = fc.array(fc.constantFrom('<', '/', '!--', 'script', 'SCRIPT', '>', '\\', '"', 'x'));
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join('');
        const escaped = escapeForScript(JSON.stringify({ text }));
        expect(JSON.parse(escaped)).toEqual({ text });
        expect(escaped).not.toMatch(/<\/|<!--|<script/i);
      }),
    );
  });
});

describe('webAddress', () => {
  it.each([
    ['https://github.com/o/r', 'https://github.com/o/r'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['not an address', undefined],
    [null, undefined],
  ])('%j is %j', (url, address) => expect(webAddress(url)).toBe(address));
});

describe('shareOut', () => {
  it.each([
    { needs: [10, 20, 30], each: 100, total: 100, shares: [10, 20, 30], why: 'there is room for all' },
    {
      needs: [10, 200, 30],
      each: 100,
      total: 1000,
      shares: [10, 100, 30],
      why: 'nobody gets more than `each`',
    },
    {
      needs: [10, 90, 90],
      each: 100,
      total: 100,
      shares: [10, 45, 45],
      why: 'the large ones share the rest',
    },
    { needs: [], each: 100, total: 100, shares: [], why: 'nobody wants any' },
  ])('$needs share $total as $shares: $why', ({ needs, each, total, shares }) => {
    expect(shareOut(needs, each, total)).toEqual(shares);
  });

  it('never gives more than there is, nor more than somebody needs', () => {
    const size = fc.nat(1000);
    fc.assert(
      fc.property(fc.array(size), size, size, (needs, each, total) => {
        const shares = shareOut(needs, each, total);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(total);
        expect(shares.every((share, index) => share <= Math.min(needs[index] ?? 0, each))).toBe(true);
      }),
    );
  });
});

describe('shortenLine', () => {
  it('leaves a line of ordinary length alone, JSON or not', () => {
    expect(['{"a":1}', 'no JSON'].map(shortenLine)).toEqual(['{"a":1}', 'no JSON']);
  });

  it('cuts long strings in their middle and says how much', () => {
    const output = `begin ${'x'.repeat(200_000)} end`;
    const line = shortenLine(JSON.stringify({ kind: 'tool_call', output }));
    expect(JSON.parse(line)).toMatchObject({
      kind: 'tool_call',
      output: expect.stringMatching(/^begin x+\n\[183626 characters left out\]\nx+ end$/),
    });
    expect(line.length).toBeLessThan(20_000);
  });

  it.each([
    ['of many short values', JSON.stringify(Array.from({ length: 300_000 }, () => 'ab'))],
    ['that is no JSON', 'x'.repeat(1_000_000)],
    ['nested for ever', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('makes a line short %s', (_, line) => {
    expect(shortenLine(line).length).toBeLessThan(40_000);
  });
});
