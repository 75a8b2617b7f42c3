export const id = 578;
export const ids = [578];
export const modules = {

/***/ 7197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatIssueComment: () => (/* binding */ formatIssueComment)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2523);
/* harmony import */ var _first_paragraph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5200);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7703);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3021);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5169);
/**
 * The one comment on an issue that shows what the Action does with it. As in the summary, whatever isn't our own words is
 * prose (prose.ts) or in code, so that nobody is mentioned, nothing is linked and nothing is closed by it.
 */





const MAX_ROWS = 20;
const MAX_NAME = 80;
const MAX_TEXT = 400;
/** The comment of one issue, without its marker. `runs`: the issue's stage runs of this job, oldest first. */
function formatIssueComment(runs, facts) {
    const { runUrl, redact, now } = facts;
    const shown = runs.slice(-MAX_ROWS);
    const left = runs.length - shown.length;
    const said = shown.flatMap((run) => formatWords(run, redact));
    const sections = [
        `**Vik** ${formatHead(runs)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Stage', 'Agent', 'Result', 'Since', 'Duration', 'Tokens', 'Cost'], shown.map((run) => formatRow(run, facts))),
        ...(left > 0 ? [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumber */ .ZV)(left, 'earlier stage run')} of this job not shown.`] : []),
        ...(said.length > 0 ? [said.join('\n')] : []),
        [
            ...(runUrl === undefined ? [] : [`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('The run', redact(runUrl))}: its log and its summary.`]),
            `Updated ${formatTime(lastChange(runs) ?? now)}.`,
        ].join(' '),
    ];
    return `${sections.join('\n\n')}\n`;
}
/** When the last stage run ended; undefined while one runs, whose figures change all the time. */
function lastChange(runs) {
    const ends = runs.flatMap(({ state }) => (state.kind === 'ended' ? [state.endedAt.getTime()] : []));
    return ends.length === runs.length ? new Date(Math.max(...ends)) : undefined;
}
function formatTime(time) {
    return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function formatHead(runs) {
    if (runs.some(({ state }) => state.kind !== 'ended'))
        return 'is working on this issue.';
    const count = (wanted) => runs.filter(({ state }) => state.kind === 'ended' && state.verdict.state === wanted).length;
    const parts = ['failed', 'cancelled', 'completed'].flatMap((state) => count(state) === 0 ? [] : [`${count(state)} ${state}`]);
    return `has worked on this issue: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumber */ .ZV)(runs.length, 'stage run')}, ${parts.join(', ')}.`;
}
function formatRow(run, { redact, now }) {
    const { tokens, costUsd } = run.figures();
    const ended = run.state.kind === 'ended' ? run.state : undefined;
    const duration = (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)((ended?.endedAt ?? now).getTime() - run.startedAt.getTime());
    const unknown = ended === undefined ? '' : 'unknown';
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(redact(run.stage), MAX_NAME),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(redact(run.agent), MAX_NAME),
        formatResult(run),
        formatTime(run.startedAt),
        ended === undefined ? `${duration} so far` : duration,
        tokens === undefined ? unknown : (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTokens */ ._y)(tokens).replace(/ tokens?$/, ''),
        costUsd === undefined ? unknown : (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCost */ .BD)(costUsd),
    ];
}
function formatResult({ state, attempt }) {
    const tries = attempt > 1 ? `, attempt ${attempt}` : '';
    switch (state.kind) {
        case 'running':
            return `running${tries}`;
        case 'waiting':
            return `waiting for the next attempt${tries}`;
        case 'ended':
            return state.verdict.state === 'failed'
                ? `**failed** (${state.verdict.class})${tries}`
                : `${state.verdict.state}${tries}`;
        default:
            return state;
    }
}
/** What went wrong, and what the agent said last. Redacted before it is cut: half a secret would not be recognised. */
function formatWords(run, redact) {
    const { state } = run;
    const stage = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(redact(run.stage), MAX_NAME);
    const why = state.kind === 'ended' && state.verdict.state !== 'completed' ? (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatWhy */ .Yp)(state.verdict) : undefined;
    const lastSaid = (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .C)((0,_first_paragraph_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .a)(run.figures().lastMessage ?? '', redact), MAX_TEXT);
    return [
        ...(why === undefined ? [] : [`- ${stage} ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .C)((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .redactToPlainText */ .A$)(redact)(why), MAX_TEXT)}`]),
        ...(lastSaid === '' ? [] : [`- ${stage} said last: ${lastSaid}`]),
    ];
}


/***/ })

};
