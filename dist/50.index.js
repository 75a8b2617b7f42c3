export const id = 50;
export const ids = [50,4];
export const modules = {

/***/ 2323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ createDispatcher)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/stop.js
var stop = __webpack_require__(1503);
// EXTERNAL MODULE: ./lib/waits.js
var waits = __webpack_require__(4769);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker_tracker = __webpack_require__(8284);
;// CONCATENATED MODULE: ./lib/dispatch/admissions.js


function createAdmissions({ tracker, ...deps }) {
    const refusals = new Map();
    async function ask(issue, signal) {
        try {
            const admission = await tracker.admit(issue, signal);
            if (signal.aborted)
                return undefined;
            if (admission.kind === 'admitted')
                return admission;
            return refuse(issue, { reason: admission.reason, detail: admission.detail });
        }
        catch (error) {
            if (signal.aborted)
                return undefined;
            if (error instanceof tracker_tracker/* CredentialsError */.lE) {
                deps.onCredentialsError(error);
                return undefined;
            }
            if (error instanceof tracker_tracker/* RateLimitError */.OE) {
                if (await deps.waitForReset(error, signal))
                    return ask(issue, signal);
                deps.onRateLimit(error);
                return undefined;
            }
            const message = (0,errors/* messageOf */.bD)(error);
            return refuse(issue, {
                reason: 'check-failed',
                detail: `could not be checked before its start: ${message}`,
            });
        }
    }
    function refuse(issue, skip) {
        refusals.set(issue.id, { issue, skip });
        return { kind: 'skip', skip };
    }
    return {
        ask,
        refusal(issue) {
            const refused = refusals.get(issue.id);
            // the state too: GitHub's `updated_at` has whole seconds, and labels move faster
            const isSame = refused !== undefined &&
                issue.revision !== undefined &&
                refused.issue.revision === issue.revision &&
                refused.issue.state === issue.state;
            return isSame ? refused.skip : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/skip-texts.js
const WAITS = '; it waits for the next run';
const OUT_OF_TIME = leftForNextRun('time-budget', 'the time budget is used up');
/** vik's words. */
const SHUTTING_DOWN = {
    reason: 'shutting-down',
    detail: 'stage session manager is shutting down; skipping issue this cycle',
};
const MAX_NEEDED_MS = 30 * 60_000;
/** A session needs its own time limit, 30 minutes at most, to be left of the time budget. */
function lackOfTime(stage, timeLeftMs) {
    const neededMs = Math.min(stage.agent.timeoutMs, MAX_NEEDED_MS);
    if (timeLeftMs >= neededMs)
        return undefined;
    const minutes = Math.round(neededMs / 600) / 100;
    return leftForNextRun('time-budget', `less than ${minutes} min of the time budget is left`);
}
/** For a reason that holds to the end of this job. */
function leftForNextRun(reason, why) {
    return { reason, detail: `${why}${WAITS}` };
}
/** The same for a stage run that has had an attempt: what it said last decides, nothing waits. */
function whyNoMore({ detail }) {
    return detail.endsWith(WAITS) ? detail.slice(0, -WAITS.length) : detail;
}
/** An issue in an `on_start` state that nobody here works on. */
function interrupted(startState) {
    return {
        reason: 'interrupted',
        detail: `another run works on it, or one was killed; set \`${startState}\` to start again`,
    };
}
function ambiguous(issue) {
    const labels = issue.labels.map((label) => `\`${label}\``).join(' and ');
    return {
        reason: 'ambiguous',
        detail: `carries ${labels}, which are different states; remove all but one`,
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/breaker.js

const TIMES = 3;
function createBreaker(log) {
    const rows = new Map();
    const open = new Map();
    function count(agent, reason, said) {
        const row = rows.get(agent);
        const times = row?.reason === reason ? row.times + 1 : 1;
        rows.set(agent, { reason, times });
        if (times < TIMES || open.has(agent))
            return;
        const why = `agent \`${agent}\` failed ${TIMES} times in a row: ${said.replace(/[.\s]+$/, '')}`;
        open.set(agent, leftForNextRun('agent-unavailable', why));
        log.error(`${why}. No further session of it starts in this job; its other issues wait for the next run`, {
            title: `agent \`${agent}\` is unavailable`,
        });
    }
    return {
        dispatch() {
            const counted = new Set();
            return (attempt) => {
                const { agent, verdict } = attempt;
                if (verdict.state === 'failed' && (verdict.class === 'provider' || verdict.class === 'setup')) {
                    const reason = `${verdict.class}: ${withoutParticulars(verdict.reason, attempt)}`;
                    const key = JSON.stringify([agent, reason]);
                    if (verdict.class === 'provider' || !counted.has(key))
                        count(agent, reason, verdict.reason);
                    counted.add(key);
                }
                else if (attempt.session !== undefined && verdict.state !== 'cancelled') {
                    // a session that ran shows that the program and its provider work
                    rows.delete(agent);
                }
            };
        },
        unavailable: (agent) => open.get(agent),
    };
}
/** A reason without what differs from issue to issue: its id, ids of requests and sessions, times of day. */
function withoutParticulars(reason, { issue }) {
    return reason
        .replaceAll(new RegExp(`(?<=[#/\`'"])${escapeRegExp(issue.id)}(?![\\w-])`, 'g'), '<issue>')
        .replace(/\b(?:req|msg|resp|request|sess|call)_[\w-]+/gi, '<id>')
        .replace(/\b[0-9a-f]{8,}(?:-[0-9a-f]{4,})*\b/gi, '<id>')
        .replace(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, '<time>')
        .replace(/\d{4,}|\d+(?=(?:\.\d+)?\s?m?s\b)/g, '<number>');
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./lib/dispatch/cost-limit.js
/**
 * What has no known cost does not count. Reaching the limit ends nothing that runs: each session has limits of its own,
 * and what it has done so far is paid for.
 *
 * @param onReached told once, in words, when the known costs together have reached the limit
 */
function createCostLimit(limitUsd, onReached) {
    let total = 0;
    let isReached = false;
    return {
        open() {
            let own = 0;
            return (usd) => {
                if (usd <= own)
                    return;
                total += usd - own;
                own = usd;
                if (isReached || limitUsd === undefined || total < limitUsd)
                    return;
                isReached = true;
                onReached(`the sessions of this job cost $${total.toFixed(2)} so far, and \`loop.max_cost_usd\` is $${limitUsd.toFixed(2)}`);
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/decide.js

function decide(issue, view) {
    if (view.stopping) {
        return { kind: 'skip', ...SHUTTING_DOWN };
    }
    const matching = view.stages.filter((stage) => stage.state === issue.state);
    if (matching.length === 0) {
        return skip('no-matching-stage', 'no workflow stage matched issue state; skipping issue this cycle');
    }
    if (!view.isActive(issue.id) && view.activeIssues >= view.maxIssueConcurrency) {
        return skip('issue-concurrency-full', 'issue concurrency is full; skipping issue this cycle');
    }
    const free = matching.filter((stage) => !view.isReserved(issue.id, stage.name));
    if (free.length === 0) {
        return skip('matching-stages-already-active', 'matching stages are already active; skipping issue this cycle');
    }
    return decideOurs(issue, free, view);
}
/** The questions that vik does not ask. */
function decideOurs(issue, free, view) {
    const fresh = free.filter((stage) => !view.hasRun(issue, stage.name));
    if (fresh.length === 0) {
        return skip('already-ran', `already ran for this visit to \`${issue.state}\`; it runs again when the issue comes back to that state`);
    }
    const refusal = view.refusal(issue);
    if (refusal !== undefined)
        return skip(refusal.reason, refusal.detail);
    const runsLeft = view.runsLeft(issue.id);
    if (runsLeft <= 0) {
        return skip('run-limit', 'this issue used up `loop.max_runs_per_issue` in this job');
    }
    const startable = fresh.filter((stage) => view.unavailable(stage) === undefined);
    const [first] = fresh;
    if (startable.length === 0 && first !== undefined) {
        const cause = view.unavailable(first);
        if (cause !== undefined)
            return skip(cause.reason, cause.detail);
    }
    return { kind: 'run', stages: startable.slice(0, runsLeft), cut: startable.slice(runsLeft) };
}
function skip(reason, detail) {
    return { kind: 'skip', reason, detail };
}

;// CONCATENATED MODULE: ./lib/dispatch/further-attempts.js

function createPause(deps) {
    const { reservations, slots, admissions, log, obstacle, countRun } = deps;
    const pause = async (issue, stage, { delayMs, onWait }, signal) => {
        if (isBlocked(issue, stage, delayMs))
            return undefined;
        onWait?.();
        reservations.pause(issue.id, stage.name);
        deps.onPause();
        await (0,waits/* waitMs */.Cu)(delayMs, deps.noStarts);
        // without its slot: only its last transition is still to come
        if (isBlocked(issue, stage, 0))
            return undefined;
        await slots.wait(issue.id, () => reservations.resume(issue.id, stage.name));
        if (isBlocked(issue, stage, 0))
            return undefined;
        countRun(issue, 1);
        return readmit(issue, stage, signal);
    };
    /** Admission before a further attempt: a state that this stage run set itself is no change. */
    async function readmit(issue, stage, signal) {
        const state = stage.onStart?.state ?? issue.state;
        const answer = await admissions.ask({ ...issue, state }, signal);
        if (answer?.kind === 'admitted' && !deps.noStarts.aborted)
            return { ...answer.issue, state: issue.state };
        if (answer?.kind === 'skip')
            say(issue, stage, answer.skip.detail);
        countRun(issue, -1);
        return undefined;
    }
    function isBlocked(issue, stage, inMs) {
        const why = obstacle(issue, stage, inMs);
        if (why !== undefined)
            say(issue, stage, why);
        return why !== undefined;
    }
    function say(issue, stage, why) {
        log.child(`${issue.ref} ${stage.name}`).info(`no further attempt: ${why}`);
    }
    return pause;
}

;// CONCATENATED MODULE: ./lib/dispatch/issue-work.js
/** Makes what works the issues of one run. */
function createIssueWork(deps) {
    const { reservations, visits, ownStates, skips } = deps;
    async function workIssue(listed, stages, signal) {
        const answer = await deps.admissions.ask(listed, deps.noStarts);
        if (answer?.kind !== 'admitted') {
            skips.add(listed, answer?.skip ?? deps.whyStopping());
            for (const stage of stages)
                giveBack(listed, stage);
            deps.onRelease();
            return;
        }
        const { issue, visit } = answer;
        const fresh = stages.filter((stage) => !visits.isSame(listed, stage.name, visit));
        for (const stage of stages.filter((each) => !fresh.includes(each)))
            giveBack(listed, stage);
        for (const stage of fresh)
            visits.begin({ ...issue, revision: listed.revision }, stage.name, visit);
        if (fresh.length > 0)
            skips.ran(issue.id);
        if (fresh.length < stages.length)
            deps.onRelease();
        const take = deps.breaker.dispatch();
        await Promise.all(fresh.map((stage) => workStage(issue, stage, take, signal)));
    }
    async function workStage(issue, stage, take, signal) {
        let refused;
        const run = {
            issue,
            stage,
            pause: (delayMs, onWait) => deps.pause(issue, stage, { delayMs, onWait }, signal),
            setsState: (state) => ownStates.set(issue.id, stage.name, state),
            refusal() {
                refused = deps.unavailable(stage);
                return refused?.detail;
            },
            openAccount: deps.costLimit.open,
            tokenRefused: deps.tokenRefused,
        };
        let attempts = [];
        try {
            attempts = withRefusal(await deps.runStage(run, signal), refused);
            attempts.forEach(take);
        }
        catch (error) {
            deps.onBug(error);
        }
        deps.onEnded(attempts);
        // a pull that shows the issue again is to say that it waits, not that it already ran
        if (refused !== undefined)
            visits.forget(issue.id, stage.name);
        else
            visits.end(issue.id, stage.name, ownStates.of(issue.id, stage.name) === stage.state);
        ownStates.set(issue.id, stage.name, undefined);
        reservations.release(issue.id, stage.name);
        deps.onRelease();
    }
    function giveBack(issue, stage) {
        reservations.release(issue.id, stage.name);
        deps.uncountRun(issue);
    }
    return workIssue;
}
/** The last attempt is the one that was refused: a stage run that is refused has no further one. */
function withRefusal(attempts, refused) {
    const last = attempts.at(-1);
    if (refused === undefined || last === undefined)
        return attempts;
    return [...attempts.slice(0, -1), { ...last, refused: refused.reason }];
}

;// CONCATENATED MODULE: ./lib/dispatch/own-states.js
function createOwnStates() {
    const byIssue = new Map();
    return {
        of: (issueId, stage) => byIssue.get(issueId)?.get(stage),
        set(issueId, stage, state) {
            const states = byIssue.get(issueId) ?? new Map();
            if (state === undefined)
                states.delete(stage);
            else
                states.set(stage, state);
            if (states.size === 0)
                byIssue.delete(issueId);
            else
                byIssue.set(issueId, states);
        },
        isOwn: (issueId, state) => [...(byIssue.get(issueId)?.values() ?? [])].includes(state),
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/reservations.js
function createReservations() {
    const stagesOf = new Map();
    const active = new Set();
    function set(issueId, stage, state) {
        const stages = stagesOf.get(issueId) ?? new Map();
        if (state === undefined)
            stages.delete(stage);
        else
            stages.set(stage, state);
        if (stages.size === 0)
            stagesOf.delete(issueId);
        else
            stagesOf.set(issueId, stages);
        if (state === 'active' || [...stages.values()].includes('active'))
            active.add(issueId);
        else
            active.delete(issueId);
    }
    return {
        get activeIssues() {
            return active.size;
        },
        get isEmpty() {
            return stagesOf.size === 0;
        },
        isActive: (issueId) => active.has(issueId),
        holds: (issueId) => stagesOf.has(issueId),
        isReserved: (issueId, stage) => stagesOf.get(issueId)?.has(stage) ?? false,
        reserve: (issueId, stage) => set(issueId, stage, 'active'),
        pause: (issueId, stage) => set(issueId, stage, 'paused'),
        resume: (issueId, stage) => set(issueId, stage, 'active'),
        release: (issueId, stage) => set(issueId, stage, undefined),
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/reset-wait.js
function createResetWait({ log, inHand, change }) {
    let waiting = 0;
    return async ({ message, resetAt }, signal) => {
        // never at once: a reset that is over by our clock may not be over by GitHub's
        const untilMs = Math.max(resetAt.getTime(), Date.now() + 1_000);
        const leftMs = () => untilMs - Date.now();
        waiting += 1;
        try {
            if (inHand() > waiting)
                log.info(`${message}: what is about to start waits for that`);
            while (leftMs() > 0 && !signal.aborted) {
                if (inHand() <= waiting)
                    return false;
                await change(leftMs(), signal);
            }
            return true;
        }
        finally {
            waiting -= 1;
        }
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/skips.js
function createSkips(log, writeEvent) {
    const printed = new Map();
    const started = new Set();
    const skipped = new Map();
    let listed = [];
    return {
        newPull(issueIds) {
            listed = issueIds;
            skipped.clear();
        },
        add({ id, ref, title, url, state }, { reason, detail }) {
            skipped.set(id, { id, ref, title, url, state, reason, detail });
            if (printed.get(id) === reason)
                return;
            printed.set(id, reason);
            writeEvent('skipped', { issue: id, state: state ?? null, reason, detail });
            const line = `${ref} skipped: ${reason}: ${detail}`;
            if (isWarning(reason))
                log.warning(line, { kind: reason, title: `${ref} not started` });
            else if (isOwnDoing(reason))
                log.debug(line);
            else
                log.info(line, 'quiet');
        },
        ran(issueId) {
            started.add(issueId);
            printed.delete(issueId);
        },
        list: () => listed.flatMap((id) => {
            const issue = skipped.get(id);
            return issue === undefined || started.has(id) ? [] : [issue];
        }),
    };
}
/** This run works the issue, or has just worked it: the lines of its stages say so to whoever watches. */
function isOwnDoing(reason) {
    return reason === 'matching-stages-already-active' || reason === 'already-ran';
}
function isWarning(reason) {
    return (reason === 'ambiguous' ||
        reason === 'not-trusted' ||
        reason === 'edited-after-label' ||
        reason === 'check-failed');
}

;// CONCATENATED MODULE: ./lib/dispatch/slots.js
function createSlots(reservations, maxIssueConcurrency) {
    const line = [];
    const hasRoom = (issueId) => reservations.isActive(issueId) || reservations.activeIssues < maxIssueConcurrency;
    return {
        hasRoom,
        async wait(issueId, take) {
            if (hasRoom(issueId)) {
                take();
                return;
            }
            const { promise, resolve } = Promise.withResolvers();
            const granted = () => {
                take();
                resolve();
            };
            line.push({ issueId, granted });
            await promise;
        },
        grant(all) {
            for (let i = 0; i < line.length;) {
                const next = line[i];
                if (next !== undefined && (all || hasRoom(next.issueId))) {
                    line.splice(i, 1);
                    next.granted();
                }
                else
                    i += 1;
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/visits.js
function createVisits(rules) {
    const byIssue = new Map();
    function see({ beganAt, issues }) {
        if (byIssue.size === 0)
            return;
        const states = new Map(issues.map((issue) => [issue.id, issue.state]));
        for (const [issueId, visits] of byIssue) {
            const state = states.get(issueId);
            for (const [stage, visit] of visits) {
                if (isOver(issueId, visit, state, beganAt))
                    visits.delete(stage);
            }
            if (visits.size === 0)
                byIssue.delete(issueId);
        }
    }
    function isOver(issueId, visit, state, beganAt) {
        if (state !== undefined) {
            visit.absences = 0;
            return state !== visit.state && !rules.isOwnState(issueId, state);
        }
        if (!rules.absenceEnds || beganAt < visit.endedAt)
            return false;
        visit.absences += 1;
        return visit.absences >= 2;
    }
    return {
        hasRun(issue, stage) {
            const visit = byIssue.get(issue.id)?.get(stage);
            if (visit === undefined)
                return false;
            return visit.name === undefined || visit.revision === issue.revision;
        },
        isSame(issue, stage, name) {
            const visit = byIssue.get(issue.id)?.get(stage);
            if (visit === undefined)
                return false;
            if (visit.isRenamed)
                visit.name = name;
            if (visit.name !== undefined && name !== undefined && visit.name !== name)
                return false;
            visit.isRenamed = false;
            visit.revision = issue.revision;
            return true;
        },
        begin(issue, stage, name) {
            const visits = byIssue.get(issue.id) ?? new Map();
            visits.set(stage, {
                state: issue.state,
                name,
                isRenamed: false,
                revision: issue.revision,
                endedAt: Number.POSITIVE_INFINITY,
                absences: 0,
            });
            byIssue.set(issue.id, visits);
        },
        end(issueId, stage, putBack) {
            const visit = byIssue.get(issueId)?.get(stage);
            if (visit === undefined)
                return;
            visit.endedAt = performance.now();
            visit.isRenamed = putBack;
        },
        forget(issueId, stage) {
            const visits = byIssue.get(issueId);
            visits?.delete(stage);
            if (visits?.size === 0)
                byIssue.delete(issueId);
        },
        see,
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/waiting-list.js
/** @param isTooOld whether a list of this age, in milliseconds, can't be started from now */
function createWaitingList(isTooOld) {
    let waiting = [];
    let listedAt = 0;
    let wantsPull = false;
    return {
        get size() {
            return waiting.length;
        },
        get isEmpty() {
            return waiting.length === 0;
        },
        get wantsPull() {
            return wantsPull;
        },
        replace(issues, keep) {
            wantsPull = false;
            listedAt = performance.now();
            waiting = issues.filter(keep);
        },
        offerAgain(keep) {
            if (waiting.length === 0)
                return;
            if (isTooOld(performance.now() - listedAt))
                wantsPull = true;
            else
                waiting = waiting.filter(keep);
        },
    };
}

;// CONCATENATED MODULE: ./lib/dispatch/dispatcher.js
/**
 * Starts stage runs: decides, reserves in the same turn of the event loop, admits, and hands each stage run to
 * `runStage`. It knows nothing of workspaces, hooks or agents.
 */

















function createDispatcher(workflow, deps, signal) {
    const { tracker, runStage, log, timeLeftMs } = deps;
    const { maxIssueConcurrency, maxRunsPerIssue } = workflow.loop;
    /** `on_start` states, each with the state that starts its stage. */
    const startStates = new Map(workflow.stages.flatMap((stage) => (stage.onStart?.state ? [[stage.onStart.state, stage.state]] : [])));
    const ownStates = createOwnStates();
    const halt = new AbortController();
    const noStarts = AbortSignal.any([signal, halt.signal]);
    // one listener for each stage run that waits for its retry
    (0,external_node_events_.setMaxListeners)(0, noStarts);
    const reservations = createReservations();
    const slots = createSlots(reservations, maxIssueConcurrency);
    const skips = createSkips(log, deps.writeEvent);
    const bell = (0,waits/* createBell */.YL)();
    const admissions = createAdmissions({
        tracker,
        onCredentialsError: (error) => close({ reason: 'credentials', detail: error.message }),
        waitForReset: createResetWait({
            log,
            inHand: () => (deps.waitsForReset ? running.size : 0),
            change: bell.wait,
        }),
        onRateLimit: ({ message }) => {
            log.warning(message, { kind: 'rate-limit', title: 'rate limit' });
            close({ reason: 'rate-limited', detail: message });
        },
    });
    const breaker = createBreaker(log);
    const costLimit = createCostLimit(workflow.loop.maxCostUsd, (detail) => {
        log.warning(`${detail}: no further session starts; those that run go on`, { title: 'cost limit' });
        close({ reason: 'cost-limit', detail });
    });
    const visits = createVisits({
        absenceEnds: tracker.kind === 'command',
        isOwnState: (issueId, state) => startStates.has(state) || ownStates.isOwn(issueId, state),
    });
    const runsOf = new Map();
    const attempts = [];
    const running = new Set();
    let endedRuns = 0;
    let isOutOfTime = false;
    let closed;
    const bugs = [];
    const waiting = createWaitingList((ageMs) => {
        if (workflow.intake.kind !== 'command' || view.stopping || !deps.pullsLeft())
            return false;
        return reservations.activeIssues < maxIssueConcurrency && ageMs > workflow.intake.idleMs;
    });
    const view = {
        get stopping() {
            return signal.aborted || halt.signal.aborted;
        },
        stages: workflow.stages,
        maxIssueConcurrency,
        get activeIssues() {
            return reservations.activeIssues;
        },
        isActive: reservations.isActive,
        isReserved: reservations.isReserved,
        hasRun: visits.hasRun,
        runsLeft: (issueId) => maxRunsPerIssue - (runsOf.get(issueId) ?? 0),
        unavailable: (stage) => breaker.unavailable(stage.agent.name) ?? lackOfTime(stage, timeLeftMs()),
        refusal: admissions.refusal,
    };
    const pause = createPause({
        reservations,
        slots,
        admissions,
        log,
        obstacle(issue, stage, inMs) {
            if (view.stopping)
                return 'the run is ending';
            if (view.runsLeft(issue.id) <= 0)
                return '`loop.max_runs_per_issue` is used up';
            const skip = breaker.unavailable(stage.agent.name) ?? lackOfTime(stage, timeLeftMs() - inMs);
            return skip === undefined ? undefined : whyNoMore(skip);
        },
        countRun,
        onPause: fill,
        noStarts,
    });
    const workIssue = createIssueWork({
        reservations,
        admissions,
        visits,
        ownStates,
        skips,
        breaker,
        costLimit,
        pause,
        runStage,
        whyStopping,
        unavailable: (stage) => (closed === undefined ? view.unavailable(stage) : whyStopping()),
        uncountRun: (issue) => countRun(issue, -1),
        tokenRefused: (detail) => close({ reason: 'credentials', detail }),
        onEnded(ended) {
            attempts.push(...ended);
            endedRuns += 1;
        },
        onRelease: fill,
        onBug: stopForBug,
        noStarts,
    });
    function offer(pull, beganAt) {
        isOutOfTime = false;
        visits.see({ beganAt, issues: pull.issues });
        skips.newPull([...pull.ambiguous, ...pull.issues].map((issue) => issue.id));
        for (const issue of pull.ambiguous) {
            // a stage run of ours may be between the two writings of its transition
            if (!reservations.holds(issue.id))
                skips.add({ ...issue, state: undefined }, ambiguous(issue));
        }
        waiting.replace(pull.issues, (issue) => consider(issue) === 'waits');
        fill();
    }
    /** Starts what may start: first retries whose wait is over, then the waiting list, in order. */
    function fill() {
        slots.grant(view.stopping);
        waiting.offerAgain((issue) => !canBeDecided(issue) || consider(issue) === 'waits');
        bell.ring();
    }
    /** Whether deciding again could give another answer than "full". */
    function canBeDecided(issue) {
        return view.stopping || slots.hasRoom(issue.id);
    }
    /** Decides about one issue and acts on it. */
    function consider(issue) {
        const holds = reservations.holds(issue.id);
        if (holds && ownStates.isOwn(issue.id, issue.state))
            return 'done';
        const startedFrom = startStates.get(issue.state);
        if (tracker.kind === 'github' && startedFrom !== undefined) {
            if (!holds)
                skips.add(issue, interrupted(startedFrom));
            return 'done';
        }
        const decision = decide(issue, view);
        if (decision.kind === 'skip') {
            if (decision.reason === 'time-budget')
                isOutOfTime = true;
            skips.add(issue, decision.reason === 'shutting-down' ? whyStopping() : decision);
            return decision.reason === 'issue-concurrency-full' ? 'waits' : 'done';
        }
        for (const { name } of decision.cut) {
            log.info(`${issue.ref} ${name} does not start: \`loop.max_runs_per_issue\` is used up by its other stages`);
        }
        for (const stage of decision.stages) {
            reservations.reserve(issue.id, stage.name);
            countRun(issue, 1);
        }
        const stages = decision.stages.map((stage) => stage.name);
        deps.writeEvent('reserved', { issue: issue.id, state: issue.state, stages });
        const work = workIssue(issue, decision.stages, signal)
            .catch((error) => {
            for (const stage of decision.stages)
                reservations.release(issue.id, stage.name);
            stopForBug(error);
        })
            .finally(() => {
            running.delete(work);
            bell.ring();
        });
        running.add(work);
        return 'done';
    }
    function whyStopping() {
        if (closed?.reason === 'cost-limit')
            return leftForNextRun(closed.reason, closed.detail);
        if (closed?.reason === 'rate-limited')
            return leftForNextRun('shutting-down', closed.detail);
        return (0,stop/* stopKind */.J)(signal) === 'time-budget' ? OUT_OF_TIME : SHUTTING_DOWN;
    }
    function countRun(issue, by) {
        runsOf.set(issue.id, (runsOf.get(issue.id) ?? 0) + by);
    }
    function close(reason) {
        if (closed !== undefined)
            return;
        closed = reason;
        halt.abort();
        fill();
    }
    /** What runs is awaited, nothing else is asked for or starts, and `drain` rejects with it. */
    function stopForBug(error) {
        bugs.push(error);
        close({ reason: 'cancelled', detail: 'an internal error' });
    }
    signal.addEventListener('abort', fill, { once: true });
    return {
        offer,
        get isIdle() {
            return reservations.isEmpty && waiting.isEmpty;
        },
        get isQuiet() {
            return reservations.isEmpty;
        },
        get hasWaiting() {
            return !waiting.isEmpty;
        },
        get waitingIssues() {
            return waiting.size;
        },
        get endedRuns() {
            return endedRuns;
        },
        get wantsPull() {
            return waiting.wantsPull;
        },
        get isOutOfTime() {
            return isOutOfTime;
        },
        get closed() {
            return closed;
        },
        close,
        change: bell.wait,
        skipped: skips.list,
        async drain() {
            // what ends may start more from the waiting list, so one await is not enough
            while (running.size > 0)
                await Promise.all(running);
            signal.removeEventListener('abort', fill);
            if (bugs.length > 0)
                throw bugs[0];
            return attempts;
        },
    };
}


/***/ }),

/***/ 5090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ dryRun)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _dispatch_dispatcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2323);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1503);
/* harmony import */ var _tracker_tracker_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8284);
/** What a run would do: one pull, every decision, nothing started. */





/**
 * Pulls once and decides, admission included, as a run would; starts nothing. What would start holds its reservation
 * until everything is decided, so that the limit shows.
 */
async function dryRun(deps, workflow, signal) {
    const startedAt = new Date();
    const planned = [];
    const decided = Promise.withResolvers();
    const over = new AbortController();
    const { tracker, admitted } = watchAdmissions(deps.tracker);
    const runStage = async ({ issue, stage }) => {
        planned.push({ issue, stage: stage.name, agent: stage.agent.name });
        await decided.promise;
        return [];
    };
    const dispatcher = (0,_dispatch_dispatcher_js__WEBPACK_IMPORTED_MODULE_1__/* .createDispatcher */ .S)(workflow, { ...deps, tracker, runStage, pullsLeft: () => false, waitsForReset: false }, AbortSignal.any([signal, over.signal]));
    let end = { reason: 'drained', detail: undefined };
    let pull;
    try {
        pull = await deps.tracker.pull(signal);
    }
    catch (error) {
        end = describeFailure(error);
        if (!signal.aborted)
            deps.log.error(`pull failed: ${end.detail}`, { title: 'pull failed' });
    }
    if (pull !== undefined) {
        for (const warning of pull.warnings)
            deps.log.warning(warning, { kind: 'pull', title: 'issue left out' });
        dispatcher.offer(pull, performance.now());
        await admitted();
        if (dispatcher.closed !== undefined)
            end = dispatcher.closed;
    }
    if (signal.aborted) {
        end = { reason: (0,_stop_js__WEBPACK_IMPORTED_MODULE_2__/* .stopKind */ .J)(signal) === 'time-budget' ? 'time-budget' : 'cancelled', detail: undefined };
    }
    const skipped = dispatcher.skipped();
    // nobody waits any more, so the end of the dry run is nobody's reason
    dispatcher.offer(NOTHING, performance.now());
    over.abort();
    decided.resolve();
    await dispatcher.drain();
    const inOrder = inOrderOf(pull, planned);
    for (const { issue, stage, agent } of inOrder) {
        deps.log.child(`${issue.ref} ${stage}`).info(`would start with ${agent}`);
    }
    return {
        ...end,
        startedAt,
        endedAt: new Date(),
        pulls: pull === undefined ? 0 : 1,
        failedPulls: pull === undefined && !signal.aborted ? 1 : 0,
        attempts: [],
        skipped,
        unmoved: [],
        planned: inOrder,
        searched: pull?.searched,
        hasMore: pull?.isCut === true,
        notUndone: [],
    };
}
const NOTHING = {
    issues: [],
    ambiguous: [],
    warnings: [],
    searched: '',
    isCut: false,
    rateLimitLow: false,
};
/** Admissions end in any order; a run gives its places in the pull's. */
function inOrderOf(pull, planned) {
    const places = new Map(pull?.issues.map(({ id }, index) => [id, index]));
    const placeOf = ({ issue }) => places.get(issue.id) ?? 0;
    return planned.toSorted((a, b) => placeOf(a) - placeOf(b));
}
/** The tracker, and the moment in which it has been asked about every issue. */
function watchAdmissions(tracker) {
    const admissions = new Set();
    const watched = {
        kind: tracker.kind,
        admit(issue, signal) {
            const admission = tracker.admit(issue, signal).finally(() => admissions.delete(admission));
            admissions.add(admission);
            return admission;
        },
    };
    async function admitted() {
        while (admissions.size > 0) {
            await Promise.allSettled(admissions);
            // a refusal gives its slot to the next issue, which is then admitted in turn
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
        }
    }
    return { tracker: watched, admitted };
}
function describeFailure(error) {
    const detail = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error);
    if (error instanceof _tracker_tracker_js__WEBPACK_IMPORTED_MODULE_3__/* .CredentialsError */ .lE)
        return { reason: 'credentials', detail };
    if (error instanceof _tracker_tracker_js__WEBPACK_IMPORTED_MODULE_3__/* .RateLimitError */ .OE)
        return { reason: 'rate-limited', detail };
    return { reason: 'intake-failed', detail };
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

/***/ 5499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ issueJson)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1137);

const account = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** An issue of the REST API. */
const issueJson = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })])),
    user: account.nullish(),
    author_association: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('NONE'),
    assignees: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(account).nullish(),
    milestone: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    updated_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    comments: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().default(0),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
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

/***/ 5047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createListing)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1137);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7428);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3343);
/* harmony import */ var _issue_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5499);
/**
 * One listing of open issues, page by page. A page that has not changed since the last reading is answered by 304, which
 * costs nothing against the rate limit and need not carry Link: the next page's address is kept with its ETag.
 */



/** A listing to be read again and again. */
function createListing(client, { owner, repo }, query) {
    const first = new URL(`${client.apiUrl}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/issues`);
    first.search = new URLSearchParams({
        state: 'open',
        // GitHub ends a name at a comma: a label with one can't be asked for
        labels: query.labels.filter((label) => !label.includes(',')).join(','),
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
            throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E1('the listing of issues was cut off or is no list: GitHub did not answer a JSON array', 200);
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
        const parsed = _issue_json_js__WEBPACK_IMPORTED_MODULE_1__/* .issueJson */ .o.safeParse(item);
        if (parsed.success) {
            if (!parsed.data.isPull)
                issues.push(parsed.data);
        }
        else {
            const number = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr() }).safeParse(item).data?.number;
            const name = number === undefined ? `item ${index + 1} of a page` : `#${number}`;
            warnings.push(`${name} is left out: GitHub's answer is no issue (${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(parsed.error)})`);
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
        throw new _github_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GithubError */ .E1(`the listing of issues goes on at another server, ${new URL(address).origin}: not read`, 200);
    }
    return address;
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

/***/ 1324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ createProcesses),
  q: () => (/* binding */ endLeftovers)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/process/ending.js
/** Claude Code needs some of the first five seconds to stop its tools and print its result. */
const PATIENT_CLOCK = { termAfterMs: 5_000, killAfterMs: 7_000 };
/** A runner that cancels a job kills us 10 s after its SIGINT; reports have to be written before. */
const SHORT_CLOCK = { termAfterMs: 1_500, killAfterMs: 2_500 };
/** How often a state file without the program's pid is looked at again. */
const PID_POLL_MS = 10;
/** Nothing survives SIGKILL but a process that hangs in the kernel: after this share of the clock it is given up on. */
const GIVE_UP_SHARE = 0.3;
function createEndings(patientClock) {
    const underWay = new Set();
    let clock = patientClock;
    return {
        prepare(target) {
            let first;
            let signalling;
            let over = false;
            return {
                begin(reason) {
                    if (over || first !== undefined)
                        return;
                    first = reason;
                    signalling = beginSignalling(target, clock);
                    underWay.add(signalling);
                },
                reason: () => first,
                stop() {
                    over = true;
                    if (signalling === undefined)
                        return;
                    signalling.stop();
                    underWay.delete(signalling);
                },
            };
        },
        hurry() {
            clock = SHORT_CLOCK;
            for (const signalling of underWay)
                signalling.use(clock);
        },
    };
}
/**
 * Ends a process group in order: SIGINT now (on SIGTERM, Claude Code leaves its tools running), then SIGTERM, then
 * SIGKILL. SIGCONT follows the first two, because a stopped process can't act on them.
 */
function beginSignalling(target, clock) {
    const startedAt = performance.now();
    let current = clock;
    let timer;
    const steps = [
        { afterMs: () => 0, act: () => signalGroup(target.state().job, 'SIGINT', 'SIGCONT') },
        { afterMs: () => current.termAfterMs, act: () => signalGroup(target.state().job, 'SIGTERM', 'SIGCONT') },
        {
            afterMs: () => current.killAfterMs,
            act: () => {
                signalGroup(target.state().job, 'SIGKILL');
                target.onKilled();
            },
        },
        { afterMs: giveUpAfterMs, act: () => signal(target.state().launcher, 'SIGKILL') },
    ];
    function giveUpAfterMs() {
        return current.killAfterMs * (1 + GIVE_UP_SHARE);
    }
    function advance() {
        clearTimeout(timer);
        const elapsedMs = performance.now() - startedAt;
        if (target.state().job === undefined && elapsedMs < giveUpAfterMs()) {
            timer = setTimeout(advance, PID_POLL_MS);
            return;
        }
        for (let step = steps[0]; step !== undefined; step = steps[0]) {
            const waitMs = step.afterMs() - elapsedMs;
            if (waitMs > 0) {
                timer = setTimeout(advance, waitMs);
                return;
            }
            step.act();
            steps.shift();
        }
    }
    advance();
    return {
        use(next) {
            current = next;
            advance();
        },
        stop() {
            clearTimeout(timer);
            steps.length = 0;
        },
    };
}
/** Signals every process of a group; one that is gone already, or belongs to somebody else, is no error. */
function signalGroup(group, ...signals) {
    for (const name of signals)
        signal(group === undefined ? undefined : -group, name);
}
function signal(pid, name) {
    if (pid === undefined)
        return;
    try {
        process.kill(pid, name);
    }
    catch {
        // ESRCH: it has ended. EPERM: it took another user's identity, and nothing of ours reaches it.
    }
}

// EXTERNAL MODULE: ./lib/process/find-program.js
var find_program = __webpack_require__(3271);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/process/plain-file.js
var plain_file = __webpack_require__(896);
;// CONCATENATED MODULE: ./lib/process/launcher.js




/** What a launcher exits with when it could not write its state file. */
const CANNOT_START = 125;
// `set -m` makes the job a process group. The job gets the real standard error, bash's own goes to the state file,
// because bash announces there what became of the job. A trapped signal or a
// stopped job makes `wait` return early: ask again. The traps must not be '', which the job would inherit.
const BASH = `set -m
marker=$1 input=$2 state=$3
shift 3
{ exec 9>&2 2>"$state"; } && echo $$ >&2 || { echo "can't write to $state" >&9; exit ${CANNOT_START}; }
trap 'signalled=1' INT TERM HUP
export VIK_PROCESS="$marker"
"$@" 2>&9 9>&- <"$input" &
job=$!
exec 9>&-
echo $job >&2
while :; do
  signalled=
  wait $job
  code=$?
  [ -n "$signalled" ] && continue
  [ $code -gt 128 ] && kill -0 $job 2>/dev/null && { /bin/sleep 0.2; continue; }
  exit $code
done
`;
// Handlers that are subs are reset by exec, IGNORE would not be. PERL_BADLANG keeps perl from writing about a locale it
// doesn't have to the program's standard error.
const PERL = `my ($marker, $input, $state, @command) = @ARGV;
delete $ENV{PERL_BADLANG};
$SIG{$_} = sub {} for qw(INT TERM HUP);
my $out;
unless (open($out, '>', $state) && defined syswrite $out, "$$\\n") {
  print STDERR "can't write to $state: $!\\n";
  exit ${CANNOT_START};
}
my $job = fork;
die "can't fork: $!\\n" unless defined $job;
if (!$job) {
  setpgrp 0, 0;
  $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP);
  $ENV{VIK_PROCESS} = $marker;
  open STDIN, '<', $input or die "$input: $!\\n";
  no warnings 'exec';
  exec { $command[0] } @command;
  my $code = $!{ENOENT} ? 127 : 126;
  print STDERR "$command[0]: $!\\n";
  require POSIX;
  POSIX::_exit($code);
}
setpgrp $job, $job;
syswrite $out, "$job\\n";
open STDOUT, '>', '/dev/null';
open STDERR, '>', '/dev/null';
my $pid;
do { $pid = waitpid $job, 0 } until $pid == $job;
exit($? >> 8) unless $? & 127;
syswrite $out, "killed\\n";
exit(128 + ($? & 127));
`;
// Fixed places first: the child's PATH is only asked where they have none (NixOS).
const PLACES = {
    bash: ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash', '/opt/homebrew/bin/bash'],
    perl: ['/usr/bin/perl', '/bin/perl', '/usr/local/bin/perl'],
};
const SCRIPTS = {
    // -p: a BASH_ENV, SHELLOPTS or exported function meant for the program is not for the launcher. --norc: Node's pipes are
    // sockets, which bash takes for a remote login, for which it reads ~/.bashrc; an agent may have written that.
    bash: ['--norc', '-p', '-c', BASH, 'vik'],
    perl: ['-e', PERL, '--'],
};
function createLauncher(kinds = ['bash', 'perl']) {
    const places = {};
    return {
        async command(launch) {
            for (const kind of kinds) {
                places[kind] ??= PLACES[kind].find((path) => (0,external_node_fs_.existsSync)(path));
                const tool = places[kind] ?? (await (0,find_program/* findProgram */.Kp)(kind, launch.env, launch.cwd));
                if (tool === undefined)
                    continue;
                const { marker, stdin, stateFile, program, args } = launch;
                return {
                    tool,
                    args: [...SCRIPTS[kind], marker, stdin, stateFile, program, ...args],
                    env: kind === 'perl' ? { PERL_BADLANG: '0', ...launch.env } : { ...launch.env },
                };
            }
            return undefined;
        },
    };
}
/** Two pids and an announcement. */
const MAX_STATE_BYTES = 64 * 1024;
/** Reads the state file; a file that is missing or half written gives what is known. */
function readLaunchState(file) {
    let text;
    try {
        text = (0,plain_file/* readPlainFile */.b$)(file, MAX_STATE_BYTES);
    }
    catch {
        // Not yet there, or somebody removed it or put something else in its place: nothing is known.
        return { launcher: undefined, job: undefined, killed: false };
    }
    // Bash may announce the end of a very short job before the launcher writes down its pid.
    const lines = text.split('\n').slice(0, -1);
    const [launcher, job] = lines.filter((line) => /^\d{1,9}$/.test(line)).map(parsePid);
    return { launcher, job, killed: lines.some(isKilled) };
}
// The file is one that an agent can reach: 0, 1 and -1 have a meaning of their own for kill().
function parsePid(line) {
    const pid = Number(line);
    return pid > 1 && pid !== process.pid ? pid : undefined;
}
/**
 * Bash's announcement repeats the job's source text. Its words depend on the locale: of a job that exited they are one
 * word and the code, `[1]+  Exit 137`.
 */
function isKilled(line) {
    return (line === 'killed' || (line.includes('"$@"') && !/^\[\d+\].? +(?:\S+ \d+|Done|Stopped) +"/.test(line)));
}
/** Such as `SIGKILL`; `signal 40` for one without a name. */
function signalName(number) {
    const named = Object.entries(external_node_os_.constants.signals).find(([, value]) => value === number);
    return named?.[0] ?? `signal ${number}`;
}

// EXTERNAL MODULE: ./lib/process/start-error.js
var start_error = __webpack_require__(2854);
;// CONCATENATED MODULE: ./lib/process/launch-exit.js
/** What the exit of a launcher says of its program. */



/** What a shell says of a program that could not be executed. */
const NOT_EXECUTED_CODES = [126, 127];
/** The launcher knows one number, 128+n for signal n; what it wrote down tells `kill -9 $$` from `exit 137`. */
function describeExit(code, state) {
    // Somebody killed the launcher. Its program, which nobody waits for then, has been killed like this too.
    if (code === null)
        return { exitCode: undefined, signal: 'SIGKILL' };
    if (code <= 128)
        return { exitCode: code, signal: undefined };
    const { launcher, killed } = state();
    // Without the file (an agent may have removed it) a number that is a signal's is taken for the signal.
    const byNumber = launcher === undefined && signalName(code - 128).startsWith('SIG');
    return killed || byNumber
        ? { exitCode: undefined, signal: signalName(code - 128) }
        : { exitCode: code, signal: undefined };
}
/** Rejects with a `ProcessStartError` when this exit code only means that the program never ran. */
async function assertStarted({ command, env, cwd }, program, exitCode, state, stderrTail) {
    if (exitCode === 0)
        return;
    const { launcher, job } = state();
    if (job === undefined && (launcher !== undefined || exitCode === CANNOT_START)) {
        throw new start_error/* ProcessStartError */._(`\`${command}\` could not be started: ${stderrTail.trim() || 'the system has no room for another process'}`);
    }
    if (!NOT_EXECUTED_CODES.includes(exitCode))
        return;
    const broken = await (0,find_program/* explainBrokenScript */.K1)(program, env, cwd);
    if (broken !== undefined)
        throw new start_error/* ProgramNotFoundError */.o(broken);
}

;// CONCATENATED MODULE: ./lib/process/cut-line.js
/** A text whose beginning was cut off, from its first whole line on; of a single line what is there. */
function fromWholeLine(text) {
    const lineEnd = text.indexOf('\n');
    return lineEnd === -1 || lineEnd === text.length - 1 ? text : text.slice(lineEnd + 1);
}

// EXTERNAL MODULE: ./lib/process/line-splitter.js
var line_splitter = __webpack_require__(779);
;// CONCATENATED MODULE: ./lib/process/output.js


const STDERR_TAIL_BYTES = 2048;
const SPACE = 0x20;
const NEWLINE = 0x0a;
/**
 * The two raw listeners for @actions/exec. Each chunk is blanked in place once it has been used, because @actions/exec
 * then runs its own line buffer over it, which is quadratic in the length of a line (100 MB take 97 s); spaces and one
 * newline keep that buffer empty. Nothing of a chunk is kept without copying it.
 * An error thrown by a callback goes to `onError`, once, and no callback is called again: thrown here it would be an
 * uncaught exception in a stream.
 */
function createOutput(options, onError) {
    const { onLine, onStderr } = options;
    const splitter = onLine && (0,line_splitter/* createLineSplitter */.A)((text, truncated) => onLine({ text, truncated }));
    const head = createHead(options.captureStdoutBytes ?? 0);
    const tail = createTail(options.stderrTailBytes ?? STDERR_TAIL_BYTES, options.redact);
    let listening = true;
    function guard(use) {
        if (!listening)
            return;
        try {
            use();
        }
        catch (error) {
            listening = false;
            onError(error);
        }
    }
    return {
        stdout(chunk) {
            guard(() => {
                head.write(chunk);
                splitter?.write(chunk);
            });
            blank(chunk);
        },
        stderr(chunk) {
            guard(() => {
                tail.write(chunk);
                onStderr?.(chunk);
            });
            blank(chunk);
        },
        finish() {
            guard(() => splitter?.end());
            listening = false;
        },
        captured: () => ({ stdout: head.bytes(), stdoutTruncated: head.truncated(), stderrTail: tail.text() }),
    };
}
function blank(chunk) {
    chunk.fill(SPACE);
    chunk[chunk.length - 1] = NEWLINE;
}
/** Keeps the first `limit` bytes. */
function createHead(limit) {
    const kept = [];
    let room = limit;
    let truncated = false;
    return {
        write(chunk) {
            if (chunk.length > room)
                truncated = limit > 0;
            if (room === 0)
                return;
            const part = Buffer.from(chunk.subarray(0, room));
            kept.push(part);
            room -= part.length;
        },
        bytes: () => Buffer.concat(kept),
        truncated: () => truncated,
    };
}
/** Longer than any secret: a secret of which the beginning is lost lies in what is not given out. */
const SECRET_BYTES = 16 * 1024;
/** Keeps the last `limit` characters or so, redacted; of more than one line only whole ones. */
function createTail(limit, redact = (text) => text) {
    const most = limit === 0 ? 0 : limit + SECRET_BYTES;
    let kept = Buffer.alloc(0);
    return {
        write(chunk) {
            const older = kept.subarray(Math.max(0, kept.length - Math.max(0, most - chunk.length)));
            const newer = chunk.subarray(Math.max(0, chunk.length - most));
            kept = Buffer.concat([older, newer]);
        },
        text() {
            const text = redact(kept.toString('utf8'));
            return text.length <= limit ? text : fromWholeLine(text.slice(-limit));
        },
    };
}

;// CONCATENATED MODULE: ./lib/process/start-limits.js
/** Linux: MAX_ARG_STRLEN, 32 pages, with the final NUL. */
const ONE_STRING_BYTES = 131_072;
/** Linux gives a quarter of the stack limit of 8 MiB, macOS (ARG_MAX) 1 MiB; some of it is left for the launcher. */
const ALL_STRINGS_BYTES = (process.platform === 'linux' ? 2_097_152 : 1_048_576) - 16_384;
const POINTER_BYTES = 8;
/**
 * Why the system would refuse to start this; undefined when it would not. Has to be known before: for "argument list
 * too long" and for NUL characters `spawn` throws, inside an async executor of @actions/exec, which nobody can catch and
 * which would end our own process.
 */
function findStartLimit(args, env) {
    let total = 0;
    for (const [index, arg] of args.entries()) {
        const bytes = bytesOf(arg);
        const problem = findProblem(arg, bytes);
        if (problem !== undefined)
            return `${index === 0 ? 'the command' : `argument ${index}`} ${problem}`;
        total += bytes + POINTER_BYTES;
    }
    for (const name in env) {
        const value = env[name] ?? '';
        // the `=` between them
        const bytes = Buffer.byteLength(name) + 1 + bytesOf(value);
        const problem = findProblem(value, bytes) ?? (name.includes('\0') ? HAS_NUL : undefined);
        if (problem !== undefined)
            return `variable \`${name}\` ${problem}`;
        total += bytes + POINTER_BYTES;
    }
    return total > ALL_STRINGS_BYTES
        ? `arguments and environment have ${total} bytes together; the system takes ${ALL_STRINGS_BYTES}. Hand over what is long in a file`
        : undefined;
}
const HAS_NUL = 'has a NUL character';
function findProblem(text, bytes) {
    if (text.includes('\0'))
        return HAS_NUL;
    if (process.platform !== 'linux' || bytes <= ONE_STRING_BYTES)
        return undefined;
    return `has ${bytes} bytes; the system takes ${ONE_STRING_BYTES}. Hand it over in a file`;
}
/** As the system counts it, with its NUL at the end. */
function bytesOf(text) {
    return Buffer.byteLength(text) + 1;
}

// EXTERNAL MODULE: ./lib/process/sweep.js
var sweep = __webpack_require__(6885);
;// CONCATENATED MODULE: ./lib/process.js
/**
 * The only place that starts a process, and the only one that knows @actions/exec. A program runs in a process group of
 * its own behind a small launcher; it is ended as a whole tree; its output is read to the end.
 */













/** How long output is waited for after the exit when a child of the program still holds the pipe. */
const OUTPUT_GRACE_MS = 500;
const NOTHING_STARTED = {
    exitCode: undefined,
    signal: undefined,
    ended: 'aborted',
    stdout: Buffer.alloc(0),
    stdoutTruncated: false,
    stderrTail: '',
};
/** Ends what a run that was killed left running. Best effort (Linux only). */
async function endLeftovers(runId, log) {
    await (0,sweep/* createSweeper */.S)(runId, log).sweep('');
}
/** The processes of one run. Nothing is read or written before the first start. */
function createProcesses({ runId, tempDir, log, redact, clock, launchers, }) {
    const launcher = createLauncher(launchers);
    const sweeper = (0,sweep/* createSweeper */.S)(runId, log);
    const endings = createEndings(clock ?? PATIENT_CLOCK);
    /** Markers of which something may still run: those of what runs, and of what ended without a sweep. */
    const unswept = new Set();
    let starts = 0;
    /** No agent can put something in the place of a file whose name it can't know. */
    function nameStateFile({ command }) {
        try {
            if (!(0,external_node_fs_.existsSync)(tempDir))
                (0,external_node_fs_.mkdirSync)(tempDir, { recursive: true, mode: 0o700 });
        }
        catch (cause) {
            const why = (0,errors/* messageOf */.bD)(cause);
            throw new start_error/* ProcessStartError */._(`\`${command}\` could not be started: ${why}`, { cause });
        }
        return (0,external_node_path_.join)(tempDir, `${(0,external_node_crypto_.randomUUID)()}.state`);
    }
    async function sweepOf(marker) {
        await sweeper.sweep(marker);
        unswept.delete(marker);
    }
    async function run(spec, signal) {
        if (signal.aborted)
            return NOTHING_STARTED;
        const program = await findStartable(spec);
        starts += 1;
        const stateFile = nameStateFile(spec);
        const command = await launcher.command({
            ...spec,
            program,
            stdin: spec.stdinFile ?? '/dev/null',
            marker: `${runId}/${spec.marker}`,
            stateFile,
        });
        if (command === undefined)
            throw new start_error/* ProcessStartError */._('neither bash nor perl was found; one of them is needed');
        const limit = findStartLimit([command.tool, ...command.args], command.env);
        if (limit !== undefined)
            throw new start_error/* ProcessStartError */._(`\`${spec.command}\` can't be started: ${limit}`);
        const { exec } = await loadExec();
        if (signal.aborted)
            return NOTHING_STARTED;
        unswept.add(spec.marker);
        const state = () => readLaunchState(stateFile);
        const ending = endings.prepare({ state, onKilled: () => void sweeper.sweep(spec.marker) });
        let thrown;
        const output = createOutput({ ...spec, ...(redact === undefined ? {} : { redact }) }, (error) => {
            thrown = { error };
            ending.begin('callback-threw');
        });
        const onAbort = () => ending.begin('aborted');
        const onTimeout = () => ending.begin('timeout');
        const timer = spec.timeoutMs === undefined ? undefined : setTimeout(onTimeout, spec.timeoutMs);
        signal.addEventListener('abort', onAbort, { once: true });
        try {
            // Its type says number, but it is null when a signal killed the launcher itself.
            const code = await exec(`"${command.tool}"`, command.args, {
                cwd: spec.cwd,
                env: command.env,
                silent: true,
                ignoreReturnCode: true,
                delay: OUTPUT_GRACE_MS,
                listeners: { stdout: output.stdout, stderr: output.stderr },
            }).catch((cause) => {
                throw new start_error/* ProcessStartError */._(`\`${spec.command}\` could not be started`, { cause });
            });
            ending.stop();
            // What was in the pipes at the exit is read in one turn, also when the wait for their end was given up.
            await (0,promises_.setImmediate)();
            output.finish();
            const reason = ending.reason();
            const cutShort = reason !== undefined || code === null;
            // what cleared its environment is found by no sweep, but it may still be in the group
            if (cutShort || spec.sweepAfter)
                signalGroup(state().job, 'SIGKILL');
            if (cutShort || spec.sweepAfter)
                await sweepOf(spec.marker);
            if (thrown !== undefined)
                throw thrown.error;
            const printed = output.captured();
            const exit = describeExit(code, state);
            if (reason === undefined && exit.exitCode !== undefined) {
                await assertStarted(spec, program, exit.exitCode, state, printed.stderrTail);
            }
            return { ...exit, ...printed, ended: reason === 'callback-threw' ? undefined : reason };
        }
        finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            ending.stop();
            removeStateFile(stateFile);
        }
    }
    return {
        run,
        async sweep(markerPrefix) {
            // the walk is what costs most at the end of a stage run: not where every process has been swept for already
            const below = [...unswept].filter((marker) => marker.startsWith(markerPrefix));
            if (below.length === 0 && (markerPrefix !== '' || starts === 0))
                return;
            await sweeper.sweep(markerPrefix);
            for (const marker of below)
                unswept.delete(marker);
        },
        hurry() {
            endings.hurry();
            sweeper.hurry();
        },
    };
}
let loading;
/** At the first start: a run that starts nothing doesn't pay for it. Once: a bundled `import()` costs something each time. */
function loadExec() {
    loading ??= __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    return loading;
}
/** The program that this spec starts. What stands in the way is said before anything is started. */
async function findStartable(spec) {
    if (!(0,find_program/* isFolder */.lQ)(spec.cwd)) {
        throw new start_error/* ProcessStartError */._(`\`${spec.command}\` can't be started: its folder ${spec.cwd} does not exist`);
    }
    if (spec.stdinFile !== undefined && !(0,find_program/* isReadable */.hS)(spec.stdinFile)) {
        throw new start_error/* ProcessStartError */._(`\`${spec.command}\` can't be started: its standard input ${spec.stdinFile} can't be read`);
    }
    const program = await (0,find_program/* findProgram */.Kp)(spec.command, spec.env, spec.cwd);
    if (program === undefined)
        throw new start_error/* ProgramNotFoundError */.o((0,find_program/* explainMissing */.Ce)(spec.command, spec.env, spec.cwd));
    return program;
}
function removeStateFile(file) {
    try {
        (0,external_node_fs_.unlinkSync)(file);
    }
    catch {
        removeWhatever(file);
    }
}
/** The file was never made, or an agent put something else in its place. */
function removeWhatever(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true, recursive: true });
    }
    catch {
        // nor may we remove it: it is left, and how the process ended is told all the same
    }
}


/***/ }),

