export const id = 878;
export const ids = [878];
export const modules = {

/***/ 5878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ adapters)
});

// EXTERNAL MODULE: ./lib/agent/budget.js
var budget = __webpack_require__(5064);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 12 modules
var schemas = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/agent/json-line.js
var json_line = __webpack_require__(2562);
;// CONCATENATED MODULE: ./lib/agent/provider-failure.js
/**
 * Whose failure a provider's message is about. The programs give words, not codes, so this is a reading of the words
 * that were observed; what it doesn't know is the agent's failure.
 */
/** Whether an HTTP status is about credentials, limits or an outage, so that the next issue would fail alike. */
function isProviderStatus(status) {
    return [401, 402, 403, 407, 408, 429].includes(status) || status >= 500;
}
/** Whether a message is about credentials, limits or an outage. A status in it decides alone. */
function isProviderMessage(message) {
    const status = /\b(?:status(?: code)?:?|HTTP|API Error:) (\d{3})\b/i.exec(message)?.[1];
    if (status !== undefined)
        return isProviderStatus(Number(status));
    return PROVIDER_WORDS.some((words) => words.test(message));
}
const PROVIDER_WORDS = [
    /\bapi key\b|\bunauthori[sz]ed\b|\bauthenticat|\bnot logged in\b|\b(?:please|run) \/?login\b/i,
    // Codex names the variable of its provider's key when that is not set.
    /^Missing environment variable: /,
    /\brate.?limit|\btoo many requests\b|\busage limit\b|\bquota\b|\bcredit balance\b|\bbilling\b/i,
    /\bhit your (?:\w+ )?limit\b/i,
    /\boverloaded\b|\bhigh demand\b|\bservice unavailable\b|\binternal server error\b|\bbad gateway\b/i,
    /\bconnection (?:failed|refused|reset|error)\b|\bunable to connect\b|\bstream disconnected\b|\bidle timeout\b/i,
];

;// CONCATENATED MODULE: ./lib/agent/claude-result.js




const modelUsage = schemas/* object */.Ikc({
    inputTokens: json_line/* count */.U9,
    outputTokens: json_line/* count */.U9,
    cacheReadInputTokens: json_line/* count */.U9,
    cacheCreationInputTokens: json_line/* count */.U9,
});
const mainUsage = schemas/* object */.Ikc({
    input_tokens: json_line/* count */.U9,
    output_tokens: json_line/* count */.U9,
    cache_read_input_tokens: json_line/* count */.U9,
    cache_creation_input_tokens: json_line/* count */.U9,
})
    .transform((usage) => ({
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    cacheReadInputTokens: usage.cache_read_input_tokens,
    cacheCreationInputTokens: usage.cache_creation_input_tokens,
}));
const resultLine = schemas/* object */.Ikc({
    subtype: json_line/* text */.Qq,
    is_error: schemas/* boolean */.zMY().nullable().catch(null),
    api_error_status: json_line/* figure */.vP,
    result: json_line/* text */.Qq,
    errors: json_line/* texts */.Te,
    total_cost_usd: json_line/* usd */.dR,
    usage: mainUsage.nullable().catch(null),
    modelUsage: schemas/* record */.g1P(schemas/* string */.YjP(), modelUsage).nullable().catch(null),
    permission_denials: json_line/* jsonList */.Rr,
});
/**
 * Claude Code's last line.
 * An API failure says `success` in its subtype: `is_error` decides, the subtype only where that is missing.
 */
