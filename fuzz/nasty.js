const deep = (levels, inside) => (levels === 0 ? inside : { a: deep(levels - 1, inside) });

/** Values that have broken software before; each may stand where any other value belongs. */
const VALUES = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  1e-7,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '\ufeff',
  'İ',
  'ß',
  '𝒜',
  'e\u0301',
  '\r\n',
  '\t',
  '0',
  '-1',
  '00012',
  '1e3',
  '0x10',
  'NaN',
  'null',
  'undefined',
  'true',
  '9223372036854775808',
  '99999999999999999999',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '0000-00-00',
  '+275760-09-13T00:00:00.001Z',
  '-1-01-01',
  "' or 1=1 --",
  '"; drop table customers; --',
  '$1',
  '%00',
  '%',
  '%zz',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${7*7}',
  'http://169.254.169.254/',
  'https://user:pw@[::1]:1/',
  'javascript:1',
  'a@b',
  'a@b.c\u0000',
  'x'.repeat(300),
  'x'.repeat(10_000),
  'ü'.repeat(300),
  '💪'.repeat(200),
  '9'.repeat(400),
  [],
  [null],
  [[[[]]]],
  ['a', 'b'],
  [1, 'a', null, {}],
  Array.from({ length: 2_000 }, (_, n) => n),
  {},
  { toString: 1 },
  { length: -1 },
  JSON.parse('{"then":"x"}'),
  { constructor: { prototype: { x: 1 } } },
  deep(30, 1),
  deep(40, 1),
];

/** JSON that `JSON.stringify` would not write. */
const TEXTS = [
  '',
  ' ',
  'null',
  '[]',
  '{',
  '}',
  '[',
  '"',
  '{"a":1,}',
  '{"a":1}{"a":1}',
  '{a:1}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":01}',
  '{"a":1e999}',
  '\ufeff{}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"a":1,"a":2}',
  '\u0000',
  '{"a":"\ud800"}',
  'true',
  '0',
  '"text"',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `{"a":${'{"a":'.repeat(100)}1${'}'.repeat(101)}`,
  '{"a":123456789012345678901234567890}',
  '<xml/>',
  'a=1&b=2',
  `{"a":"${'x'.repeat(70_000)}"}`,
  '{"a":"\\ud800\\u0000"}',
];

/** A copy, for it may be changed further. */
export const nastyValue = (random) => structuredClone(random.pick(VALUES));
export const nastyText = (random) => random.pick(TEXTS);

/** As text for a path, a query or a header field. */
export function nastyWord(random) {
  const value = nastyValue(random);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Percent-encoded, with at most this many characters of it. */
export const encoded = (word, length) => encodeURIComponent(word.slice(0, length).toWellFormed());

/** A copy with one to three places changed: a value replaced, left out, wrapped, or something added. */
export function mutated(random, body) {
  if (random.chance(0.1)) return nastyValue(random);
  let copy = structuredClone(body);
  for (let times = 1 + random.below(3); times > 0; times -= 1) copy = changed(random, copy);
  return copy;
}

function changed(random, node) {
  if (node === null || typeof node !== 'object' || random.chance(0.15)) return nastyValue(random);
  const keys = Object.keys(node);
  if (keys.length === 0 || random.chance(0.15)) {
    if (Array.isArray(node)) node.push(nastyValue(random));
    else
      node[random.pick(['__proto__x', 'extra', 'id', '', 'constructor', '💪'])] =
        nastyValue(random);
    return node;
  }
  const key = random.pick(keys);
  const kind = random.below(4);
  if (kind === 0 && !Array.isArray(node)) delete node[key];
  else if (kind === 1) node[key] = [node[key]];
  else if (kind === 2) node[key] = nastyValue(random);
  else node[key] = changed(random, node[key]);
  return node;
}
