/**
 * Makes the page of `report.html`: its script, bundled from src/report/html/page/, and its style in one file, with a
 * policy that lets a browser run that script and style by their hashes, and load nothing at all.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { CONTENT_MARK } from '../src/report/html/page-shell.ts';

const root = path.join(import.meta.dirname, '..');
const source = path.join(root, 'src/report/html/page');

export interface BuiltPage {
  readonly html: string;
  /** The licences of the packages in its script. */
  readonly licenses: string;
}

/** The same source gives the same page. */
export async function buildPage(): Promise<BuiltPage> {
  const bundle = await rolldown({
    input: path.join(source, 'main.ts'),
    platform: 'browser',
    // without `browser`, for which a package brings code that parses HTML
    resolve: { conditionNames: ['worker', 'import', 'default'] },
    treeshake: true,
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error('the page must be one script');
  const script = chunk.code.trim();
  const style = shortenStyle(readFileSync(path.join(source, 'page.css'), 'utf8'));
  for (const [name, text] of Object.entries({ script, style })) {
    // what would end the element early, or change how its end is found
    if (/<\/(script|style)|<!--|<script/i.test(text))
      throw new Error(`the page's ${name} must not hold a tag`);
  }
  return { html: page(script, style), licenses: licensesOf(Object.keys(chunk.modules)) };
}

function page(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Vik run</title>
<style>${style}</style>
</head>
<body>
${CONTENT_MARK}
<main id="session" hidden></main>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Without the spaces that only people read. */
function shortenStyle(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();
}

function licensesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, license }: { name: string; license: string } = JSON.parse(
        readFileSync(path.join(folder, 'package.json'), 'utf8'),
      );
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8');
      if (!existsSync(folder) || license === undefined) throw new Error(`${name} names no licence`);
      return `${name}\n${license}\n${text}`;
    })
    .join('\n');
}
