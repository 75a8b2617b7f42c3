import type { JsonValue } from '../../../json.ts';
import { button, element } from './dom.ts';

/** A button that shows a text below, which is made when it is first asked for. */
export function rawToggle(
  name: string,
  makeText: () => string,
): { readonly toggle: HTMLElement; readonly text: HTMLElement } {
  const text = element('pre', { class: 'raw', hidden: true, tabindex: 0 });
  const toggle = button(
    '{ }',
    () => {
      text.hidden = !text.hidden;
      toggle.setAttribute('aria-expanded', String(!text.hidden));
      if (text.textContent === '') text.textContent = makeText();
    },
    {
      class: 'raw-toggle',
      'aria-label': `Raw JSON of ${name}`,
      'aria-expanded': 'false',
      title: 'Raw JSON',
    },
  );
  return { toggle, text };
}

/** JSON as text, each string in it as `shown` says. JSON.parse takes any depth, JSON.stringify runs out of stack. */
export function asText(value: JsonValue, indent: number, shown = (text: string): string => text): string {
  if (typeof value === 'string') return shown(value);
  try {
    return JSON.stringify(value, (_, one) => (typeof one === 'string' ? shown(one) : one), indent);
  } catch {
    return 'nested too deeply to be shown';
  }
}
