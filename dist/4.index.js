export const id = 4;
export const ids = [4];
export const modules = {

/***/ 6869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ createGithubClient),
  d: () => (/* binding */ patiently)
});

// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(6856);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 3 modules
var dist_src = __webpack_require__(1267);
// EXTERNAL MODULE: ./node_modules/bottleneck/light.js
var light = __webpack_require__(3251);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker = __webpack_require__(8284);
// EXTERNAL MODULE: ./lib/github/fetch.js
var fetch = __webpack_require__(7591);
// EXTERNAL MODULE: ./lib/github/github-error.js
var github_error = __webpack_require__(3343);
;// CONCATENATED MODULE: ./lib/github/rate-limits.js
const LOW_PART = 0.1;
function createRateLimits() {
    const seen = new Map();
    return {
        note(headers) {
            const limit = Number(headers['x-ratelimit-limit']);
            const remaining = Number(headers['x-ratelimit-remaining']);
            const resetAt = readResetAt(headers);
            if (!(limit > 0) || Number.isNaN(remaining) || resetAt === undefined)
                return;
            seen.set(String(headers['x-ratelimit-resource'] ?? 'core'), { limit, remaining, resetAt });
        },
        isLow() {
            const now = Date.now();
            return [...seen.values()].some(({ limit, remaining, resetAt }) => remaining < limit * LOW_PART && resetAt.getTime() > now);
        },
    };
}
/** When the limit is reset, as the headers say; undefined when they don't. */
function readResetAt(headers) {
    const seconds = Number(headers['x-ratelimit-reset']);
    return seconds > 0 ? new Date(seconds * 1000) : undefined;
}

;// CONCATENATED MODULE: ./lib/github/retry-after.js
/**
 * An Octokit plugin, to be the first one: a 429, and a 403 with `retry-after`, is a limit whatever its text says. GitHub's
 * rule is to wait as long as the header says, but plugin-throttling knows a secondary limit by the words "secondary rate"
 * only, and without them plugin-retry would come back after a second.
 */
function limitsAsTold({ hook }) {
    hook.error('request', (error) => {
        if (isSecondaryLimit(error) && !/\bsecondary rate\b/i.test(error.message)) {
            error.message = `secondary rate limit: ${error.message}`;
        }
        throw error;
    });
    return {};
}
function isSecondaryLimit(error) {
    if (!('status' in error) || (error.status !== 403 && error.status !== 429))
        return false;
    if (!('response' in error) || typeof error.response !== 'object' || error.response === null)
        return false;
    const headers = 'headers' in error.response ? error.response.headers : undefined;
    if (typeof headers !== 'object' || headers === null)
        return false;
    if ('retry-after' in headers)
        return true;
    const isPrimary = 'x-ratelimit-remaining' in headers && headers['x-ratelimit-remaining'] === '0';
    return error.status === 429 && !isPrimary;
}

;// CONCATENATED MODULE: ./lib/github/client.js
/**
 * The one way to GitHub: Octokit with pacing, retries and limits, and our own words for what can go wrong. It knows no
 * route; callers parse what it gives them.
 */










