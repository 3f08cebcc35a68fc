import { defineErrors } from '../../platform/errors/domain-error.js';

export const HostedPageErrors = defineErrors('hosted-page', {
  notFound: { kind: 'not-found', title: 'There is nothing at this address' },
  loggedOut: { kind: 'unauthenticated', title: 'You are not logged in' },
});
