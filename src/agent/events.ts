import type { JsonValue } from '../json.ts';

/** One event of a transcript without its time, names as vik writes them; a field without a value is null. */
export type AgentEvent =
  | { readonly kind: 'session_started'; readonly session_id: string | null }
  | { readonly kind: 'message'; readonly text: string }
  | {
      readonly kind: 'token_usage';
      /** The provider's own figures. */
      readonly input: number | null;
      readonly output: number | null;
      readonly cache_read: number | null;
    }
  | {
      readonly kind: 'rate_limit';
      readonly scope: string;
      /** Whole percent left. */
      readonly remaining: number | null;
      readonly reset_at: string | null;
      readonly observed_at: string;
    }
  | {
      readonly kind: 'tool_call';
      readonly call_id: string | null;
      readonly name: string | null;
      readonly phase: 'request' | 'result';
      readonly input: JsonValue;
      readonly output: JsonValue;
      readonly raw: JsonValue;
    }
  | {
      readonly kind: 'subagent';
      readonly call_id: string | null;
      readonly action: string | null;
      readonly status: string | null;
      readonly target_ids: readonly string[];
      readonly raw: JsonValue;
    }
  | { readonly kind: 'unknown'; readonly event_type: string | null; readonly raw: JsonValue }
  | { readonly kind: 'completed' }
  | { readonly kind: 'error'; readonly detail: string }
  | { readonly kind: 'retrying'; readonly attempt: number | null; readonly detail: string }
  | { readonly kind: 'cost'; readonly usd: number };
