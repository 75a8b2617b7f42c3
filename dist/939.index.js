export const id = 939;
export const ids = [939];
export const modules = {

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
/* harmony export */   E: () => (/* binding */ GithubError),
/* harmony export */   S: () => (/* binding */ isGone)
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
/** Whether this says that the thing asked for is gone: only 404 and 410 do. */
function isGone(error) {
    return error instanceof GithubError && (error.status === 404 || error.status === 410);
}


/***/ }),

/***/ 1292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ labelExists),
/* harmony export */   Nl: () => (/* binding */ addLabels),
/* harmony export */   tA: () => (/* binding */ removeLabel)
/* harmony export */ });
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);

/** Whether the repository has this label. */
async function labelExists(client, repository, name, call) {
    try {
        await client.request('GET /repos/{owner}/{repo}/labels/{name}', { ...repository, name }, call);
        return true;
    }
    catch (error) {
        if (error instanceof _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E && error.status === 404)
            return false;
        throw error;
    }
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
        if (error instanceof _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E && error.status === 404)
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
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);


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
    const parsed = pullsJson.safeParse(data);
    if (parsed.success)
        return parsed.data;
    throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E('the listing of pull requests was cut off or is no list', 200, {
        cause: parsed.error,
    });
}


/***/ }),

/***/ 9424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);


const refJson = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ object: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) });
/** The commit at which a branch stands; undefined when there is no such branch. Rejects as `GithubClient.request` does. */
async function readBranch(client, { owner, repo }, branch, signal) {
    // A template would write the slashes of the name as %2F.
    const path = branch.split('/').map(encodeURIComponent).join('/');
    const address = `${client.apiUrl}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/git/ref/heads/${path}`;
    try {
        const { data } = await client.request(`GET ${address}`, {}, { signal });
        const parsed = refJson.safeParse(data);
        if (parsed.success)
            return parsed.data.object.sha;
        throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E(`GitHub's answer on the branch \`${branch}\` was cut off`, 200, {
            cause: parsed.error,
        });
    }
    catch (error) {
        if (error instanceof _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E && error.status === 404)
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1137);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);


const permissionJson = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ permission: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), role_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() });
/**
 * A collaborator's permission as GitHub reports it. `maintain` is reported as write and `triage` as read: those have their
 * name in `role_name` only. Rejects as `GithubClient.request` does.
 */
async function readPermission(client, repository, login, signal) {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    try {
        const { data } = await client.request(route, { ...repository, username: login }, { signal });
        const parsed = permissionJson.safeParse(data);
        if (!parsed.success) {
            throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E(`GitHub's answer on the permission of \`${login}\` was cut off`, 200, {
                cause: parsed.error,
            });
        }
        const { permission, role_name: role } = parsed.data;
        if (permission === 'admin' || permission === 'write' || role === 'maintain')
            return 'write';
        return role === 'triage' ? 'triage' : 'none';
    }
    catch (error) {
        // No such account: it may do nothing.
        if (error instanceof _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E && error.status === 404)
            return 'none';
        throw error;
    }
}


/***/ }),

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ TooDeepError),
/* harmony export */   X5: () => (/* binding */ cleanText),
/* harmony export */   jv: () => (/* binding */ cleanObject)
/* harmony export */ });
/* unused harmony export cleanValue */
/** Text that any program can take: without NUL, and with U+FFFD for what is no character (a lone surrogate). */
function cleanText(text) {
    return text.replaceAll('\0', '').toWellFormed();
}
/** A value was nested deeper than templates and files can take. */
class TooDeepError extends Error {
    name = 'TooDeepError';
}
const DEEPEST = 100;
/** The same value with every string in it cleaned, names of fields included. Throws a `TooDeepError`. */
function cleanValue(value, depth = 0) {
    if (typeof value === 'string')
        return cleanText(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (depth > DEEPEST)
        throw new TooDeepError(`nested deeper than ${DEEPEST} levels`);
    if (Array.isArray(value))
        return value.map((item) => cleanValue(item, depth + 1));
    return cleanObject(Object.entries(value), depth);
}
/** `Object.fromEntries` makes `__proto__` an ordinary field. */
function cleanObject(entries, depth = 0) {
    return Object.fromEntries(entries.map(([name, item]) => [cleanText(name), cleanValue(item, depth + 1)]));
}


/***/ }),

/***/ 9939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubTracker: () => (/* binding */ createGithubTracker)
});

// EXTERNAL MODULE: ./lib/github/read-permission.js
var read_permission = __webpack_require__(4995);
// EXTERNAL MODULE: ./lib/github/github-error.js
var github_error = __webpack_require__(3343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/github/account.js
var account = __webpack_require__(7316);
;// CONCATENATED MODULE: ./lib/github/read-events.js
/** The label history over REST, for servers without GraphQL. It does not know edits of the body. */



/** The account that REST shows for every deleted one. */
const GHOST_ID = 10137;
const MOST_PAGES = 10;
const PAGE_SIZE = 100;
const read_events_account = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), login: schemas/* string */.YjP(), type: schemas/* string */.YjP() })
    .nullish()
    .transform((json) => (json == null || json.id === GHOST_ID ? undefined : (0,account/* toAccount */.t)(json.type, json.login)));
const eventJson = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    event: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP().transform((text) => new Date(text)),
    actor: read_events_account,
    label: schemas/* object */.Ikc({ name: schemas/* string */.YjP().nullable() }).optional(),
});
const authorJson = schemas/* object */.Ikc({ user: read_events_account });
/** The history of an issue that was read by REST. Rejects as `GithubClient.request` does, also when it is too long. */
async function readEvents(client, repository, issue, signal) {
    const parameters = { ...repository, issue_number: issue.number };
    const about = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', parameters, {
        signal,
    });
    const author = authorJson.safeParse(about.data);
    const events = [];
    for (let page = 1;; page += 1) {
        const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/events', { ...parameters, per_page: PAGE_SIZE, page }, { signal });
        const parsed = schemas/* array */.YOg(eventJson).safeParse(data);
        if (!parsed.success || !author.success) {
            throw new github_error/* GithubError */.E(`the events of #${issue.number} were cut off`, 200, { cause: parsed.error });
        }
        events.push(...parsed.data.flatMap(toEvent));
        if (parsed.data.length < PAGE_SIZE)
            break;
        if (page === MOST_PAGES)
            throw new github_error/* GithubError */.E(`#${issue.number} has too many events to check`, 200);
    }
    return {
        author: author.data.user,
        createdAt: new Date(issue.createdAt),
        labels: issue.labels,
        events,
        hasAllEvents: true,
        edits: [],
        hasAllEdits: false,
        lastEdit: undefined,
    };
}
function toEvent({ id, event, created_at: at, actor, label }) {
    if (event === 'renamed')
        return [{ kind: 'renamed', id: String(id), at, actor }];
    if (event !== 'labeled' && event !== 'unlabeled')
        return [];
    const name = label?.name;
    return typeof name === 'string' ? [{ kind: event, id: String(id), at, actor, label: name }] : [];
}

;// CONCATENATED MODULE: ./lib/github/read-history.js
/**
 * The one GraphQL query of an admission: the issue as it is now, and the history that its approval is judged by. REST does
 * not know edits of the body.
 */



