import { defineErrors } from '../errors/domain-error.js';

export const EntityTagErrors = defineErrors('if-match', {
  changed: {
    kind: 'precondition-failed',
    title: 'Somebody changed this meanwhile: read it again, and repeat your change',
  },
});
