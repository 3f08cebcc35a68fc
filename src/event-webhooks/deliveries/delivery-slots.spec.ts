import { describe, expect, it } from '@jest/globals';
import { DeliverySlots } from './delivery-slots.js';

describe('the slots of deliveries', () => {
  it('O-49 leave out a subscription with more than half its slots taken, and no other one', () => {
    const slots = new DeliverySlots();
    for (let n = 0; n < 9; n += 1) slots.take('slow');
    slots.take('quick');
    expect(slots.limits()).toMatchObject({ busy: ['slow'], failing: [] });
    expect(slots.free('slow', true)).toBe(true);
    expect(slots.limits().busy).toEqual([]);
  });

  it('O-49 grant one that failed few slots, until it accepts something again', () => {
    const slots = new DeliverySlots();
    slots.take('dead');
    slots.take('dead');
    expect(slots.free('dead', false)).toBe(false);
    expect(slots.limits()).toMatchObject({ busy: ['dead'], failing: ['dead'], eachFailing: 2 });
    expect(slots.free('dead', true)).toBe(true);
    expect(slots.limits()).toMatchObject({ busy: [], failing: [] });
  });

  it('are full at 256 in all', () => {
    const slots = new DeliverySlots();
    for (let n = 0; n < 256; n += 1) slots.take(`subscription ${n}`);
    expect(slots.full).toBe(true);
    expect(slots.free('subscription 1', true)).toBe(true);
    expect(slots.full).toBe(false);
  });
});
