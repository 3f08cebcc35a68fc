import { describe, expect, it } from '@jest/globals';
import { isSampled, readTraceparent, traceparentOf } from './traceparent.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const STEP = 'b7ad6b7169203331';

describe('a traceparent', () => {
  it.each(['00', '01', '03'])('K-52 is read and written again, flags %s', (flags) => {
    const context = readTraceparent(`00-${TRACE}-${STEP}-${flags}`);
    expect(context).toMatchObject({ traceId: TRACE, spanId: STEP });
    expect(context && isSampled(context)).toBe(flags !== '00');
    expect(context && traceparentOf(context)).toBe(
      `00-${TRACE}-${STEP}-0${flags === '00' ? 0 : 1}`,
    );
  });

  it('K-52 of a later version may say more', () => {
    expect(readTraceparent(`cc-${TRACE}-${STEP}-01-what.the.future`)).toMatchObject({
      traceId: TRACE,
    });
  });

  it.each([
    '',
    'nonsense',
    `ff-${TRACE}-${STEP}-01`,
    `00-${TRACE}-${STEP}-01-more`,
    `00-${TRACE.toUpperCase()}-${STEP}-01`,
    `00-${'0'.repeat(32)}-${STEP}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE}-${STEP}`,
    `00-${TRACE}-${STEP}-01\n`,
    ` 00-${TRACE}-${STEP}-01`,
  ])('K-52 is none: %j', (text) => {
    expect(readTraceparent(text)).toBeUndefined();
  });
});
