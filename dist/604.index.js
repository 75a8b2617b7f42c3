export const id = 604;
export const ids = [604];
export const modules = {

/***/ 2604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkToken: () => (/* binding */ checkToken)
});

// EXTERNAL MODULE: ./lib/github/github-error.js
var github_error = __webpack_require__(3343);
// EXTERNAL MODULE: ./lib/github/probe.js
var probe = __webpack_require__(5733);
// EXTERNAL MODULE: ./lib/github/read-permission.js
var read_permission = __webpack_require__(4995);
// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker = __webpack_require__(8284);
// EXTERNAL MODULE: ./lib/github/list-pulls.js
var list_pulls = __webpack_require__(2018);
// EXTERNAL MODULE: ./lib/github/read-branch.js
var read_branch = __webpack_require__(7043);
;// CONCATENATED MODULE: ./lib/doctor/check-expectations.js



/** Any name will do: that there is no such branch is an answer. */
const BRANCH = 'vik-doctor';
/** Whether the token may read what stages expect. Rejects as `GithubClient.request` does for everything but a refusal. */
async function checkExpectations({ client, repository, stages, placeOf }, { signal }) {
    const questions = [
        {
            kind: 'pull_request',
            code: 'no_pulls_read',
            permission: 'pull-requests: read',
            ask: () => (0,list_pulls/* readNewestPull */.K)(client, repository, signal),
        },
        {
            kind: 'commits',
            code: 'no_contents_read',
            permission: 'contents: read',
            ask: () => (0,read_branch/* readBranch */.p)(client, repository, BRANCH, signal),
        },
    ];
    const findings = [];
    for (const { kind, code, permission, ask } of questions) {
        const stage = stages.find(({ expect }) => expect.some((expected) => expected.kind === kind));
        if (stage === undefined || !(await isRefused(ask)))
            continue;
        findings.push({
            severity: 'error',
            code,
            message: `${stage.name} expects \`${kind}\`, and this token may not read that: write \`permissions:\` with \`${permission}\` into the job, or give another \`github-token\` with that permission`,
            place: placeOf(['issue', 'stages', stage.name, 'expect']),
        });
    }
    return findings;
}
async function isRefused(ask) {
    try {
        await ask();
        return false;
    }
    catch (error) {
        if (error instanceof github_error/* GithubError */.E1 && (error.status === 403 || error.status === 404))
            return true;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/github/labels.js
var labels = __webpack_require__(1292);
// EXTERNAL MODULE: ./lib/tracker/label-state.js
var label_state = __webpack_require__(114);
;// CONCATENATED MODULE: ./lib/doctor/check-labels.js


/** Rejects as `GithubClient.request` does. */
async function checkLabels(check, call) {
    const { client, repository, canCreate, placeOf } = check;
    const name = `${repository.owner}/${repository.repo}`;
    const named = distinct(namedLabels(check));
    const names = named.map(({ label }) => label);
    const absent = new Set(await (0,labels/* findMissingLabels */.bL)(client, repository, names, call));
    const missing = named.filter(({ label }) => absent.has(label));
    const findings = [];
    const facts = [];
    for (const { label, path, use } of missing) {
        if (use === 'hide') {
            facts.push(`no issue is hidden by \`${label}\`: ${name} has no such label`);
            continue;
        }
        if (use === 'move' && canCreate) {
            facts.push(`\`${label}\` does not exist yet: the first transition to it makes it`);
            continue;
        }
        const why = use === 'move'
            ? 'and this token may not make it, so the transition to it fails'
            : 'so no issue can be found by it';
        const message = `${name} has no label \`${label}\`, ${why}: create it on the repository's page of labels, or correct the name`;
        findings.push({ severity: 'warning', code: 'missing_label', message, place: placeOf(path) });
    }
    if (named.length > 0 && missing.length === 0)
        facts.push('every label that the file names exists');
    return { findings, facts };
}
function namedLabels({ intake, stages }) {
    const labelOf = (state) => `${intake.statePrefix}${state}`;
    const moves = stages.flatMap((stage) => ['on_start', 'on_success', 'on_failure'].flatMap((key) => {
        const transition = {
            on_start: stage.onStart,
            on_success: stage.onSuccess,
            on_failure: stage.onFailure,
        }[key];
        const path = ['issue', 'stages', stage.name, key];
        return [
            ...(transition?.state === undefined
                ? []
                : [{ label: labelOf(transition.state), path: [...path, 'state'], use: 'move' }]),
            ...(transition?.addLabels ?? []).map((label) => ({
                label,
                path: [...path, 'add_labels'],
                use: 'move',
            })),
        ];
    }));
    const starts = stages.map(({ name, state }) => {
        const label = labelOf(state);
        const isMovedTo = moves.some((move) => (0,label_state/* isSameLabel */.zi)(move.label, label));
        return { label, path: ['issue', 'stages', name, 'when', 'state'], use: isMovedTo ? 'move' : 'start' };
    });
    return [
        ...intake.labels.map((label, index) => ({
            label,
            path: ['issues', 'github', 'labels', index],
            use: 'filter',
        })),
        ...starts,
        ...moves,
        ...intake.excludeLabels.map((label, index) => ({
            label,
            path: ['issues', 'github', 'exclude_labels', index],
            use: 'hide',
        })),
    ];
}
function distinct(named) {
    return named.filter(({ label }, index) => named.findIndex((other) => (0,label_state/* isSameLabel */.zi)(other.label, label)) === index);
}

;// CONCATENATED MODULE: ./lib/doctor/check-token.js






/** Never rejects for what GitHub answers or does not: that is a finding. */
async function checkToken(check, signal) {
    const findings = [];
    const facts = [];
    try {
        await ask(check, { signal }, findings, facts);
    }
    catch (error) {
        const failure = describeFailure(error, signal);
        if (failure === undefined)
            throw error;
        findings.push({ severity: 'error', place: undefined, ...failure });
    }
    return { findings, facts };
}
/** What can't be asked at all rejects; what can be asked and is refused is a finding. */
async function ask(check, call, findings, facts) {
    const { client, repository, stages, placeOf } = check;
    const name = `\`${repository.owner}/${repository.repo}\``;
    const error = (code, message, place) => {
        findings.push({ severity: 'error', code, message, place });
    };
    const found = await unlessStatus([403, 404], (0,probe/* readRepository */.Nu)(client, repository, call));
    if (found.kind === 'status') {
        const message = `${name} is not there, or this token may not see it (${found.status}): check the inputs \`repository\` and \`github-token\``;
        error('repository_missing', message);
        return;
    }
    if (found.value.isArchived) {
        error('repository_archived', `${name} is archived: its labels can not be changed; unarchive it`);
        return;
    }
    const listing = await unlessStatus([403, 404, 410], (0,probe/* tryListing */.U_)(client, repository, call));
    if (listing.kind === 'status') {
        if (listing.status === 410)
            error('issues_off', `issues are turned off in ${name}: turn them on in its settings`);
        else
            error('no_issues_read', `this token may not list the issues of ${name} (${listing.status}): ${permissionAdvice('issues: read', 'write` where the file has transitions, else `read')}`);
        return;
    }
    facts.push(`the token may list the issues of ${name}`);
    const transitions = firstTransition(stages);
    const write = await (0,probe/* mayWriteLabels */.SL)(client, repository, call);
    const canLabel = write || found.value.role?.triage === true;
    if (transitions === undefined) {
        facts.push('no stage has a transition, so the token need not write labels');
    }
    else if (canLabel) {
        facts.push('the token may write labels');
    }
    else {
        const message = `this token may not write the labels of ${name}, so no transition can be made: ${permissionAdvice('issues: write')}${roleAdvice(found.value)}`;
        error('no_issues_write', message, placeOf(transitions));
    }
    // a person who may see the repository may comment; that of an App's token is a permission
    if (check.comment === true && !write && found.value.role === undefined) {
        const message = `this token may not write to the issues of ${name}, so no comment can be made: ${permissionAdvice('issues: write')}`;
        error('no_issues_write', message, placeOf(['report', 'comment']));
    }
    findings.push(...(await checkExpectations(check, call)));
    const own = await checkTrust(check, call, findings);
    if (own !== undefined)
        facts.push(`the token is that of ${own.kind === 'app' ? 'the App' : 'the person'} \`${own.login}\``);
    const labels = await checkLabels({ ...check, canCreate: write }, call);
    findings.push(...labels.findings);
    facts.push(...labels.facts);
}
/** Whether approvals can be judged, and whose token it is. */
async function checkTrust({ client, repository, intake, placeOf }, call, findings) {
    const { trust } = intake;
    if (trust.labelers === 'any' && trust.edits === 'allow')
        return undefined;
    const at = placeOf(['issues', 'github', 'trust']);
    let own;
    try {
        own = await (0,probe/* readViewer */.n)(client, call);
    }
    catch (error) {
        if (!(error instanceof github_error/* GithubError */.E1))
            throw error;
        if (trust.edits === 'refuse') {
            const why = error.status === 404 ? 'this server has no GraphQL' : `GraphQL can not be asked (${error.message})`;
            findings.push({
                severity: 'error',
                code: 'no_graphql',
                message: `${why}, so edits of an issue after its label can not be found and nothing would start: let the job reach GITHUB_GRAPHQL_URL, or set \`issues.github.trust.edits: allow\` to start without that check`,
                place: at,
            });
        }
    }
    if (trust.labelers === 'write' || trust.labelers === 'triage') {
        try {
            await (0,read_permission/* readPermission */.c)(client, repository, own?.kind === 'user' ? own.login : repository.owner, call.signal);
        }
        catch (error) {
            if (!(error instanceof github_error/* GithubError */.E1))
                throw error;
            findings.push({
                severity: 'error',
                code: 'no_permission_read',
                message: `this token can't read what a collaborator may do (${error.message}), so no label can be approved: give a token with \`metadata: read\`, or name the trusted logins in \`issues.github.trust.labelers\``,
                place: at,
            });
        }
    }
    if (own?.kind === 'user' && !isNamed(own.login, trust.labelers)) {
        findings.push({
            severity: 'warning',
            code: 'personal_token',
            message: `\`github-token\` is the token of \`${own.login}\`: labels that this person adds by hand can't be told from the Action's own and approve nothing by themselves. Use the job's own token or that of an App, or name the login in \`issues.github.trust.labelers\``,
            place: at,
        });
    }
    return own;
}
function isNamed(login, labelers) {
    if (typeof labelers === 'string')
        return labelers === 'any';
    return labelers.some((one) => one.toLowerCase() === login.toLowerCase());
}
/** Where the first transition is written; undefined when there is none. */
function firstTransition(stages) {
    for (const { name, onStart, onSuccess, onFailure } of stages) {
        const key = (onStart && 'on_start') ?? (onSuccess && 'on_success') ?? (onFailure && 'on_failure') ?? undefined;
        if (key !== undefined)
            return ['issue', 'stages', name, key];
    }
    return undefined;
}
function permissionAdvice(permission, alternative) {
    const wanted = alternative === undefined ? permission : `issues: ${alternative}`;
    return `write \`permissions:\` with \`${wanted}\` into the job, or give another \`github-token\` with that permission`;
}
function roleAdvice({ role }) {
    return role === undefined || role.triage
        ? ''
        : '; the person whose token it is needs the role triage or more';
}
async function unlessStatus(statuses, asked) {
    try {
        return { kind: 'value', value: await asked };
    }
    catch (error) {
        if (error instanceof github_error/* GithubError */.E1 && statuses.includes(error.status)) {
            return { kind: 'status', status: error.status };
        }
        throw error;
    }
}
/** Undefined for a bug. */
function describeFailure(error, signal) {
    if (error instanceof tracker/* CredentialsError */.lE)
        return { code: 'token_refused', message: error.message };
    if (error instanceof tracker/* RateLimitError */.OE) {
        return {
            code: 'rate_limited',
            message: `${error.message}: what the token may do was not checked, try again then`,
        };
    }
    if (error instanceof github_error/* GithubError */.E1) {
        return {
            code: 'no_answer',
            message: `GitHub could not be asked what the token may do: ${error.message}. Check that the runner reaches GITHUB_API_URL, or try again`,
        };
    }
    if (signal.aborted) {
        return {
            code: 'no_answer',
            message: 'GitHub did not answer in time: what the token may do was not checked, try again',
        };
    }
    return undefined;
}


/***/ }),

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ toAccount)
/* harmony export */ });
/** What GraphQL calls the type of an actor, and REST `type`. */
function toAccount(type, login) {
    const kind = type === 'User' ? 'user' : type === 'Bot' ? 'app' : 'other';
    return { kind, login: kind === 'app' ? login.replace(/\[bot\]$/, '') : login };
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

/***/ 1292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ addLabels),
/* harmony export */   bL: () => (/* binding */ findMissingLabels),
/* harmony export */   tA: () => (/* binding */ removeLabel)
/* harmony export */ });
/* unused harmony export labelExists */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);
/** Labels. Each of these requests can be repeated without harm, so Octokit may try again. */


