import {
  checkFields,
  checkKeys,
  isJsonObject,
  parseObject,
  type JsonObject,
} from './json-shape.js';

/** A command that the device fetched with `GET /push`. */
export interface PushCommand {
  readonly endpoint: string;
  readonly body: JsonObject;
}

/** @returns undefined when there is nothing to do, or nothing that firmware can use */
export function readCommand(body: string): PushCommand | undefined {
  const command = parseObject(body);
  const endpoint = command?.['endpoint'];
  if (typeof endpoint !== 'string') return undefined;
  const content = command?.['body'];
  const parsed = typeof content === 'string' ? parseObject(content) : content;
  return { endpoint, body: isJsonObject(parsed) ? parsed : {} };
}

/** Section 10: an empty body, or one command with its keys in order. */
export function checkCommand(body: string): string[] {
  if (body === '') return [];
  const command = parseObject(body);
  if (command === undefined) return ['is no JSON object'];
  return [
    ...checkKeys('command', command, { order: ['verb', 'endpoint', 'body', 'contentType'] }),
    ...checkFields('command', command, {
      verb: (value) => value === 'POST',
      endpoint: (value) => typeof value === 'string' && /^\w+(\.fcgi)?$/.test(value),
      body: isJsonObject,
      contentType: (value) => value === 'application/json',
    }),
  ];
}

export const checkEmptyBody = (body: string): string[] =>
  body === '' ? [] : ['has a body where none belongs'];

/** Section 7: the number of logs again, nothing, or event 200. */
export function checkAliveAnswer(body: string, logs: number): string[] {
  const allowed = ['', JSON.stringify(asLogs(logs)), '{"result":{"event":200}}'];
  return allowed.includes(body) ? [] : [`is ${body.slice(0, 100)}, which is no answer to "alive"`];
}

/** As the device sends it, and as some servers answer it. */
export const asLogs = (logs: number) => ({ access_logs: logs });
