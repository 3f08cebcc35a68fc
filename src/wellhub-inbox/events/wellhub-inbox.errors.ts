import { defineErrors } from '../../platform/errors/domain-error.js';

export const InboxErrors = defineErrors('wellhub-inbox', {
  invalidSignature: { kind: 'unauthenticated', title: 'Missing or wrong signature' },
  invalidEvent: { kind: 'unprocessable', title: 'The event lacks what it must name' },
});

export const StoredWebhookErrors = defineErrors('wellhub-event', {
  notFound: { kind: 'not-found', title: 'There is no such webhook' },
  bodyCleared: { kind: 'gone', title: 'The body of this webhook is not kept any more' },
});
