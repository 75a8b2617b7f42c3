/** Debian's Chromium, headless, through playwright-core. Used by tests and by scripts/screenshots.ts. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of an installed Chromium; undefined when there is none. */
export function findChromium(): string | undefined {
  return PROGRAMS.find((program) => existsSync(program));
}

export interface Browser extends AsyncDisposable {
  readonly context: BrowserContext;
}

/** How a page is looked at. */
export interface Viewing {
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
}

/** Starts a browser that asks nobody for anything, with a profile of its own that goes with it. */
export async function startBrowser(viewing: Viewing = {}): Promise<Browser> {
  const program = findChromium();
  if (program === undefined)
    throw new Error(`expected a Chromium at one of ${PROGRAMS.join(', ')}: \`apt-get install chromium\``);
  const profile = mkdtempSync(join(tmpdir(), 'vik-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'UTC',
    ...viewing,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
