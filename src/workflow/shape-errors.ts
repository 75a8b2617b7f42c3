import { isMap, isScalar, isSeq } from 'yaml';
import { z } from 'zod';
import { argProblem } from './arg-problem.ts';
import { describeExpected, exampleOf } from './describe-schema.ts';
import type { Findings } from './findings.ts';
import { isNothing, objectOption, type Path, type Place, type ReadValues, unwrap } from './read-values.ts';
import { alternatives, didYouMean } from './suggest.ts';
import type { YamlFile } from './yaml-file.ts';

/** Turns what zod says of the values into findings with our codes: at most one for each place. */
export function reportShapeErrors(
  issues: readonly z.core.$ZodIssue[],
  schema: z.core.$ZodType,
  read: ReadValues,
  yaml: YamlFile,
  findings: Findings,
): void {
  const seen = new Set<string>();
  for (const { issue, path } of issues.flatMap((each) => flatten(each, []))) {
    const key = JSON.stringify(path);
    if (seen.has(key)) continue;
    seen.add(key);
    reportIssue(issue, path, schema, read, yaml, findings);
  }
}

interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
}

/** A union's issue says that nothing fits; when a list was meant, what counts is which of its items doesn't. */
function flatten(issue: z.core.$ZodIssue, parent: Path): PlacedIssue[] {
  const path = [...parent, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const options = issue.code === 'invalid_union' ? issue.errors : [];
  const items = options.find((option) => option.every((inner) => inner.path.length > 0));
  if (items === undefined || items.length === 0) return [{ issue, path }];
  return items.flatMap((inner) => flatten(inner, path));
}

function reportIssue(
  issue: z.core.$ZodIssue,
  path: Path,
  schema: z.core.$ZodType,
  read: ReadValues,
  yaml: YamlFile,
  findings: Findings,
): void {
  const name = path.length === 0 ? 'the file' : `\`${path.join('.')}\``;
  const place = read.placeOf(path);
  if (path[0] === 'agents' && path[2] === 'args' && path.length > 3) {
    const flag = path.slice(0, 4);
    findings.error('agent_args', flag, argProblem(flag, read.placeOf(flag)?.node ?? null));
    return;
  }
  if (place === undefined || (isNothing(place.node) && !isList(path))) {
    const wanted = place?.schema ?? schemaAt(schema, path);
    const what =
      wanted === undefined ? '' : `: expected ${describeExpected(wanted)}${forExample(path, wanted)}`;
    findings.error(
      'missing_field',
      path,
      `${name} ${place === undefined ? 'is missing' : 'has no value'}${what}`,
      'key',
    );
    return;
  }
  const got = describeValue(place, yaml);
  const expected = `expected ${describeExpected(place.schema)}`;
  const example = forExample(path, place.schema);
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'map') {
        findings.error('empty_map', path, `${name} is empty: it needs at least one entry${example}`, 'key');
      } else if (issue.origin === 'array') {
        findings.error('wrong_type', path, `${name} is an empty list: it needs at least one entry${example}`);
      } else {
        findings.error('non_positive_number', path, `${name} is ${got}: ${expected}${example}`);
      }
      return;
    case 'invalid_format':
      if (issue.pattern === NOT_BLANK) {
        findings.error('empty_str', path, `${name} is empty: ${expected}${example}`);
      } else {
        findings.error('wrong_type', path, `${name} is ${got}: expected the name of a variable${example}`);
      }
      return;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const written = isScalar(place.node) ? String(place.node.value) : '';
      const code = path[0] === 'agents' && path[2] === 'runtime' ? 'unknown_runtime' : 'wrong_type';
      const near = didYouMean(written, values);
      findings.error(code, path, `${name} is ${got}: expected ${alternatives(values)}${near}`);
      return;
    }
    case 'invalid_union': {
      const words = wordsOf(place.schema);
      const near = isScalar(place.node) ? didYouMean(String(place.node.value), words) : '';
      findings.error('wrong_type', path, `${name} is ${got}: ${expected}${near === '' ? example : near}`);
      return;
    }
    default:
      findings.error(
        'wrong_type',
        path,
        `${name} is ${got}: ${wrongTypeHint(path, place, yaml) ?? expected + example}`,
      );
  }
}

/** The words among which a union chooses. */
function wordsOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodUnion)) return [];
  return inner.options.flatMap((option) => (option instanceof z.ZodEnum ? option.options.map(String) : []));
}

const NOT_BLANK = String(/\S/);

/** What a frequent mistake wants instead. */
function wrongTypeHint(path: Path, place: Place, yaml: YamlFile): string | undefined {
  const pointer = path.join('.');
  if (pointer === '') return 'expected a map with the keys `agents`, `issues` and `issue`';
  if (pointer === 'issue.stages' && isSeq(place.node)) {
    return 'write it as a map, each stage under its name (`plan:` with its keys below, instead of `- name: plan`)';
  }
  if (!(unwrap(place.schema) instanceof z.ZodString)) return undefined;
  if (isScalar(place.node) && !isNothing(place.node)) return 'expected a text, put it in quotes';
  if (yaml.text.startsWith('{{', place.valueOffset)) {
    return 'a text that begins with `{{` must stand in quotes, or in a block after `|`';
  }
  return undefined;
}

/** What stands there, for a sentence: `` `3` ``, "a list". */
function describeValue(place: Place, yaml: YamlFile): string {
  const { node } = place;
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node) || node.value === null) return 'nothing';
  const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  const line = written.split('\n', 1)[0] ?? '';
  const shown = line.length < written.length || line.length > 60 ? `${line.slice(0, 60)}...` : line;
  const quoted = yaml.text.startsWith('"', place.valueOffset) || yaml.text.startsWith("'", place.valueOffset);
  return quoted ? `the text \`${shown}\`` : `\`${shown}\``;
}

function forExample(path: Path, schema: z.core.$ZodType): string {
  const example = exampleOf(schema);
  const key = path.at(-1);
  if (example === undefined || key === undefined) return '';
  return `, for example \`${typeof key === 'number' ? example : `${key}: ${example}`}\``;
}

/** The schema of a key that the file doesn't have, found by its way through the schema. */
function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  for (const key of path) {
    const inner: z.core.$ZodType | undefined = at === undefined ? undefined : unwrap(at);
    if (inner instanceof z.ZodObject) at = inner.shape[key];
    else if (inner instanceof z.ZodMap) at = inner.valueType;
    else if (inner instanceof z.ZodArray) at = inner.element;
    else if (inner instanceof z.ZodUnion) at = objectOption(inner)?.shape[key];
    else return undefined;
  }
  return at;
}

function isList(path: Path): boolean {
  return typeof path.at(-1) === 'number';
}
