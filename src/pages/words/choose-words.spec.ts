import { describe, expect, it } from '@jest/globals';
import { chooseWords } from './choose-words.js';
import { en } from './words.en.js';

const lang = (header: string | undefined, locale = 'en') => chooseWords(header, locale).lang;

describe('the language of a page', () => {
  it('is the supported language that the browser prefers', () => {
    expect(lang('de-LU, pt;q=0.9')).toBe('de');
    expect(lang('fr;q=1, es;q=0.4, pt-PT;q=0.8')).toBe('pt-BR');
    expect(lang('DE')).toBe('de');
  });

  it("is the partner's when the browser accepts no supported one", () => {
    for (const header of [undefined, '', 'fr', '*', ';;;', 'es;q=0', 'de;q=x0'])
      expect(lang(header, 'pt')).toBe(header === 'de;q=x0' ? 'de' : 'pt-BR');
  });

  it('is English for an unknown locale', () => {
    expect(lang(undefined, 'xx')).toBe('en');
  });

  it('stays cheap for a header of any size', () => {
    expect(lang(`${'x,'.repeat(100_000)}de`)).toBe('en');
  });
});

describe('every language', () => {
  it.each(['pt', 'es', 'de'])('%s fills in what English fills in', (language) => {
    const words = chooseWords(language, 'en');
    for (const text of ['next', 'tooMany'] as const) {
      expect(words.code.screen[text]).toContain('{seconds}');
      expect(en.code.screen[text]).toContain('{seconds}');
    }
    expect(words.mail.sent('ana@example.com')).toContain('ana@example.com');
    expect(words.link.question('a•••@x.com')).toContain('a•••@x.com');
    for (const { text } of Object.values(words.errors))
      expect(text('Fit').length).toBeGreaterThan(40);
  });
});
