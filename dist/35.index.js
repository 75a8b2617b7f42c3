export const id = 35;
export const ids = [35];
export const modules = {

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   No: () => (/* binding */ describeBudget),
/* harmony export */   W1: () => (/* binding */ overLimit),
/* harmony export */   er: () => (/* binding */ hasBudget),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
function hasBudget(limits) {
    return limits.maxCostUsd !== undefined || limits.maxOutputTokens !== undefined;
}
/** Why what was spent is too much, for the person who set the limit; undefined while it is not. */
function overLimit({ maxCostUsd, maxOutputTokens }, spent) {
    const { costUsd = 0, outputTokens = 0 } = spent;
    if (maxCostUsd !== undefined && costUsd > maxCostUsd)
        return `over its limit of ${dollars(maxCostUsd)}: it cost ${dollars(costUsd)}`;
    if (maxOutputTokens !== undefined && outputTokens > maxOutputTokens)
        return `over its limit of ${maxOutputTokens} output tokens: it used ${outputTokens}`;
    return undefined;
}
/**
 * The limits in the words of a session's start line, with how they are checked when that is not while it runs; undefined
 * without a limit.
 */
function describeBudget(profile) {
    const limits = [
        ...(profile.maxCostUsd === undefined ? [] : [dollars(profile.maxCostUsd)]),
        ...(profile.maxOutputTokens === undefined ? [] : [`${profile.maxOutputTokens} output tokens`]),
    ].join(' and ');
    if (limits === '')
        return undefined;
    switch (profile.runtime) {
        case 'claude_code':
            return `at most ${limits}`;
        case 'codex':
            // Then it keeps no session file, which is the only place that tells its tokens on the way.
            return profile.flags.includes('--ephemeral')
                ? `at most ${limits}, checked when the session ends (\`--ephemeral\` keeps no session file to read)`
                : `at most ${limits}`;
        case 'command':
            return `at most ${limits}, checked by the figures that it prints`;
        default:
            return profile.runtime;
    }
}
/** What tokens cost. Input includes what was read from the cache. */
function costOf(tokens, price) {
    const { input, cacheRead, output } = tokens;
    return ((Math.max(0, input - cacheRead) * price.input + cacheRead * price.cachedInput + output * price.output) /
        1_000_000);
}
/** `$2.50`, `$0.0056`: as many digits as it takes to tell a cost from its limit. */
function dollars(usd) {
    return `$${usd.toFixed(6).replace(/0{1,4}$/, '')}`;
}


/***/ }),

/***/ 9051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ countLeftIssues),
/* harmony export */   g: () => (/* binding */ leavesWork)
/* harmony export */ });
/** Reasons for which an issue that could have started waits for another run. */
const LEFT = ['time-budget', 'cost-limit', 'agent-unavailable', 'shutting-down'];
/** How many issues a run leaves to the next one: skipped, or prepared and then refused, for one of these reasons. */
function countLeftIssues({ skipped, attempts }, reasons = LEFT) {
    return new Set([
        ...skipped.flatMap(({ id, reason }) => (reasons.includes(reason) ? [id] : [])),
        ...attempts.flatMap(({ issue, refused }) => refused !== undefined && reasons.includes(refused) ? [issue.id] : []),
    ]).size;
}
/** Whether the next run has something to do that this one saw, or had to leave out, and did not start. */
function leavesWork(outcome) {
    return outcome.hasMore || countLeftIssues(outcome, [...LEFT, 'check-failed']) > 0;
}


/***/ }),

/***/ 5200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ firstParagraph),
  a: () => (/* binding */ lastWords)
});

// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __webpack_require__(2523);
// EXTERNAL MODULE: ./node_modules/mdast-util-from-markdown/lib/index.js + 45 modules
var lib = __webpack_require__(5748);
;// CONCATENATED MODULE: ./lib/report/read-markdown.js

const REDACTED = '***';
/** As long, so that places in the text stay what they are, and of a character that no rule of Markdown knows. */
const STAND_IN = '\ue000'.repeat(REDACTED.length);
/** @throws when the text is nested too deeply for the parser */
function readMarkdown(text, options) {
    const tree = (0,lib/* fromMarkdown */.Y)(text.replaceAll('\ue000', '\ufffd').replaceAll(REDACTED, STAND_IN), options);
    const nodes = [tree];
    for (const node of nodes) {
        restoreFields(node);
        if ('children' in node)
            for (const child of node.children)
                nodes.push(child);
    }
    return tree;
}
/** Any text of a node: its value, an address, a title, the language of a block. */
function restoreFields(node) {
    for (const [name, value] of Object.entries(node)) {
        if (typeof value === 'string')
            Object.assign(node, { [name]: value.replaceAll(STAND_IN, REDACTED) });
    }
}

;// CONCATENATED MODULE: ./lib/report/first-paragraph.js


/**
 * What an agent said last, for a line of ours. Redacted before it is read, because then it is whole, and after it: without
 * its backslashes, entities, marks and unseen characters a text may hold a secret that it did not hold before.
 */
function lastWords(message, redact) {
    return redact((0,plain_text/* plainText */.wh)(firstParagraph(redact(message))));
}
/** Nobody's first paragraph is longer, and some of Markdown's rules take time squared. */
const MAX_CHARACTERS = 4096;
/**
 * What an agent wrote in Markdown, as a line for a table: its first paragraph in plain words, without the marks of
 * headings, lists, emphasis and code, and with a mark when something follows it. The first line of whatever there is
 * when it has no paragraph.
 */
function firstParagraph(markdown) {
    const text = markdown.slice(0, MAX_CHARACTERS).toWellFormed();
    const { words, end } = findParagraph(text) ?? firstLine(text);
    const line = words.replace(/\s+/g, ' ').trim();
    return line !== '' && markdown.slice(end).trim() !== '' ? `${line} …` : line;
}
function findParagraph(markdown) {
    try {
        const { children } = readMarkdown(markdown);
        const of = (...types) => children.find(({ type }) => types.includes(type));
        const first = of('paragraph') ?? of('list', 'blockquote', 'code') ?? of('heading');
        return first && firstOf(first);
    }
    catch {
        // a thousand quotes in each other exhaust the stack of any parser
        return undefined;
    }
}
/** Of a list its first item, of a block of code its first line. */
function firstOf(node) {
    switch (node.type) {
        case 'list':
        case 'listItem':
        case 'blockquote': {
            const first = node.children[0];
            return first && firstOf(first);
        }
        case 'code': {
            const { words, end } = firstLine(node.value);
            const isWhole = node.value.slice(end).trim() === '';
            return { words, end: (isWhole ? node.position?.end.offset : node.position?.start.offset) ?? 0 };
        }
        default:
            return { words: plainWords(node), end: node.position?.end.offset ?? 0 };
    }
}
function plainWords(node) {
    switch (node.type) {
        case 'break':
            return ' ';
        case 'image':
        case 'imageReference':
            return node.alt ?? '';
        default:
            if ('value' in node)
                return node.value;
            return 'children' in node ? node.children.map(plainWords).join('') : '';
    }
}
function firstLine(text) {
    const found = /\S.*/.exec(text);
    return found === null
        ? { words: '', end: text.length }
        : { words: found[0], end: found.index + found[0].length };
}


