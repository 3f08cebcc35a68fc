import {
  BOOKED_CHECK_IN,
  BOOKING,
  CANCELLATION,
  CHANGE,
  CHECK_IN,
  REGISTRATION,
} from './wellhub-examples.js';

const bodies: readonly (readonly [RegExp, Record<string, object>])[] = [
  [/\/webhooks(\/\{event\})?$/, { checkin: CHECK_IN, booked: BOOKED_CHECK_IN, booking: BOOKING }],
  [/\/users\/cancel$/, { canceled: CANCELLATION }],
  [/\/users\/change$/, { changed: CHANGE }],
  [/\/wellhub\/users$/, { registration: REGISTRATION }],
];

/** Bodies on the Wellhub surface are read as bytes, so no DTO describes them. */
export function bodyAt(path: string, method: string): object | undefined {
  if (method !== 'post' || !path.startsWith('/wellhub/')) return undefined;
  const found = bodies.find(([pattern]) => pattern.test(path))?.[1];
  if (!found) return undefined;
  const examples = Object.entries(found).map(([name, value]) => [name, { value }]);
  const schema = { type: 'object', additionalProperties: true };
  return {
    required: true,
    content: { 'application/json': { schema, examples: Object.fromEntries(examples) as object } },
  };
}
