import * as z from 'zod';
import {
  type ModelScenario,
  type PlayedModel,
  type ServerSentEvent,
  sendError,
  sendEvents,
  startPlayedModel,
} from './played-model.ts';

const messagesRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.union([z.string(), z.array(z.object({ type: z.string() }))]) })),
});

/** What one answer of the played model costs. */
const usage = { input_tokens: 1200, cache_creation_input_tokens: 300, cache_read_input_tokens: 900 };

/** Plays Anthropic's API: `ANTHROPIC_BASE_URL` is its `url`. */
export function startPlayedAnthropic(options: { readonly scenario: ModelScenario }): Promise<PlayedModel> {
  const { scenario } = options;
  let answers = 0;
  return startPlayedModel('/v1/messages', (body, response) => {
    switch (scenario.kind) {
      case 'error': {
        const { status, type, message, details, headers } = scenario;
        return sendError(response, status, { type: 'error', error: { type, message, ...details } }, headers);
      }
      case 'idle':
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        return response.flushHeaders();
      case 'command': {
        answers += 1;
        const request = messagesRequest.parse(JSON.parse(body));
        const blocks: readonly Block[] = hasToolResult(request)
          ? [{ type: 'text', text: scenario.lastMessage }]
          : [
              { type: 'text', text: 'I will run a command.' },
              {
                type: 'tool_use',
                id: `toolu_played_${answers}`,
                name: 'Bash',
                input: bash(scenario.command),
              },
            ];
        return sendEvents(response, message(request.model, `msg_played_${answers}`, blocks));
      }
      default:
        return scenario satisfies never;
    }
  });
}

function hasToolResult(request: z.infer<typeof messagesRequest>): boolean {
  return request.messages.some(
    ({ content }) => typeof content !== 'string' && content.some((block) => block.type === 'tool_result'),
  );
}

function bash(command: string) {
  return { command, description: 'Do what was asked' };
}

type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object };

function message(model: string, id: string, blocks: readonly Block[]): readonly ServerSentEvent[] {
  const start = {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
  };
  const stopReason = blocks.some((block) => block.type === 'tool_use') ? 'tool_use' : 'end_turn';
  return [
    event('message_start', { message: { ...start, usage: { ...usage, output_tokens: 1 } } }),
    ...blocks.flatMap(contentBlock),
    event('message_delta', {
      delta: { stop_reason: stopReason, stop_sequence: null },
      usage: { output_tokens: 42 },
    }),
    event('message_stop', {}),
  ];
}

function contentBlock(block: Block, index: number): readonly ServerSentEvent[] {
  const [empty, delta] =
    block.type === 'text'
      ? [
          { type: 'text', text: '' },
          { type: 'text_delta', text: block.text },
        ]
      : [
          { ...block, input: {} },
          { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
        ];
  return [
    event('content_block_start', { index, content_block: empty }),
    event('content_block_delta', { index, delta }),
    event('content_block_stop', { index }),
  ];
}

function event(type: string, fields: object): ServerSentEvent {
  return { type, ...fields };
}