/** Limits that are reset later than this are not waited for. */
const LONGEST_WAIT_SECONDS = 5 * 60;
/** How often one request waits for a limit before it counts as failed. */
const MOST_WAITS = 5;
const USER_AGENT = 'vik-action';
function createGithubClient(options) {
    const { log } = options;
    const limits = createRateLimits();
    const secondMs = options.secondMs ?? 1000;
    const common = {
        auth: options.token,
        baseUrl: options.apiUrl,
        userAgent: USER_AGENT,
        request: { fetch: (0,fetch/* createFetch */.H)(options.requestTimeoutMs ?? 30_000, options.send ?? fetch/* sendDirectly */.v) },
        log: {
            debug: () => { },
            info: (message) => log.debug(message),
            warn: (message) => log.debug(message),
            error: (message) => log.debug(message),
        },
    };
    let toldUntil = '';
    const mayWait = (seconds, options, waits, what) => {
        if ((seconds > LONGEST_WAIT_SECONDS && !isPatient(options)) || waits >= MOST_WAITS)
            return false;
        const until = new Date(Date.now() + seconds * secondMs).toISOString().slice(11, 19);
        if (until !== toldUntil)
            log.info(`GitHub limits our requests (${what}): waiting until ${until} UTC`);
        toldUntil = until;
        return true;
    };
    const throttle = {
        enabled: options.throttle ?? true,
        retryAfterBaseValue: secondMs,
        onRateLimit: (seconds, options, _octokit, waits) => mayWait(seconds, options, waits, 'the rate limit is used up'),
        onSecondaryRateLimit: (seconds, options, _octokit, waits) => mayWait(seconds, options, waits, 'too many at once'),
    };
    const paced = {
        ...common,
        retry: { retryAfterBaseValue: secondMs, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    };
    // This order: the other way round, plugin-retry takes a 429 and ignores `retry-after`.
    const PacedOctokit = dist_src/* Octokit */.E.plugin(limitsAsTold, plugin_throttling_dist_bundle/* throttling */.A, dist_bundle/* retry */.L);
    const octokit = new PacedOctokit({ ...paced, throttle });
    // Queries change nothing: without a group of their own they would wait a second each, in one line with all writes.
    const write = new light.Group({ maxConcurrent: 10 });
    const queries = new PacedOctokit({ ...paced, throttle: { ...throttle, write } });
    const graphqlRoute = `POST ${options.graphqlUrl}`;
    let urgentOctokit;
    const pick = (route, call) => {
        if (call.urgent !== true)
            return route === graphqlRoute ? queries : octokit;
        urgentOctokit ??= new dist_src/* Octokit */.E(common);
        return urgentOctokit;
    };
    async function request(route, parameters, call) {
        call.signal.throwIfAborted();
        const retries = call.retries === undefined ? {} : { retries: call.retries };
        const sent = pick(route, call).request(route, {
            ...parameters,
            request: { signal: call.signal, patient: call.patient === true, ...retries },
        });
        try {
            const { status, headers, data } = await unlessAborted(sent, call.signal);
            limits.note(headers);
            return { status, headers, data };
        }
        catch (error) {
            call.signal.throwIfAborted();
            const failure = readFailure(error);
            limits.note(failure.headers);
            if (failure.status === 304)
                return { status: 304, headers: failure.headers, data: undefined };
            throw toOurError(failure, describeRoute(route, parameters, options.apiUrl), error);
        }
    }
    return {
        apiUrl: options.apiUrl,
        request,
        async graphql(query, variables, call) {
            const { data } = await request(graphqlRoute, { query, variables }, call);
            return data;
        },
        isRateLimitLow: () => limits.isLow(),
    };
}
/** What Octokit throws: a RequestError with a response, one without (no connection), or the throttling plugin's own. */
function readFailure(error) {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
    const message = (0,errors/* messageOf */.bD)(error);
    const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
    const headers = typeof response === 'object' && response !== null && 'headers' in response
        ? { ...(response.headers ?? {}) }
        : {};
    return { status, isAnswer: typeof response === 'object' && response !== null, message, headers };
}
function toOurError({ status, isAnswer, message, headers }, route, cause) {
    const what = message.split('\n', 1)[0] ?? '';
    if (status === 401) {
        return new tracker/* CredentialsError */.lE('GitHub refuses the token (401): check the `github-token` input, it may have expired or been revoked', { cause });
    }
    const resetAt = limitResetAt({ status, isAnswer, message, headers });
    if (resetAt !== undefined) {
        const until = resetAt.toISOString().slice(11, 16);
        return new tracker/* RateLimitError */.OE(`GitHub's rate limit is used up until ${until} UTC`, resetAt, { cause });
    }
    const needed = headers['x-accepted-github-permissions'];
    const advice = status === 403 && typeof needed === 'string' ? ` (the token needs \`permissions\`: ${needed})` : '';
    return new github_error/* GithubError */.E1(`${route}: ${isAnswer ? `${status} ${what}` : `no answer (${what})`}${advice}`, status, { cause });
}
/** When the limit that caused this error ends; undefined when it was no limit. */
function limitResetAt({ status, message, headers }) {
    const isPrimary = headers['x-ratelimit-remaining'] === '0' &&
        (status === 403 || status === 429 || /rate limit/i.test(message));
    if (isPrimary)
        return readResetAt(headers);
    const isSecondary = (status === 403 || status === 429) && /secondary rate/i.test(message);
    if (!isSecondary)
        return undefined;
    return new Date(Date.now() + (Number(headers['retry-after']) || 60) * 1000);
}
/** The pacing and the waits of Octokit's plugins know no signal: the caller stops waiting, the request is aborted too. */
async function unlessAborted(sent, signal) {
    const { promise, reject } = Promise.withResolvers();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([sent, promise]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}
/** What was asked for, such as `GET /repos/octo/repo/issues/12`. */
function describeRoute(route, parameters, apiUrl) {
    const filled = route.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(parameters[name])));
    return filled.replace(apiUrl, '').replace(/\?.*$/, '');
}
/** Octokit hands a request's own options on to its plugins. */
function isPatient(options) {
    const { request } = options;
    return request?.patient === true;
}
/** The same client, for requests on behalf of a stage run that was admitted; see `GithubCall.patient`. */
function patiently(client) {
    const asPatient = (call) => ({ ...call, patient: call.urgent !== true });
    return {
        ...client,
        request: (route, parameters, call) => client.request(route, parameters, asPatient(call)),
        graphql: (query, variables, call) => client.graphql(query, variables, asPatient(call)),
    };
}