/***/ }),

/***/ 5916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ nothingHappened),
/* harmony export */   Dc: () => (/* binding */ splitHeadline),
/* harmony export */   QG: () => (/* binding */ formatHeadline)
/* harmony export */ });
/* harmony import */ var _left_issues_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9051);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7703);
/* harmony import */ var _stage_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9551);



/**
 * The one sentence about a run, in our own words and numbers only. It begins with what went wrong, and with "completed"
 * only if nothing failed, no pull failed and nothing was ambiguous.
 */
function formatHeadline(outcome, dryRun) {
    return headlineParts(outcome, dryRun)
        .map(({ phrase }) => phrase)
        .join('; ');
}
/** The same for a place with room for a heading: the worst and what became of the stage runs, and a sentence of what is left, if any. */
function splitHeadline(outcome, dryRun) {
    const parts = headlineParts(outcome, dryRun);
    const join = (isHeading) => parts.flatMap((part) => (part.isHeading === isHeading ? [part.phrase] : [])).join('; ');
    return { heading: join(true), rest: sentence(join(false)) };
}
function sentence(phrases) {
    return phrases === '' ? '' : `${phrases.charAt(0).toUpperCase()}${phrases.slice(1)}.`;
}
function headlineParts(outcome, dryRun) {
    const wrong = whatWentWrong(outcome);
    const done = dryRun ? dryRunPhrase(outcome) : stageRunPhrase(outcome, wrong.length > 0);
    const unmoved = outcome.unmoved.length;
    const rest = [
        ...when(unmoved > 0, `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(unmoved, 'issue')} still where ${unmoved === 1 ? 'it was' : 'they were'}`),
        ...when(outcome.hasMore, 'more issues than `limit` are open'),
        ...endPhrase(outcome),
    ];
    return [
        ...wrong.map((phrase, index) => ({ phrase, isHeading: index === 0 || phrase === done.phrase })),
        ...(done.failed ? [] : [{ phrase: done.phrase, isHeading: true }]),
        ...rest.map((phrase) => ({ phrase, isHeading: false })),
    ];
}
/** Whether the run started nothing. Then what it looked for is worth a sentence. */
function nothingHappened(outcome) {
    return outcome.attempts.length === 0 && outcome.planned.length === 0;
}
/** Everything that went wrong, the worst first. */
function whatWentWrong(outcome) {
    const ambiguous = countSkips(outcome, ['ambiguous']);
    const unchecked = countSkips(outcome, ['check-failed']);
    const waiting = (0,_left_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .countLeftIssues */ .$)(outcome);
    const stageRuns = stageRunPhrase(outcome, true);
    return [
        ...failedEnd(outcome),
        ...(stageRuns.failed ? [stageRuns.phrase] : []),
        ...when(outcome.notUndone.length > 0, `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(outcome.notUndone.length, 'transition')} not undone`),
        ...when(outcome.failedPulls > 0, `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(outcome.failedPulls, 'pull')} failed`),
        ...when(ambiguous > 0, `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(ambiguous, 'issue')} with the labels of several states`),
        ...when(unchecked > 0, `the check before the start failed for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(unchecked, 'issue')}`),
        ...when(waiting > 0, `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(waiting, 'issue')} left waiting`),
    ];
}
function failedEnd({ reason }) {
    switch (reason) {
        case 'rate-limited':
            return ["GitHub's rate limit is used up"];
        case 'credentials':
            return ['GitHub refuses the token'];
        case 'cancelled':
            return ['the run was cancelled'];
        case 'intake-failed':
            return ['the intake failed'];
        case 'bad-workflow':
            return ['the workflow file has errors'];
        case 'bad-input':
            return ['an input is wrong'];
        case 'locked':
            return ['another run is at work on this disk'];
        case 'drained':
        case 'max-iterations':
        case 'time-budget':
        case 'cost-limit':
            return [];
        default:
            return reason;
    }
}
/** What became of the stage runs; `failed` when the phrase says something that went wrong. */
function stageRunPhrase(outcome, afterBadNews) {
    const { stageRuns: all, byState } = (0,_stage_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .runTotals */ .z)(outcome);
    if (all === 0) {
        const skipped = outcome.skipped.length;
        if (skipped > 0)
            return { phrase: `nothing was started, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(skipped, 'issue')} skipped`, failed: false };
        return { phrase: afterBadNews ? 'nothing was started' : 'nothing to do', failed: false };
    }
    if (byState.failed > 0 || byState.cancelled > 0) {
        const [first, ...rest] = [
            ...when(byState.failed > 0, `${byState.failed} failed`),
            ...when(byState.cancelled > 0, `${byState.cancelled} cancelled`),
            ...when(byState.completed > 0, `${byState.completed} completed`),
        ].map((part, index) => index === 0 ? part.replace(' ', ` of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(all, 'stage run')} `) : part);
        return { phrase: [first, ...rest].join(', '), failed: true };
    }
    const runs = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(all, 'stage run');
    return { phrase: afterBadNews ? `${runs} completed` : `completed ${runs}`, failed: false };
}
function dryRunPhrase({ planned, skipped }) {
    const would = planned.length === 0 ? 'nothing would start' : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(planned.length, 'stage run')} would start`;
    const rest = skipped.length === 0 ? '' : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(skipped.length, 'issue')} skipped`;
    return { phrase: `dry run, ${would}${rest}`, failed: false };
}
function endPhrase(outcome) {
    const { reason, pulls } = outcome;
    const after = `after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumber */ .ZV)(pulls, 'pull')}`;
    switch (reason) {
        case 'drained':
            return [(0,_left_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesWork */ .g)(outcome) ? `ended ${after}` : `drained ${after}`];
        case 'max-iterations':
            return [`ended ${after}, as max_iterations says`];
        case 'time-budget':
            return [`the time budget ended the run ${after}`];
        case 'cost-limit':
            return [`the cost limit ended the run ${after}`];
        case 'rate-limited':
        case 'credentials':
        case 'cancelled':
        case 'intake-failed':
            return [after];
        case 'bad-workflow':
        case 'bad-input':
        case 'locked':
            return [];
        default:
            return reason;
    }
}
function countSkips({ skipped }, reasons) {
    return skipped.filter((skip) => reasons.includes(skip.reason)).length;
}
function when(holds, phrase) {
    return holds ? [phrase] : [];
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2523);
/**
 * Markdown for the job summary and the comments on issues: code, links, tables. Outside text that is to be read as text
 * goes through prose.ts; in a code span or a code block GitHub renders no Markdown and no HTML, and links no @name, #12,
 * commit, emoji, formula or address.
 *
 * Code spans: https://github.github.com/gfm/#code-spans
 */