/** Whether the repository has this label. */
async function labelExists(client, repository, name, call) {
    try {
        await client.request('GET /repos/{owner}/{repo}/labels/{name}', { ...repository, name }, call);
        return true;
    }
    catch (error) {
        if ((0,_github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotFound */ .c4)(error))
            return false;
        throw error;
    }
}
const labelsJson = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }));
const PAGE = 100;
/** Those of the labels that the repository does not have, found with one request where it has no more than 100 labels. */
async function findMissingLabels(client, repository, names, call) {
    const parameters = { ...repository, per_page: PAGE };
    const { data } = await client.request('GET /repos/{owner}/{repo}/labels', parameters, call);
    const first = labelsJson.safeParse(data).data ?? [];
    const there = new Set(first.map(({ name }) => name.toLowerCase()));
    const left = names.filter((name) => !there.has(name.toLowerCase()));
    if (first.length > 0 && first.length < PAGE)
        return left;
    const exist = await Promise.all(left.map((name) => labelExists(client, repository, name, call)));
    return left.filter((_, index) => exist[index] === false);
}
/** Adds labels to an issue in one request; one that the repository does not have is made. */
async function addLabels(client, repository, number, labels, call) {
    const parameters = { ...repository, issue_number: number, labels };
    await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', parameters, call);
}
/** Takes one label off an issue; that it is not there any more is as good. */
async function removeLabel(client, repository, number, name, call) {
    const parameters = { ...repository, issue_number: number, name };
    try {
        await client.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', parameters, call);
    }
    catch (error) {
        if ((0,_github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotFound */ .c4)(error))
            return;
        throw error;
    }
}


