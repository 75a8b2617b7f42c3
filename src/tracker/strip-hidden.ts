/** Attributes whose text GitHub's page does not show. */
const HIDDEN = /^(?:alt|title|placeholder|aria-.*|data-.*)$/i;
const TAG_START = /<\/?[A-Za-z][^\s/>]*/g;
const ATTRIBUTE = /([\s/]*)([^\s/>=][^\s/>=]*|=[^\s/>=]*)/y;
const VALUE = /\s*=\s*(?:"[^"]*("|$)|'[^']*('|$)|[^\s>"'][^\s>]*)/y;

/** Removes HTML comments, an unclosed one with all the rest, and the hidden attributes of tags. */
export function stripHidden(text: string): string {
  return stripAttributes(stripComments(text));
}

function stripComments(text: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    if (start === -1) return kept + text.slice(at);
    kept += text.slice(at, start);
    const end = text.indexOf('-->', start + 4);
    if (end === -1) return kept;
    at = end + 3;
  }
}

/** Tags are read as browsers read them: any value may hold `>`, attributes need no space between them. */
function stripAttributes(text: string): string {
  let kept = '';
  let at = 0;
  TAG_START.lastIndex = 0;
  for (let tag = TAG_START.exec(text); tag !== null; tag = TAG_START.exec(text)) {
    kept += text.slice(at, TAG_START.lastIndex);
    at = TAG_START.lastIndex;
    for (;;) {
      ATTRIBUTE.lastIndex = at;
      const name = ATTRIBUTE.exec(text);
      if (name === null) break;
      VALUE.lastIndex = ATTRIBUTE.lastIndex;
      const end = VALUE.test(text) ? VALUE.lastIndex : ATTRIBUTE.lastIndex;
      if (!HIDDEN.test(name[2] ?? '')) kept += text.slice(at, end);
      at = end;
    }
    TAG_START.lastIndex = at;
  }
  return kept + text.slice(at);
}
