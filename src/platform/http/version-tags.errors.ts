import { defineErrors } from '../errors/domain-error.js';

export const VersionTagErrors = defineErrors('access', {
  preconditionRequired: {
    kind: 'precondition-required',
    title: 'Name the state that you change: its ETag as If-Match, or If-Match: *',
  },
  preconditionFailed: {
    kind: 'precondition-failed',
    title: 'Somebody changed this meanwhile: read it again, and repeat your change',
  },
});