/***/ }),

/***/ 2018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readNewestPull),
/* harmony export */   Y: () => (/* binding */ listPullsOfBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(327);


const pullsJson = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) })
    .transform(({ number, head }) => ({ number, headSha: head.sha })));
/** Pull requests, open and closed, from this branch of the repository; the newest 100. */
function listPullsOfBranch(client, repository, branch, signal) {
    return list(client, repository, { head: `${repository.owner}:${branch}`, per_page: 100 }, signal);
}
/** The highest number of a pull request; 0 when there is none. */
async function readNewestPull(client, repository, signal) {
    const [newest] = await list(client, repository, { per_page: 1 }, signal);
    return newest?.number ?? 0;
}
async function list(client, repository, query, signal) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', { ...repository, state: 'all', sort: 'created', direction: 'desc', ...query }, { signal });
    return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(pullsJson, data, 'the listing of pull requests was cut off or is no list');
}


/***/ }),

/***/ 327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ parseGraphqlAnswer),
/* harmony export */   W: () => (/* binding */ parseAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);


/**
 * What GitHub answered, parsed. After a connection that was reset in the middle, Octokit answers 200 with an empty text:
 * what does not fit is a `GithubError` with this message, so that it can be asked again.
 */
function parseAnswer(schema, data, problem) {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E1(problem, 200, { cause: parsed.error });
}
const graphqlErrors = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).min(1),
});
/** The same for a query, whose errors come with status 200; `advice` says what a token needs. 404: it is not there. */
function parseGraphqlAnswer(schema, data, advice = '') {
    const failed = graphqlErrors.safeParse(data);
    if (failed.success) {
        const isGone = failed.data.errors.some(({ type }) => type === 'NOT_FOUND');
        const messages = failed.data.errors.map(({ message }) => message).join('; ');
        throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E1(`GraphQL: ${messages}${advice}`, isGone ? 404 : 200);
    }
    return parseAnswer(schema, data, "GraphQL: GitHub's answer was cut off or is not what was asked for");
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readRepository),
/* harmony export */   SL: () => (/* binding */ mayWriteLabels),
/* harmony export */   U_: () => (/* binding */ tryListing),
/* harmony export */   n: () => (/* binding */ readViewer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7316);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(327);
/** Requests that tell what a token may do in a repository and change nothing. */




