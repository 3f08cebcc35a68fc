import type { OpenAPIObject } from '@nestjs/swagger';
import type { DescribedWebhook } from '../platform/http/described-webhooks.js';

type Webhooks = NonNullable<OpenAPIObject['webhooks']>;

const HEADERS = [
  ['x-api-key', 'The key of the subscription: by it you know for whom it is'],
  ['webhook-id', 'The `uuid` of the event'],
  ['webhook-timestamp', 'Seconds since 1970 of this attempt'],
  ['webhook-signature', 'Standard Webhooks, `v1,…`; two while a secret is rotated'],
] as const;

const parameters = HEADERS.map(([name, description]) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
}));

const RESPONSES = {
  '2XX': { description: 'Taken. Anything else, or nothing within 5 s, is tried again' },
  '410': { description: 'Gone: the subscription is disabled' },
};

/** What we send, as OpenAPI shows it. */
export const webhooksOf = (described: readonly DescribedWebhook[]): Webhooks =>
  Object.fromEntries(
    described.map(({ name, summary, body }) => [
      name,
      {
        post: {
          operationId: `webhooks.${name}`,
          tags: ['Event subscriptions'],
          summary,
          security: [],
          parameters,
          requestBody: { required: true, content: { 'application/json': { schema: body } } },
          responses: RESPONSES,
        },
      },
    ]),
  ) as unknown as Webhooks;