/***/ 779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ createLineSplitter)
/* harmony export */ });
/** A longer line is cut here; no event of an agent comes near it. */
const MAX_LINE_BYTES = 10 * 1024 * 1024;
/** A buffer this large is not kept for the next line: a thousand processes may each have had one long line. */
const KEPT_BYTES = 16 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/**
 * Cuts a stream of bytes into lines and decodes each as a whole, so that no character is cut in two; invalid bytes
 * become U+FFFD. A newline is never part of a longer UTF-8 character, so it may be looked for in the bytes. The time is
 * linear in the input whatever its shape, and at most one line is held. A line over `maxBytes` is delivered cut (at a
 * character) as soon as it is too long, and its rest is skipped.
 */
function createLineSplitter(deliver, maxBytes = MAX_LINE_BYTES) {
    let held = Buffer.alloc(0);
    let heldBytes = 0;
    let skipping = false;
    function append(chunk, start, end) {
        const needed = heldBytes + end - start;
        if (held.length < needed) {
            const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(2 * held.length, maxBytes + 1)));
            held.copy(larger, 0, 0, heldBytes);
            held = larger;
        }
        chunk.copy(held, heldBytes, start, end);
        heldBytes = needed;
    }
    /** Takes a piece of the current line; delivers it when it ends here or is too long. */
    function take(chunk, start, end, lineEnds) {
        if (skipping) {
            skipping = !lineEnds;
        }
        else if (heldBytes + end - start > maxBytes) {
            append(chunk, start, start + maxBytes + 1 - heldBytes);
            skipping = !lineEnds;
            flush(characterStart(held, maxBytes), true);
        }
        else if (lineEnds && heldBytes === 0) {
            deliver(decodeLine(chunk, start, end), false);
        }
        else {
            append(chunk, start, end);
            if (lineEnds)
                flush(heldBytes, false);
        }
    }
    function flush(bytes, truncated) {
        const text = truncated ? held.toString('utf8', 0, bytes) : decodeLine(held, 0, bytes);
        heldBytes = 0;
        if (held.length > KEPT_BYTES)
            held = Buffer.alloc(0);
        deliver(text, truncated);
    }
    return {
        write(chunk) {
            let start = 0;
            while (start < chunk.length) {
                const newline = chunk.indexOf(NEWLINE, start);
                take(chunk, start, newline === -1 ? chunk.length : newline, newline !== -1);
                if (newline === -1)
                    return;
                start = newline + 1;
            }
        },
        end() {
            if (heldBytes > 0)
                flush(heldBytes, false);
        },
    };
}
function decodeLine(bytes, start, end) {
    const endsInReturn = end > start && bytes[end - 1] === RETURN;
    return bytes.toString('utf8', start, endsInReturn ? end - 1 : end);
}
/** The last position at or before `position` at which a UTF-8 character begins. */
function characterStart(bytes, position) {
    for (let start = position; start > position - 4 && start > 0; start -= 1) {
        if (((bytes[start] ?? 0) & 0xc0) !== 0x80)
            return start;
    }
    return position;
}