const repositoryJson = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    archived: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().default(false),
    permissions: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ push: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), triage: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().default(false) }).optional(),
});
/** Rejects as `GithubClient.request` does; 404: it is not there, or the token may not see it. */
async function readRepository(client, repository, call) {
    const { data } = await client.request('GET /repos/{owner}/{repo}', { ...repository }, call);
    const problem = "GitHub's answer for the repository was cut off";
    const { archived, permissions } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(repositoryJson, data, problem);
    return { isArchived: archived, role: permissions };
}
/** Lists one issue. Rejects as `GithubClient.request` does. */
async function tryListing(client, repository, call) {
    const route = 'GET /repos/{owner}/{repo}/issues';
    const { data } = await client.request(route, { ...repository, per_page: 1 }, call);
    if (!Array.isArray(data))
        throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E1(`${route}: the answer is no list`, 200);
}
/**
 * Whether the token may write labels. GitHub has no question for that, so a label without a name is asked for, which can't
 * be made: who may write is told so (422), who may not is refused before (403, or 404 for a person's token). Rejects as
 * `GithubClient.request` does for everything else.
 */
async function mayWriteLabels(client, repository, call) {
    try {
        const nameless = { ...repository, color: 'ededed' };
        await client.request('POST /repos/{owner}/{repo}/labels', nameless, { ...call, retries: 0 });
        return true;
    }
    catch (error) {
        if (!(error instanceof _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E1))
            throw error;
        if (error.status === 422)
            return true;
        if (error.status === 403 || error.status === 404)
            return false;
        throw error;
    }
}
const viewerJson = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ viewer: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) }) });
/** The token's account as GraphQL tells it. Rejects as `GithubClient.request` does; 404: the server has no GraphQL. */
async function readViewer(client, call) {
    const answer = await client.graphql('query doctor { viewer { login } }', {}, call);
    const { login } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(viewerJson, answer, 'GraphQL does not say whose token it is').data.viewer;
    return (0,_account_js__WEBPACK_IMPORTED_MODULE_3__/* .toAccount */ .t)(login.endsWith('[bot]') ? 'Bot' : 'User', login);
}


