import { describe, expect, it } from '@jest/globals';
import { parseQuery } from './query-string.js';

describe('a query string', () => {
  it.each([
    ['from=2026-11-21T17:04:10+00:00', { from: '2026-11-21T17:04:10+00:00' }],
    ['from=2026-11-21T17:04:10%2B00:00', { from: '2026-11-21T17:04:10+00:00' }],
    ['email=a+b@x.com', { email: 'a+b@x.com' }],
    ['email=a%2Bb%40x.com', { email: 'a+b@x.com' }],
    ['email=a+b%40x.com&number=A+1', { email: 'a+b@x.com', number: 'A 1' }],
    ['number=A+1', { number: 'A 1' }],
    ['number=A%201', { number: 'A 1' }],
    ['a=1&a=2', { a: ['1', '2'] }],
    ['email=a+b@x.com&email=c', { email: ['a b@x.com', 'c'] }],
    ['q=%&r=%ED%A0%80+', { q: '%', r: '\ufffd\ufffd\ufffd ' }],
    ['', {}],
  ])('%s is read as %j', (text, query) => {
    expect({ ...parseQuery(text) }).toEqual(query);
  });
});