/***/ }),

/***/ 2854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ProcessStartError),
/* harmony export */   o: () => (/* binding */ ProgramNotFoundError)
/* harmony export */ });
/**
 * It could not be started, in words for the person with a red cross: the folder or the file for its standard input is
 * missing, the arguments are too long for the system, there is no room for another process.
 */
class ProcessStartError extends Error {
    name = 'ProcessStartError';
}
/** The program, or the interpreter that a script's first line names, is not on the child's PATH or not executable. */
class ProgramNotFoundError extends ProcessStartError {
    name = 'ProgramNotFoundError';
}


/***/ }),

/***/ 7997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ buildIssueFacts),
/* harmony export */   d: () => (/* binding */ buildIssueFields)
/* harmony export */ });
/** The facts that become the `VIK_*` variables of a child. */
function buildIssueFacts(facts, files) {
    return {
        issueId: facts.issue.id,
        title: facts.issue.title,
        state: facts.issue.state,
        stage: facts.stage,
        workdir: facts.workspace,
        descriptionFile: files.description,
        issueFile: files.issue,
    };
}
/** `issue` as templates and `VIK_ISSUE_FILE` see it: the tracker's fields, the known ones over them. */
function buildIssueFields(facts) {
    const { issue, stage, workspace } = facts;
    const { stage: _stage, ...extra } = issue.extra;
    const fields = {
        ...extra,
        id: issue.id,
        title: issue.title,
        description: issue.description,
        state: issue.state,
        workdir: workspace,
    };
    return stage === undefined ? fields : { ...fields, stage };
}