/** The server has no GraphQL. */
class NoGraphqlError extends Error {
    name = 'NoGraphqlError';
}
const QUERY = `
query admission($owner: String!, $repo: String!, $number: Int!, $before: String, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    issue(number: $number) {
      number title body url state createdAt updatedAt authorAssociation
      author { __typename login }
      labels(first: 100) { nodes { name } }
      assignees(first: 20) { nodes { login } }
      milestone { title }
      comments { totalCount }
      lastEditedAt
      editor { __typename login }
      timelineItems(last: 100, before: $before, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, RENAMED_TITLE_EVENT]) {
        pageInfo { hasPreviousPage startCursor }
        nodes {
          __typename
          ... on LabeledEvent { id createdAt actor { __typename login } label { name } }
          ... on UnlabeledEvent { id createdAt actor { __typename login } label { name } }
          ... on RenamedTitleEvent { id createdAt actor { __typename login } }
        }
      }
      userContentEdits(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { editedAt editor { __typename login } }
      }
    }
  }
}`;
const date = schemas/* string */.YjP().transform((text) => new Date(text));
/** Null is a deleted account. */
const actor = schemas/* object */.Ikc({ __typename: schemas/* string */.YjP(), login: schemas/* string */.YjP() })
    .nullable()
    .transform((node) => (node === null ? undefined : (0,account/* toAccount */.t)(node.__typename, node.login)));
const eventBase = { id: schemas/* string */.YjP(), createdAt: date, actor };
const label = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
const read_history_event = schemas/* discriminatedUnion */.gMt('__typename', [
    schemas/* object */.Ikc({ __typename: schemas/* literal */.euz('LabeledEvent'), label, ...eventBase }),
    schemas/* object */.Ikc({ __typename: schemas/* literal */.euz('UnlabeledEvent'), label, ...eventBase }),
    schemas/* object */.Ikc({ __typename: schemas/* literal */.euz('RenamedTitleEvent'), ...eventBase }),
])
    .transform((node) => {
    const { id, createdAt: at } = node;
    if (node.__typename === 'RenamedTitleEvent')
        return { kind: 'renamed', id, at, actor: node.actor };
    const kind = node.__typename === 'LabeledEvent' ? 'labeled' : 'unlabeled';
    return { kind, id, at, actor: node.actor, label: node.label.name };
});
const answer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
        repository: schemas/* object */.Ikc({
            issue: schemas/* object */.Ikc({
                number: schemas/* int */.Whr(),
                title: schemas/* string */.YjP(),
                body: schemas/* string */.YjP(),
                url: schemas/* string */.YjP(),
                state: schemas/* string */.YjP(),
                createdAt: schemas/* string */.YjP(),
                updatedAt: schemas/* string */.YjP(),
                authorAssociation: schemas/* string */.YjP(),
                author: actor,
                labels: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(label) }).nullable(),
                assignees: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ login: schemas/* string */.YjP() })) }),
                milestone: schemas/* object */.Ikc({ title: schemas/* string */.YjP() }).nullable(),
                comments: schemas/* object */.Ikc({ totalCount: schemas/* int */.Whr() }),
                lastEditedAt: date.nullable(),
                editor: actor,
                timelineItems: schemas/* object */.Ikc({
                    pageInfo: schemas/* object */.Ikc({ hasPreviousPage: schemas/* boolean */.zMY(), startCursor: schemas/* string */.YjP().nullable() }),
                    nodes: schemas/* array */.YOg(read_history_event),
                }),
                userContentEdits: schemas/* object */.Ikc({
                    pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullable() }),
                    nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ editedAt: date, editor: actor })),
                })
                    .nullable(),
            }),
        }),
    }),
});
const errors = schemas/* object */.Ikc({
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP() })).min(1),
});
/**
 * Reads one issue with its history. Rejects as `GithubClient.request` does (404: the issue is gone, or a pull request), and
 * with a `NoGraphqlError`.
 */
async function readHistory(client, repository, number, signal) {
    return readPage(client, repository, number, { events: [], edits: [], before: null, after: null }, signal);
}
async function readPage(client, repository, number, soFar, signal) {
    const { before, after } = soFar;
    const { viewer, node } = await ask(client, { ...repository, number, before, after }, signal);
    const { pageInfo: eventsPage } = node.timelineItems;
    const editsPage = node.userContentEdits?.pageInfo;
    const events = [...node.timelineItems.nodes, ...soFar.events];
    const newEdits = node.userContentEdits?.nodes ?? [];
    const edits = [...soFar.edits, ...newEdits.map(({ editedAt, editor }) => ({ at: editedAt, editor }))];
    const labels = (node.labels?.nodes ?? []).map(({ name }) => name);
    const next = {
        events,
        edits,
        before: eventsPage.startCursor ?? before,
        after: editsPage?.endCursor ?? after,
    };
    return {
        issue: toIssue(node, labels),
        own: (0,account/* toAccount */.t)(viewer.login.endsWith('[bot]') ? 'Bot' : 'User', viewer.login),
        history: {
            author: node.author,
            createdAt: new Date(node.createdAt),
            labels,
            events,
            hasAllEvents: !eventsPage.hasPreviousPage,
            edits,
            // No list although there were edits is no proof of anything.
            hasAllEdits: editsPage === undefined ? node.lastEditedAt === null : !editsPage.hasNextPage,
            lastEdit: node.lastEditedAt === null ? undefined : { at: node.lastEditedAt, editor: node.editor },
        },
        readOlder: (olderSignal) => readPage(client, repository, number, next, olderSignal),
    };
}
async function ask(client, variables, signal) {
    let data;
    try {
        data = await client.graphql(QUERY, variables, { signal });
    }
    catch (error) {
        if (error instanceof github_error/* GithubError */.E && error.status === 404) {
            throw new NoGraphqlError('this server has no GraphQL', { cause: error });
        }
        throw error;
    }
    // GraphQL answers errors with status 200.
    const failed = errors.safeParse(data);
    if (failed.success) {
        const isGone = failed.data.errors.some(({ type }) => type === 'NOT_FOUND');
        const messages = failed.data.errors.map(({ message }) => message).join('; ');
        throw new github_error/* GithubError */.E(`GraphQL: ${messages}`, isGone ? 404 : 200);
    }
    const parsed = answer.safeParse(data);
    if (!parsed.success) {
        throw new github_error/* GithubError */.E("GraphQL: GitHub's answer was cut off or is not what was asked for", 200, {
            cause: parsed.error,
        });
    }
    return { viewer: parsed.data.data.viewer, node: parsed.data.data.repository.issue };
}
function toIssue(node, labels) {
    const { author } = node;
    return {
        number: node.number,
        title: node.title,
        body: node.body,
        url: node.url,
        isOpen: node.state === 'OPEN',
        isPull: false,
        labels,
        author: author === undefined ? 'ghost' : author.kind === 'app' ? `${author.login}[bot]` : author.login,
        authorAssociation: node.authorAssociation,
        assignees: node.assignees.nodes.map(({ login }) => login),
        milestone: node.milestone?.title,
        createdAt: node.createdAt,
        updatedAt: node.updatedAt,
        comments: node.comments.totalCount,
    };
}

;// CONCATENATED MODULE: ./lib/github/issue-json.js

