import { describe, expect, it } from '@jest/globals';
import { readRotation } from './rotation-report.js';

describe('D-26 a report of a turn', () => {
  it.each([
    ['TURN LEFT', 'TURN_LEFT'],
    ['EVENT_TURN_RIGHT', 'TURN_RIGHT'],
    ['GIVE UP', 'GIVE_UP'],
    ['give up', 'GIVE_UP'],
    ['EVENT_GIVE_UP', 'GIVE_UP'],
    ['Event Give_Up ', 'GIVE_UP'],
  ])('is read by its name: %j', (name, read) => {
    expect(readRotation({ event: { type: 7, name } })).toEqual({ name: read, uuid: null });
  });

  it.each([
    { event: { type: 7 } },
    { event: 'TURN LEFT' },
    { event: { name: 'TURN UP' } },
    { event: { name: 7 } },
    {},
  ])('without a known name is none: %j', (body) => expect(readRotation(body)).toBeUndefined());

  it('names its scan in the event, or beside it', () => {
    const name = 'TURN LEFT';
    expect(readRotation({ event: { name, uuid: 'a' }, uuid: 'b' })?.uuid).toBe('a');
    expect(readRotation({ event: { name, uuid: '' }, uuid: 'b' })?.uuid).toBe('b');
    expect(readRotation({ event: { name, uuid: 15 } })?.uuid).toBe('15');
    expect(readRotation({ event: { name, uuid: 'x'.repeat(65) } })?.uuid).toBeNull();
  });
});