/***/ }),

/***/ 5519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TQ: () => (/* binding */ assertInside),
/* harmony export */   Vz: () => (/* binding */ createLayout),
/* harmony export */   bV: () => (/* binding */ fileNameOf),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   kP: () => (/* binding */ WorkspaceError),
/* harmony export */   pr: () => (/* binding */ createWorkspaces)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _make_folders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4341);
/**
 * The folders of a run on disk, and the workspace of one issue. The only place that joins workspace path segments, and
 * the one that refuses to work outside the root.
 */





/** Stage names are free text: in file names every character outside `A-Z a-z 0-9 . _ -` becomes `_`. */
function fileNameOf(stage) {
    return stage.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 100);
}
function createLayout(workflow) {
    const root = workflow.workspaceRoot;
    const home = node_path__WEBPACK_IMPORTED_MODULE_2__.join(root, 'workflows', workflow.path.replaceAll('/', '-'));
    const issues = node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, 'issues');
    const sessions = node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, 'sessions');
    const logs = node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, 'logs');
    return {
        root,
        home,
        lock: node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, 'lock'),
        issues,
        sessions,
        logs,
        events: node_path__WEBPACK_IMPORTED_MODULE_2__.join(logs, 'events.jsonl'),
        record: node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, 'run.json'),
        page: node_path__WEBPACK_IMPORTED_MODULE_2__.join(home, 'report.html'),
        workspaceOf: (issueId) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(issues, issueId),
        sessionsOf: (issueId) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(sessions, issueId),
    };
}
/** A workspace that can't be used, with what is in its place. */
class WorkspaceError extends Error {
    name = 'WorkspaceError';
}
/**
 * Asserts that the folder is a real folder strictly inside the root, symlinks resolved. Called when a workspace is
 * prepared and again right before each process starts in it: an agent may have replaced its folder by a link.
 *
 * @throws WorkspaceError that names what is there instead
 */