/***/ }),

/***/ 7591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ createFetch),
/* harmony export */   v: () => (/* binding */ sendDirectly)
/* harmony export */ });
/* harmony import */ var node_fetch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(290);
/* harmony import */ var node_fetch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(348);

/** Sends straight to the server. */
const sendDirectly = node_fetch__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .Ay;
/**
 * `fetch` with a time limit on each request, its body included. Octokit tries again after a time limit, but not after an
 * abort, which it knows by the error's name only. The body is read here: when the connection is reset in the middle of it,
 * Octokit would take it for an empty one with status 200, this way it tries again.
 */
function createFetch(timeoutMs, send) {
    return async (url, init) => {
        const asked = init?.signal ?? undefined;
        // Octokit sends what waited in its queue also after the abort. node-fetch would then destroy the body with an error
        // that nobody listens to, which ends our process.
        throwIfAborted(asked);
        const timeout = AbortSignal.timeout(timeoutMs);
        try {
            const response = await send(url, {
                ...init,
                signal: asked === undefined ? timeout : AbortSignal.any([asked, timeout]),
            });
            const body = Buffer.from(await response.arrayBuffer());
            const { status, statusText, headers } = response;
            return new node_fetch__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A(body.byteLength === 0 ? null : body, { status, statusText, headers });
        }
        catch (error) {
            throwIfAborted(asked);
            if (timeout.aborted) {
                const seconds = Math.round(timeoutMs / 1000);
                throw new Error(`no answer within ${seconds} seconds`, { cause: error });
            }
            throw error;
        }
    };
}
/** With the name by which Octokit knows an abort. */
function throwIfAborted(signal) {
    if (signal?.aborted)
        throw new DOMException('the request was aborted', 'AbortError');
}


/***/ }),

/***/ 3343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ GithubError),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   c4: () => (/* binding */ isNotFound)
/* harmony export */ });
/** GitHub answered with an error, or not at all. The message says what was asked and what came. */
class GithubError extends Error {
    name = 'GithubError';
    /** The HTTP status; 500 stands for a connection that failed, too. */
    status;
    constructor(message, status, options) {
        super(message, options);
        this.status = status;
    }
}
/** Whether GitHub answered 404: it is not there, or this token may not see it. */
function isNotFound(error) {
    return error instanceof GithubError && error.status === 404;
}
/** Whether this says that the thing asked for is gone: only 404 and 410 do. */
function isGone(error) {
    return isNotFound(error) || (error instanceof GithubError && error.status === 410);
}


/***/ }),

/***/ 7623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGithub: () => (/* binding */ openGithub)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6869);

/** A client for the server that our surroundings name, through their proxy where there is one. */
async function openGithub({ apiUrl, graphqlUrl, hasProxy }, token, log) {
    const proxied = hasProxy ? { send: (await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(810)]).then(__webpack_require__.bind(__webpack_require__, 8810))).sendThroughProxy } : {};
    return (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createGithubClient */ .z)({ token, apiUrl, graphqlUrl, log, ...proxied });
}


/***/ }),

/***/ 8284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OE: () => (/* binding */ RateLimitError),
/* harmony export */   YX: () => (/* binding */ PullError),
/* harmony export */   lE: () => (/* binding */ CredentialsError)
/* harmony export */ });
/** One pull failed; the next may succeed. */
class PullError extends Error {
    name = 'PullError';
}
/** The token is refused (HTTP 401): no further call can succeed. */
class CredentialsError extends Error {
    name = 'CredentialsError';
}
/** GitHub's rate limit is used up until `resetAt`, more than 5 minutes off; shorter waits are waited in the client. */
class RateLimitError extends Error {
    name = 'RateLimitError';
    resetAt;
    constructor(message, resetAt, options) {
        super(message, options);
        this.resetAt = resetAt;
    }
}


/***/ })

};
