import { defineErrors } from '../../platform/errors/domain-error.js';

export const DeskErrors = defineErrors('desk', {
  loggedOut: { kind: 'unauthenticated', title: 'You are not logged in at the front desk' },
  mayNotLink: {
    kind: 'forbidden',
    title: 'To link customers a key needs CUSTOMER_READ and CUSTOMER_WRITE',
  },
});
