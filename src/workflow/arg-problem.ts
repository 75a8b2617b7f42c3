import { isMap, isScalar, isSeq } from 'yaml';
import { isNothing, type Path } from './read-values.ts';
import type { YamlNode } from './yaml-file.ts';

/** Says what is wrong with a value under `args`, and how to write the flag. */
export function argProblem(path: Path, node: YamlNode): string {
  const name = `\`${path.join('.')}\``;
  const flag = String(path.at(-1)).replace(/\[\]$/, '');
  if (isNothing(node)) return `${name} has no value: write \`${flag}: true\` for a flag without a value`;
  if (isMap(node)) {
    return `${name} is a map: a flag takes a text, a number, \`true\`, or a list of those, for example \`${flag}: [key=value]\``;
  }
  if (isSeq(node)) {
    const what = node.items.some(isMap)
      ? 'a map'
      : node.items.some(isSeq)
        ? 'a list'
        : 'an item without a value';
    return `${name} has ${what} in its list: write its items as texts, numbers or booleans`;
  }
  const got = isScalar(node) ? `\`${node.source}\`` : 'something else';
  return `${name} is ${got}: expected a text, a number, \`true\`, \`false\`, or a list of those`;
}
