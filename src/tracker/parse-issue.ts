/** One item of a tracker's JSON becomes an issue, or a sentence that says why it can't. */
import { z } from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import { cleanObject, TooDeepError } from './clean-text.ts';
import type { Issue } from './issue.ts';

export interface ParsedIssues {
  /** Ids are unique. */
  readonly issues: readonly Issue[];
  /** Items that were left out. */
  readonly warnings: readonly string[];
}

/** Parses the items of one pull. One that breaks the rules is left out with a warning that names it. */
export function parseIssues(items: readonly JsonValue[]): ParsedIssues {
  const issues = new Map<string, Issue>();
  const warnings: string[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = parseIssue(item);
    if ('problem' in parsed) {
      warnings.push(`${nameItem(index, item)} is left out: ${parsed.problem}`);
    } else if (issues.has(parsed.issue.id)) {
      warnings.push(`${nameItem(index, item)} is left out: an earlier item has the same id`);
    } else issues.set(parsed.issue.id, parsed.issue);
  }
  return { issues: [...issues.values()], warnings };
}

const NO_ID = 'is neither a string nor a whole number (write long numbers as strings)';

/** The rules of an id: it names files and folders. */
const issueId = z
  .union([z.string(), z.number().refine(Number.isSafeInteger, NO_ID)], NO_ID)
  .transform(String)
  .pipe(
    z
      .string()
      .regex(
        /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/,
        'must be 1 to 128 characters of `A-Z a-z 0-9 . _ -` and not start with a dot',
      ),
  );

const fields = z.object({
  id: issueId,
  title: z.string('is not a string'),
  description: z
    .string('is not a string')
    .nullish()
    .transform((text) => text ?? ''),
  state: z.string('is not a string').min(1, 'is empty'),
});

const ALIASES: Readonly<Record<string, string>> = {
  id: 'identifier',
  description: 'desc',
  state: 'status',
};

export type ParsedIssue = { readonly issue: Issue } | { readonly problem: string };

/** `identifier`, `desc` and `status` stand for id, description and state where those are missing. */
export function parseIssue(item: JsonValue): ParsedIssue {
  if (!isJsonObject(item)) return { problem: `it is ${kindOf(item)}, not an object` };
  let cleaned: JsonObject;
  try {
    cleaned = cleanObject(Object.entries(item));
  } catch (error) {
    if (error instanceof TooDeepError) return { problem: `it is ${error.message}` };
    throw error;
  }
  const names = Object.keys(fields.shape).map((field) => {
    const alias = ALIASES[field];
    const isAliased = !Object.hasOwn(cleaned, field) && alias !== undefined && Object.hasOwn(cleaned, alias);
    return [field, isAliased ? alias : field] as const;
  });
  const own = names.flatMap(([field, name]) =>
    Object.hasOwn(cleaned, name) ? [[field, cleaned[name]]] : [],
  );
  const parsed = fields.safeParse(Object.fromEntries(own));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0]);
    const isMissing = !own.some(([name]) => name === field);
    return { problem: isMissing ? `\`${field}\` is missing` : `its \`${field}\` ${issue?.message}` };
  }
  const used = new Set(names.map(([, name]) => name));
  const extra = Object.fromEntries(Object.entries(cleaned).filter(([name]) => !used.has(name)));
  const url = typeof extra.url === 'string' && /^https?:\/\//i.test(extra.url) ? extra.url : undefined;
  return { issue: { ...parsed.data, ref: parsed.data.id, url, extra, revision: undefined } };
}

function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How a warning names an item that may have no usable id. */
function nameItem(index: number, item: JsonValue): string {
  const place = `item ${index + 1} of the pull`;
  if (!isJsonObject(item)) return place;
  const name = ['id', 'identifier', 'title'].find((field) => Object.hasOwn(item, field));
  if (name === undefined) return place;
  const text = JSON.stringify(item[name]) ?? '';
  return `${place} (${name} ${text.length > 60 ? `${text.slice(0, 60)}...` : text})`;
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
