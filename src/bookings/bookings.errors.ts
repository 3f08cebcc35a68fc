import { defineErrors } from '../platform/errors/domain-error.js';

export const BookingErrors = defineErrors('booking', {
  notFound: { kind: 'not-found', title: 'There is no such booking' },
  notOpen: { kind: 'conflict', title: 'This booking waits for no decision any more' },
  decided: { kind: 'conflict', title: 'This booking was already decided otherwise' },
  notReserved: { kind: 'conflict', title: 'Only a reserved booking can be canceled by the gym' },
  slotNotFound: { kind: 'not-found', title: 'There is no such slot' },
});
