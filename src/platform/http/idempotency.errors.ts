import { defineErrors } from '../errors/domain-error.js';

export const IdempotencyErrors = defineErrors('idempotency', {
  keyInvalid: { kind: 'invalid', title: 'Idempotency-Key must have 1 to 255 characters' },
  keyReused: {
    kind: 'unprocessable',
    title: 'This Idempotency-Key was used for another request; take a new one',
  },
  stillRunning: {
    kind: 'conflict',
    title: 'The first request with this Idempotency-Key is still running',
  },
});