function mapResult(line, before) {
    const result = resultLine.parse(line);
    const terminal = terminalWord(result, before);
    const usage = totalUsage(result);
    const events = [
        {
            kind: 'token_usage',
            input: usage?.inputTokens ?? null,
            output: usage?.outputTokens ?? null,
            cache_read: usage?.cacheReadInputTokens ?? null,
        },
    ];
    if (result.total_cost_usd !== null)
        events.push({ kind: 'cost', usd: result.total_cost_usd });
    events.push(terminal.kind === 'failed' ? { kind: 'error', detail: terminal.reason } : { kind: 'completed' });
    const facts = { events, terminal, permissionDenials: result.permission_denials.length };
    return usage === undefined ? facts : { ...facts, tokens: tokensOf(usage) };
}
/** Over all models: `usage` leaves subagents out, and is all zeros when the spending limit ended the session. */
function totalUsage(result) {
    if (result.modelUsage === null)
        return result.usage ?? undefined;
    const models = Object.values(result.modelUsage);
    return {
        inputTokens: sum(models.map((model) => model.inputTokens)),
        outputTokens: sum(models.map((model) => model.outputTokens)),
        cacheReadInputTokens: sum(models.map((model) => model.cacheReadInputTokens)),
        cacheCreationInputTokens: sum(models.map((model) => model.cacheCreationInputTokens)),
    };
}
function tokensOf(usage) {
    return {
        input: usage.inputTokens + usage.cacheReadInputTokens + usage.cacheCreationInputTokens,
        output: usage.outputTokens,
        cacheRead: usage.cacheReadInputTokens,
        cacheWrite: usage.cacheCreationInputTokens,
    };
}
function terminalWord(result, { failure, limitResetsAt }) {
    const failed = result.is_error ?? result.subtype !== 'success';
    if (!failed)
        return { kind: 'completed' };
    const words = result.errors.join('; ') || result.result;
    const reason = words || `ended with \`${result.subtype ?? 'an error'}\``;
    const failureOf = failureClass(result, failure, reason);
    switch (failureOf) {
        case 'budget':
            return {
                kind: 'failed',
                class: failureOf,
                reason: describeOverspending(reason, result.total_cost_usd),
            };
        case 'provider':
            return { kind: 'failed', class: failureOf, reason: withResetTime(reason, limitResetsAt) };
        case 'agent':
            return { kind: 'failed', class: failureOf, reason };
        default:
            return failureOf;
    }
}
/** "Reached maximum budget ($0.5)": the limit is the one it was started with. */
function describeOverspending(words, costUsd) {
    const limit = /\(\$(\d+(?:\.\d+)?)\)/.exec(words)?.[1];
    const cost = costUsd === null ? '' : `: it cost ${(0,budget/* dollars */.E9)(costUsd)}`;
    return limit === undefined
        ? `over its limit: ${words}`
        : `over its limit of ${(0,budget/* dollars */.E9)(Number(limit))}${cost}`;
}
/** Some versions put the time at the end of the words, in seconds: `usage limit reached|1763910000`. */
function withResetTime(words, limitResetsAt) {
    const [, sentence = words, seconds] = /^(.*limit.*)\|(\d{9,11})$/is.exec(words) ?? [];
    const time = seconds === undefined ? limitResetsAt : new Date(Number(seconds) * 1000).toISOString();
    return time === undefined ? sentence : `${sentence} (the limit ends at ${minuteOf(time)})`;
}
/** `2026-11-23 15:04 UTC`. */
function minuteOf(isoTime) {
    return `${isoTime.slice(0, 16).replace('T', ' ')} UTC`;
}
const PROVIDER_FAILURES = [
    'authentication_failed',
    'billing_error',
    'oauth_org_not_allowed',
    'overloaded',
    'rate_limit',
    'server_error',
];
function failureClass(result, failure, reason) {
    if (result.subtype === 'error_max_budget_usd')
        return 'budget';
    // What the program's own limits ended is not the provider's doing, whatever its words.
    if (result.subtype?.startsWith('error_max_'))
        return 'agent';
    if (result.api_error_status !== null && isProviderStatus(result.api_error_status))
        return 'provider';
    if (failure !== undefined && PROVIDER_FAILURES.includes(failure))
        return 'provider';
    return isProviderMessage(reason) ? 'provider' : 'agent';
}
function sum(figures) {
    return figures.reduce((total, figure) => total + figure, 0);
}

;// CONCATENATED MODULE: ./lib/agent/claude-stream.js


