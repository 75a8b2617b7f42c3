import type { JsonObject } from '../../../json.ts';
import { formatDuration, formatNumber } from '../../format.ts';
import { type Child, element, folded, sentence } from './dom.ts';
import { textField } from './line.ts';
import { asText, rawToggle } from './raw-toggle.ts';
import { describeEvent } from './run-event.ts';

/** What the run did for a session, a sentence each. `from`: when the session started. */
export function renderRunEvents(events: readonly JsonObject[], from: number): Child {
  if (events.length === 0) return undefined;
  return folded([element('h2', {}, 'What the run did'), ` ${formatNumber(events.length, 'event')}`], () => [
    element('ol', { class: 'events' }, ...events.map((event) => renderEvent(event, from))),
  ]);
}

function renderEvent(event: JsonObject, from: number): HTMLElement {
  const raw = rawToggle(textField(event, 'event') ?? 'the event', () => asText(event, 2));
  const since = Date.parse(textField(event, 'at') ?? '') - from;
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'item-head' },
      sentence(describeEvent(event)),
      element('span', { class: 'item-time quiet' }, Number.isNaN(since) ? '' : `+${formatDuration(since)}`),
      raw.toggle,
    ),
    raw.text,
  );
}
