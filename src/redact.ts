/** Takes secrets out of texts before they are written anywhere. */
import { existsSync } from 'node:fs';

/** Replaces every secret in a text by `***`. */
export type Redact = (text: string) => string;

/** Shorter values are words; to replace them would make texts unreadable and hide nothing. */
const MIN_CHARACTERS = 8;

/**
 * Redacts values of 8 characters or more: as they are, line by line, and as base64 (also in the middle of a longer
 * text that was encoded), URL-encoded and JSON-escaped. An absolute path is a secret's place, not a secret.
 *
 * Meant for every line that an agent prints, so a text without a secret costs one pass.
 */
export function createRedactor(values: readonly string[]): Redact {
  const forms = new Set<string>();
  for (const value of values) {
    if (isPath(value)) continue;
    for (const text of [value, ...value.split(/\r?\n/)].map((part) => part.trim())) {
      if (text.length < MIN_CHARACTERS) continue;
      for (const form of formsOf(text)) if (form.length >= MIN_CHARACTERS) forms.add(form);
    }
  }
  if (forms.size === 0) return (text) => text;
  // Longest first: of two forms that begin alike, the whole one is replaced.
  const sorted = [...forms].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(sorted.map(escapeForRegExp).join('|'), 'g');
  const containsAny = createFinder(sorted);
  return (text) => (containsAny(text) ? text.replace(pattern, '***') : text);
}

/**
 * Says whether a text holds any of the words, all of at least `MIN_CHARACTERS`. A pattern with hundreds of words reads
 * 60 MB/s; this skips most of the text (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994).
 */
function createFinder(words: readonly string[]): (text: string) => boolean {
  const block = 3;
  const slots = 1 << 16;
  const hash = (text: string, at: number): number =>
    ((text.charCodeAt(at) << 11) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)) & (slots - 1);

  // How far the window may move when it ends with a block: until the block could stand there in a word.
  const last = MIN_CHARACTERS - block;
  const shifts = new Uint8Array(slots).fill(last + 1);
  const wordsByLastBlock = new Map<number, string[]>();
  for (const word of words) {
    for (let at = 0; at <= last; at++) {
      const slot = hash(word, at);
      shifts[slot] = Math.min(shifts[slot] ?? 0, last - at);
    }
    const slot = hash(word, last);
    wordsByLastBlock.set(slot, [...(wordsByLastBlock.get(slot) ?? []), word]);
  }

  return (text) => {
    for (let start = 0; start + MIN_CHARACTERS <= text.length; ) {
      const slot = hash(text, start + last);
      const shift = shifts[slot] ?? 0;
      if (shift === 0 && wordsByLastBlock.get(slot)?.some((word) => text.startsWith(word, start)))
        return true;
      start += Math.max(shift, 1);
    }
    return false;
  };
}

/**
 * A base64 key may begin with a slash too, so a value is a path only when its top folder is there or when it has
 * nothing but small letters, which keys never have.
 */
function isPath(value: string): boolean {
  const top = /^(\/[^/\n]+)(?:\/[^\n]*)?$/.exec(value)?.[1];
  return top !== undefined && (existsSync(top) || /^[/a-z._-]+$/.test(value));
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function formsOf(text: string): readonly string[] {
  const json = jsonEscaped(text);
  return [
    text,
    json,
    // A program's JSON inside another program's JSON.
    jsonEscaped(json),
    text.replaceAll('/', '\\/'),
    asciiJson(text),
    markupSafeJson(text),
    ...urlForms(text.toWellFormed()),
    ...base64Forms(text),
  ];
}

/** Programs disagree on what else than letters and digits stays as it is, and on the case of the digits. */
function urlForms(text: string): readonly string[] {
  const encoded = encodeURIComponent(text);
  const strict = encoded.replace(/[!'()*]/g, percentEncode);
  const forms = [
    encoded,
    // curl, jq and whoever follows RFC 3986
    strict,
    // Python's `quote`
    strict.replaceAll('%2F', '/'),
    encodeURI(text),
    // forms, by Python and by a browser
    strict.replaceAll('%20', '+'),
    new URLSearchParams({ '': text }).toString().slice(1),
  ];
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** As Go prints it, `gh` for one: fit to stand in a page. */
function markupSafeJson(text: string): string {
  return jsonEscaped(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As JSON printers write it that keep to ASCII. */
function asciiJson(text: string): string {
  return jsonEscaped(text).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Base64 writes 3 bytes as 4 characters, so the same bytes look different at each of the three offsets in an encoded
 * text; what depends on the neighbours at either end is left out.
 */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const forms = [bytes.toString('base64')];
  for (const offset of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + bytes.length) * 8) / 6);
    forms.push(encoded.slice(from, to));
  }
  return [
    ...forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]),
    ...WRAPPED_AT.flatMap((width) => wrappedBase64(bytes, width)),
  ];
}

/** Where `base64`, and `openssl base64` or a PEM block, begin a new line. A token of GitHub's newer kind has ten. */
const WRAPPED_AT = [76, 64];

/** The lines of a value that is encoded by itself; what follows it (`echo` adds a newline) changes only its last bytes. */
function wrappedBase64(bytes: Buffer, width: number): readonly string[] {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  if (whole.length <= width) return [];
  return whole.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}