const usage = schemas/* object */.Ikc({
    input_tokens: json_line/* count */.U9,
    cache_read_input_tokens: json_line/* count */.U9,
    cache_creation_input_tokens: json_line/* count */.U9,
    output_tokens: json_line/* count */.U9,
})
    .transform((figures) => ({
    input: figures.input_tokens + figures.cache_read_input_tokens + figures.cache_creation_input_tokens,
    output: figures.output_tokens,
    cacheRead: figures.cache_read_input_tokens,
    cacheWrite: figures.cache_creation_input_tokens,
}));
const streamLine = schemas/* object */.Ikc({
    parent_tool_use_id: json_line/* text */.Qq,
    event: schemas/* discriminatedUnion */.gMt('type', [
        schemas/* object */.Ikc({ type: schemas/* literal */.euz('message_start'), message: schemas/* object */.Ikc({ usage }) }),
        schemas/* object */.Ikc({ type: schemas/* literal */.euz('message_delta'), usage }),
    ]),
});
const NOTHING = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
/**
 * Adds up what `--include-partial-messages` tells of the usage of each message while it is written: the session's tokens
 * so far, or undefined for a line that says nothing of them. The figures in a `message_delta` are its message's totals.
 */
function createStreamCounter() {
    let finished = NOTHING;
    // A subagent's messages come between those of the main thread.
    const open = new Map();
    return (line) => {
        const { data } = streamLine.safeParse(line);
        if (data === undefined)
            return undefined;
        const { event, parent_tool_use_id: thread } = data;
        const current = open.get(thread) ?? NOTHING;
        if (event.type === 'message_start') {
            finished = combine(finished, current, (a, b) => a + b);
            open.set(thread, event.message.usage);
        }
        else {
            open.set(thread, combine(current, event.usage, Math.max));
        }
        return [...open.values()].reduce((total, message) => combine(total, message, (a, b) => a + b), finished);
    };
}
function combine(a, b, how) {
    return {
        input: how(a.input, b.input),
        output: how(a.output, b.output),
        cacheRead: how(a.cacheRead, b.cacheRead),
        cacheWrite: how(a.cacheWrite, b.cacheWrite),
    };
}

;// CONCATENATED MODULE: ./lib/agent/claude-lines.js




