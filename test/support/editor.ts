/** What an editor with the YAML language server shows in a workflow file; the network is this repository. */
import { readFile } from 'node:fs/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, MarkupContent } from 'yaml-language-server';

/** Where the files of our main branch are on the web. */
const MAIN = 'https://raw.githubusercontent.com/OWNER/vik-action/main/';

export interface Editor {
  /** What is underlined, as `line: message`. */
  problems(text: string): Promise<readonly string[]>;
  /** What is offered where `|` stands. */
  completions(text: string): Promise<readonly string[]>;
  /** The text that shows at the first place of this word. */
  hover(text: string, word: string): Promise<string>;
}

/** The server knows a text by its address and version. */
let opened = 0;

export function openEditor(): Editor {
  const service = getLanguageService({
    schemaRequestService(address) {
      if (!address.startsWith(MAIN)) throw new Error(`\`${address}\` is no file of ours`);
      return readFile(new URL(`../../${address.slice(MAIN.length)}`, import.meta.url), 'utf8');
    },
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  service.configure({ validate: true, hover: true, completion: true });
  const open = (text: string): TextDocument => {
    opened += 1;
    return TextDocument.create(`file:///repository/${opened}/workflow.yml`, 'yaml', 1, text);
  };

  return {
    async problems(text) {
      const found = await service.doValidation(open(text), false);
      return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
    },
    async completions(text) {
      const document = open(text.replace('|', ''));
      const { items } = await service.doComplete(document, document.positionAt(text.indexOf('|')), false);
      return items.map(({ label }) => label);
    },
    async hover(text, word) {
      const document = open(text);
      const shown = await service.doHover(document, document.positionAt(text.indexOf(word)));
      return MarkupContent.is(shown?.contents) ? shown.contents.value : '';
    },
  };
}