/** An outside text on one line, at most so many characters long; nothing when it is empty. */
function code(text, maxCharacters = Number.POSITIVE_INFINITY) {
    const line = shorten((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text), maxCharacters);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line, '`') + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** An outside text of many lines. */
function codeBlock(text) {
    const fence = '`'.repeat(Math.max(longestRun(text, '`') + 1, 3));
    return [`${fence}text`, (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLines */ .y1)(text), fence].join('\n');
}
/** A link to a web address; without one (or with one of another scheme) only its text. `markdown` is rendered. */
function link(markdown, url) {
    if (url === undefined || !URL.canParse(url))
        return markdown;
    const { protocol, href } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:')
        return markdown;
    return `[${markdown}](${href.replace(/[^A-Za-z0-9:/?#&=%.,~_+-]/g, percentEncode)})`;
}
/** Columns whose figures stand below each other. */
const FIGURES = ['Duration', 'Tokens', 'Cost'];
/** A table; a row's cells are rendered. Figures, by the name of their column, are at its right. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    const rule = head.map((name) => (FIGURES.includes(name) ? '---:' : '---'));
    return [line(head), line(rule), ...rows.map(line)].join('\n');
}
/** A block that is folded until somebody opens it. `summary` is ours. */
function details(summary, markdown) {
    return `<details><summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
}
/** The beginning of a text that is too long, with a mark. */
function shorten(text, maxCharacters) {
    return text.length <= maxCharacters
        ? text
        : `${text.slice(0, Math.max(maxCharacters - 1, 0)).toWellFormed()}…`;
}
/** A pipe would end the cell, in code too. Renderers disagree on two backslashes before one, so they are kept apart. */
function cell(markdown) {
    return markdown.replaceAll('\\|', '\\\u200b|').replaceAll('|', '\\|');
}
function longestRun(text, character) {
    let longest = 0;
    let current = 0;
    for (const each of text) {
        current = each === character ? current + 1 : 0;
        longest = Math.max(longest, current);
    }
    return longest;
}
function percentEncode(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prose)
/* harmony export */ });
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5618);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1286);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2523);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);




const OPTIONS = { extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__/* .gfmToMarkdown */ .H)()] };
/**
 * A title, or a sentence that may quote names in backticks, as Markdown on one line: what is in backticks becomes code,
 * the rest is text of which GitHub makes nothing.
 */
function prose(text, maxCharacters = Number.POSITIVE_INFINITY) {
    const children = piecesOf((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text), maxCharacters));
    const markdown = (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_3__/* .toMarkdown */ .l)({ type: 'paragraph', children }, OPTIONS).trimEnd();
    // The library takes a last backslash for the end of a paragraph; here HTML of ours may follow.
    const backslashes = /\\*$/.exec(markdown)?.[0].length ?? 0;
    return backslashes % 2 === 0 ? markdown : `${markdown}\\`;
}
const SPAN_OR_WORD = /(?<fence>`+)(?<code>[^`]+)\k<fence>(?!`)|(?<word>[^\s`]+)|(?<rest>\s+|`+)/g;
function piecesOf(line) {
    const pieces = [];
    let plain = '';
    const add = (code) => {
        if (plain !== '')
            pieces.push({ type: 'text', value: plain });
        plain = '';
        pieces.push({ type: 'inlineCode', value: code });
    };
    for (const { 0: piece, groups } of line.matchAll(SPAN_OR_WORD)) {
        const quoted = groups?.code?.trim() ?? '';
        if (quoted !== '')
            add(quoted);
        else if (groups?.word === undefined || !isActive(groups.word))
            plain += piece;
        else {
            const { before, core, after } = unwrap(groups.word);
            plain += before;
            add(core);
            plain = after;
        }
    }
    return plain === '' ? pieces : [...pieces, { type: 'text', value: plain }];
}
/** A longer word is nothing that somebody put punctuation around, and the pattern takes time squared. */
const MAX_WRAPPED = 200;
/** A word that becomes code, and the punctuation around it that stays outside. */
function unwrap(word) {
    const [, before = '', core = word, after = ''] = word.length > MAX_WRAPPED ? [] : (/^(["'(“‘]*)(.*?)([.,;:!?"')”’…]*)$/su.exec(word) ?? []);
    // `:tada:` is an emoji with its last colon only
    return isActive(core) ? { before, core, after } : { before: '', core: word, after: '' };
}
/**
 * Whether GitHub might make something of a word: a mention, an issue, a commit, an address, an emoji, a formula. HTML and
 * pictures would be escaped, but are easier to read as code.
 */
function isActive(word) {
    return (/[@$<]|#\d|!\[|\bgh-\d|www\.|[a-z]+:\/\/|mailto:|xmpp:|\b[\da-f]{7,40}\b/i.test(word) ||
        /:(?=[\d_]*[a-z+-])[\w+-]+:|:100:|:1234:/i.test(word));
}


/***/ }),

/***/ 2153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ createRecord),
/* harmony export */   w: () => (/* binding */ isDrained)
/* harmony export */ });
/* harmony import */ var _left_issues_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9051);
/** The run record, `run.json`: everything that a program wants to know of a run. */