const initLine = schemas/* object */.Ikc({ session_id: json_line/* text */.Qq, claude_code_version: json_line/* text */.Qq });
const retryLine = schemas/* object */.Ikc({ attempt: json_line/* figure */.vP, error_status: json_line/* figure */.vP, error: json_line/* text */.Qq });
const messageLine = schemas/* object */.Ikc({
    message: schemas/* object */.Ikc({ content: json_line/* jsonList */.Rr }).catch({ content: [] }),
    error: json_line/* text */.Qq,
    tool_use_result: schemas/* object */.Ikc({ agentId: json_line/* text */.Qq }).catch({ agentId: null }),
});
const contentBlock = schemas/* object */.Ikc({
    type: json_line/* text */.Qq,
    text: json_line/* text */.Qq,
    id: json_line/* text */.Qq,
    name: json_line/* text */.Qq,
    input: json_line/* json */.Pq,
    tool_use_id: json_line/* text */.Qq,
    content: json_line/* json */.Pq,
    is_error: schemas/* boolean */.zMY().catch(false),
});
const rateLimitLine = schemas/* object */.Ikc({
    rate_limit_info: schemas/* object */.Ikc({ status: json_line/* text */.Qq, resetsAt: json_line/* figure */.vP, rateLimitType: json_line/* text */.Qq, utilization: json_line/* figure */.vP }),
});
/** Most calls that are remembered while they wait for their result. */
const MAX_OPEN_CALLS = 10_000;
/** Lines of `claude -p --output-format stream-json`: one line per content block of a message. */
function createClaudeLineMapper() {
    const openCalls = new Map();
    // What the last assistant line said went wrong: the result that follows has a sentence and often no status.
    let failure;
    // When the limit that the provider refused us for ends.
    let limitResetsAt;
    const countStream = createStreamCounter();
    return (line, at) => {
        const parsed = (0,json_line/* parseJsonLine */.wz)(line);
        if (!(0,json_line/* isJsonObject */.OW)(parsed))
            return { events: [unknown(null, parsed ?? line)] };
        switch (eventType(parsed)) {
            case 'system/init': {
                const init = initLine.parse(parsed);
                const events = [{ kind: 'session_started', session_id: init.session_id }];
                return init.claude_code_version === null ? { events } : { events, version: init.claude_code_version };
            }
            case 'system/api_retry':
                return { events: [mapRetry(retryLine.parse(parsed))] };
            case 'assistant':
                return mapMessage(parsed, mapAssistantBlock);
            case 'user':
                return mapMessage(parsed, mapUserBlock);
            case 'rate_limit_event': {
                const event = mapRateLimit(parsed, at);
                if (event.kind === 'rate_limit')
                    limitResetsAt = event.remaining === 0 ? (event.reset_at ?? undefined) : undefined;
                return { events: [event] };
            }
            case 'stream_event': {
                // Pieces of what comes whole in an `assistant` line: only their figures are news.
                const running = countStream(parsed);
                return running === undefined ? { events: [] } : { events: [], running };
            }
            default:
                return parsed.type === 'result'
                    ? mapResult(parsed, { failure, limitResetsAt })
                    : { events: [unknown(eventType(parsed), parsed)] };
        }
    };
    function mapMessage(line, mapBlock) {
        const { message, error, tool_use_result } = messageLine.parse(line);
        if (line.type === 'assistant')
            failure = error ?? undefined;
        if (message.content.length === 0)
            return { events: [unknown(eventType(line), line)] };
        const events = message.content.map((raw) => {
            const block = contentBlock.safeParse(raw).data;
            const event = block && mapBlock(block, raw, tool_use_result.agentId);
            // A line with one block that isn't modelled is kept whole.
            return event ?? unknown(eventType(line), message.content.length === 1 ? line : raw);
        });
        return { events };
    }
    function mapAssistantBlock(block, raw) {
        if (block.type === 'text' && block.text !== null)
            return { kind: 'message', text: block.text };
        if (block.type !== 'tool_use')
            return undefined;
        const { id, name, input } = block;
        if (id !== null && name !== null && openCalls.size < MAX_OPEN_CALLS)
            openCalls.set(id, name);
        if (isSubagent(name))
            return { kind: 'subagent', call_id: id, action: name, status: null, target_ids: [], raw };
        return { kind: 'tool_call', call_id: id, name, phase: 'request', input, output: null, raw };
    }
    function mapUserBlock(block, raw, agentId) {
        if (block.type !== 'tool_result')
            return undefined;
        const id = block.tool_use_id;
        const name = (id === null ? undefined : openCalls.get(id)) ?? null;
        if (id !== null)
            openCalls.delete(id);
        if (isSubagent(name)) {
            const status = block.is_error ? 'failed' : 'completed';
            const targets = agentId === null ? [] : [agentId];
            return { kind: 'subagent', call_id: id, action: name, status, target_ids: targets, raw };
        }
        return { kind: 'tool_call', call_id: id, name, phase: 'result', input: null, output: block.content, raw };
    }
}
/** The list of tools says Task, the calls say Agent. */
function isSubagent(name) {
    return name === 'Task' || name === 'Agent';
}
function mapRetry(retry) {
    const status = retry.error_status === null ? 'no answer' : `HTTP ${retry.error_status}`;
    return { kind: 'retrying', attempt: retry.attempt, detail: `${retry.error ?? 'unknown'} (${status})` };
}
function mapRateLimit(line, at) {
    const info = rateLimitLine.safeParse(line).data?.rate_limit_info;
    if (info === undefined || info.rateLimitType === null)
        return unknown(eventType(line), line);
    return {
        kind: 'rate_limit',
        scope: `claude:${info.rateLimitType}`,
        remaining: percentLeft(info.utilization, info.status),
        reset_at: isoSeconds(info.resetsAt),
        observed_at: at,
    };
}
function percentLeft(utilization, status) {
    if (status === 'rejected')
        return 0;
    if (utilization === null)
        return null;
    return Math.min(100, Math.max(0, Math.round((1 - utilization) * 100)));
}
function isoSeconds(seconds) {
    if (seconds === null)
        return null;
    const time = new Date(seconds * 1000);
    return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
function eventType(line) {
    if (typeof line.type !== 'string')
        return null;
    return typeof line.subtype === 'string' ? `${line.type}/${line.subtype}` : line.type;
}
function unknown(type, raw) {
    return { kind: 'unknown', event_type: type, raw };
}

;// CONCATENATED MODULE: ./lib/agent/model.js
/** The model of a profile whose runtime needs one. The workflow file is refused without it, so this throwing is a bug. */
function requireModel(profile) {
    if (profile.model === undefined)
        throw new Error(`agent \`${profile.name}\` has no model`);
    return profile.model;
}

;// CONCATENATED MODULE: ./lib/agent/claude-code.js



/** Claude Code, `claude -p --output-format stream-json`, as observed in version 2.1.197. */
const claudeCode = {
    commandLine(profile) {
        const model = requireModel(profile);
        return {
            program: 'claude',
            args: [
                ...['--verbose', '--output-format', 'stream-json', '--model', model],
                ...budgetFlags(profile),
                ...['-p', ...profile.flags],
            ],
        };
    },
    extraEnv: (_profile, env) => 
    // Its own ten retries take three minutes, also for a wrong key.
    Object.hasOwn(env, 'CLAUDE_CODE_MAX_RETRIES') ? {} : { CLAUDE_CODE_MAX_RETRIES: '4' },
    createLineMapper: createClaudeLineMapper,
    installHint: () => 'give the profile a `version`, and it gets installed, or install it before this step: `npm install -g @anthropic-ai/claude-code`',
    silenceIsSuccess: false,
    usageFile: undefined,
    versionArgs: ['--version'],
    // `system/init` does.
    saysVersion: true,
};
/** It tells its usage only in its last line, unless it prints each message while it is written. */
function budgetFlags({ maxCostUsd, maxOutputTokens, flags }) {
    if (!(0,budget/* hasBudget */.er)({ maxCostUsd, maxOutputTokens }))
        return [];
    const given = (flag) => flags.some((each) => each === flag || each.startsWith(`${flag}=`));
    return [
        ...(given('--include-partial-messages') ? [] : ['--include-partial-messages']),
        ...(maxCostUsd === undefined || given('--max-budget-usd')
            ? []
            : ['--max-budget-usd', String(maxCostUsd)]),
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/agent/codex-rollout.js



const totals = schemas/* object */.Ikc({
    input_tokens: json_line/* count */.U9,
    cached_input_tokens: json_line/* count */.U9,
    cache_write_input_tokens: json_line/* count */.U9,
    output_tokens: json_line/* count */.U9,
})
    .transform((usage) => ({
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheRead: usage.cached_input_tokens,
    cacheWrite: usage.cache_write_input_tokens,
}));
const tokenCount = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('event_msg'),
    payload: schemas/* object */.Ikc({ type: schemas/* literal */.euz('token_count'), info: schemas/* object */.Ikc({ total_token_usage: totals }) }),
});
const usageRecord = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('token_usage_record'),
    payload: schemas/* object */.Ikc({ thread_token_usage: totals }),
});
/** Codex's own folder. */
const SESSIONS = 'sessions';
/**
 * Where Codex tells its tokens while it works: `$CODEX_HOME/sessions/2026/11/23/rollout-<time>-<thread id>.jsonl`, as
 * observed in 0.169.0. A `token_count` comes after the tools of a turn have ended, a `token_usage_record` right after
 * the model's answer; both hold the thread's running total.
 */