const issue_json_account = schemas/* object */.Ikc({ login: schemas/* string */.YjP() });
/** An issue of the REST API. */
const issueJson = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    labels: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP() })])),
    user: issue_json_account.nullish(),
    author_association: schemas/* string */.YjP().default('NONE'),
    assignees: schemas/* array */.YOg(issue_json_account).nullish(),
    milestone: schemas/* object */.Ikc({ title: schemas/* string */.YjP() }).nullish(),
    created_at: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    comments: schemas/* int */.Whr().default(0),
    pull_request: schemas/* unknown */.L5J().optional(),
})
    .transform((json) => ({
    number: json.number,
    title: json.title,
    body: json.body ?? '',
    url: json.html_url,
    isOpen: json.state === 'open',
    isPull: json.pull_request !== undefined && json.pull_request !== null,
    labels: json.labels.map((label) => (typeof label === 'string' ? label : label.name)),
    author: json.user?.login ?? 'ghost',
    authorAssociation: json.author_association,
    assignees: (json.assignees ?? []).map(({ login }) => login),
    milestone: json.milestone?.title,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
    comments: json.comments,
}));

;// CONCATENATED MODULE: ./lib/github/read-issue.js


/** Reads one issue, or pull request, by its number. Rejects as `GithubClient.request` does. */
async function readIssue(client, repository, number, call) {
    const answer = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...repository, issue_number: number }, call);
    const parsed = issueJson.safeParse(answer.data);
    if (parsed.success)
        return parsed.data;
    throw new github_error/* GithubError */.E(`GitHub's answer for #${number} was cut off or is no issue`, 200, {
        cause: parsed.error,
    });
}

