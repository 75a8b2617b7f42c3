import { describe, expect, it } from 'vitest';
import { isProviderMessage } from '../../src/agent/provider-failure.ts';

describe('a message is about the provider', () => {
  it.each([
    'unexpected status 401 Unauthorized: Incorrect API key provided., url: http://127.0.0.1:8080/v1/responses',
    'unexpected status 402 Payment Required',
    'exceeded retry limit, last status: 429 Too Many Requests',
    'rate limit exceeded: Overloaded',
    'We’re currently experiencing high demand, which may cause temporary errors.',
    'Connection failed: error sending request',
    'stream disconnected before completion: idle timeout waiting for SSE',
    'Missing environment variable: `OPENAI_API_KEY`.',
    "You've hit your usage limit. Try again at 3:14 PM.",
    "You've hit your session limit · resets 3pm",
    'Quota exceeded. Check your plan and billing details.',
    'Credit balance is too low',
    'Invalid API key · Fix external API key',
    'Failed to authenticate. API Error: 401 Incorrect API key provided.',
    'API Error: 529 Overloaded',
    'Not logged in · Please run /login',
  ])('%s', (message) => expect(isProviderMessage(message)).toBe(true));
});

describe('a message is about the agent', () => {
  it.each([
    'API Error: 400 mock: bad request',
    'unexpected status 400 Bad Request: rate limit must be a number',
    'unexpected status 404 Not Found: the model does not exist',
    'Prompt is too long',
    'Reached maximum number of turns (1)',
    '3 of 401 tests failed',
    '',
  ])('%s', (message) => expect(isProviderMessage(message)).toBe(false));
});