async function assertInside(root, workspace) {
    const found = lookAt(workspace);
    if (found === undefined)
        throw new WorkspaceError(`the workspace \`${workspace}\` is gone`);
    if (found.isSymbolicLink()) {
        throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a symbolic link; remove it`);
    }
    if (!found.isDirectory()) {
        throw new WorkspaceError(`expected a folder at \`${workspace}\`, found a file; remove it`);
    }
    const [realRoot, realWorkspace] = [realRootOf(root), node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace)];
    if (!isInside(realRoot, realWorkspace)) {
        throw new WorkspaceError(`the workspace \`${workspace}\` is really at \`${realWorkspace}\`, outside of the root \`${realRoot}\``);
    }
}
/** Strictly, of real paths. The root may be `/`, which ends with its separator already. */
function isInside(root, file) {
    return file !== root && file.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_2__.sep) ? root : root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
}
/**
 * Asserts that no link on the way to a path leads out of the root, before anything is made or removed there. What is not
 * there yet can't lead anywhere.
 *
 * @throws WorkspaceError that names where it would really be
 */
function assertWayInside(root, file) {
    let folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(file);
    while (folder !== root && !exists(folder))
        folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(folder);
    try {
        const [realRoot, real] = [realRootOf(root), node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(folder)];
        if (real === realRoot || isInside(realRoot, real))
            return;
        throw new WorkspaceError(`\`${file}\` is really at \`${node_path__WEBPACK_IMPORTED_MODULE_2__.join(real, node_path__WEBPACK_IMPORTED_MODULE_2__.relative(folder, file))}\`, outside of the root \`${realRoot}\`; remove the link \`${folder}\``);
    }
    catch (error) {
        if (error instanceof WorkspaceError)
            throw error;
        // a link to nowhere, or a root that is not there: what is made or removed there fails and says so
    }
}
const realRoots = new Map();
/** Where a root was when it was first asked for: one that an agent replaces by a link is not followed. */
function realRootOf(root) {
    const real = realRoots.get(root) ?? node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(root);
    realRoots.set(root, real);
    return real;
}
/** Undefined when there is nothing. */
function lookAt(workspace) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(workspace, { throwIfNoEntry: false });
    }
    catch (error) {
        throw new WorkspaceError(`the workspace \`${workspace}\` can't be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
            cause: error,
        });
    }
}
function createWorkspaces(layout) {
    const preparing = new Map();
    async function prepare(issueId, afterCreate) {
        const workspace = layout.workspaceOf(issueId);
        // outside the workspace, because nothing of ours is ever in one
        const unfinished = node_path__WEBPACK_IMPORTED_MODULE_2__.join(layout.sessionsOf(issueId), '.creating');
        // an agent may have put links above the folders, too
        assertWayInside(layout.root, workspace);
        assertWayInside(layout.root, unfinished);
        await makeFolder(layout.sessionsOf(issueId));
        if (exists(unfinished)) {
            await remove(workspace);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(unfinished, { recursive: true, force: true });
        }
        if (!exists(workspace)) {
            // a folder that is empty is never half made, so it needs no mark
            if (afterCreate === undefined)
                await makeFolder(workspace);
            else
                await create(workspace, unfinished, afterCreate);
        }
        await assertInside(layout.root, workspace);
        return workspace;
    }
    async function create(workspace, unfinished, afterCreate) {
        // never into what somebody put in its place
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(unfinished, '', { mode: 0o600, flag: 'wx' });
        try {
            await makeFolder(workspace);
            await assertInside(layout.root, workspace);
            await afterCreate(workspace);
        }
        catch (error) {
            await remove(workspace, error);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(unfinished, { force: true });
            throw error;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(unfinished, { force: true });
    }
    /** One that can't be removed keeps its mark, so that nobody works in it as if it were finished. */
    async function remove(workspace, reason) {
        try {
            assertWayInside(layout.root, workspace);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(workspace, { recursive: true, force: true });
        }
        catch (error) {
            const because = reason instanceof Error ? `${reason.message}; then ` : '';
            throw new WorkspaceError(`${because}the unfinished workspace \`${workspace}\` could not be removed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, { cause: error });
        }
    }
    return {
        prepare(issueId, afterCreate) {
            const shared = preparing.get(issueId);
            if (shared !== undefined)
                return shared;
            const mine = prepare(issueId, afterCreate).finally(() => preparing.delete(issueId));
            preparing.set(issueId, mine);
            return mine;
        },
    };
}
/** Makes a folder (0700) with its parents. */
async function makeFolder(folder) {
    try {
        (0,_make_folders_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolders */ .w)(folder, 0o700);
    }
    catch (error) {
        throw new WorkspaceError(`can't make the folder \`${folder}\`: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
            cause: error,
        });
    }
}
function exists(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file, { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        // a path through a file: whatever is wrong there is said when it is used
        return false;
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

/***/ 1566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ createTracker)
});