/** Whether nothing waits and nothing runs. */
function isDrained(outcome) {
    const { reason } = outcome;
    return (reason === 'drained' || reason === 'max-iterations') && !(0,_left_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesWork */ .g)(outcome);
}
/** Makes the record; what is unknown is null, never 0. */
function createRecord(outcome, facts, redact) {
    return {
        version: 1,
        drained: isDrained(outcome),
        reason: outcome.reason,
        detail: outcome.detail === undefined ? null : redact(outcome.detail),
        started_at: outcome.startedAt.toISOString(),
        ended_at: outcome.endedAt.toISOString(),
        pulls: outcome.pulls,
        failed_pulls: outcome.failedPulls,
        repository: facts.repository,
        workflow: facts.workflow,
        sessions: outcome.attempts.map((attempt) => sessionRecord(attempt, redact)),
        skipped: outcome.skipped.map((skip) => ({
            issue: skip.id,
            title: redact(skip.title),
            state: skip.state === undefined ? null : redact(skip.state),
            reason: skip.reason,
            detail: redact(skip.detail),
        })),
        not_undone: outcome.notUndone.map(redact),
    };
}
function sessionRecord(attempt, redact) {
    const { issue, verdict, session } = attempt;
    const lastMessage = session?.lastMessage;
    return {
        issue: issue.id,
        title: redact(issue.title),
        url: issue.url === undefined ? null : redact(issue.url),
        stage: attempt.stage,
        agent: attempt.agent,
        runtime: attempt.runtime,
        agent_version: attempt.agentVersion ?? null,
        attempt: attempt.attempt,
        final: attempt.final,
        state: verdict.state,
        class: verdict.state === 'completed' ? null : verdict.class,
        reason: verdict.state === 'completed' ? null : redact(verdict.reason),
        started_at: attempt.startedAt.toISOString(),
        ended_at: attempt.endedAt.toISOString(),
        duration_ms: attempt.endedAt.getTime() - attempt.startedAt.getTime(),
        exit_code: attempt.exitCode ?? null,
        signal: attempt.signal ?? null,
        session_id: session?.sessionId ?? null,
        transcript: attempt.transcript ?? null,
        tokens: session?.tokens === undefined
            ? null
            : {
                input: session.tokens.input,
                output: session.tokens.output,
                cache_read: session.tokens.cacheRead,
                cache_write: session.tokens.cacheWrite,
            },
        cost_usd: session?.costUsd ?? null,
        tool_calls: session?.toolCalls ?? 0,
        permission_denials: session?.permissionDenials ?? 0,
        retries: session?.retries ?? 0,
        last_message: lastMessage === undefined ? null : redact(lastMessage),
    };
}


/***/ }),

/***/ 2062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  an: () => (/* binding */ amendReport),
  z8: () => (/* binding */ report),
  Oo: () => (/* binding */ reportChecked),
  xV: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(7309);
// EXTERNAL MODULE: ./lib/make-folders.js
var make_folders = __webpack_require__(4341);
// EXTERNAL MODULE: ./lib/left-issues.js
var left_issues = __webpack_require__(9051);
// EXTERNAL MODULE: ./lib/report/format.js
var format = __webpack_require__(7703);
// EXTERNAL MODULE: ./lib/report/stage-runs.js
var stage_runs = __webpack_require__(9551);
;// CONCATENATED MODULE: ./lib/report/annotations.js



/** What a run's end puts beside the red cross: failed stage runs as errors, what somebody should act on as warnings. */
function annotateOutcome(outcome, log) {
    for (const { final } of (0,stage_runs/* stageRuns */.v)(outcome.attempts)) {
        if (final.verdict.state !== 'failed')
            continue;
        const name = `${final.issue.ref} ${final.stage}`;
        const tail = final.stderrTail.trimEnd();
        log
            .child(name)
            .error(tail === '' ? final.verdict.reason : `${final.verdict.reason}\nstandard error ends with:\n${tail}`, {
            title: `${name} failed`,
            kind: 'failed stage run',
        });
    }
    for (const left of outcome.notUndone)
        log.error(left, { title: 'not undone', kind: 'not undone' });
    for (const { issue, stage } of outcome.unmoved) {
        log.warning(`${issue.ref} is still \`${issue.state}\` after ${stage} completed: the next run will work it, and pay for it, again`, { title: `${issue.ref} was not moved`, kind: 'not moved' });
    }
    const waiting = (0,left_issues/* countLeftIssues */.$)(outcome);
    if (outcome.reason === 'time-budget') {
        log.warning(`the time budget ended the run: ${(0,format/* formatNumber */.ZV)(waiting, 'issue')} left waiting for the next one`);
    }
    else if (outcome.reason === 'cost-limit') {
        const left = waiting === 0 ? '' : `: ${(0,format/* formatNumber */.ZV)(waiting, 'issue')} left waiting`;
        log.warning(`the cost limit ended the run${left}`);
    }
}

;// CONCATENATED MODULE: ./lib/report/command-files.js
/**
 * The runner's files for a step: they lie in a folder that agents can write, so they are written at the very end, from
 * scratch, and what somebody else put there is removed. Through these files a step sets variables and PATH of later
 * steps. A file is replaced and not opened, since an agent may have put a link or a pipe in its place.
 */



const VARIABLES = {
    output: 'GITHUB_OUTPUT',
    summary: 'GITHUB_STEP_SUMMARY',
    env: 'GITHUB_ENV',
    path: 'GITHUB_PATH',
    state: 'GITHUB_STATE',
};
/**
 * Gives outputs and summary to the runner and empties the other three files. Foreign content is reported, when `first`
 * (later it is our own). A file that can't be written is a warning: it must not turn the run's result around.
 */
