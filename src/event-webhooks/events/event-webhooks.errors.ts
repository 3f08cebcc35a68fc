import { defineErrors } from '../../platform/errors/domain-error.js';

export const SubscriptionErrors = defineErrors('webhook-subscription', {
  notFound: { kind: 'not-found', title: 'There is no such event subscription' },
  tooMany: {
    kind: 'conflict',
    title: 'A partner may have 50 event subscriptions: delete one that is no longer used',
  },
  disabled: { kind: 'conflict', title: 'This subscription is disabled; set its state to ACTIVE' },
});

export const DeliveryErrors = defineErrors('delivery', {
  notFound: { kind: 'not-found', title: 'There is no such delivery' },
  pending: { kind: 'conflict', title: 'This delivery is still being tried' },
  eventNotKept: { kind: 'gone', title: 'The event of this delivery is no longer kept' },
});

export const EventErrors = defineErrors('event', {
  notFound: { kind: 'not-found', title: 'There is no such event, or it is no longer kept' },
  cursorTooOld: {
    kind: 'gone',
    title: 'Events after this cursor are no longer kept; start again without a cursor',
  },
});