// EXTERNAL MODULE: ./lib/github/open-client.js
var open_client = __webpack_require__(7623);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/tracker/command-watch.js
/** Sessions that end together share one run of the command, begun after the last of them asked. */
function createCommandWatch(pull) {
    let running = Promise.resolve();
    let next;
    let nextSignal;
    const freshPull = async (signal) => {
        nextSignal ??= signal;
        const usedSignal = nextSignal;
        next ??= running.then(() => {
            next = nextSignal = undefined;
            const started = pull(usedSignal);
            running = started.catch(() => { });
            return started;
        });
        try {
            return await next;
        }
        catch (error) {
            // whoever asked first was told to stop meanwhile, which is nothing to this one
            if (usedSignal.aborted && !signal.aborted)
                return freshPull(signal);
            throw error;
        }
    };
    return async ({ issue }) => ({
        async check(what, _work, signal) {
            if (what === 'commits')
                return { kind: 'unmet', detail: 'no commit was added' };
            if (what !== 'state_changed')
                throw new Error(`a pull command shows no ${what}`);
            const { issues } = await freshPull(signal);
            const state = issues.find(({ id }) => id === issue.id)?.state;
            if (state !== issue.state)
                return { kind: 'met' };
            return { kind: 'unmet', detail: `the issue is still in \`${issue.state}\`` };
        },
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/tracker/clean-text.js
var clean_text = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/tracker/parse-issue.js
/** One item of a tracker's JSON becomes an issue, or a sentence that says why it can't. */


/** Parses the items of one pull. One that breaks the rules is left out with a warning that names it. */
function parseIssues(items) {
    const issues = new Map();
    const warnings = [];
    for (const [index, item] of items.entries()) {
        const parsed = parseIssue(item);
        if ('problem' in parsed) {
            warnings.push(`${nameItem(index, item)} is left out: ${parsed.problem}`);
        }
        else if (issues.has(parsed.issue.id)) {
            warnings.push(`${nameItem(index, item)} is left out: an earlier item has the same id`);
        }
        else
            issues.set(parsed.issue.id, parsed.issue);
    }
    return { issues: [...issues.values()], warnings };
}
const NO_ID = 'is neither a string nor a whole number (write long numbers as strings)';
/** The rules of an id: it names files and folders. */
const issueId = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().refine(Number.isSafeInteger, NO_ID)], NO_ID)
    .transform(String)
    .pipe(schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/, 'must be 1 to 128 characters of `A-Z a-z 0-9 . _ -` and not start with a dot'));