function writeCommandFiles(files, contents, options) {
    const { log, first } = options;
    for (const file of ['output', 'summary', 'env', 'path', 'state']) {
        const path = files[file];
        if (path === undefined)
            continue;
        const ours = file === 'output' || file === 'summary';
        try {
            const foreign = first || !ours ? foreignContent(path) : undefined;
            if (foreign !== undefined)
                log.warning(foreignMessage(VARIABLES[file], foreign), FOREIGN);
            if (ours || foreign !== undefined)
                replaceFile(path, ours ? contents[file] : '');
        }
        catch (error) {
            log.warning(`\`${VARIABLES[file]}\` could not be written: ${String(error)}`, { kind: 'runner file' });
        }
    }
}
const FOREIGN = { title: 'foreign content in a runner file', kind: 'runner file' };
function foreignMessage(variable, content) {
    return (`\`${variable}\` held ${content} that this step did not write: removed. ` +
        'A hook or an agent found the file and tried to change later steps of this job');
}
/** What a file holds that should be empty, in words. */
function foreignContent(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        return undefined;
    if (stat.isSymbolicLink())
        return 'a link';
    if (!stat.isFile())
        return 'something that is no file';
    return stat.size === 0 ? undefined : `${stat.size} bytes`;
}
function replaceFile(path, content) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
        // an agent may have removed the runner's folder
        (0,make_folders/* makeFolders */.w)((0,external_node_path_.dirname)(path), 0o755);
        (0,external_node_fs_.writeFileSync)(path, content, { flag: 'wx', mode: 0o644 });
    }
    catch {
        // The folder can't be written or the file is mounted alone: then into the file itself, but through no link.
        const flags = external_node_fs_.constants.O_WRONLY |
            external_node_fs_.constants.O_CREAT |
            external_node_fs_.constants.O_TRUNC |
            external_node_fs_.constants.O_NOFOLLOW |
            external_node_fs_.constants.O_NONBLOCK;
        const descriptor = (0,external_node_fs_.openSync)(path, flags, 0o644);
        try {
            (0,external_node_fs_.writeFileSync)(descriptor, content);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
}

// EXTERNAL MODULE: ./lib/report/exit.js
var exit = __webpack_require__(1596);
// EXTERNAL MODULE: ./lib/report/headline.js
var report_headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/markdown.js
var report_markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __webpack_require__(2523);
// EXTERNAL MODULE: ./lib/report/record.js
var record = __webpack_require__(2153);
;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The step's outputs. All of them are set in every ending. */




// One environment variable takes 128 KiB, and steps put outputs into variables.
const MAX_RESULTS_BYTES = 64 * 1024;
const MAX_MESSAGE_CHARACTERS = 200;
/** The outputs of a run. In a dry run nothing is counted and `results` lists what would start. */
function createOutputs(outcome, options) {
    const { dryRun, paths, redact } = options;
    const totals = (0,stage_runs/* runTotals */.z)(outcome);
    const results = fitResults(dryRun
        ? outcome.planned.map((start) => plannedResult(start, redact))
        : (0,stage_runs/* stageRuns */.v)(outcome.attempts).map((run) => stageRunResult(run, redact)));
    return {
        ...emptyOutputs(outcome.reason),
        drained: String((0,record/* isDrained */.w)(outcome)),
        dispatched: String(totals.stageRuns),
        completed: String(totals.byState.completed),
        failed: String(totals.byState.failed),
        cancelled: String(totals.byState.cancelled),
        skipped: String(dryRun ? 0 : outcome.skipped.length),
        results: results.json,
        'results-truncated': String(results.truncated),
        'report-path': paths.report ?? '',
        'report-html-path': paths.page ?? '',
        'sessions-path': paths.report === undefined ? '' : (paths.sessions ?? ''),
        'input-tokens': String(totals.inputTokens),
        'output-tokens': String(totals.outputTokens),
        'cost-usd': String(totals.costUsd),
        'cost-unknown': String(totals.costUnknown),
    };
}
/** The outputs of an ending without a record; `checked` is a doctor's, whatever it found. */
function emptyOutputs(reason) {
    return {
        drained: 'false',
        reason,
        dispatched: '0',
        completed: '0',
        failed: '0',
        cancelled: '0',
        skipped: '0',
        results: '[]',
        'results-truncated': 'false',
        'report-path': '',
        'report-html-path': '',
        'sessions-path': '',
        'input-tokens': '0',
        'output-tokens': '0',
        'cost-usd': '0',
        'cost-unknown': '0',
    };
}
/**
 * The outputs in the form of the runner's output file. The delimiter can't be guessed, so no value can end its own
 * block. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function formatOutputs(outputs) {
    return Object.entries(outputs)
        .map(([name, value]) => {
        const delimiter = `vik_${(0,external_node_crypto_.randomUUID)()}`;
        return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
        .join('');
}
function stageRunResult({ attempts, final, durationMs, tokens, costUsd }, redact) {
    const { issue, verdict } = final;
    const lastMessage = final.session?.lastMessage;
    return {
        issue: issue.id,
        title: redact(issue.title),
        url: issue.url === undefined ? null : redact(issue.url),
        stage: final.stage,
        agent: final.agent,
        state: verdict.state,
        class: verdict.state === 'completed' ? null : verdict.class,
        reason: verdict.state === 'completed' ? null : (0,plain_text/* redactToPlainText */.A$)(redact)(verdict.reason),
        attempts: attempts.length,
        duration_ms: durationMs,
        tokens: tokens ?? null,
        cost_usd: costUsd ?? null,
        last_message: lastMessage === undefined ? null : redact((0,plain_text/* plainLines */.y1)(redact(lastMessage))),
    };
}
function plannedResult({ issue, stage, agent }, redact) {
    return {
        issue: issue.id,
        title: redact(issue.title),
        url: issue.url === undefined ? null : redact(issue.url),
        stage,
        agent,
        state: 'planned',
        class: null,
        reason: null,
        attempts: 0,
        duration_ms: 0,
        tokens: null,
        cost_usd: null,
        last_message: null,
    };
}
/** When the list is too long, last messages are shortened, then the oldest entries dropped. */
function fitResults(results) {
    const whole = JSON.stringify(results);
    if (Buffer.byteLength(whole) <= MAX_RESULTS_BYTES)
        return { json: whole, truncated: false };
    const entries = results.map((result) => JSON.stringify({ ...result, last_message: result.last_message && cut(result.last_message) }));
    let bytes = '[]'.length;
    let first = entries.length;
    for (const [index, entry] of [...entries.entries()].reverse()) {
        bytes += Buffer.byteLength(entry) + (first === entries.length ? 0 : ','.length);
        if (bytes > MAX_RESULTS_BYTES)
            break;
        first = index;
    }
    return { json: `[${entries.slice(first).join(',')}]`, truncated: true };
}
function cut(text) {
    return text.length <= MAX_MESSAGE_CHARACTERS ? text : text.slice(0, MAX_MESSAGE_CHARACTERS).toWellFormed();
}

// EXTERNAL MODULE: ./lib/report/first-paragraph.js + 1 modules
var first_paragraph = __webpack_require__(5200);
// EXTERNAL MODULE: ./lib/report/prose.js
var prose = __webpack_require__(5169);
;// CONCATENATED MODULE: ./lib/report/timeline.js


/** GitHub draws at most 50,000 characters, and of a picture of hundreds of bars nobody reads a name. */
const MAX_BARS = 40;
const STATES = {
    failed: { tag: 'crit', colour: 'red' },
    cancelled: { tag: 'active', colour: 'blue' },
    completed: { tag: 'done', colour: 'grey' },
};
/** Those that are drawn first when there is no room for all. */
const BY_WEIGHT = ['failed', 'cancelled', 'completed'];
/**
 * A Mermaid gantt of the attempts, one section an issue, and what is to say of it; undefined when there is nothing to
 * draw. Names are reduced to letters, digits and a few marks, since Mermaid has no way to quote them.
 */
