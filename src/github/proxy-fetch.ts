/**
 * `fetch` through the proxy that `https_proxy`, `http_proxy` and `no_proxy` name, as the runner itself understands them.
 * Node's own `fetch` does not look at them. Loaded only where a proxy is set: it brings an HTTP client of its own.
 */
import { defaults } from '@actions/github/lib/utils';

/** Sends to GITHUB_API_URL's server as the runner would. */
export const proxyFetch: typeof globalThis.fetch = defaults.request?.fetch ?? globalThis.fetch;
