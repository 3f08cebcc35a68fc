import { describe, expect, it } from '@jest/globals';
import { GateErrors } from '../../gate/index.js';
import { REFUSED } from './kiosk-words.js';
import { de } from './words.de.js';
import { en } from './words.en.js';
import { es } from './words.es.js';
import { pt } from './words.pt.js';

const EXAMPLE = '⟨filled⟩';

/** Every text of a language by its path; a text that is made from a value is made from an example. */
function textsOf(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const name = `${path}${key}`;
      if (typeof value === 'function') return [[name, String(value(EXAMPLE))]];
      if (typeof value === 'object' && value !== null) return [...textsOf(value, `${name}.`)];
      return [[name, String(value)]];
    }),
  );
}

/** Words that are the same in several languages. */
const SHARED = /^(No|E-mail)$/;
const english = textsOf(en);

describe.each([
  ['pt', pt],
  ['es', es],
  ['de', de],
])('the texts in %s', (_, words) => {
  const texts = textsOf(words);

  it('are exactly those that there are in English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are written, and not left in English', () => {
    const untranslated = [...texts].filter(
      ([key, text]) => text.trim() === '' || (text === english.get(key) && !SHARED.test(text)),
    );
    expect(untranslated).toEqual([]);
  });

  it('fill in what English fills in', () => {
    for (const [key, text] of english)
      expect([key, /\{seconds\}|⟨filled⟩/.exec(texts.get(key) ?? '')?.[0]]).toEqual([
        key,
        /\{seconds\}|⟨filled⟩/.exec(text)?.[0],
      ]);
  });
});

describe('the kiosk', () => {
  it('has words for every refusal of the gate', () => {
    const names = Object.values(GateErrors).map(({ code }) =>
      code.replace('gate.', '').replaceAll(/[.-]/g, '_').toUpperCase(),
    );
    const isOfToken = (name: string) => name === 'DEVICE_TOKEN_INVALID';
    expect(
      names.filter((name) => !isOfToken(name)).filter((name) => !REFUSED.includes(name as never)),
    ).toEqual([]);
  });
});