const fields = schemas/* object */.Ikc({
    id: issueId,
    title: schemas/* string */.YjP('is not a string'),
    description: schemas/* string */.YjP('is not a string')
        .nullish()
        .transform((text) => text ?? ''),
    state: schemas/* string */.YjP('is not a string').min(1, 'is empty'),
});
const ALIASES = {
    id: 'identifier',
    description: 'desc',
    state: 'status',
};
/** `identifier`, `desc` and `status` stand for id, description and state where those are missing. */
function parseIssue(item) {
    if (!isJsonObject(item))
        return { problem: `it is ${kindOf(item)}, not an object` };
    let cleaned;
    try {
        cleaned = (0,clean_text/* cleanObject */.jv)(Object.entries(item));
    }
    catch (error) {
        if (error instanceof clean_text/* TooDeepError */.Fd)
            return { problem: `it is ${error.message}` };
        throw error;
    }
    const names = Object.keys(fields.shape).map((field) => {
        const alias = ALIASES[field];
        const isAliased = !Object.hasOwn(cleaned, field) && alias !== undefined && Object.hasOwn(cleaned, alias);
        return [field, isAliased ? alias : field];
    });
    const own = names.flatMap(([field, name]) => Object.hasOwn(cleaned, name) ? [[field, cleaned[name]]] : []);
    const parsed = fields.safeParse(Object.fromEntries(own));
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const field = String(issue?.path[0]);
        const isMissing = !own.some(([name]) => name === field);
        return { problem: isMissing ? `\`${field}\` is missing` : `its \`${field}\` ${issue?.message}` };
    }
    const used = new Set(names.map(([, name]) => name));
    const extra = Object.fromEntries(Object.entries(cleaned).filter(([name]) => !used.has(name)));
    const url = typeof extra.url === 'string' && /^https?:\/\//i.test(extra.url) ? extra.url : undefined;
    return { issue: { ...parsed.data, ref: parsed.data.id, url, extra, revision: undefined } };
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** How a warning names an item that may have no usable id. */
function nameItem(index, item) {
    const place = `item ${index + 1} of the pull`;
    if (!isJsonObject(item))
        return place;
    const name = ['id', 'identifier', 'title'].find((field) => Object.hasOwn(item, field));
    if (name === undefined)
        return place;
    const text = JSON.stringify(item[name]) ?? '';
    return `${place} (${name} ${text.length > 60 ? `${text.slice(0, 60)}...` : text})`;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

// EXTERNAL MODULE: ./lib/tracker/tracker.js
var tracker = __webpack_require__(8284);
;// CONCATENATED MODULE: ./lib/tracker/command-tracker.js
/** Issues from a shell command of the repository that prints a JSON array. It has no labels and no admission. */




const MOST_STDOUT_BYTES = 64 * 1024 * 1024;
const STDERR_TAIL_BYTES = 4096;
/** A command as a tracker. */
function createCommandTracker(options) {
    let pulls = 0;
    const pull = (signal) => {
        pulls += 1;
        return runPull(options, pulls, signal);
    };
    return {
        kind: 'command',
        pull,
        watch: createCommandWatch(pull),
        // The command decides what may start.
        admit: (issue) => Promise.resolve({ kind: 'admitted', issue, visit: undefined }),
        transition: () => Promise.resolve({
            kind: 'failed',
            detail: 'a pull command has no labels to write',
            credentials: false,
        }),
    };
}
async function runPull({ processes, intake, dir, env }, count, signal) {
    let exit;
    try {
        exit = await processes.run({
            command: 'sh',
            args: ['-c', intake.command],
            cwd: dir,
            env,
            marker: `pull/hook/${count}`,
            timeoutMs: intake.timeoutMs,
            captureStdoutBytes: MOST_STDOUT_BYTES,
            stderrTailBytes: STDERR_TAIL_BYTES,
            sweepAfter: true,
        }, signal);
    }
    catch (error) {
        throw new tracker/* PullError */.YX(`the pull command could not be started: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    signal.throwIfAborted();
    const problem = findProblem(exit, intake.timeoutMs);
    if (problem !== undefined)
        throw failed(problem, exit);
    const { issues, warnings } = parseIssues(parseArray(exit));
    return {
        issues,
        ambiguous: [],
        warnings,
        searched: `${issues.length} issue${issues.length === 1 ? '' : 's'} from \`${shorten(intake.command)}\``,
        isCut: false,
        rateLimitLow: false,
    };
}
function findProblem(exit, timeoutMs) {
    if (exit.ended === 'timeout')
        return `did not end within ${timeoutMs / 1000} seconds (\`timeout_sec\`)`;
    if (exit.signal !== undefined)
        return `was killed by ${exit.signal}`;
    if (exit.exitCode !== 0)
        return `exited with ${exit.exitCode ?? 'no code'}`;
    if (exit.stdoutTruncated)
        return `printed more than ${MOST_STDOUT_BYTES / 1024 / 1024} MiB`;
    return undefined;
}
/** Standard output is exactly one JSON array, in strict UTF-8. */
function parseArray(exit) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(exit.stdout);
    }
    catch (error) {
        throw failed('printed bytes that are not UTF-8', exit, error);
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        const what = text.trim() === ''
            ? 'printed nothing'
            : `did not print JSON (${(0,errors/* messageOf */.bD)(error).replaceAll('\n', ' ')})`;
        throw failed(`${what}, it must print exactly one JSON array of issues`, exit, error);
    }
    if (!Array.isArray(value)) {
        throw failed(`printed ${value === null ? 'null' : `a JSON ${typeof value}`}, it must print exactly one JSON array of issues`, exit);
    }
    return value;
}
function failed(problem, exit, cause) {
    const stderr = exit.stderrTail.trim();
    const tail = stderr === '' ? '' : `; the end of its standard error:\n${stderr}`;
    return new tracker/* PullError */.YX(`the pull command ${problem}${tail}`, cause === undefined ? {} : { cause });
}
function shorten(command) {
    const line = command.trim().split('\n', 1)[0] ?? '';
    return line.length > 80 ? `${line.slice(0, 80)}...` : line;
}

// EXTERNAL MODULE: ./lib/github/client.js + 2 modules
var github_client = __webpack_require__(6869);
// EXTERNAL MODULE: ./lib/github/read-permission.js
var read_permission = __webpack_require__(4995);
// EXTERNAL MODULE: ./lib/github/github-error.js
var github_error = __webpack_require__(3343);
// EXTERNAL MODULE: ./lib/github/account.js
var account = __webpack_require__(7316);
// EXTERNAL MODULE: ./lib/github/parse-answer.js
var parse_answer = __webpack_require__(327);
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
    const problem = `the events of #${issue.number} were cut off`;
    const { user: author } = (0,parse_answer/* parseAnswer */.W)(authorJson, about.data, problem);
    const events = [];
    for (let page = 1;; page += 1) {
        const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/events', { ...parameters, per_page: PAGE_SIZE, page }, { signal });
        const found = (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(eventJson), data, problem);
        events.push(...found.flatMap(toEvent));
        if (found.length < PAGE_SIZE)
            break;
        if (page === MOST_PAGES)
            throw new github_error/* GithubError */.E1(`#${issue.number} has too many events to check`, 200);
    }
    return {
        author,
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
        if ((0,github_error/* isNotFound */.c4)(error)) {
            throw new NoGraphqlError('this server has no GraphQL', { cause: error });
        }
        throw error;
    }
    const { viewer, repository } = (0,parse_answer/* parseGraphqlAnswer */.L)(answer, data).data;
    return { viewer, node: repository.issue };
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

// EXTERNAL MODULE: ./lib/github/issue-json.js
var issue_json = __webpack_require__(5499);
;// CONCATENATED MODULE: ./lib/github/read-issue.js


/** Reads one issue, or pull request, by its number. Rejects as `GithubClient.request` does. */
async function readIssue(client, repository, number, call) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...repository, issue_number: number }, call);
    return (0,parse_answer/* parseAnswer */.W)(issue_json/* issueJson */.o, data, `GitHub's answer for #${number} was cut off or is no issue`);
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

// EXTERNAL MODULE: ./lib/tracker/github-issue.js + 3 modules
var github_issue = __webpack_require__(4744);
// EXTERNAL MODULE: ./lib/tracker/label-state.js
var label_state = __webpack_require__(114);
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
        const readOlder = () => Promise.reject(new github_error/* GithubError */.E1('there is no older history', 200));
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
        const admitted = (0,github_issue/* toIssue */.N)(now, issue.state, repository, intake.sanitize);
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
            if ((0,github_error/* isGone */.ST)(error))
                return github_admission_refuse('changed', 'it is gone');
            if (error instanceof github_error/* GithubError */.E1) {
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/github/issue-comments.js
/** Comments that we write ourselves, and how they are found again. */




/** What a comment that reports on a run begins with; GitHub does not show it. */
const MARKER = /^<!-- vik:[0-9a-f]{16} -->/;
/** The marker of a workflow's comments. `key`: 16 hexadecimal digits. */
function commentMarker(key) {
    return `<!-- vik:${key} -->`;
}
/** Whether a comment reports on a run, whoever wrote it. */
function isReportComment(body) {
    return MARKER.test(body);
}
const commentId = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
const listedComment = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP() }).nullish(),
});
const issue_comments_PAGE_SIZE = 100;
const issue_comments_MOST_PAGES = 30;
/**
 * The id of the oldest comment of this account that begins with the marker. Rejects as `GithubClient.request` does, and
 * when the issue has more comments than are looked through: one more must not be added on a guess.
 */
async function findOwnComment(client, { repository, number, marker, own }, call) {
    for (let page = 1; page <= issue_comments_MOST_PAGES; page += 1) {
        const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...repository, issue_number: number, per_page: issue_comments_PAGE_SIZE, page }, call);
        const listed = (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(listedComment), data, `the comments of #${number} were cut off`);
        const found = listed.find(({ body, user }) => body?.startsWith(marker) && user != null && issue_comments_isSame((0,account/* toAccount */.t)(user.type, user.login), own));
        if (found !== undefined)
            return found.id;
        if (listed.length < issue_comments_PAGE_SIZE)
            return undefined;
    }
    throw new github_error/* GithubError */.E1(`#${number} has more than ${issue_comments_MOST_PAGES * issue_comments_PAGE_SIZE} comments`, 200);
}
/** Creates a comment; its id. Asked once: whoever gets no answer has to look whether it is there. */
async function createComment(client, { repository, number, body, }, call) {
    const { data } = await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...repository, issue_number: number, body }, { ...call, retries: 0 });
    return (0,parse_answer/* parseAnswer */.W)(commentId, data, `the answer for a new comment on #${number} was cut off`).id;
}
/** Rejects as `GithubClient.request` does; 404: somebody deleted it. */
async function editComment(client, { repository, id, body }, call) {
    await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id, body }, call);
}
function issue_comments_isSame(a, b) {
    return a.kind === b.kind && a.login.toLowerCase() === b.login.toLowerCase();
}

// EXTERNAL MODULE: ./lib/github/probe.js
var probe = __webpack_require__(5733);
;// CONCATENATED MODULE: ./lib/tracker/github-comments.js
/**
 * The one comment of a workflow on an issue: created once, edited after. It is ours when it begins with our marker and
 * our token's own account wrote it. What was asked for and not answered is looked for before it is asked for again.
 */





