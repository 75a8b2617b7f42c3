/** A line of the event log as a sentence. Knows nothing of the page. */
import type { JsonObject } from '../../../json.ts';
import { formatDuration } from '../../format.ts';
import { field, isObject, numberField, textField } from './line.ts';

/** What the run did, in words that may have names in backticks; an event that this page doesn't know is its name. */
export function describeEvent(event: JsonObject): string {
  const name = textField(event, 'event') ?? 'something';
  switch (name) {
    case 'attempt_started':
      return `Attempt ${numberField(event, 'attempt') ?? ''} started`;
    case 'attempt_ended':
      return `Attempt ${numberField(event, 'attempt') ?? ''} ended: ${describeVerdict(event)}`;
    case 'hook':
      return describeHook(event);
    case 'expectations':
      return describeExpectations(event);
    case 'transition':
      return describeTransition(event);
    default:
      return name.replaceAll('_', ' ');
  }
}

function describeVerdict(event: JsonObject): string {
  const verdict = field(event, 'verdict');
  if (!isObject(verdict)) return 'unknown';
  const reason = textField(verdict, 'reason');
  const state = textField(verdict, 'state') ?? 'unknown';
  return reason === undefined ? state : `${state}, ${reason}`;
}

function describeHook(event: JsonObject): string {
  const hook = `Hook \`${textField(event, 'hook') ?? ''}\``;
  const took = formatDuration(numberField(event, 'duration_ms') ?? 0);
  return textField(event, 'outcome') === 'failed'
    ? `${hook} failed after ${took}: ${textField(event, 'reason') ?? ''}`
    : `${hook} ran for ${took}`;
}

function describeExpectations(event: JsonObject): string {
  const done = namesIn(field(event, 'met'));
  const left = namesIn(field(event, 'unmet'));
  const sentences = [
    ...(done === '' ? [] : [`expected and done: ${done}`]),
    ...(left === '' ? [] : [`expected and not done: ${left}`]),
  ].join('; ');
  return `${sentences.charAt(0).toUpperCase()}${sentences.slice(1)}`;
}

function namesIn(value: ReturnType<typeof field>): string {
  return Array.isArray(value) ? value.map((name) => `\`${String(name)}\``).join(', ') : '';
}

function describeTransition(event: JsonObject): string {
  const state = textField(event, 'state');
  const transition = `\`${textField(event, 'transition') ?? 'transition'}\``;
  const to = state === undefined ? 'changed the labels' : `moved the issue to \`${state}\``;
  const detail = textField(event, 'detail');
  switch (textField(event, 'outcome')) {
    case 'written':
      return `${transition} ${to}`;
    case 'left-alone':
      return `${transition} left the issue alone: ${detail ?? ''}`;
    default:
      return `${transition} failed: ${detail ?? ''}`;
  }
}
