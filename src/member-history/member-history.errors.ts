import { defineErrors } from '../platform/errors/domain-error.js';

export const TimelineErrors = defineErrors('timeline', {
  entryNotFound: { kind: 'not-found', title: 'There is no such entry' },
});
