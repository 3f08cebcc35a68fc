import { defineErrors } from '../errors/domain-error.js';

export const AlertErrors = defineErrors('alert', {
  notFound: { kind: 'not-found', title: 'There is no such alert' },
});
