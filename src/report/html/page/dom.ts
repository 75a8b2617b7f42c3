/** The only way in which this page makes elements: texts become text nodes, and no HTML is ever parsed. */

export type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element. `false` and undefined leave an attribute out, `true` sets it empty. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/** An element of a picture. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/** A button that does something here. */
export function button(label: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** Outside text that reads from right to left stays in its place. */
export function outside(text: string, attributes: Attributes = {}, ...more: readonly Child[]): HTMLElement {
  return element('bdi', attributes, text, ...more);
}

/** A sentence of ours that may quote names in backticks, which become code. */
export function sentence(text: string): HTMLElement {
  const parts = text.split(/`([^`]+)`/);
  return outside('', {}, ...parts.map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part)));
}

/** What is folded is made when it is first opened: a session may have megabytes. */
export function folded(
  summary: readonly Child[],
  fill: () => readonly Child[],
  attributes: Attributes = {},
): HTMLDetailsElement {
  const details = element('details', attributes, element('summary', {}, ...summary));
  let isFilled = false;
  const fillOnce = (): void => {
    if (isFilled || !details.open) return;
    isFilled = true;
    append(details, fill());
  };
  details.addEventListener('toggle', fillOnce);
  fillOnce();
  return details;
}

/** The element of the page that the Action wrote. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no element \`${id}\``);
  return found;
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== undefined) parent.append(child);
}
