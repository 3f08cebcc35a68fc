import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DomainError } from '../errors/domain-error.js';
import { isObject, parseJson, withoutTrailingCommas } from './json-body.js';

const parse = (text: string) => parseJson(Buffer.from(text));
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

function refusalOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof DomainError) return error.spec.code;
  }
  return 'none';
}

describe('a JSON body', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), (text) => {
        fc.pre(!text.includes('__proto__'));
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
      { seed: 1 },
    );
  });

  it.each(['', ' ', '{', '{"a":1,}', "{'a':1}", 'undefined', '{"a":1}{"b":2}', '"\u0001"', '[1'])(
    'is refused when it is %p',
    (text) => {
      expect(refusalOf(text)).toBe('request.invalid-json');
    },
  );

  it('nests 32 levels and not one more, whatever stands in its strings', () => {
    expect(refusalOf(nested(32))).toBe('none');
    expect(refusalOf(nested(33))).toBe('request.invalid-json');
    expect(refusalOf(`["${'[{'.repeat(100)}\\"${'[{'.repeat(100)}\\\\"]`)).toBe('none');
    expect(refusalOf('['.repeat(60_000))).toBe('request.invalid-json');
  });

  it.each([
    '{"__proto__":{"isAdmin":true}}',
    '{"a":[{"__proto__":null}]}',
    '{"\\u005f_proto__":{"isAdmin":true}}',
  ])('reaches for no prototype: %s', (text) => {
    expect(refusalOf(text)).toBe('request.invalid-json');
  });

  it('is not taken for poison because of a value of that name', () => {
    expect(refusalOf('{"note":"__proto__","list":["__proto__","\\u005f"]}')).toBe('none');
  });

  it('is UTF-8, with or without a byte order mark', () => {
    expect(parseJson(Buffer.from('\u{feff}{"name":"José"}'))).toEqual({ name: 'José' });
    expect(() => parseJson(Buffer.from('{"name":"José"}', 'latin1'))).toThrow('not UTF-8');
    expect(() => parseJson(Buffer.from('{"name":"José"}', 'utf16le'))).toThrow(DomainError);
    expect(refusalOf('\u{feff}\u{feff}{}')).toBe('request.invalid-json');
  });

  it('is an object only when it is neither null nor a list', () => {
    expect(['{}', '[]', 'null', '"x"', '1'].map((text) => isObject(parse(text)))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a trailing comma (U-5)', () => {
  const tolerant = withoutTrailingCommas;

  it.each([
    ['{"a": "b",\n}', '{"a": "b"\n}'],
    ['[1, [2,], {"a": true , },]', '[1, [2], {"a": true  }]'],
    ['["a,}", ",]", "\\",}",]', '["a,}", ",]", "\\",}"]'],
  ])('is taken away where one may stand: %s', (text, plain) => {
    expect(tolerant(text)).toBe(plain);
    expect(() => JSON.parse(plain)).not.toThrow();
  });

  it.each(['{,}', '[,]', '[1,,]', '{"a":,}', '[1] ,', '{"a":"b,}', '["\\', '{"a": 1,'])(
    'makes nothing else readable: %s',
    (text) => {
      expect(() => JSON.parse(tolerant(text))).toThrow();
    },
  );

  it.each([' ', ',', '\\"', '"', ', ', '1,'])('costs no more on a body full of %j', (piece) => {
    const text = `["${piece}`.repeat(2) + piece.repeat(32_000);
    expect(tolerant(text).length).toBeGreaterThan(0);
  });
});
