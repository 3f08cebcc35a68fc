import { defineErrors } from '../../platform/errors/domain-error.js';

export const AlertMailErrors = defineErrors('alert-mails', {
  notForRole: {
    kind: 'forbidden',
    title: 'Mails about alerts are for people who may read alerts: owners and operators',
  },
});
