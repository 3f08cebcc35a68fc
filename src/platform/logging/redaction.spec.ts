import { describe, expect, it } from '@jest/globals';
import { redact } from './redaction.js';

describe('the fields of a line', () => {
  it('W-69 are shown without secrets, whatever they are part of', () => {
    const fields = { gym: 1, token: 'a', headers: { cookie: 'b', list: [{ email: 'c', id: 2 }] } };
    expect(redact(fields)).toEqual({
      gym: 1,
      token: '[removed]',
      headers: { cookie: '[removed]', list: [{ email: '[removed]', id: 2 }] },
    });
  });

  it('are not shown where they are too deep to be read, and end where they contain themselves', () => {
    const loop: Record<string, unknown> = {};
    loop['again'] = loop;
    expect(JSON.stringify(redact(loop))).toBe(
      '{"again":{"again":{"again":{"again":"[removed]"}}}}',
    );
  });

  it('keep an error for its serializer', () => {
    const err = new Error('no');
    expect(redact({ err })['err']).toBe(err);
  });
});
