import { z } from 'zod';
import { unwrap } from './read-values.ts';
import { alternatives } from './suggest.ts';

/** What a value should be, for a sentence: "a whole number of at least 1", "a list of texts". */
export function describeExpected(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodString) return 'a text';
  if (inner instanceof z.ZodNumber) return `${inner.isInt ? 'a whole number' : 'a number'}${least(inner)}`;
  if (inner instanceof z.ZodBoolean) return '`true` or `false`';
  if (inner instanceof z.ZodEnum) return alternatives(inner.options.map(String));
  if (inner instanceof z.ZodLiteral) return alternatives([...inner.values].map(String));
  if (inner instanceof z.ZodArray) return `a list${plural(inner.element)}`;
  if (inner instanceof z.ZodUnion) return inner.options.map(describeExpected).join(' or ');
  return 'a map';
}

/** The first example that the schema gives, as YAML on one line. */
export function exampleOf(schema: z.core.$ZodType): string | undefined {
  const examples = z.globalRegistry.get(schema)?.examples;
  return Array.isArray(examples) && examples.length > 0 ? toFlow(examples[0]) : undefined;
}

function least(number: z.ZodNumber): string {
  const { minValue } = number;
  if (minValue === null || minValue < 0) return '';
  return number.safeParse(minValue).success ? ` of at least ${minValue}` : ` above ${minValue}`;
}

function plural(element: z.core.$ZodType): string {
  const inner = unwrap(element);
  if (inner instanceof z.ZodString) return ' of texts';
  return inner instanceof z.ZodEnum ? ` of ${inner.options.map((option) => `\`${option}\``).join(', ')}` : '';
}

function toFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${toFlow(item)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' && !/^[\w$./][\w$./= -]*$/.test(value)
    ? JSON.stringify(value)
    : String(value);
}
