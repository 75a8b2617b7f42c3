/** A longer line is cut here; no event of an agent comes near it. */
const MAX_LINE_BYTES = 10 * 1024 * 1024;

/** A buffer this large is not kept for the next line: a thousand processes may each have had one long line. */
const KEPT_BYTES = 16 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

export interface LineSplitter {
  /** The chunk is only read during the call. */
  write(chunk: Buffer): void;
  /** Delivers what is left as the last line. */
  end(): void;
}

/**
 * Cuts a stream of bytes into lines and decodes each as a whole, so that no character is cut in two; invalid bytes
 * become U+FFFD. A newline is never part of a longer UTF-8 character, so it may be looked for in the bytes. The time is
 * linear in the input whatever its shape, and at most one line is held. A line over `maxBytes` is delivered cut (at a
 * character) as soon as it is too long, and its rest is skipped.
 */
export function createLineSplitter(
  deliver: (text: string, truncated: boolean) => void,
  maxBytes = MAX_LINE_BYTES,
): LineSplitter {
  let held = Buffer.alloc(0);
  let heldBytes = 0;
  let skipping = false;

  function append(chunk: Buffer, start: number, end: number): void {
    const needed = heldBytes + end - start;
    if (held.length < needed) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(2 * held.length, maxBytes + 1)));
      held.copy(larger, 0, 0, heldBytes);
      held = larger;
    }
    chunk.copy(held, heldBytes, start, end);
    heldBytes = needed;
  }

  /** Takes a piece of the current line; delivers it when it ends here or is too long. */
  function take(chunk: Buffer, start: number, end: number, lineEnds: boolean): void {
    if (skipping) {
      skipping = !lineEnds;
    } else if (heldBytes + end - start > maxBytes) {
      append(chunk, start, start + maxBytes + 1 - heldBytes);
      skipping = !lineEnds;
      flush(characterStart(held, maxBytes), true);
    } else if (lineEnds && heldBytes === 0) {
      deliver(decodeLine(chunk, start, end), false);
    } else {
      append(chunk, start, end);
      if (lineEnds) flush(heldBytes, false);
    }
  }

  function flush(bytes: number, truncated: boolean): void {
    const text = truncated ? held.toString('utf8', 0, bytes) : decodeLine(held, 0, bytes);
    heldBytes = 0;
    if (held.length > KEPT_BYTES) held = Buffer.alloc(0);
    deliver(text, truncated);
  }

  return {
    write(chunk) {
      let start = 0;
      while (start < chunk.length) {
        const newline = chunk.indexOf(NEWLINE, start);
        take(chunk, start, newline === -1 ? chunk.length : newline, newline !== -1);
        if (newline === -1) return;
        start = newline + 1;
      }
    },
    end() {
      if (heldBytes > 0) flush(heldBytes, false);
    },
  };
}

function decodeLine(bytes: Buffer, start: number, end: number): string {
  const endsInReturn = end > start && bytes[end - 1] === RETURN;
  return bytes.toString('utf8', start, endsInReturn ? end - 1 : end);
}

/** The last position at or before `position` at which a UTF-8 character begins. */
function characterStart(bytes: Buffer, position: number): number {
  for (let start = position; start > position - 4 && start > 0; start -= 1) {
    if (((bytes[start] ?? 0) & 0xc0) !== 0x80) return start;
  }
  return position;
}