;// CONCATENATED MODULE: ./lib/trust/decide-trust.js
/** Judges the approval of the issue that carries this state label now. */
function decideTrust(history, stateLabel, rules, permissions) {
    const approval = findApproval(history, stateLabel, history.events.length, rules, permissions);
    if (approval.kind !== 'approved')
        return approval;
    return rules.policy.edits === 'allow'
        ? { kind: 'approved' }
        : checkEdits(history, approval, rules, permissions);
}
/** Walks the label events back from before `end`, over our own transitions, to the one that approved. */
function findApproval(history, stateLabel, end, rules, permissions) {
    const index = history.events.findLastIndex((event, at) => at < end && event.kind === 'labeled' && isSame(event.label, stateLabel));
    if (index === -1 && !history.hasAllEvents)
        return { kind: 'needs-history' };
    // A label without an event was there at creation: its author put it there.
    const event = index === -1 ? { at: history.createdAt, actor: history.author } : history.events[index];
    if (event === undefined)
        return { kind: 'needs-history' };
    const judgement = judgeLabeler(event.actor, rules, permissions);
    const approved = { kind: 'approved', at: event.at, index };
    if (judgement === 'trusted')
        return approved;
    if (typeof judgement === 'object')
        return judgement;
    if (judgement === 'own') {
        const before = index === -1 ? [] : stateLabelsBefore(history, index, rules);
        const [carried] = before;
        if (carried !== undefined && before.length === 1) {
            return findApproval(history, carried, index, rules, permissions);
        }
        if (rules.policy.labelers === 'any')
            return approved;
        return refuse(`\`${stateLabel}\` was added by \`${nameOf(event.actor)}\`, whose labels approve nothing by themselves, and ${carried === undefined ? 'no other state came before it' : 'the issue carried several states then'}: somebody trusted must remove the label and add it again`);
    }
    return refuse(`\`${stateLabel}\` was ${index === -1 ? 'there from the start, by' : 'added by'} ${whyNot(event.actor, rules)}`);
}
/** The state labels that the issue carried right before this event: today's labels with everything since undone. */
function stateLabelsBefore(history, index, rules) {
    const carried = new Map(history.labels.map((label) => [label.toLowerCase(), label]));
    for (const event of history.events.slice(index).reverse()) {
        if (event.kind === 'labeled')
            carried.delete(event.label.toLowerCase());
        if (event.kind === 'unlabeled')
            carried.set(event.label.toLowerCase(), event.label);
    }
    return [...carried.values()].filter((label) => rules.isStateLabel(label));
}
function checkEdits(history, approval, rules, permissions) {
    if (!history.hasAllEdits)
        return { kind: 'needs-history' };
    const renames = history.events.filter((event, at) => event.kind === 'renamed' && at > approval.index);
    const changes = [
        ...renames.map(({ actor }) => ({ what: 'title', editor: actor })),
        // Seconds are all that GitHub tells: an edit in the same second counts as after the label.
        ...laterEdits(history, approval.at).map(({ editor }) => ({ what: 'text', editor })),
    ];
    for (const { what, editor } of changes) {
        const judgement = judgeEditor(editor, rules, permissions);
        if (typeof judgement === 'object')
            return judgement;
        if (judgement !== 'untrusted')
            continue;
        const detail = `its ${what} was changed by \`${nameOf(editor)}\` after the label was added: read it, then remove and re-apply the label to approve the new text`;
        return { kind: 'refused', reason: 'edited-after-label', detail };
    }
    return { kind: 'approved' };
}
/** Edits since the approval, the original text left out. */
function laterEdits(history, since) {
    const { edits, lastEdit, createdAt } = history;
    const original = edits.findIndex(({ at }) => at.getTime() === createdAt.getTime());
    const later = edits.filter(({ at }, index) => index !== original && at >= since);
    // A revision can be deleted from the history of edits; that there was one can't.
    const isUnlisted = lastEdit !== undefined && lastEdit.at >= since && !later.some(({ at }) => at >= lastEdit.at);
    return isUnlisted ? [...later, lastEdit] : later;
}
function judgeLabeler(actor, rules, permissions) {
    const { labelers } = rules.policy;
    if (isNamed(actor, rules))
        return 'trusted';
    if (isOwn(actor, rules))
        return 'own';
    if (labelers === 'any')
        return 'trusted';
    return typeof labelers === 'string' ? judgePermission(actor, labelers, permissions) : 'untrusted';
}
/** `labelers: any` trusts everybody's label, but not everybody's later change of what was labelled. */
function judgeEditor(editor, rules, permissions) {
    const { labelers } = rules.policy;
    if (isNamed(editor, rules))
        return 'trusted';
    if (isToken(editor, rules))
        return 'own';
    if (typeof labelers !== 'string')
        return 'untrusted';
    return judgePermission(editor, labelers === 'triage' ? 'triage' : 'write', permissions);
}
function judgePermission(actor, least, permissions) {
    if (actor?.kind !== 'user')
        return 'untrusted';
    const permission = permissions.get(actor.login.toLowerCase());
    if (permission === undefined)
        return { kind: 'needs-permission', login: actor.login };
    return permission === 'write' || permission === least ? 'trusted' : 'untrusted';
}
/** Named in the workflow file: an App in `bots`, a person in `labelers`. */
function isNamed(actor, { policy }) {
    if (actor?.kind === 'app')
        return policy.bots.some((login) => isSame(login.replace(/\[bot\]$/, ''), actor.login));
    if (actor?.kind !== 'user' || typeof policy.labelers === 'string')
        return false;
    return policy.labelers.some((login) => isSame(login, actor.login));
}
/** Whose labels may be transitions: our token's account and, whatever the token, that of workflows. */
function isOwn(actor, rules) {
    const isWorkflows = actor?.kind === 'app' && isSame(actor.login, 'github-actions');
    return isWorkflows || isToken(actor, rules);
}
function isToken(actor, { own }) {
    return actor !== undefined && actor.kind === own?.kind && isSame(actor.login, own.login);
}
function whyNot(actor, { policy }) {
    if (actor === undefined)
        return 'an account that is deleted: somebody trusted must remove the label and add it again';
    if (actor.kind === 'app') {
        return `the App \`${actor.login}\`, which \`trust.bots\` does not name: a person must remove the label and add it again, or name the App`;
    }
    const needed = typeof policy.labelers === 'string'
        ? `has no ${policy.labelers} access`
        : 'is not among `trust.labelers`';
    return `\`${actor.login}\`, who ${needed}: somebody trusted must remove the label and add it again`;
}
function nameOf(actor) {
    return actor?.login ?? 'a deleted account';
}
function refuse(detail) {
    return { kind: 'refused', reason: 'not-trusted', detail };
}
function isSame(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

// EXTERNAL MODULE: ./lib/tracker/clean-text.js
var clean_text = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/tracker/split-code.js
const OPENING = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** Raw HTML that only its own ending ends, not a blank line. */
const RAW_HTML = [
    { start: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
    { start: /^ {0,3}<\?/, end: /\?>/ },
    { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
    { start: /^ {0,3}<![A-Za-z]/, end: />/ },
];
/**
 * Finds fenced code as CommonMark does, but only where it can be nothing else: not indented (it might belong to a list), not
 * in a comment, not in a block that begins with HTML.
 */
function splitCode(text) {
    const parts = [{ isCode: false, lines: [] }];
    const put = (line, isCode) => {
        const last = parts.at(-1);
        if (last?.isCode === isCode)
            last.lines.push(line);
        else
            parts.push({ isCode, lines: [line] });
    };
    let closing;
    let isInComment = false;
    let isInHtml = false;
    let rawEnd;
    for (const line of text.split(/(?<=\n)/)) {
        const bare = line.replace(/\n$/, '');
        if (closing !== undefined) {
            put(line, true);
            if (closing.test(bare))
                closing = undefined;
            continue;
        }
        const fence = isInComment || isInHtml || rawEnd !== undefined ? undefined : OPENING.exec(bare)?.[1];
        if (fence !== undefined) {
            closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
            put(line, true);
            continue;
        }
        put(line, false);
        isInComment = endsInComment(bare, isInComment);
        if (/^[ \t]*$/.test(bare))
            isInHtml = false;
        else if (/^[ \t]*</.test(bare))
            isInHtml = true;
        rawEnd ??= RAW_HTML.find(({ start }) => start.test(bare))?.end;
        if (rawEnd?.test(bare) === true)
            rawEnd = undefined;
    }
    return parts.map(({ isCode, lines }) => ({ isCode, text: lines.join('') }));
}
function endsInComment(line, wasInComment) {
    let isInComment = wasInComment;
    let at = 0;
    for (;;) {
        const next = line.indexOf(isInComment ? '-->' : '<!--', at);
        if (next === -1)
            return isInComment;
        at = next + (isInComment ? 3 : 4);
        isInComment = !isInComment;
    }
}

;// CONCATENATED MODULE: ./lib/tracker/strip-hidden.js
/** Attributes whose text GitHub's page does not show. */
const HIDDEN = /^(?:alt|title|placeholder|aria-.*|data-.*)$/i;
const TAG_START = /<\/?[A-Za-z][^\s/>]*/g;
const ATTRIBUTE = /([\s/]*)([^\s/>=][^\s/>=]*|=[^\s/>=]*)/y;
const VALUE = /\s*=\s*(?:"[^"]*("|$)|'[^']*('|$)|[^\s>"'][^\s>]*)/y;
/** Removes HTML comments, an unclosed one with all the rest, and the hidden attributes of tags. */
function stripHidden(text) {
    return stripAttributes(stripComments(text));
}
function stripComments(text) {
    let kept = '';
    let at = 0;
    for (;;) {
        const start = text.indexOf('<!--', at);
        if (start === -1)
            return kept + text.slice(at);
        kept += text.slice(at, start);
        const end = text.indexOf('-->', start + 4);
        if (end === -1)
            return kept;
        at = end + 3;
    }
}
/** Tags are read as browsers read them: any value may hold `>`, attributes need no space between them. */
function stripAttributes(text) {
    let kept = '';
    let at = 0;
    TAG_START.lastIndex = 0;
    for (let tag = TAG_START.exec(text); tag !== null; tag = TAG_START.exec(text)) {
        kept += text.slice(at, TAG_START.lastIndex);
        at = TAG_START.lastIndex;
        for (;;) {
            ATTRIBUTE.lastIndex = at;
            const name = ATTRIBUTE.exec(text);
            if (name === null)
                break;
            VALUE.lastIndex = ATTRIBUTE.lastIndex;
            const end = VALUE.test(text) ? VALUE.lastIndex : ATTRIBUTE.lastIndex;
            if (!HIDDEN.test(name[2] ?? ''))
                kept += text.slice(at, end);
            at = end;
        }
        TAG_START.lastIndex = at;
    }
    return kept + text.slice(at);
}

;// CONCATENATED MODULE: ./lib/tracker/sanitize.js
/**
 * What of an issue's text reaches a prompt: what a person reads on GitHub, not what is hidden from them in comments,
 * attributes and invisible characters. Where GitHub's Markdown is ambiguous, text counts as not being code, so that more is
 * removed and nothing hidden gets through.
 */


const MOST_PASSES = 5;
const GITHUB_TOKEN = /(?:gh[pousr]_[A-Za-z0-9_]{16,}|github_pat_[A-Za-z0-9_]{16,})/g;
/** Cleans a title or a description. */
function sanitizeText(text) {
    let cleaned = text.replace(/\r\n?/g, '\n');
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
        const before = cleaned;
        cleaned = removeInvisible(stripOutsideCode(decodeEntities(cleaned)));
        if (cleaned === before)
            break;
    }
    return cleaned.replace(GITHUB_TOKEN, '***');
}
/**
 * Characters that would change what is code are left as they are: GitHub shows an entity for a backtick as a backtick, not
 * as the beginning of code. A control character, newline included, becomes a space.
 */
function decodeEntities(text) {
    return text.replace(/&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));/g, (entity, hex, decimal) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        if (code === 0x60 || code === 0x7e)
            return entity;
        if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            return ' ';
        if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
            return '\uFFFD';
        return String.fromCodePoint(code);
    });
}
function stripOutsideCode(text) {
    return splitCode(text)
        .map((part) => (part.isCode ? part.text : stripHidden(part.text)))
        .join('');
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Zero-width, bidirectional controls, soft hyphen, fillers, variation selectors, the U+E0000 block; not the joiners. */
const INVISIBLE = 
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them stands for itself
/[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
const JOINING_SCRIPTS = [
    'Arabic',
    'Syriac',
    'Mongolian',
    'Nko',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Khmer',
    'Myanmar',
    'Tibetan',
]
    .map((script) => `\\p{Script=${script}}`)
    .join('');
/** U+200C and U+200D, but where they stand between letters that join, or between two emoji. */
const LOOSE_JOINER = new RegExp(`(?:(?<![${JOINING_SCRIPTS}])|(?=[\\u200C\\u200D](?![${JOINING_SCRIPTS}])))(?:\\u200C|(?:(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}])|(?=\\u200D(?!\\p{Extended_Pictographic})))\\u200D)`, 'gu');
function removeInvisible(text) {
    return text.replace(CONTROLS, '').replace(INVISIBLE, '').replace(LOOSE_JOINER, '');
}

;// CONCATENATED MODULE: ./lib/tracker/github-issue.js


/** An issue of GitHub as the rest of the program knows it. With `sanitize`, title and description are what a person reads. */
function github_issue_toIssue(issue, state, { owner, repo }, sanitize) {
    const rawTitle = (0,clean_text/* cleanText */.X5)(issue.title);
    const rawDescription = (0,clean_text/* cleanText */.X5)(issue.body);
    return {
        id: String(issue.number),
        title: sanitize ? sanitizeText(rawTitle) : rawTitle,
        description: sanitize ? sanitizeText(rawDescription) : rawDescription,
        state,
        ref: `#${issue.number}`,
        url: issue.url,
        extra: (0,clean_text/* cleanObject */.jv)(Object.entries({
            number: issue.number,
            url: issue.url,
            labels: issue.labels,
            author: issue.author,
            author_association: issue.authorAssociation,
            assignees: issue.assignees,
            milestone: issue.milestone ?? null,
            created_at: issue.createdAt,
            updated_at: issue.updatedAt,
            comments: issue.comments,
            repository: `${owner}/${repo}`,
            raw_title: rawTitle,
            raw_description: rawDescription,
        })),
        revision: issue.updatedAt,
    };
}

// EXTERNAL MODULE: ./lib/tracker/label-state.js
var label_state = __webpack_require__(114);
// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker = __webpack_require__(8284);
;// CONCATENATED MODULE: ./lib/tracker/github-admission.js








/** More pages of history than this are not read for one issue. */
const github_admission_MOST_PAGES = 10;
function createGithubAdmission(deps) {
    const { client, repository, intake, states, log } = deps;
    const { trust } = intake;
    const isTrustOff = trust.labelers === 'any' && trust.edits === 'allow';
    let hasGraphql = true;
    let saidNoGraphql = false;
    /** The issue as it is now, with its history where trust or visits ask for it. */
    async function read(number, signal) {
        if (!isTrustOff && hasGraphql) {
            try {
                return await readHistory(client, repository, number, signal);
            }
            catch (error) {
                if (!(error instanceof NoGraphqlError))
                    throw error;
                hasGraphql = false;
            }
        }
        const issue = await readIssue(client, repository, number, { signal });
        const readOlder = () => Promise.reject(new github_error/* GithubError */.E('there is no older history', 200));
        if (isTrustOff || trust.edits === 'refuse')
            return { issue, own: undefined, readOlder };
        return { issue, own: undefined, readOlder, history: await readEvents(client, repository, issue, signal) };
    }
    async function admit(issue, signal) {
        const reading = await read(Number(issue.id), signal);
        const now = reading.issue;
        const moved = findChange(now, issue.state);
        if (moved !== undefined)
            return github_admission_refuse('changed', moved);
        const admitted = github_issue_toIssue(now, issue.state, repository, intake.sanitize);
        if (trust.authors !== 'any' && !trust.authors.includes(now.authorAssociation)) {
            const needed = trust.authors.map((name) => `\`${name}\``).join(', ');
            return github_admission_refuse('not-trusted', `it was written by \`${now.author}\` (\`${now.authorAssociation}\`), \`trust.authors\` wants ${needed}`);
        }
        if (isTrustOff)
            return { kind: 'admitted', issue: admitted, visit: undefined };
        if (reading.history === undefined)
            return refuseWithoutGraphql();
        return judge({ ...reading, history: reading.history }, admitted, signal);
    }
    async function judge(first, admitted, signal) {
        const label = stateLabelOf(first.issue, admitted.state);
        const permissions = new Map();
        const rules = {
            policy: trust,
            isStateLabel: (name) => states.stateOf(name) !== undefined,
            own: first.own,
        };
        let reading = first;
        for (let pages = 1; pages <= github_admission_MOST_PAGES;) {
            const decision = decideTrust(reading.history, label, rules, permissions);
            switch (decision.kind) {
                case 'approved':
                    return { kind: 'admitted', issue: admitted, visit: nameVisit(reading.history, label) };
                case 'refused':
                    return github_admission_refuse(decision.reason, decision.detail);
                case 'needs-permission':
                    permissions.set(decision.login.toLowerCase(), await deps.permissionOf(decision.login, signal));
                    break;
                case 'needs-history':
                    pages += 1;
                    reading = await reading.readOlder(signal);
                    break;
                default:
                    decision;
            }
        }
        return github_admission_refuse('check-failed', 'its history is too long to check: open a new issue for this work');
    }
    function findChange(now, state) {
        if (!now.isOpen)
            return 'it was closed meanwhile';
        if (now.isPull)
            return 'it is a pull request';
        const found = states.read(now.labels);
        if (found.kind === 'none')
            return `it is not \`${state}\` any more`;
        if (found.kind === 'ambiguous') {
            return `it carries the labels of several states now: ${found.labels.map((label) => `\`${label}\``).join(', ')}`;
        }
        if (found.state !== state)
            return `it is \`${found.state}\` now, not \`${state}\``;
        return (0,label_state/* passesFilters */.XU)(now.labels, intake) ? undefined : 'its labels do not pass the filters any more';
    }
    function stateLabelOf(issue, state) {
        const label = states.labelOf(state);
        return issue.labels.find((carried) => (0,label_state/* isSameLabel */.zi)(carried, label)) ?? label;
    }
    function refuseWithoutGraphql() {
        const detail = 'this server has no GraphQL, so edits of an issue after its label can not be found: set `issues.github.trust.edits: allow` to start without that check';
        if (!saidNoGraphql)
            log.error(`nothing can start: ${detail}`, { title: 'no GraphQL' });
        saidNoGraphql = true;
        return github_admission_refuse('check-failed', detail);
    }
    return async (issue, signal) => {
        try {
            return await admit(issue, signal);
        }
        catch (error) {
            if ((0,github_error/* isGone */.S)(error))
                return github_admission_refuse('changed', 'it is gone');
            if (error instanceof github_error/* GithubError */.E || error instanceof tracker/* RateLimitError */.OE) {
                return github_admission_refuse('check-failed', `it could not be checked: ${error.message}`);
            }
            throw error;
        }
    };
}
/** The newest event that put the label there; a label that was there at creation has none. */
function nameVisit({ events }, label) {
    const event = events.findLast((one) => one.kind === 'labeled' && (0,label_state/* isSameLabel */.zi)(one.label, label));
    return event?.id ?? 'created';
}
function github_admission_refuse(reason, detail) {
    return { kind: 'refused', reason, detail };
}

// EXTERNAL MODULE: ./lib/github/labels.js
var labels = __webpack_require__(1292);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
;// CONCATENATED MODULE: ./lib/github/list-issues.js
/**
 * One listing of open issues, page by page. A page that has not changed since the last reading is answered by 304, which
 * costs nothing against the rate limit and need not carry Link: the next page's address is kept with its ETag.
 */



/** A listing to be read again and again. */
function createListing(client, { owner, repo }, query) {
    const first = new URL(`${client.apiUrl}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/issues`);
    first.search = new URLSearchParams({
        state: 'open',
        labels: query.labels.join(','),
        sort: query.sort,
        direction: query.direction,
        per_page: '100',
    }).toString();
    let known = new Map();
    async function readPage(address, signal) {
        const before = known.get(address);
        const headers = before?.etag === undefined ? {} : { 'if-none-match': before.etag };
        const answer = await client.request(`GET ${address}`, { headers }, { signal });
        if (answer.status === 304 && before !== undefined)
            return before;
        // After a connection reset in the middle of a page, Octokit answers 200 with an empty text.
        if (!Array.isArray(answer.data)) {
            throw new github_error/* GithubError */.E('the listing of issues was cut off or is no list: GitHub did not answer a JSON array', 200);
        }
        const { issues, warnings } = parseItems(answer.data);
        const etag = answer.headers.etag;
        return {
            etag: typeof etag === 'string' ? etag : undefined,
            issues,
            warnings,
            next: nextAddress(answer.headers.link, client.apiUrl),
        };
    }
    return {
        async read(isEnough, signal) {
            const pages = new Map();
            const issues = [];
            const warnings = [];
            let address = first.href;
            while (address !== undefined && !pages.has(address)) {
                const page = await readPage(address, signal);
                pages.set(address, page);
                issues.push(...page.issues);
                warnings.push(...page.warnings);
                address = page.next;
                if (isEnough(issues))
                    break;
            }
            known = pages;
            return { issues, warnings, hasMore: address !== undefined };
        },
    };
}
function parseItems(items) {
    const issues = [];
    const warnings = [];
    for (const [index, item] of items.entries()) {
        const parsed = issueJson.safeParse(item);
        if (parsed.success) {
            if (!parsed.data.isPull)
                issues.push(parsed.data);
        }
        else {
            const number = schemas/* object */.Ikc({ number: schemas/* int */.Whr() }).safeParse(item).data?.number;
            const name = number === undefined ? `item ${index + 1} of a page` : `#${number}`;
            warnings.push(`${name} is left out: GitHub's answer is no issue (${core_errors/* prettifyError */.S1(parsed.error)})`);
        }
    }
    return { issues, warnings };
}
/** The next page's address as GitHub gave it, opaque; never one on another server, which would get our token. */
function nextAddress(link, apiUrl) {
    if (typeof link !== 'string')
        return undefined;
    const address = /<([^<>]+)>;[^,]*\brel="next"/.exec(link)?.[1];
    if (address === undefined)
        return undefined;
    if (new URL(address).origin !== new URL(apiUrl).origin) {
        throw new github_error/* GithubError */.E(`the listing of issues goes on at another server, ${new URL(address).origin}: not read`, 200);
    }
    return address;
}

;// CONCATENATED MODULE: ./lib/tracker/github-pull.js







/** The reading of pulls, one after the other: pages that did not change are remembered. */
function createGithubPull(deps) {
    const { client, repository, intake, states } = deps;
    const [sort, direction] = readSort(intake.sort);
    // One listing by the required labels serves all states; without them there is one for each state.
    const wanted = intake.labels.length > 0 ? [intake.labels] : states.states.map((state) => [states.labelOf(state)]);
    const listings = wanted.map((labels) => createListing(client, repository, { labels, sort, direction }));
    let eventIssue = deps.eventIssue;
    let hasFound = false;
    let missing;
    const isOurs = (issue) => issue.isOpen &&
        !issue.isPull &&
        (0,label_state/* passesFilters */.XU)(issue.labels, intake) &&
        states.read(issue.labels).kind !== 'none';
    const count = (issues) => issues.filter((issue) => isOurs(issue) && states.read(issue.labels).kind === 'state').length;
    async function readFirst(signal) {
        if (eventIssue === undefined)
            return [];
        try {
            return [await readIssue(client, repository, eventIssue, { signal })];
        }
        catch (error) {
            if ((0,github_error/* isGone */.S)(error))
                return [];
            throw error;
        }
    }
    async function read(signal) {
        const readListing = (listing) => listing.read((issues) => count(issues) >= intake.limit, signal);
        const [first, listed] = await Promise.all([readFirst(signal), Promise.all(listings.map(readListing))]);
        eventIssue = undefined;
        const found = merge(first, listed.flatMap((one) => one.issues), sort, direction).filter(isOurs);
        const issues = [];
        const ambiguous = [];
        for (const one of found) {
            const state = states.read(one.labels);
            if (state.kind === 'state')
                issues.push(github_issue_toIssue(one, state.state, repository, intake.sanitize));
            if (state.kind === 'ambiguous') {
                const { id, ref, title, url } = github_issue_toIssue(one, '', repository, intake.sanitize);
                ambiguous.push({ id, ref, title, url, labels: state.labels });
            }
        }
        const isCut = issues.length > intake.limit || listed.some((one) => one.hasMore);
        hasFound ||= found.length > 0;
        if (!hasFound)
            missing ??= await findMissing(signal);
        return {
            issues: issues.slice(0, intake.limit),
            ambiguous,
            warnings: [
                ...listed.flatMap((one) => one.warnings),
                ...(isCut
                    ? [`only the first ${intake.limit} issues are taken (\`limit\`): the others wait for a later pull`]
                    : []),
            ],
            searched: describeSearch(intake, states, issues.length, missing ?? []),
            rateLimitLow: client.isRateLimitLow(),
        };
    }
    /** Labels that are looked for and that the repository doesn't have. Asked only when nothing was ever found. */
    async function findMissing(signal) {
        const names = [...intake.labels, ...states.states.map((state) => states.labelOf(state))];
        try {
            const exist = await Promise.all(names.map((name) => (0,labels/* labelExists */.Hn)(client, repository, name, { signal })));
            return names.filter((_, index) => exist[index] === false);
        }
        catch (error) {
            // It is only said for help: the pull itself succeeded.
            if (error instanceof github_error/* GithubError */.E)
                return [];
            throw error;
        }
    }
    return async (signal) => {
        try {
            return await read(signal);
        }
        catch (error) {
            if (error instanceof github_error/* GithubError */.E)
                throw new tracker/* PullError */.YX(explain(error, repository), { cause: error });
            throw error;
        }
    };
}
/** The first ones stay first; the others follow in the order of the listing, each once. */
function merge(first, listed, sort, direction) {
    const byNumber = new Map(listed.map((issue) => [issue.number, issue]));
    for (const { number } of first)
        byNumber.delete(number);
    const key = (issue) => (sort === 'created' ? issue.createdAt : issue.updatedAt);
    const sign = direction === 'asc' ? 1 : -1;
    const rest = [...byNumber.values()].sort((a, b) => {
        const byDate = key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number;
        return sign * byDate;
    });
    return [...first, ...rest];
}
function readSort(sort) {
    return [sort.startsWith('created') ? 'created' : 'updated', sort.endsWith('asc') ? 'asc' : 'desc'];
}
/** "0 open issues with label `todo` or `work`; label `work` does not exist here". */
function describeSearch({ labels, excludeLabels }, states, found, missing) {
    const quote = (names) => names.map((name) => `\`${name}\``);
    const required = labels.length === 0 ? '' : `${quote(labels).join(' and ')} and `;
    const wanted = quote(states.states.map((state) => states.labelOf(state))).join(' or ');
    const excluded = excludeLabels.length === 0 ? '' : ` and without ${quote(excludeLabels).join(' or ')}`;
    const absent = missing.length === 0
        ? ''
        : `; label${missing.length === 1 ? '' : 's'} ${quote(missing).join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist here`;
    return `${found} open issue${found === 1 ? '' : 's'} with label ${required}${wanted}${excluded}${absent}`;
}
function explain(error, { owner, repo }) {
    const name = `\`${owner}/${repo}\``;
    switch (error.status) {
        case 403:
            return `GitHub does not let this token list the issues of ${name}: add \`permissions: issues: write\` (or \`read\`, without transitions) to the job: ${error.message}`;
        case 404:
            return `${name} is not there, or this token may not see it: check the \`repository\` and \`github-token\` inputs: ${error.message}`;
        case 410:
            return `issues are turned off in ${name}: ${error.message}`;
        default:
            return `the issues of ${name} could not be listed: ${error.message}`;
    }
}

;// CONCATENATED MODULE: ./lib/tracker/github-transition.js





function createGithubTransition({ client, repository, states, }) {
    async function write({ issue, from, to }, call) {
        const number = Number(issue.id);
        const now = await readIssue(client, repository, number, call);
        const carried = now.labels.filter((label) => from.some((state) => (0,label_state/* isSameLabel */.zi)(label, states.labelOf(state))));
        if (carried.length === 0)
            return { kind: 'left-alone', detail: describeMove(now, from) };
        const target = to.state === undefined ? undefined : states.labelOf(to.state);
        const wanted = [...(target === undefined ? [] : [target]), ...to.addLabels];
        const added = wanted.filter((label) => !now.labels.some((one) => (0,label_state/* isSameLabel */.zi)(one, label)));
        // A label that the repository doesn't have is made by this: https://github.com/github/docs/issues/35718
        if (added.length > 0)
            await (0,labels/* addLabels */.Nl)(client, repository, number, added, call);
        if (target !== undefined) {
            const old = carried.filter((label) => !(0,label_state/* isSameLabel */.zi)(label, target));
            const isNew = added.some((label) => (0,label_state/* isSameLabel */.zi)(label, target));
            const failure = await removeOld(number, old, isNew ? target : undefined, call);
            if (failure !== undefined)
                return failure;
        }
        for (const label of to.removeLabels)
            await (0,labels/* removeLabel */.tA)(client, repository, number, label, call);
        return { kind: 'written' };
    }
    /** Takes the old state's labels off; if that fails, the new one is taken off again. */
    async function removeOld(number, old, target, call) {
        for (const label of old) {
            try {
                await (0,labels/* removeLabel */.tA)(client, repository, number, label, call);
            }
            catch (error) {
                const credentials = error instanceof tracker/* CredentialsError */.lE;
                const what = `\`${label}\` could not be removed (${messageOf(error)})`;
                if (target === undefined)
                    return { kind: 'failed', detail: what, credentials };
                const undone = await takeBack(number, target, call);
                return { kind: 'failed', detail: `${what}, so \`${target}\` ${undone}`, credentials };
            }
        }
        return undefined;
    }
    async function takeBack(number, target, call) {
        try {
            await (0,labels/* removeLabel */.tA)(client, repository, number, target, call);
            return 'was taken off again';
        }
        catch (error) {
            return `was to be taken off again, which failed too (${messageOf(error)}): the issue carries both, remove one of them`;
        }
    }
    function describeMove(now, from) {
        const before = from.map((state) => `\`${state}\``).join(' or ');
        const found = states.read(now.labels);
        const place = found.kind === 'state' ? `it is \`${found.state}\` now` : 'it has no state of this file now';
        return `somebody moved the issue: ${place}, not ${before}`;
    }
    return async (request, call) => {
        try {
            return await write(request, call);
        }
        catch (error) {
            if ((0,github_error/* isGone */.S)(error))
                return { kind: 'left-alone', detail: 'the issue is gone' };
            return { kind: 'failed', detail: messageOf(error), credentials: error instanceof tracker/* CredentialsError */.lE };
        }
    };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/github/list-comments.js


const commentJson = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    created_at: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP() }).nullish(),
})
    .transform(({ id, created_at, user }) => ({
    id,
    createdAt: created_at,
    author: user?.login,
    isBot: user?.type === 'Bot',
}));
const list_comments_PAGE_SIZE = 100;
/** A thousand comments in one session. */
const list_comments_MOST_PAGES = 10;
/** Comments of an issue that were written or edited since. Rejects as `GithubClient.request` does. */
async function listComments(client, repository, number, since, signal) {
    const comments = [];
    for (let page = 1; page <= list_comments_MOST_PAGES; page += 1) {
        const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...repository, issue_number: number, since, per_page: list_comments_PAGE_SIZE, page }, { signal });
        const parsed = schemas/* array */.YOg(commentJson).safeParse(data);
        if (!parsed.success) {
            throw new github_error/* GithubError */.E(`the comments of #${number} were cut off`, 200, { cause: parsed.error });
        }
        comments.push(...parsed.data);
        if (parsed.data.length < list_comments_PAGE_SIZE)
            break;
    }
    return comments;
}