function createGithubComments(deps) {
    const { client, repository, settleMs = 10_000 } = deps;
    const marker = commentMarker(deps.key);
    const ids = new Map();
    const deleted = new Set();
    /** `performance.now()` of the last creation without an answer. */
    const unanswered = new Map();
    let own;
    async function find(number, call) {
        own ??= await (0,probe/* readViewer */.n)(client, call);
        const since = unanswered.get(number);
        const leftMs = since === undefined ? 0 : since + settleMs - performance.now();
        if (leftMs > 0)
            await (0,promises_.setTimeout)(leftMs, undefined, { signal: call.signal });
        return findOwnComment(client, { repository, number, marker, own }, call);
    }
    async function create(number, body, call) {
        try {
            ids.set(number, await createComment(client, { repository, number, body }, call));
            unanswered.delete(number);
        }
        catch (error) {
            if (!isRefusal(error))
                unanswered.set(number, performance.now());
            throw error;
        }
    }
    async function write(number, text, call) {
        const body = `${marker}\n${text}`;
        const id = ids.get(number) ?? (call.urgent === true ? undefined : await find(number, call));
        if (id === undefined) {
            // in a hurry nobody could look whether a request without an answer made one
            if (call.urgent === true)
                return { kind: 'left' };
            await create(number, body, call);
            return { kind: 'written' };
        }
        ids.set(number, id);
        try {
            await editComment(client, { repository, id, body }, call);
        }
        catch (error) {
            if (!(0,github_error/* isGone */.ST)(error))
                throw error;
            deleted.add(number);
            return { kind: 'gone' };
        }
        return { kind: 'written' };
    }
    return {
        async write(issueId, text, call) {
            const number = Number(issueId);
            if (deleted.has(number))
                return { kind: 'gone' };
            try {
                return await write(number, text, call);
            }
            catch (error) {
                if (error instanceof Error && isRefusal(error) && !(error instanceof tracker/* CredentialsError */.lE)) {
                    return { kind: 'refused', detail: error.message };
                }
                throw error;
            }
        },
        mayRefresh: () => !client.isRateLimitLow(),
    };
}
/** GitHub said no: nothing was made. Everything else may have been done, its answer lost. */
function isRefusal(error) {
    if (error instanceof tracker/* CredentialsError */.lE || error instanceof tracker/* RateLimitError */.OE)
        return true;
    return error instanceof github_error/* GithubError */.E1 && error.status >= 400 && error.status < 500;
}

// EXTERNAL MODULE: ./lib/github/labels.js
var github_labels = __webpack_require__(1292);
// EXTERNAL MODULE: ./lib/github/list-issues.js
var list_issues = __webpack_require__(5047);
;// CONCATENATED MODULE: ./lib/tracker/github-pull.js







/** The reading of pulls, one after the other: pages that did not change are remembered. */
function createGithubPull(deps) {
    const { client, repository, intake, states } = deps;
    const [sort, direction] = readSort(intake.sort);
    // One listing by the required labels serves all states; without them there is one for each state.
    const wanted = intake.labels.length > 0 ? [intake.labels] : states.states.map((state) => [states.labelOf(state)]);
    const listings = wanted.map((labels) => (0,list_issues/* createListing */.X)(client, repository, { labels, sort, direction }));
    // a page that did not change gives the same objects again, and cleaning their texts is most of a pull's work
    const converted = new WeakMap();
    let eventIssue = deps.eventIssue;
    let hasFound = false;
    let missing;
    const isOurs = (issue) => issue.isOpen &&
        !issue.isPull &&
        (0,label_state/* passesFilters */.XU)(issue.labels, intake) &&
        states.read(issue.labels).kind !== 'none';
    const count = (issues) => issues.filter((issue) => isOurs(issue) && states.read(issue.labels).kind === 'state').length;
    function convert(one, state) {
        const known = converted.get(one);
        if (known !== undefined)
            return known;
        const issue = (0,github_issue/* toIssue */.N)(one, state, repository, intake.sanitize);
        converted.set(one, issue);
        return issue;
    }
    async function readFirst(signal) {
        if (eventIssue === undefined)
            return [];
        try {
            return [await readIssue(client, repository, eventIssue, { signal })];
        }
        catch (error) {
            if ((0,github_error/* isGone */.ST)(error))
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
                issues.push(convert(one, state.state));
            if (state.kind === 'ambiguous') {
                const { id, ref, title, url } = convert(one, '');
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
            isCut,
            rateLimitLow: client.isRateLimitLow(),
        };
    }
    /** Labels that are looked for and that the repository doesn't have. Asked only when nothing was ever found. */
    async function findMissing(signal) {
        const names = [...intake.labels, ...states.states.map((state) => states.labelOf(state))];
        try {
            return await (0,github_labels/* findMissingLabels */.bL)(client, repository, names, { signal });
        }
        catch (error) {
            // It is only said for help: the pull itself succeeded.
            if (error instanceof github_error/* GithubError */.E1)
                return [];
            throw error;
        }
    }
    return async (signal) => {
        try {
            return await read(signal);
        }
        catch (error) {
            if (error instanceof github_error/* GithubError */.E1)
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
/**
 * Moving an issue from one state to another: first the new state's label, then the old one, because the other order could
 * lose the issue. Only if nobody else has moved it meanwhile.
 */






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
            await (0,github_labels/* addLabels */.Nl)(client, repository, number, added, call);
        const old = target === undefined ? [] : carried.filter((label) => !(0,label_state/* isSameLabel */.zi)(label, target));
        const stuck = await removeAll(number, old, call);
        if (stuck !== undefined)
            return takeBack(number, added, stuck, call);
        // not those that it doesn't carry: each is a write, and writes are paced
        const unwanted = to.removeLabels.filter((label) => now.labels.some((one) => (0,label_state/* isSameLabel */.zi)(one, label)));
        const left = await removeAll(number, unwanted, call);
        if (left !== undefined && (left.credentials || target === undefined))
            return { kind: 'failed', ...left };
        return {
            kind: 'written',
            changes: {
                added: added.filter((label) => target === undefined || !(0,label_state/* isSameLabel */.zi)(label, target)),
                removed: unwanted.filter((label) => left?.labels.includes(label) !== true),
            },
            ...(left === undefined ? {} : { problem: left.detail }),
        };
    }
    /** Takes labels off one after the other; answers which could not be, and why. */
    async function removeAll(number, labels, call) {
        const stuck = [];
        for (const label of labels) {
            try {
                await (0,github_labels/* removeLabel */.tA)(client, repository, number, label, call);
            }
            catch (error) {
                stuck.push({ label, error });
            }
        }
        if (stuck.length === 0)
            return undefined;
        return {
            labels: stuck.map(({ label }) => label),
            detail: stuck
                .map(({ label, error }) => `\`${label}\` could not be removed (${(0,errors/* messageOf */.bD)(error)})`)
                .join(', '),
            credentials: stuck.some(({ error }) => error instanceof tracker/* CredentialsError */.lE),
        };
    }
    /** The old state's label stays, so everything that was added is taken off again. */
    async function takeBack(number, added, { detail, credentials }, call) {
        if (added.length === 0)
            return { kind: 'failed', detail, credentials };
        const names = added.map((label) => `\`${label}\``).join(' and ');
        const were = added.length === 1 ? 'was' : 'were';
        const kept = await removeAll(number, added, call);
        const undone = kept === undefined
            ? `${were} taken off again`
            : `${were} to be taken off again, and ${kept.detail}: remove what does not belong there`;
        return { kind: 'failed', detail: `${detail}, so ${names} ${undone}`, credentials };
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
            if ((0,github_error/* isGone */.ST)(error))
                return { kind: 'left-alone', detail: 'the issue is gone' };
            return { kind: 'failed', detail: (0,errors/* messageOf */.bD)(error), credentials: error instanceof tracker/* CredentialsError */.lE };
        }
    };
}

;// CONCATENATED MODULE: ./lib/github/list-comments.js



const commentJson = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    created_at: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP() }).nullish(),
})
    .transform(({ id, created_at, body, user }) => ({
    id,
    createdAt: created_at,
    author: user?.login,
    isBot: user?.type === 'Bot',
    isReport: isReportComment(body ?? ''),
}));
const list_comments_PAGE_SIZE = 100;
/** A thousand comments in one session. */
const list_comments_MOST_PAGES = 10;
/** Comments of an issue that were written or edited since. Rejects as `GithubClient.request` does. */
async function listComments(client, repository, number, since, signal) {
    const comments = [];
    for (let page = 1; page <= list_comments_MOST_PAGES; page += 1) {
        const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...repository, issue_number: number, since, per_page: list_comments_PAGE_SIZE, page }, { signal });
        const found = (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(commentJson), data, `the comments of #${number} were cut off`);
        comments.push(...found);
        if (found.length < list_comments_PAGE_SIZE)
            break;
    }
    return comments;
}

// EXTERNAL MODULE: ./lib/github/list-pulls.js
var list_pulls = __webpack_require__(2018);
// EXTERNAL MODULE: ./lib/github/read-branch.js
var read_branch = __webpack_require__(7043);
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
/** Rejects as `GithubClient.request` does. On a server without GraphQL there are none. */
async function readLinkedPulls(client, repository, number, signal) {
    const data = await read_linked_pulls_ask(client, { ...repository, number }, signal);
    if (data === undefined)
        return [];
    const advice = ' (linked pull requests need `pull-requests: read`)';
    const { nameWithOwner, issue } = (0,parse_answer/* parseGraphqlAnswer */.L)(read_linked_pulls_answer, data, advice).data.repository;
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
        if ((0,github_error/* isNotFound */.c4)(error))
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
            if ((0,github_error/* isGone */.ST)(error))
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
        // An older one that was edited is listed too, and so is what a run says of itself.
        const added = comments.filter(({ id, createdAt, isReport }) => !isReport && !known.has(id) && createdAt >= issue.updatedAt);
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
    const states = (0,label_state/* statesOf */.kY)(stages, intake.statePrefix);
    const permissions = new Map();
    /** One request per actor and job, also when several issues ask at once; one that failed is asked again. */
    const permissionOf = async (login, signal) => {
        const key = login.toLowerCase();
        const known = permissions.get(key);
        if (known !== undefined) {
            try {
                return await known.answer;
            }
            catch (error) {
                // whoever asked was told to stop meanwhile, which is nothing to this one
                if (known.signal.aborted && !signal.aborted)
                    return permissionOf(login, signal);
                throw error;
            }
        }
        const answer = (0,read_permission/* readPermission */.c)(client, repository, login, signal).catch((error) => {
            permissions.delete(key);
            throw error;
        });
        permissions.set(key, { answer, signal });
        return answer;
    };
    const patient = (0,github_client/* patiently */.d)(client);
    const transition = createGithubTransition({ client: patient, repository, states });
    const key = options.commentKey;
    return {
        kind: 'github',
        ...(key === undefined ? {} : { comments: createGithubComments({ client, repository, key }) }),
        pull: createGithubPull({ client, repository, intake, states, eventIssue }),
        admit: createGithubAdmission({ client, repository, intake, states, permissionOf, log }),
        watch: createGithubWatch({ client: patient, repository, states, permissionOf }),
        transition: (request, { urgent }, signal) => transition(request, { signal, urgent }),
    };
}

;// CONCATENATED MODULE: ./lib/tracker/create-tracker.js



/** The tracker that the workflow file names. */
async function createTracker(deps) {
    const { environment, inputs, workflow, processes, environments, log } = deps;
    const { intake, dir, stages } = workflow;
    if (intake.kind === 'command') {
        return createCommandTracker({ processes, intake, dir, env: environments.forPull() });
    }
    const { eventIssue } = environment;
    const [owner = '', repo = ''] = inputs.repository.split('/');
    const isListed = eventIssue?.repository.toLowerCase() === inputs.repository.toLowerCase();
    return createGithubTracker({
        client: await (0,open_client.openGithub)(environment, inputs.token, log),
        repository: { owner, repo },
        intake,
        stages,
        eventIssue: isListed ? eventIssue?.number : undefined,
        log,
        commentKey: deps.commentKey,
    });
}


/***/ }),

/***/ 4744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ toIssue)
});

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
/** Since 2026 the one of an App is `ghs_APPID_JWT`, three parts with dots between them. */
const GITHUB_TOKEN = /(?:gh[pousr]_[A-Za-z0-9_-]{16,}(?:\.[A-Za-z0-9_-]+){0,2}|github_pat_[A-Za-z0-9_]{16,})/g;
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
function toIssue(issue, state, { owner, repo }, sanitize) {
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
