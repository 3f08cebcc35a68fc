import { defineErrors } from '../../platform/errors/domain-error.js';

export const InboxErrors = defineErrors('wellhub-inbox', {
  invalidSignature: { kind: 'unauthenticated', title: 'Missing or wrong signature' },
  invalidEvent: { kind: 'unprocessable', title: 'The event lacks what it must name' },
});
