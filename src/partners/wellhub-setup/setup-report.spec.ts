import { describe, expect, it } from '@jest/globals';
import { compareWebhooks } from './setup-report.js';

const OURS = 'https://gate.example.com/wellhub/hook/webhooks';
const states = (found: { event: string; url: string }[], urls = [OURS]) =>
  Object.fromEntries(compareWebhooks(found, urls).map(({ event, state }) => [event, state]));

describe('the set-up at Wellhub', () => {
  it('W-68 reports registered, missing and wrong per event', () => {
    const found = [
      { event: 'checkin', url: OURS },
      { event: 'booking-requested', url: 'https://elsewhere.example.com/' },
    ];
    expect(states(found)).toEqual({
      checkin: 'REGISTERED',
      'checkin-booking-occurred': 'MISSING',
      'booking-requested': 'WRONG_URL',
      'booking-canceled': 'MISSING',
      'booking-late-canceled': 'MISSING',
    });
  });

  it('W-34 knows every spelling of an event, and the address with the event behind it', () => {
    const found = [
      { event: 'checkin-booking-occured', url: OURS },
      { event: 'BOOKING_CANCELLED', url: `${OURS}/booking-canceled` },
      { event: 'something.new', url: OURS },
    ];
    expect(states(found)).toMatchObject({
      'checkin-booking-occurred': 'REGISTERED',
      'booking-canceled': 'REGISTERED',
    });
  });

  it('takes an address that only begins like ours for another', () => {
    expect(states([{ event: 'checkin', url: `${OURS}2` }])).toMatchObject({ checkin: 'WRONG_URL' });
  });

  it('takes one right address among several', () => {
    const found = [
      { event: 'checkin', url: 'https://elsewhere.example.com/' },
      { event: 'checkin', url: 'https://own.example.com/gym' },
    ];
    expect(states(found, [OURS, 'https://own.example.com/gym'])).toMatchObject({
      checkin: 'REGISTERED',
    });
  });
});