// EXTERNAL MODULE: ./lib/github/list-pulls.js
var list_pulls = __webpack_require__(2018);
// EXTERNAL MODULE: ./lib/github/read-branch.js
var read_branch = __webpack_require__(9424);
;// CONCATENATED MODULE: ./lib/github/read-linked-pulls.js
/** Pull requests that GitHub shows at an issue: those that will close it, and those that mention it. Only GraphQL knows. */


const read_linked_pulls_QUERY = `
query links($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    issue(number: $number) {
      closedByPullRequestsReferences(first: 100, includeClosedPrs: true) { nodes { ...pull } }
      timelineItems(last: 100, itemTypes: [CROSS_REFERENCED_EVENT]) {
        nodes { ... on CrossReferencedEvent { source { __typename ... on PullRequest { ...pull } } } }
      }
    }
  }
}
fragment pull on PullRequest { number url headRefOid isCrossRepository repository { nameWithOwner } }`;
const pull = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    url: schemas/* string */.YjP(),
    headRefOid: schemas/* string */.YjP(),
    isCrossRepository: schemas/* boolean */.zMY(),
    repository: schemas/* object */.Ikc({ nameWithOwner: schemas/* string */.YjP() }),
});
/** Null is what this token may not see. */
const nodes = (node) => schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(node.nullable()) });
const read_linked_pulls_answer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        repository: schemas/* object */.Ikc({
            nameWithOwner: schemas/* string */.YjP(),
            issue: schemas/* object */.Ikc({
                closedByPullRequestsReferences: nodes(pull).nullable(),
                timelineItems: nodes(schemas/* object */.Ikc({
                    source: schemas/* union */.KCZ([
                        schemas/* object */.Ikc({ __typename: schemas/* literal */.euz('PullRequest'), ...pull.shape }),
                        schemas/* object */.Ikc({ __typename: schemas/* literal */.euz('Issue') }),
                    ]),
                })),
            }),
        }),
    }),
});
const read_linked_pulls_errors = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(schemas/* object */.Ikc({ message: schemas/* string */.YjP() })).min(1) });
/** Rejects as `GithubClient.request` does. On a server without GraphQL there are none. */
async function readLinkedPulls(client, repository, number, signal) {
    const data = await read_linked_pulls_ask(client, { ...repository, number }, signal);
    if (data === undefined)
        return [];
    // GraphQL answers errors with status 200.
    const failed = read_linked_pulls_errors.safeParse(data);
    if (failed.success) {
        const messages = failed.data.errors.map(({ message }) => message).join('; ');
        throw new github_error/* GithubError */.E(`GraphQL: ${messages} (linked pull requests need \`pull-requests: read\`)`, 200);
    }
    const parsed = read_linked_pulls_answer.safeParse(data);
    if (!parsed.success) {
        throw new github_error/* GithubError */.E("GraphQL: GitHub's answer was cut off or is not what was asked for", 200, {
            cause: parsed.error,
        });
    }
    const { nameWithOwner, issue } = parsed.data.data.repository;
    const closing = issue.closedByPullRequestsReferences?.nodes ?? [];
    const mentioning = issue.timelineItems.nodes.map((node) => node?.source.__typename === 'PullRequest' ? node.source : null);
    const found = [...closing, ...mentioning].flatMap((one) => {
        if (one === null)
            return [];
        const isOwn = !one.isCrossRepository && one.repository.nameWithOwner === nameWithOwner;
        return [{ url: one.url, number: one.number, headSha: one.headRefOid, isOwn }];
    });
    return [...new Map(found.map((one) => [one.url, one])).values()];
}
/** Undefined where there is no GraphQL. */
async function read_linked_pulls_ask(client, variables, signal) {
    try {
        return await client.graphql(read_linked_pulls_QUERY, variables, { signal });
    }
    catch (error) {
        if (error instanceof github_error/* GithubError */.E && error.status === 404)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/tracker/github-watch.js






/** More branches than an agent pushes in one session. */
const MOST_BRANCHES = 10;
function createGithubWatch(deps) {
    const { client, repository, states } = deps;
    const statesOf = (issue) => [
        ...new Set(issue.labels.flatMap((label) => states.stateOf(label) ?? [])),
    ];
    async function readPulls(number, branch, signal) {
        const ofBranch = branch === undefined ? [] : await (0,list_pulls/* listPullsOfBranch */.Y)(client, repository, branch, signal);
        const linked = await readLinkedPulls(client, repository, number, signal);
        return {
            newest: await (0,list_pulls/* readNewestPull */.K)(client, repository, signal),
            ofBranch: new Map(ofBranch.map((pull) => [pull.number, pull.headSha])),
            linked: new Map(linked.map((pull) => [pull.url, pull.headSha])),
        };
    }
    async function checkState(before, signal) {
        let now;
        try {
            now = await readIssue(client, repository, before.number, { signal });
        }
        catch (error) {
            if ((0,github_error/* isGone */.S)(error))
                return { kind: 'met' };
            throw error;
        }
        if (!now.isOpen)
            return { kind: 'met' };
        const was = statesOf(before);
        const is = statesOf(now);
        const kept = was.filter((state) => is.includes(state));
        if (was.length === 0 ? is.length > 0 : kept.length === 0)
            return { kind: 'met' };
        if (was.length === 0)
            return { kind: 'unmet', detail: 'the issue still has no state of this file' };
        const more = is.filter((state) => !was.includes(state));
        const besides = more.length === 0 ? '' : ` (${quote(more)} was added besides)`;
        return { kind: 'unmet', detail: `the issue is still in ${quote(kept)}${besides}` };
    }
    async function checkComment(issue, known, signal) {
        const comments = await listComments(client, repository, issue.number, justBefore(issue.updatedAt), signal);
        // An older one that was edited is listed too.
        const added = comments.filter(({ id, createdAt }) => !known.has(id) && createdAt >= issue.updatedAt);
        for (const comment of added)
            if (await counts(comment, signal))
                return { kind: 'met' };
        const detail = added.length === 0
            ? 'no comment was added'
            : 'no comment was added by a Bot or by someone with write access';
        return { kind: 'unmet', detail };
    }
    async function counts({ author, isBot }, signal) {
        if (isBot)
            return true;
        return author !== undefined && (await deps.permissionOf(author, signal)) === 'write';
    }
    /** A branch on GitHub that stands where a local one does. */
    async function checkPushed({ local }, signal) {
        for (const { branch, sha } of local.slice(0, MOST_BRANCHES)) {
            if ((await (0,read_branch/* readBranch */.p)(client, repository, branch, signal)) === sha)
                return { kind: 'met' };
        }
        return { kind: 'unmet', detail: 'no commit was added' };
    }
    async function checkPulls(number, before, work, signal) {
        for (const branch of work.branches.slice(0, MOST_BRANCHES)) {
            const pulls = await (0,list_pulls/* listPullsOfBranch */.Y)(client, repository, branch, signal);
            if (pulls.some((pull) => isBranchNews(pull, before, work)))
                return { kind: 'met' };
        }
        const linked = await readLinkedPulls(client, repository, number, signal);
        if (linked.some((pull) => isLinkNews(pull, before, work)))
            return { kind: 'met' };
        return { kind: 'unmet', detail: 'no pull request was opened or pushed to' };
    }
    return async ({ issue, what, branch }, signal) => {
        const number = Number(issue.id);
        const wantsIssue = what.includes('state_changed') || what.includes('comment');
        const before = wantsIssue ? await readIssue(client, repository, number, { signal }) : undefined;
        const comments = before !== undefined && what.includes('comment')
            ? await listComments(client, repository, number, justBefore(before.updatedAt), signal)
            : [];
        const known = new Set(comments.map(({ id }) => id));
        const pulls = what.includes('pull_request') ? await readPulls(number, branch, signal) : undefined;
        return {
            async check(happening, work, checkSignal) {
                if (happening === 'commits')
                    return checkPushed(work, checkSignal);
                if (happening === 'state_changed' && before !== undefined)
                    return checkState(before, checkSignal);
                if (happening === 'comment' && before !== undefined)
                    return checkComment(before, known, checkSignal);
                if (happening === 'pull_request' && pulls !== undefined) {
                    return checkPulls(number, pulls, work, checkSignal);
                }
                throw new Error(`\`${happening}\` has no starting point`);
            },
        };
    };
}
/** Opened since, or pushed to since. */
function isBranchNews({ number, headSha }, before, work) {
    if (number > before.newest)
        return true;
    const was = before.ofBranch.get(number);
    return was === undefined ? work.tips.includes(headSha) : was !== headSha;
}
/** Of strangers' forks, who may mention any issue, only what the workspace holds counts. */
function isLinkNews(pull, before, work) {
    if (work.tips.includes(pull.headSha))
        return true;
    if (!pull.isOwn)
        return false;
    const was = before.linked.get(pull.url);
    return was === undefined ? pull.number > before.newest : was !== pull.headSha;
}
/** GitHub counts in seconds, and does not say whether `since` includes its own. */
function justBefore(date) {
    return new Date(Date.parse(date) - 1000).toISOString();
}
function quote(states) {
    return states.map((state) => `\`${state}\``).join(' and ');
}

;// CONCATENATED MODULE: ./lib/tracker/github-tracker.js






/** GitHub as a tracker: an issue's state is one of its labels. */
function createGithubTracker(options) {
    const { client, repository, intake, stages, eventIssue, log } = options;
    const named = stages.flatMap(({ state, onStart }) => [state, onStart?.state ?? state]);
    const states = (0,label_state/* createLabelStates */.Zp)([...new Set(named)], intake.statePrefix);
    const permissions = new Map();
    /** One request per actor and job, also when several issues ask at once; one that failed is asked again. */
    const permissionOf = (login, signal) => {
        const key = login.toLowerCase();
        const known = permissions.get(key);
        if (known !== undefined)
            return known;
        const asked = (0,read_permission/* readPermission */.c)(client, repository, login, signal).catch((error) => {
            permissions.delete(key);
            throw error;
        });
        permissions.set(key, asked);
        return asked;
    };
    const transition = createGithubTransition({ client, repository, states });
    return {
        kind: 'github',
        pull: createGithubPull({ client, repository, intake, states, eventIssue }),
        admit: createGithubAdmission({ client, repository, intake, states, permissionOf, log }),
        watch: createGithubWatch({ client, repository, states, permissionOf }),
        transition: (request, { urgent }, signal) => transition(request, { signal, urgent }),
    };
}


/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XU: () => (/* binding */ passesFilters),
/* harmony export */   Zp: () => (/* binding */ createLabelStates),
/* harmony export */   zi: () => (/* binding */ isSameLabel)
/* harmony export */ });
/** On GitHub the state of an issue is one of its labels. */
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


/***/ })

};
