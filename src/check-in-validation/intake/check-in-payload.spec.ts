import { describe, expect, it } from '@jest/globals';
import { parseWellhubEvent } from '../../wellhub/index.js';
import { checkInPayload } from './check-in-payload.js';

const RECEIVED = new Date('2026-11-21T17:00:00Z');
const SECONDS = RECEIVED.getTime() / 1000;
const read = (data: object) => {
  const event_data = { user: { unique_token: '0012345678905' }, ...data };
  const event = parseWellhubEvent({ event_data }, 'checkin');
  return event.kind === 'check-in' ? checkInPayload(event, RECEIVED, 20) : undefined;
};

describe('a check-in event', () => {
  it('W-35 reads seconds and milliseconds as the same moment, and keeps the zeros of the id', () => {
    const [a, b] = [read({ timestamp: SECONDS - 60 }), read({ timestamp: (SECONDS - 60) * 1000 })];
    expect(a).toEqual(b);
    expect(a).toMatchObject({ wellhubId: '0012345678905', hasOddTime: false });
    expect(a?.expiresAt).toEqual(new Date((SECONDS - 60 + 1200) * 1000));
  });

  it.each([undefined, null, '1795280400', Number.NaN, SECONDS + 301, SECONDS - 86_401, 0, -5])(
    'W-33 takes the time of receipt for %p',
    (timestamp) => {
      expect(read({ timestamp })).toMatchObject({ hasOddTime: true, eventAt: RECEIVED });
    },
  );

  it.each([SECONDS + 300, SECONDS - 86_400])('W-33 goes by %p', (timestamp) => {
    expect(read({ timestamp })?.hasOddTime).toBe(false);
  });

  it.each([undefined, 'soon', {}, 5])('takes an unreadable expires_at %p as missing', (expiry) => {
    const payload = read({ timestamp: SECONDS, expires_at: expiry });
    expect(payload?.expiresAt).toEqual(new Date((SECONDS + 1200) * 1000));
  });

  it('drops what cannot be a name, a product or a booking number', () => {
    const user = { unique_token: 42, first_name: 'A\u0000na\uD800 ', last_name: {}, email: [] };
    const odd = { user, gym: { product: { id: {}, description: 7 } }, booking: 'BK' };
    expect(read(odd)).toMatchObject({
      wellhubId: '42',
      bookingNumber: null,
      productId: null,
      productDescription: '7',
      person: { firstName: 'Ana', lastName: null, email: null, phoneNumber: null },
    });
  });
});