const codexRollout = {
    folder(env) {
        const home = env.CODEX_HOME || (env.HOME && (0,external_node_path_.join)(env.HOME, '.codex'));
        return home ? (0,external_node_path_.join)(home, SESSIONS) : undefined;
    },
    isNamed: (name, sessionId) => name.startsWith('rollout-') && name.endsWith(`-${sessionId}.jsonl`),
    readLine(line) {
        if (!line.includes('"token_count"') && !line.includes('"token_usage_record"'))
            return undefined;
        const parsed = (0,json_line/* parseJsonLine */.wz)(line);
        if (!(0,json_line/* isJsonObject */.OW)(parsed))
            return undefined;
        return (tokenCount.safeParse(parsed).data?.payload.info.total_token_usage ??
            usageRecord.safeParse(parsed).data?.payload.thread_token_usage);
    },
};

;// CONCATENATED MODULE: ./lib/agent/codex.js





/** Codex CLI, `codex exec --json`, as observed in version 0.169.0. */
const codex = {
    commandLine(profile) {
        const given = profile.flags;
        const args = ['exec', ...given, '--json', '-m', requireModel(profile)];
        // It exits with 1 and nothing on standard output in a folder that is no git checkout.
        if (!given.includes('--skip-git-repo-check'))
            args.push('--skip-git-repo-check');
        // Otherwise it waits for a network for ever. `--disable` would refuse a name that a version doesn't know.
        if (!given.some((flag) => flag.includes('unbounded_connection_retries')))
            args.push('-c', 'features.unbounded_connection_retries=false');
        return { program: 'codex', args };
    },
    extraEnv: () => ({}),
    createLineMapper: createCodexLineMapper,
    installHint: () => 'give the profile a `version`, and it gets installed, or install it before this step: `npm install -g @openai/codex`',
    silenceIsSuccess: false,
    usageFile: codexRollout,
    versionArgs: ['--version'],
    saysVersion: false,
};
const threadStarted = schemas/* object */.Ikc({ thread_id: json_line/* text */.Qq });
const errorLine = schemas/* object */.Ikc({ message: json_line/* text */.Qq });
const turnFailed = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ message: json_line/* text */.Qq }).catch({ message: null }) });
const codex_usage = schemas/* object */.Ikc({
    input_tokens: json_line/* count */.U9,
    cached_input_tokens: json_line/* count */.U9,
    cache_write_input_tokens: json_line/* count */.U9,
    output_tokens: json_line/* count */.U9,
});
const turnCompleted = schemas/* object */.Ikc({ usage: codex_usage.nullable().catch(null) });
const item = schemas/* object */.Ikc({ id: json_line/* text */.Qq, type: json_line/* text */.Qq, status: json_line/* text */.Qq, text: json_line/* text */.Qq, tool: json_line/* text */.Qq, receiver_thread_ids: json_line/* texts */.Te });
const itemLine = schemas/* object */.Ikc({ item: json_line/* json */.Pq });
function createCodexLineMapper() {
    let totals;
    let declined = 0;
    return (line) => {
        const parsed = (0,json_line/* parseJsonLine */.wz)(line);
        if (!(0,json_line/* isJsonObject */.OW)(parsed))
            return { events: [codex_unknown(null, parsed ?? line)] };
        const type = typeof parsed.type === 'string' ? parsed.type : null;
        switch (type) {
            case 'thread.started':
                return { events: [{ kind: 'session_started', session_id: threadStarted.parse(parsed).thread_id }] };
            case 'item.started':
            case 'item.completed':
                return mapItem(type, parsed);
            case 'error':
                return { events: [mapError(errorLine.parse(parsed).message ?? line)] };
            case 'turn.failed':
                return mapFailure(turnFailed.parse(parsed).error.message ?? 'the turn failed without a message');
            case 'turn.completed':
                return mapCompletion(turnCompleted.parse(parsed).usage);
            default:
                return { events: [codex_unknown(type, parsed)] };
        }
    };
    function mapItem(type, line) {
        const raw = itemLine.parse(line).item;
        const facts = item.safeParse(raw);
        if (!facts.success)
            return { events: [codex_unknown(type, line)] };
        const { id, status, tool } = facts.data;
        const started = type === 'item.started';
        if (!started && status === 'declined')
            declined += 1;
        const denials = declined > 0 ? { permissionDenials: declined } : {};
        switch (facts.data.type) {
            case 'agent_message':
                if (started || facts.data.text === null)
                    return { events: [codex_unknown(type, line)] };
                return { events: [{ kind: 'message', text: facts.data.text }] };
            case 'command_execution':
            case 'file_change':
            case 'web_search':
                return { events: [toolCall(facts.data.type, id, started, raw)], ...denials };
            case 'mcp_tool_call':
                return { events: [toolCall(tool ?? 'mcp_tool_call', id, started, raw)], ...denials };
            case 'collab_tool_call':
                return {
                    events: [
                        {
                            kind: 'subagent',
                            call_id: id,
                            action: tool,
                            status,
                            target_ids: facts.data.receiver_thread_ids,
                            raw,
                        },
                    ],
                };
            default:
                return { events: [codex_unknown(type, line)] };
        }
    }
    function mapCompletion(figures) {
        if (figures === null)
            return { events: [NO_USAGE, { kind: 'completed' }], terminal: { kind: 'completed' } };
        // The thread's running total, not this turn's: the highest counts, never the sum.
        totals = {
            input: Math.max(totals?.input ?? 0, figures.input_tokens),
            output: Math.max(totals?.output ?? 0, figures.output_tokens),
            cacheRead: Math.max(totals?.cacheRead ?? 0, figures.cached_input_tokens),
            cacheWrite: Math.max(totals?.cacheWrite ?? 0, figures.cache_write_input_tokens),
        };
        const event = {
            kind: 'token_usage',
            input: figures.input_tokens,
            output: figures.output_tokens,
            cache_read: figures.cached_input_tokens,
        };
        return { events: [event, { kind: 'completed' }], terminal: { kind: 'completed' }, tokens: totals };
    }
}
const NO_USAGE = { kind: 'token_usage', input: null, output: null, cache_read: null };
function toolCall(name, callId, started, raw) {
    return {
        kind: 'tool_call',
        call_id: callId,
        name,
        phase: started ? 'request' : 'result',
        input: started ? raw : null,
        output: started ? null : raw,
        raw,
    };
}
/** `error` is a progress note as often as a failure; only `turn.failed` ends the work. */
function mapError(message) {
    if (!message.startsWith('Reconnecting'))
        return { kind: 'error', detail: message };
    const parts = /^Reconnecting\.\.\. (?:(\d+)\/\d+ )?(.*)$/s.exec(message);
    const attempt = parts?.[1] === undefined ? null : Number(parts[1]);
    return { kind: 'retrying', attempt, detail: (parts?.[2] ?? message).replace(/^\((.*)\)$/s, '$1') };
}
function mapFailure(message) {
    return {
        events: [{ kind: 'error', detail: message }],
        terminal: {
            kind: 'failed',
            class: isProviderMessage(message) ? 'provider' : 'agent',
            reason: readableMessage(message),
        },
    };
}
const apiError = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ message: schemas/* string */.YjP().min(1) }) });
/** Codex passes an API's error body on as it came: the sentence in it is what a person wants to read. */
function readableMessage(message) {
    return apiError.safeParse((0,json_line/* parseJsonLine */.wz)(message)).data?.error.message ?? message;
}
function codex_unknown(eventType, raw) {
    return { kind: 'unknown', event_type: eventType, raw };
}

