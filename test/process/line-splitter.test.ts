import { expect, test } from 'vitest';
import { createLineSplitter } from '../../src/process/line-splitter.ts';

function split(chunks: readonly (string | Buffer)[], maxBytes?: number): string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter(
    (text, truncated) => lines.push(truncated ? `${text}<cut>` : text),
    maxBytes,
  );
  for (const chunk of chunks) splitter.write(Buffer.from(chunk));
  splitter.end();
  return lines;
}

const euro = Buffer.from('€');

test.each<[string, (string | Buffer)[], string[]]>([
  ['nothing gives no line', [], []],
  ['lines in one chunk', ['a\nb\n'], ['a', 'b']],
  ['a last line without a newline', ['a\nb'], ['a', 'b']],
  ['empty lines are lines', ['\n\na\n'], ['', '', 'a']],
  ['a line in three chunks', ['ab', 'cd', 'ef\ngh\n'], ['abcdef', 'gh']],
  ['a newline that comes alone', ['ab', '\n', 'cd'], ['ab', 'cd']],
  ['CRLF', ['a\r\nb\r\n'], ['a', 'b']],
  ['CRLF cut between its two bytes', ['a\r', '\nb'], ['a', 'b']],
  ['a carriage return inside a line stays', ['a\rb\n'], ['a\rb']],
  ['a character cut in two', [euro.subarray(0, 1), euro.subarray(1), '\n'], ['€']],
  ['a character cut byte by byte', [...euro].map((byte) => Buffer.of(byte)), ['€']],
  ['invalid bytes', [Buffer.of(0x61, 0xff, 0x62, 0x0a)], ['a\ufffdb']],
  ['half a character at the end', [euro.subarray(0, 2)], ['\ufffd']],
  ['NUL', ['a\0b\n'], ['a\0b']],
])('splits: %s', (_, chunks, lines) => {
  expect(split(chunks)).toEqual(lines);
});

test.each<[string, (string | Buffer)[], string[]]>([
  ['as long as allowed', ['12345678\nb'], ['12345678', 'b']],
  ['one byte too long', ['123456789\nb'], ['12345678<cut>', 'b']],
  ['too long in chunks, its rest skipped', ['12345', '6789', 'abc', 'def\nb\n'], ['12345678<cut>', 'b']],
  ['too long and never ended', ['1234567890', 'abc'], ['12345678<cut>']],
  ['cut at a character, not inside one', ['123456€€\n'], ['123456<cut>']],
  ['cut right before a character', ['12345€€\n'], ['12345€<cut>']],
])('cuts a line over 8 bytes: %s', (_, chunks, lines) => {
  expect(split(chunks, 8)).toEqual(lines);
});

test('the text does not depend on how the bytes are cut into chunks', () => {
  const text = 'ä€😀\r\nplain\n\n\ud83d\n😀😀\n{"a":"€"}';
  const bytes = Buffer.from(text);
  const whole = split([bytes]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const chunks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    expect(split(chunks)).toEqual(whole);
  }
});

test('a line that comes byte by byte takes linear time and one buffer', () => {
  const bytes = 4 * 1024 * 1024;
  const before = process.memoryUsage().arrayBuffers;
  const splitter = createLineSplitter(() => {});
  const byte = Buffer.from('x');
  for (let count = 0; count < bytes; count += 1) splitter.write(byte);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * bytes);
});