/***/ }),

/***/ 7043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(327);



const refJson = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ object: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) });
/** The commit at which a branch stands; undefined when there is no such branch. Rejects as `GithubClient.request` does. */
async function readBranch(client, { owner, repo }, branch, signal) {
    // A template would write the slashes of the name as %2F.
    const path = branch.split('/').map(encodeURIComponent).join('/');
    const address = `${client.apiUrl}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/git/ref/heads/${path}`;
    try {
        const { data } = await client.request(`GET ${address}`, {}, { signal });
        return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(refJson, data, `GitHub's answer on the branch \`${branch}\` was cut off`).object.sha;
    }
    catch (error) {
        if ((0,_github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotFound */ .c4)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 4995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readPermission)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(327);



const permissionJson = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ permission: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), role_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() });
/**
 * A collaborator's permission as GitHub reports it. `maintain` is reported as write and `triage` as read: those have their
 * name in `role_name` only. Rejects as `GithubClient.request` does.
 */
async function readPermission(client, repository, login, signal) {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    try {
        const { data } = await client.request(route, { ...repository, username: login }, { signal });
        const problem = `GitHub's answer on the permission of \`${login}\` was cut off`;
        const { permission, role_name: role } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(permissionJson, data, problem);
        if (permission === 'admin' || permission === 'write' || role === 'maintain')
            return 'write';
        return role === 'triage' ? 'triage' : 'none';
    }
    catch (error) {
        // No such account: it may do nothing.
        if ((0,_github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotFound */ .c4)(error))
            return 'none';
        throw error;
    }
}


/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XU: () => (/* binding */ passesFilters),
/* harmony export */   kY: () => (/* binding */ statesOf),
/* harmony export */   zi: () => (/* binding */ isSameLabel)
/* harmony export */ });
/* unused harmony export createLabelStates */
/** The states that the stages match or set at their start. */
function statesOf(stages, prefix) {
    const named = stages.flatMap(({ state, onStart }) => [state, onStart?.state ?? state]);
    return createLabelStates([...new Set(named)], prefix);
}
/** GitHub ignores case in labels, so a label that equals a state's but for case is that state. */
function createLabelStates(states, prefix) {
    const byLabel = new Map(states.map((state) => [fold(`${prefix}${state}`), state]));
    const stateOf = (label) => byLabel.get(fold(label));
    return {
        states: [...byLabel.values()],
        labelOf: (state) => `${prefix}${state}`,
        stateOf,
        read(labels) {
            const found = labels.flatMap((label) => {
                const state = stateOf(label);
                return state === undefined ? [] : [{ label, state }];
            });
            const [first] = found;
            if (first === undefined)
                return { kind: 'none' };
            if (found.length > 1)
                return { kind: 'ambiguous', labels: found.map(({ label }) => label) };
            return { kind: 'state', ...first };
        },
    };
}
/** Whether GitHub takes these names for the same label. */
function isSameLabel(a, b) {
    return fold(a) === fold(b);
}
/** Whether an issue with these labels passes: all of the required ones, none of the excluded ones. */
function passesFilters(labels, filters) {
    const carried = new Set(labels.map(fold));
    return (filters.labels.every((label) => carried.has(fold(label))) &&
        !filters.excludeLabels.some((label) => carried.has(fold(label))));
}
function fold(label) {
    return label.toLowerCase();
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
