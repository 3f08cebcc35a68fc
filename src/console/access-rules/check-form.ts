import type { Form } from '../../pages/index.js';
import { instantOf } from './local-instant.js';
import { numberOf } from '../settings/setting-fields.js';

/** What the form asks: a moment is meant by the clock of the gym. */
export function checkIn(form: Form, zone: string): object {
  const [deviceId, at] = [form.text('deviceId'), form.text('at')];
  return {
    customerId: numberOf(form.text('customerId')),
    ...(deviceId !== '' && { deviceId: numberOf(deviceId) }),
    ...(at !== '' && { at: instantOf(at, zone) }),
  };
}
