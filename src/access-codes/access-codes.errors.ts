import { defineErrors } from '../platform/errors/domain-error.js';

export const AccessCodeErrors = defineErrors('access-code', {
  disabled: { kind: 'conflict', title: 'Access codes are switched off at this studio' },
  rateLimited: {
    kind: 'rate-limited',
    title: 'Too many access codes for this customer; wait a moment',
  },
});