function formatTimeline(attempts, hasPage) {
    if (attempts.length === 0)
        return undefined;
    const shown = chooseBars(attempts);
    const span = Math.max(...shown.map((attempt) => attempt.endedAt.getTime())) -
        Math.min(...shown.map((attempt) => attempt.startedAt.getTime()));
    const byIssue = Map.groupBy(shown, (attempt) => attempt.issue.ref);
    const stages = new Set(shown.map(({ stage }) => stage));
    // The same name on all of them says nothing: it is said once, and they have how long they took.
    const ofOneStage = stages.size === 1 && shown.length > 1;
    const nameOf = ofOneStage ? (attempt) => (0,format/* formatDuration */.a3)(lengthOf(attempt)) : stageOf;
    const sentences = [
        ...(ofOneStage ? [`Each bar is a session of ${[...stages].map((stage) => (0,report_markdown/* code */.aY)(stage)).join('')}.`] : []),
        ...legend(shown, attempts.length, hasPage),
    ];
    const sections = [...byIssue].flatMap(([ref, bars]) => [
        `    section ${quiet(ref)}`,
        ...bars.map((bar) => formatBar(bar, nameOf(bar))),
    ]);
    return [
        ...(sentences.length === 0 ? [] : [sentences.join(' '), '']),
        '```mermaid',
        'gantt',
        '    dateFormat x',
        `    axisFormat ${span < 5 * 60_000 ? '%H:%M:%S' : '%H:%M'}`,
        ...sections,
        '```',
    ].join('\n');
}
/** What failed, then what was cancelled, then the newest; in the order in which they began. */
function chooseBars(attempts) {
    const inOrder = attempts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
    const newest = inOrder.toReversed();
    const byWeight = BY_WEIGHT.flatMap((state) => newest.filter(({ verdict }) => verdict.state === state));
    const chosen = new Set(byWeight.slice(0, MAX_BARS));
    return inOrder.filter((attempt) => chosen.has(attempt));
}
/** What the colours are, of several, and, when there was no room for all, what was chosen. */
function legend(shown, all, hasPage) {
    const states = BY_WEIGHT.filter((state) => shown.some(({ verdict }) => verdict.state === state));
    const colours = states.map((state) => `${state} is ${STATES[state].colour}`).join(', ');
    return [
        ...(states.length > 1 ? [`${colours.charAt(0).toUpperCase()}${colours.slice(1)}.`] : []),
        ...(all > shown.length
            ? [
                `Shown are ${shown.length} of ${all} sessions: first what failed or was cancelled, then the newest.`,
                ...(hasPage ? ['All are in `report.html`.'] : []),
            ]
            : []),
    ];
}
function stageOf({ stage, attempt }) {
    return attempt > 1 ? `${stage} ${attempt}` : stage;
}
function lengthOf({ startedAt, endedAt }) {
    return endedAt.getTime() - startedAt.getTime();
}
/** A bar's name begins with a dot, so that a stage called `title` or `section` isn't taken for Mermaid's word. */
function formatBar(attempt, name) {
    const start = attempt.startedAt.getTime();
    // A bar of no length isn't drawn.
    const end = Math.max(attempt.endedAt.getTime(), start + 1);
    return `    · ${quiet(name)} :${STATES[attempt.verdict.state].tag}, ${start}, ${end}`;
}
function quiet(name) {
    return name
        .replace(/[^\p{L}\p{N} #._-]/gu, ' ')
        .slice(0, 60)
        .trim()
        .toWellFormed();
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** The job summary: what a maintainer reads first. Outside text is prose (prose.ts) or in code (markdown.ts). */








/** GitHub takes no longer summary of a step. */
const MAX_SUMMARY_BYTES = 1024 * 1024;
const ALL = { characters: 16_384, rows: 2000 };
const LESS = [
    ...[4096, 1024, 512, 256, 128, 64].map((characters) => ({ characters, rows: 2000 })),
    ...[1000, 500, 200, 50].map((rows) => ({ characters: 64, rows })),
];
/** The whole summary. When it is over GitHub's limit the longest texts are cut first, then the lists, and it says so. */
function formatSummary(outcome, options) {
    // Once more at the end: characters that take no room may have stood in a secret, and are gone now.
    return options.redact(fitSummary(outcome, options));
}
function fitSummary(outcome, options) {
    const whole = render(outcome, options, ALL);
    if (fits(whole))
        return whole;
    for (const room of LESS) {
        const cut = `${render(outcome, options, room)}\n${cutNotice(room, options.recordPath)}\n`;
        if (fits(cut))
            return cut;
    }
    return `${heading(outcome, options)}\n\nThe rest is too long for a job summary.\n`;
}
/** The summary of an ending in which nothing was started: a headline and what was found. */
function formatShortSummary(headline, problems, redact) {
    const shown = problems.slice(0, 500).map((problem) => `- ${(0,prose/* prose */.C)(redact(problem), 1000)}`);
    const left = problems.length - shown.length;
    const lines = [
        `## Vik: ${headline}`,
        '',
        ...shown,
        ...(left > 0 ? ['', `${left} more are in the log.`] : []),
    ];
    return redact(`${lines.join('\n')}\n`);
}
function fits(markdown) {
    return Buffer.byteLength(markdown) <= MAX_SUMMARY_BYTES;
}
function cutNotice(room, recordPath) {
    const rows = room.rows < ALL.rows ? `, and lists after ${room.rows} rows` : '';
    const where = recordPath === undefined ? '' : ` The run record has everything: ${(0,report_markdown/* code */.aY)(recordPath)}.`;
    return `Texts are cut after ${room.characters} characters${rows}: GitHub takes at most 1 MiB.${where}`;
}
function render(outcome, options, room) {
    const runs = (0,stage_runs/* stageRuns */.v)(outcome.attempts);
    const clean = (0,plain_text/* redactToPlainText */.A$)(options.redact);
    const sections = [
        heading(outcome, options),
        explanation(outcome, clean, room),
        // before the table, whose length has no end
        failureSection(runs, options.redact, room),
        plannedSection(outcome, clean, room),
        stageRunSection(runs, options.redact, room),
        totalsLine(outcome),
        timelineSection(outcome, options),
        unmovedSection(outcome, clean, room),
        listSection('Not undone', outcome.notUndone, clean, room),
        warningSection(outcome, clean, room),
        skippedSection(outcome, clean, room),
        options.hasPage && runs.length > 0 ? WHERE_THE_PAGE_IS : undefined,
    ];
    return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}
const WHERE_THE_PAGE_IS = 'Every conversation is in `report.html`: its path is the output `report-html-path`, and it is in this run\u2019s artifact if the workflow uploads it.';
function heading(outcome, options) {
    const { heading, rest } = (0,report_headline/* splitHeadline */.Dc)(outcome, options.dryRun);
    return rest === '' ? `## Vik: ${heading}` : `## Vik: ${heading}\n\n${rest}`;
}
/** The sentence behind the reason; what was found when it was nothing to work on. */
function explanation(outcome, redact, room) {
    const sentences = [
        ...(outcome.detail === undefined ? [] : [`Why: ${(0,prose/* prose */.C)(redact(outcome.detail), room.characters)}`]),
        ...((0,report_headline/* nothingHappened */.$M)(outcome) && outcome.searched !== undefined
            ? [`Found: ${(0,prose/* prose */.C)(redact(outcome.searched), room.characters)}`]
            : []),
    ];
    return sentences.length === 0 ? undefined : sentences.join('\n\n');
}
const MAX_TITLE = 80;
/** Two lines of a table's cell in small letters. */
const MAX_MESSAGE = 90;
function issueCell(issue, redact, room) {
    const title = (0,prose/* prose */.C)((0,plain_text/* redactToPlainText */.A$)(redact)(issue.title), Math.min(MAX_TITLE, room.characters));
    return `${issueLink(issue, redact)} ${title}`.trim();
}
function issueLink({ ref, url }, redact) {
    return (0,report_markdown/* link */.nf)((0,report_markdown/* code */.aY)(ref), url === undefined ? undefined : redact(url));
}
function stageRunSection(runs, redact, room) {
    if (runs.length === 0)
        return undefined;
    const rows = runs.slice(0, room.rows).map((run) => {
        const { final } = run;
        return [
            `${issueCell(final.issue, redact, room)}${messageBelow(final.session?.lastMessage, redact, room)}`,
            (0,report_markdown/* code */.aY)(final.stage, MAX_TITLE),
            (0,report_markdown/* code */.aY)(final.agent, MAX_TITLE),
            resultCell(run),
            (0,format/* formatDuration */.a3)(run.durationMs),
            run.tokens === undefined ? 'unknown' : (0,format/* formatTokens */._y)(run.tokens).replace(/ tokens?$/, ''),
            run.costUsd === undefined ? 'unknown' : (0,format/* formatCost */.BD)(run.costUsd),
        ];
    });
    const whole = withRest((0,report_markdown/* table */.tp)(['Issue, last message', 'Stage', 'Agent', 'Result', 'Duration', 'Tokens', 'Cost'], rows), runs.length - rows.length);
    return `### Stage runs\n\n${folded(runs.length, 'stage run', whole)}`;
}
/** Below the title and smaller: a column of its own would be ten lines high. */
function messageBelow(message, redact, room) {
    if (message === undefined)
        return '';
    const text = (0,prose/* prose */.C)((0,first_paragraph/* lastWords */.a)(message, redact), Math.min(MAX_MESSAGE, room.characters));
    return `<br><sub>${text}</sub>`;
}
function resultCell({ final, attempts }) {
    const { verdict } = final;
    const result = verdict.state === 'failed' ? `**failed** (${verdict.class})` : verdict.state;
    const tries = attempts.length > 1 ? [`${attempts.length} attempts`] : [];
    return [result, ...tries, ...(0,format/* formatDenials */.yn)(final.session)].join(', ');
}
function totalsLine(outcome) {
    const totals = (0,stage_runs/* runTotals */.z)(outcome);
    if (totals.sessions === 0)
        return undefined;
    const { sessions, inputTokens: input, outputTokens: output, costUsd, tokensUnknown, costUnknown } = totals;
    const unknown = tokensUnknown === costUnknown
        ? unknownFor('tokens and cost', costUnknown)
        : [...unknownFor('tokens', tokensUnknown), ...unknownFor('cost', costUnknown)];
    return [
        (0,format/* formatNumber */.ZV)(sessions, 'session'),
        ...(tokensUnknown === sessions ? [] : [(0,format/* formatTokens */._y)({ input, output })]),
        ...(costUnknown === sessions ? [] : [(0,format/* formatCost */.BD)(costUsd)]),
        ...unknown,
    ].join(', ');
}
function unknownFor(what, sessions) {
    return sessions === 0 ? [] : [`${what} unknown for ${(0,format/* formatNumber */.ZV)(sessions, 'session')}`];
}
function plannedSection(outcome, redact, room) {
    if (outcome.planned.length === 0)
        return undefined;
    const rows = outcome.planned
        .slice(0, room.rows)
        .map((start) => [
        issueCell(start.issue, redact, room),
        (0,report_markdown/* code */.aY)(start.stage, MAX_TITLE),
        (0,report_markdown/* code */.aY)(start.agent, MAX_TITLE),
    ]);
    return withRest((0,report_markdown/* table */.tp)(['Would start', 'Stage', 'Agent'], rows), outcome.planned.length - rows.length);
}
/** More of them come folded, or the table is where nobody gets to. */
const OPEN_FAILURES = 10;
function failureSection(runs, redact, room) {
    const failed = runs.filter(({ final }) => final.verdict.state !== 'completed');
    if (failed.length === 0)
        return undefined;
    const blocks = failed.slice(0, room.rows).map((run) => failureBlock(run, redact, room));
    const more = blocks.slice(OPEN_FAILURES);
    return [
        '### What went wrong',
        ...blocks.slice(0, OPEN_FAILURES),
        ...(more.length === 0 ? [] : [(0,report_markdown/* details */.zH)(`${more.length} more`, more.join('\n\n'))]),
        ...(failed.length > blocks.length ? [`${failed.length - blocks.length} more are not shown.`] : []),
    ].join('\n\n');
}
function failureBlock({ final }, redact, room) {
    const { verdict } = final;
    const why = verdict.state === 'completed' ? '' : (0,plain_text/* redactToPlainText */.A$)(redact)((0,format/* formatWhy */.Yp)(verdict));
    const title = `${issueLink(final.issue, redact)} ${(0,report_markdown/* code */.aY)(final.stage, MAX_TITLE)}`;
    const stderr = (0,report_markdown/* shorten */.ml)(redact(final.stderrTail.trimEnd()), room.characters);
    return [
        `- ${title} ${(0,prose/* prose */.C)(why, room.characters)}`,
        ...(stderr === '' ? [] : [indent((0,report_markdown/* details */.zH)('standard error, its last lines', (0,report_markdown/* codeBlock */.DV)(stderr)))]),
    ].join('\n\n');
}
function timelineSection(outcome, { hasPage }) {
    const picture = formatTimeline(outcome.attempts, hasPage);
    return picture === undefined ? undefined : `### Timeline\n\n${picture}`;
}
function unmovedSection(outcome, redact, room) {
    if (outcome.unmoved.length === 0)
        return undefined;
    const lines = outcome.unmoved.slice(0, room.rows).map(({ issue, stage }) => {
        return `- ${issueLink(issue, redact)} is still ${(0,report_markdown/* code */.aY)(issue.state)} after ${(0,report_markdown/* code */.aY)(stage)} completed: the next run will work it, and pay for it, again`;
    });
    return withRest(`### Not moved\n\n${lines.join('\n')}`, outcome.unmoved.length - lines.length);
}
function warningSection(outcome, redact, room) {
    const warnings = outcome.attempts.flatMap((attempt) => attempt.warnings.map((warning) => ({ attempt, warning })));
    if (warnings.length === 0)
        return undefined;
    const lines = warnings
        .slice(0, room.rows)
        .map(({ attempt, warning }) => `- ${issueLink(attempt.issue, redact)} ${(0,report_markdown/* code */.aY)(attempt.stage)}: ${(0,prose/* prose */.C)(redact(warning), room.characters)}`);
    return withRest(`### Warnings\n\n${lines.join('\n')}`, warnings.length - lines.length);
}
function listSection(title, texts, redact, room) {
    if (texts.length === 0)
        return undefined;
    const lines = texts.slice(0, room.rows).map((text) => `- left: ${(0,prose/* prose */.C)(redact(text), room.characters)}`);
    return withRest(`### ${title}\n\n${lines.join('\n')}`, texts.length - lines.length);
}
function skippedSection(outcome, redact, room) {
    const { skipped } = outcome;
    if (skipped.length === 0)
        return undefined;
    const rows = skipped
        .slice(0, room.rows)
        .map((skip) => [
        issueCell(skip, redact, room),
        (0,report_markdown/* code */.aY)(redact(skip.state ?? '')),
        skip.reason,
        (0,prose/* prose */.C)(redact(skip.detail), room.characters),
    ]);
    const whole = withRest((0,report_markdown/* table */.tp)(['Issue', 'State', 'Reason', 'Why'], rows), skipped.length - rows.length);
    return `### Skipped\n\n${folded(skipped.length, 'issue', whole)}`;
}
/** A long table comes folded, so that what follows it can be seen. */
function folded(count, what, markdown) {
    return count > 20 ? (0,report_markdown/* details */.zH)((0,format/* formatNumber */.ZV)(count, what), markdown) : markdown;
}
function withRest(markdown, left) {
    return left > 0 ? `${markdown}\n\n${left} more are not shown.` : markdown;
}
/** Into the list item above. */
function indent(markdown) {
    return markdown.replace(/^(?=.)/gm, '  ');
}

;// CONCATENATED MODULE: ./lib/report/report.js
/**
 * What a run leaves for people and programs: annotations, run record, outputs, job summary. All of it is synchronous:
 * a cancelled job has seconds, and a promise that nobody awaits is a file that isn't there.
 */














/** Reports a run's end. Never throws for a file that can't be written: that is a warning. */
function report(outcome, options) {
    annotateOutcome(outcome, options.log);
    return writeReport(outcome, options, true);
}
/** Writes everything again, without annotations, when something was learned after the report. */
function amendReport(outcome, options) {
    return writeReport(outcome, options, false);
}
/**
 * Reports an ending in which nothing was started because an input or the workflow file is wrong. The headline is our
 * own words; each problem becomes an error annotation.
 */
function reportFailure(failure, options) {
    const { commandFiles, log, redact } = options;
    for (const { message, annotation } of failure.problems)
        log.error(message, annotation);
    writeCommandFiles(commandFiles, {
        output: formatOutputs(emptyOutputs(failure.reason)),
        summary: formatShortSummary(failure.headline, failure.problems.map(describeProblem), redact),
    }, { log, first: true });
    return { exitCode: 1, headline: failure.headline, recordPath: undefined };
}
/** Reports a doctor's round: each problem is an annotation, everything is in the summary. */
function reportChecked(found, options) {
    const { commandFiles, log, redact } = options;
    const { name, problems, saidWarnings, facts, isStrict, isCancelled } = found;
    const errors = problems.filter(({ severity }) => severity === 'error');
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    for (const { message, annotation } of errors)
        log.error(message, annotation);
    for (const { message, annotation } of warnings)
        log.warning(message, annotation);
    for (const fact of facts)
        log.info(fact);
    const warningCount = warnings.length + saidWarnings.length;
    const counted = [
        errors.length === 0 ? 'no errors' : (0,format/* formatNumber */.ZV)(errors.length, 'error'),
        ...(warningCount === 0 ? [] : [(0,format/* formatNumber */.ZV)(warningCount, 'warning')]),
    ].join(', ');
    const strictly = isStrict && errors.length === 0 && warningCount > 0 ? ', and `strict` is set' : '';
    const headline = isCancelled
        ? `cancelled before ${(0,report_markdown/* code */.aY)(name)} was checked`
        : `${(0,report_markdown/* code */.aY)(name)} has ${counted}${strictly}; the doctor starts nothing`;
    const inSummary = [
        ...errors.map((problem) => `error: ${describeProblem(problem)}`),
        ...[...saidWarnings, ...warnings].map((problem) => `warning: ${describeProblem(problem)}`),
        ...facts,
    ];
    writeCommandFiles(commandFiles, {
        output: formatOutputs(emptyOutputs(isCancelled ? 'cancelled' : 'checked')),
        summary: formatShortSummary(headline, inSummary, redact),
    }, { log, first: true });
    const failed = isCancelled || errors.length > 0 || (isStrict && warningCount > 0);
    return { exitCode: failed ? 1 : 0, headline, recordPath: undefined };
}
function describeProblem({ message, annotation = {} }) {
    return (0,log/* located */.t4)(message, annotation, '`');
}
function writeReport(outcome, options, first) {
    const { log, redact, dryRun } = options;
    const headline = (0,report_headline/* formatHeadline */.QG)(outcome, dryRun);
    const recordPath = writeRecord(outcome, options);
    writeCommandFiles(options.commandFiles, {
        output: formatOutputs(createOutputs(outcome, {
            dryRun,
            redact,
            paths: { report: recordPath, page: options.pagePath, sessions: options.sessionsPath },
        })),
        summary: formatSummary(outcome, {
            dryRun,
            recordPath,
            hasPage: options.pagePath !== undefined,
            redact,
        }),
    }, { log, first });
    if (first) {
        const why = outcome.detail ?? ((0,report_headline/* nothingHappened */.$M)(outcome) ? outcome.searched : undefined);
        if (why !== undefined)
            log.info(why);
        if (recordPath !== undefined)
            log.info(`run record: ${recordPath}`);
        if (options.pagePath !== undefined)
            log.info(`report: ${options.pagePath}`);
    }
    return { exitCode: (0,exit/* decideExit */.D)(outcome, options.failOn), headline, recordPath };
}
/** Writes `run.json` in one step, so that nobody ever reads half of it; its path, or undefined when it failed. */
function writeRecord(outcome, options) {
    const { recordPath, log, redact } = options;
    const temporary = `${recordPath}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        (0,make_folders/* makeFolders */.w)((0,external_node_path_.dirname)(recordPath), 0o777);
        (0,external_node_fs_.writeFileSync)(temporary, `${JSON.stringify((0,record/* createRecord */.e)(outcome, options, redact), null, 2)}\n`, {
            flag: 'wx',
            mode: 0o600,
        });
        (0,external_node_fs_.renameSync)(temporary, recordPath);
        return recordPath;
    }
    catch (error) {
        log.warning(`the run record could not be written: ${String(error)}`, { kind: 'report' });
        removeIfThere(temporary);
        return undefined;
    }
}
function removeIfThere(file) {
    try {
        (0,external_node_fs_.rmSync)(file, { force: true });
    }
    catch {
        // Where it can't be removed it could not be made either, and the warning has said so.
    }
}


/***/ })

};
