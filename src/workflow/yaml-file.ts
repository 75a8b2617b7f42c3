import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';

/** Something wrong with the YAML itself. */
export interface YamlFinding {
  readonly code: 'yaml_syntax' | 'duplicate_key';
  readonly path: readonly string[];
  readonly message: string;
  readonly offset: number;
}

/** A node that is no alias: aliases are followed. Null where a key has no value at all. */
export type YamlNode = Exclude<ParsedNode, Alias.Parsed> | null;

/** A YAML document with its positions. */
export interface YamlFile {
  /** Without a byte order mark: what offsets count in. */
  readonly text: string;
  readonly root: YamlNode;
  /** The node that an alias stands for; any other node as it is. */
  follow(node: ParsedNode | null): YamlNode;
  positionAt(offset: number): { readonly line: number; readonly column: number };
  readonly findings: readonly YamlFinding[];
  /** Nothing can be read from it. */
  readonly broken: boolean;
}

/** A file with hundreds of errors is one mistake; the first ones say which. */
const MAX_SYNTAX_ERRORS = 20;

/**
 * Reads one YAML 1.2 document. Aliases work, merge keys don't (neither do they in vik). Duplicate keys are compared
 * by their text, so that `1:` and `"1":` are the same stage.
 */
export function parseYamlFile(source: string): YamlFile {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings];
  const exhausted = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  const syntax = (exhausted === undefined ? withoutTabTrouble(problems, text, lines) : [exhausted]).map(
    ({ code, message, pos }): YamlFinding => ({
      code: 'yaml_syntax',
      path: [],
      message: `${SYNTAX_HINTS[code] ?? lowerFirst(message)}`,
      offset: pos[0],
    }),
  );
  const scanned = scan(syntax.length === 0 ? document.contents : null);
  const follow = (node: ParsedNode | null): YamlNode =>
    node !== null && isAlias(node) ? (scanned.targets.get(node) ?? null) : node;
  const findings = [...syntax, ...scanned.findings];
  return {
    text,
    root: follow(document.contents),
    follow,
    positionAt(offset) {
      const { line, col } = lines.linePos(Math.min(offset, text.length));
      // The counter has no line before the first character of an empty text.
      return line === 0 ? { line: 1, column: 1 } : { line, column: col };
    },
    findings: findings.slice(0, MAX_SYNTAX_ERRORS),
    broken: findings.some(({ code }) => code === 'yaml_syntax'),
  };
}

/**
 * A tab shifts all that follows: what the parser says after one is no mistake of its own. Further tabs are said, each
 * line once.
 */
function withoutTabTrouble(
  problems: readonly Problem[],
  text: string,
  lines: LineCounter,
): readonly Problem[] {
  const startsWithTab = ({ pos: [offset] }: Problem): boolean => {
    const start = offset - lines.linePos(offset).col + 1;
    return /^ *\t/.test(text.slice(start, Math.min(offset + 1, start + LONGEST_INDENT)));
  };
  const isTab = (problem: Problem): boolean =>
    problem.code === 'TAB_AS_INDENT' || (problem.code === 'BAD_INDENT' && startsWithTab(problem));
  const tabs = new Map(
    problems.filter(isTab).map((problem) => [lines.linePos(problem.pos[0]).line, problem]),
  );
  const first = [...tabs.values()].reduce(
    (least, { pos }) => Math.min(least, pos[0]),
    Number.POSITIVE_INFINITY,
  );
  return [
    ...problems.filter((problem) => !isTab(problem) && problem.pos[0] < first),
    ...[...tabs.values()].map(({ message, pos }) => ({ code: 'TAB_AS_INDENT' as const, message, pos })),
  ];
}

const LONGEST_INDENT = 1000;

type Problem = Pick<YAMLError, 'code' | 'message' | 'pos'>;

const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS:
    'a second YAML document begins here (`---`): a workflow file is one document, remove the rest',
  RESOURCE_EXHAUSTION: 'the YAML is nested too deeply',
  TAB_AS_INDENT: 'a tab is used as indentation: YAML wants spaces',
  TAG_RESOLVE_FAILED:
    'a tag (`!name`) that nobody here knows: write the value itself, or put the text in quotes',
};

/** One walk in the order of the text: what each alias stands for, and keys that are given twice. */
function scan(contents: ParsedNode | null): {
  readonly targets: ReadonlyMap<Alias.Parsed, YamlNode>;
  readonly findings: readonly YamlFinding[];
} {
  const anchors = new Map<string, Exclude<ParsedNode, Alias.Parsed>>();
  const targets = new Map<Alias.Parsed, YamlNode>();
  const findings: YamlFinding[] = [];

  const walk = (node: ParsedNode | null, path: readonly string[]): void => {
    if (node === null) return;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      else {
        const message = `the alias \`*${node.source}\` has no anchor \`&${node.source}\` before it`;
        findings.push({ code: 'yaml_syntax', path, message, offset: node.range[0] });
      }
      return;
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item, [...path, String(index)]);
    } else if (isMap(node)) {
      const seen = new Set<string>();
      for (const { key, value } of node.items) {
        walk(key, path);
        const name = keyText(isAlias(key) ? (targets.get(key) ?? null) : key);
        const keyPath = name === undefined ? path : [...path, name];
        if (name !== undefined && seen.has(name)) {
          const message = `\`${keyPath.join('.')}\` is given twice: keep one of them`;
          findings.push({ code: 'duplicate_key', path: keyPath, message, offset: key.range[0] });
        }
        if (name !== undefined) seen.add(name);
        walk(value, keyPath);
      }
    }
  };
  walk(contents, []);
  return { targets, findings };
}

/** A key as its author wrote it, also one that YAML reads as a number; undefined for a map or a list as a key. */
export function keyText(key: YamlNode): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
