import { defineErrors } from '../platform/errors/domain-error.js';

export const VisitErrors = defineErrors('visit', {
  notFound: { kind: 'not-found', title: 'There is no such visit' },
});