;// CONCATENATED MODULE: ./lib/agent/command.js



/**
 * Any program as an agent. It may print events of its own, one JSON object a line with a `kind` of the transcript's;
 * whatever else it prints is a message. Without a terminal word its exit code decides.
 */
const command = {
    commandLine(profile) {
        const [program, ...args] = profile.command;
        // The workflow file is refused without one, so this is a bug.
        if (program === undefined)
            throw new Error(`agent \`${profile.name}\` has no command`);
        return { program, args };
    },
    extraEnv: (profile) => (profile.model === undefined ? {} : { VIK_MODEL: profile.model }),
    createLineMapper: createCommandLineMapper,
    installHint: (profile) => profile.command[0]?.includes('/')
        ? 'check the path in the workflow file'
        : 'install it before this step, or give its path',
    silenceIsSuccess: true,
    usageFile: undefined,
    versionArgs: undefined,
    saysVersion: false,
};
const phase = schemas/* enum */.k5n(['request', 'result']);
const kinds = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('session_started'), session_id: json_line/* text */.Qq }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('message'), text: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('token_usage'), input: json_line/* figure */.vP, output: json_line/* figure */.vP, cache_read: json_line/* figure */.vP }),
    schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('rate_limit'),
        scope: schemas/* string */.YjP(),
        remaining: json_line/* figure */.vP,
        reset_at: json_line/* text */.Qq,
        observed_at: json_line/* text */.Qq,
    }),
    schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('tool_call'),
        call_id: json_line/* text */.Qq,
        name: json_line/* text */.Qq,
        phase,
        input: json_line/* json */.Pq,
        output: json_line/* json */.Pq,
        raw: json_line/* json */.Pq,
    }),
    schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('subagent'),
        call_id: json_line/* text */.Qq,
        action: json_line/* text */.Qq,
        status: json_line/* text */.Qq,
        target_ids: json_line/* texts */.Te,
        raw: json_line/* json */.Pq,
    }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('unknown'), event_type: json_line/* text */.Qq, raw: json_line/* json */.Pq }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('completed') }),
    // A failure without words is a failure all the same.
    schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('error'),
        detail: schemas/* string */.YjP().min(1).catch('the agent reported an error without a detail'),
    }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('retrying'), attempt: json_line/* figure */.vP, detail: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('cost'), usd: schemas/* number */.aig().nonnegative().max(json_line/* MAX_USD */.Kd) }),
]);
const KIND_NAMES = new Set(kinds.options.map((option) => option.shape.kind.value));
function createCommandLineMapper() {
    let totals;
    return (line, at) => {
        // Most lines of most programs are text: look into those that can be an event.
        const parsed = line.includes('"kind"') ? (0,json_line/* parseJsonLine */.wz)(line) : undefined;
        if (!(0,json_line/* isJsonObject */.OW)(parsed) || !KIND_NAMES.has(parsed.kind))
            return { events: [{ kind: 'message', text: line }] };
        const event = readEvent(parsed, at);
        switch (event.kind) {
            case 'completed':
                return { events: [event], terminal: { kind: 'completed' } };
            case 'error': {
                const failure = isProviderMessage(event.detail) ? 'provider' : 'agent';
                return { events: [event], terminal: { kind: 'failed', class: failure, reason: event.detail } };
            }
            case 'token_usage':
                return withTokens(event);
            default:
                return { events: [event] };
        }
    };
    /** Each is taken as the total so far, as the real programs print it: the highest counts. */
    function withTokens(event) {
        totals = {
            input: Math.max(totals?.input ?? 0, event.input ?? 0),
            output: Math.max(totals?.output ?? 0, event.output ?? 0),
            cacheRead: Math.max(totals?.cacheRead ?? 0, event.cache_read ?? 0),
            cacheWrite: 0,
        };
        return { events: [event], tokens: totals };
    }
}
function readEvent(line, at) {
    const event = kinds.safeParse(line);
    if (!event.success)
        return { kind: 'unknown', event_type: String(line.kind), raw: line };
    return event.data.kind === 'rate_limit'
        ? { ...event.data, observed_at: event.data.observed_at ?? at }
        : event.data;
}

