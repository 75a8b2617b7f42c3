import * as z from 'zod';
import {
  type ModelScenario,
  type PlayedModel,
  type ServerSentEvent,
  sendError,
  sendEvents,
  startPlayedModel,
} from './played-model.ts';

const responsesRequest = z.object({ input: z.array(z.object({ type: z.string() })) });

/** What one answer of the played model costs. */
const usage = {
  input_tokens: 1500,
  input_tokens_details: { cached_tokens: 900 },
  output_tokens: 42,
  output_tokens_details: { reasoning_tokens: 10 },
  total_tokens: 1542,
};

/** Plays OpenAI's Responses API: the provider's `base_url` is its `url` and `/v1`. */
export function startPlayedOpenai(options: { readonly scenario: ModelScenario }): Promise<PlayedModel> {
  const { scenario } = options;
  let answers = 0;
  return startPlayedModel('/v1/responses', (body, response) => {
    switch (scenario.kind) {
      case 'error': {
        const { status, type, message, details, headers } = scenario;
        const error = { type, message, code: null, param: null, ...details };
        return sendError(response, status, { error }, headers);
      }
      case 'idle':
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        return response.flushHeaders();
      case 'command': {
        answers += 1;
        const { input } = responsesRequest.parse(JSON.parse(body));
        const items = input.some((item) => item.type === 'function_call_output')
          ? [text(answers, scenario.lastMessage)]
          : [text(answers, 'I will run a command.'), shellCall(answers, scenario.command)];
        return sendEvents(response, answer(`resp_played_${answers}`, items));
      }
      default:
        return scenario satisfies never;
    }
  });
}

function text(answer: number, words: string): object {
  const content = [{ type: 'output_text', text: words, annotations: [] }];
  return { id: `msg_played_${answer}`, type: 'message', role: 'assistant', status: 'completed', content };
}

function shellCall(answer: number, command: string): object {
  const id = `call_played_${answer}`;
  const call = { name: 'exec_command', arguments: JSON.stringify({ cmd: command }) };
  return { id: `fc_played_${answer}`, type: 'function_call', call_id: id, ...call };
}

function answer(id: string, items: readonly object[]): readonly ServerSentEvent[] {
  return [
    event('response.created', { response: { id } }),
    ...items.flatMap((item, index) => [
      event('response.output_item.added', { output_index: index, item }),
      event('response.output_item.done', { output_index: index, item }),
    ]),
    event('response.completed', { response: { id, usage } }),
  ];
}

function event(type: string, fields: object): ServerSentEvent {
  return { type, ...fields };
}
