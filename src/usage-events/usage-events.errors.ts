import { defineErrors } from '../platform/errors/domain-error.js';

export const UsageEventErrors = defineErrors('usage-event', {
  wholePartner: {
    kind: 'forbidden',
    title: 'Usage events belong to the whole partner; use a key that is not narrowed to a gym',
  },
});