;// CONCATENATED MODULE: ./lib/agent/adapters.js



/** Every runtime a workflow file can name. */
const adapters = {
    codex: codex,
    claude_code: claudeCode,
    command: command,
};


/***/ }),

/***/ 2562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ MAX_USD),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rr: () => (/* binding */ jsonList),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   dR: () => (/* binding */ usd),
/* harmony export */   vP: () => (/* binding */ figure),
/* harmony export */   wz: () => (/* binding */ parseJsonLine)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1137);

/** A line of output as JSON; undefined when it isn't JSON. */
function parseJsonLine(line) {
    // Saves an exception per line when a program prints plain text.
    if (!/^\s*[[{"\-\dtfn]/.test(line))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        // Not JSON is an answer here, not an error: any program may print text among its JSON.
        return undefined;
    }
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A string, or null: a field of the wrong type is a field without a value. */
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().catch(null);
/** A finite number, or null. */
const figure = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().catch(null);
/** More than any session costs; beyond it sums stop being numbers. */
const MAX_USD = 1e9;
/** An amount of dollars, or null: what no session can have cost is unknown. */
const usd = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative().max(MAX_USD).nullable().catch(null);
/** A count of tokens; without a sound value 0. */
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().catch(0);
/** The strings of a list. */
const texts = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text)
    .catch([])
    .transform((items) => items.filter((item) => item !== null));
/** Any JSON as it stands, not looked into: it is only passed on. */
const json = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => value !== undefined).catch(null);
/** A list of JSON values, not looked into. */
const jsonList = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(json).catch([]);


/***/ })

};
