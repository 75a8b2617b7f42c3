/**
 * `fetch` through the proxy that `https_proxy`, `http_proxy` and `no_proxy` name, as the runner itself understands them. Otherwise
 * nobody looks at them. Loaded only where a proxy is set: it brings an HTTP client of its own.
 */
import { defaults } from '@actions/github/lib/utils';
import { type Send, sendDirectly } from './fetch.ts';

/** Sends to GITHUB_API_URL's server as the runner would. */
export const sendThroughProxy: Send = defaults.request?.fetch ?? sendDirectly;
