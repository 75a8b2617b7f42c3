/** What counts as a secret: a variable's name or the look of its value says so. */

const NAME_PARTS = /TOKEN|KEY|SECRET|PASS|CREDENTIAL|COOKIE|KUBECONFIG|DSN/i;
// Words between underscores only: PATH and GIT_AUTHOR_NAME are none.
const NAME_WORDS = /(?:^|_)(?:PAT|AUTH)(?:_|$)/i;

// Each with the part that is the secret itself, since a tool may print it without the rest.
const VALUE_SHAPES: readonly RegExp[] = [
  /(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]+/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{6,}/g,
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{12,}/g,
  /(?<![A-Za-z0-9])xox[a-z]-[A-Za-z0-9-]+/g,
  /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*/g,
  /-----BEGIN [A-Z0-9 ]+-----/g,
  /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
];

// `GIT_CONFIG_KEY_0` holds the name of a setting. Whether its value is a secret is decided in git-config.ts.
const GIT_CONFIG_ENTRY = /^GIT_CONFIG_(?:KEY|VALUE)_\d+$/;

/** Whether a variable is a secret. */
export function isSecret(name: string, value: string): boolean {
  if (GIT_CONFIG_ENTRY.test(name)) return looksSecret(value);
  return NAME_PARTS.test(name) || NAME_WORDS.test(name) || looksSecret(value);
}

/** Whether a value looks like a token, a key or an address with a password. */
export function looksSecret(value: string): boolean {
  return VALUE_SHAPES.some((shape) => value.search(shape) !== -1);
}

/** Where in a text something looks like a secret. */
export function findSecrets(text: string): readonly { readonly offset: number; readonly text: string }[] {
  return VALUE_SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)].map((match) => ({ offset: match.index, text: match[0] })),
  );
}

/**
 * The texts to redact because of one secret: its value, and what in it looks like a secret by itself (the password of
 * an address).
 */
export function secretTexts(value: string): readonly string[] {
  const parts = VALUE_SHAPES.filter((shape) => !shape.source.startsWith('-----')).flatMap(
    (shape) => value.match(shape) ?? [],
  );
  return [value, ...parts];
}
