import { describe, expect, it } from '@jest/globals';
import { isUuid, uuidv7 } from './uuid.js';

describe('uuidv7', () => {
  it('has the version and variant of RFC 9562', () => {
    for (let n = 0; n < 300; n += 1)
      expect(uuidv7()).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  it('begins with the milliseconds of its making, so that ids sort by time', () => {
    const before = Date.now();
    const id = uuidv7();
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  it('sorts in the order of making, also within one millisecond', () => {
    const made = Array.from({ length: 20_000 }, uuidv7);
    expect([...made].sort().every((id, index) => id === made[index])).toBe(true);
  });

  it('never repeats, also where its pool of random bytes is filled again', () => {
    expect(new Set(Array.from({ length: 10_000 }, uuidv7)).size).toBe(10_000);
  });

  it.each([undefined, null, 7, '', 'x', `${uuidv7()} `, uuidv7().replaceAll('-', '')])(
    'is not what %p is',
    (value) => {
      expect(isUuid(value)).toBe(false);
    },
  );
});
