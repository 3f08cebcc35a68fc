import { describe, expect, it } from '@jest/globals';
import { DISPLAY_TEXTS } from '../../../test/support/display-texts.js';
import { golden } from '../../../test/support/golden.js';
import { completed } from '../device-settings/control-id-settings.js';
import { denied, granted } from './answers.js';
import { asciiText } from './ascii-text.js';
import {
  DISPLAY_LANGUAGES,
  GREETINGS,
  REFUSAL_TEXTS,
  messageIn,
  type DisplayedRefusal,
} from './messages.js';

const TURNSTILE = completed({});
const AT = { language: 'pt', portal: undefined };

describe('an answer', () => {
  it('has its keys in the order of the wire', () => {
    expect(granted({ ...AT, customerId: 4711, way: 'IN' }, TURNSTILE)).toBe(
      '{"result":{"event":7,"user_id":4711,"user_name":"","user_image":false,"portal_id":1,' +
        '"actions":[{"action":"catra","parameters":"allow=clockwise"}],"message":"Acesso liberado"}}',
    );
    expect(denied({ ...AT, why: 'ACCESS_CODE_ALREADY_USED' })).toBe(
      '{"result":{"event":6,"user_id":0,"user_name":"","user_image":false,"portal_id":1,' +
        '"actions":[],"message":"Codigo ja usado"}}',
    );
  });

  it.each([
    ['2', 2],
    ['', 1],
    ['x', 1],
    ['-3', 1],
    ['9'.repeat(30), 1],
  ])('repeats the portal %j as %s', (portal, id) => {
    const body = JSON.parse(denied({ why: 'BUSY', language: 'en', portal }));
    expect(body.result.portal_id).toBe(id);
  });

  it('D-15 shows a first name without accents and in at most 20 signs', () => {
    const nameIn = (name: string) =>
      JSON.parse(granted({ ...AT, customerId: 1, way: 'IN', name }, TURNSTILE)).result.user_name;
    expect(nameIn('José Antônio')).toBe('Jose Antonio');
    expect(nameIn('Jürgen\n Weiß')).toBe('Juergen Weiss');
    expect(nameIn('Иван')).toBe('');
    expect(nameIn('A'.repeat(30))).toBe('A'.repeat(20));
  });

  it('says a rule’s own message in 30 signs of ASCII, and ours where nothing is left of it', () => {
    const said = (message: string) =>
      JSON.parse(denied({ ...AT, why: 'ACCESS_FULL', message })).result.message;
    expect(said('Só até às 17:00, volte amanhã de manhã')).toBe('So ate as 17:00, volte amanha');
    expect(said('Закрыто')).toBe('Lotado, espere');
  });
});

const TEXTS = [...Object.values(GREETINGS), ...Object.values(REFUSAL_TEXTS)];

describe('D-10 the texts of displays', () => {
  it.each(DISPLAY_LANGUAGES)('are short and plain in %s', (language) => {
    const odd = TEXTS.map((text) => messageIn(text, language)).filter(
      (text) => !/^[ -~]{1,30}$/.test(text),
    );
    expect(odd).toEqual([]);
    expect(TEXTS.map((text) => messageIn(text, language))).toEqual(
      TEXTS.map((text) => asciiText(messageIn(text, language), 30)),
    );
  });

  it.each(Object.keys(REFUSAL_TEXTS) as DisplayedRefusal[])(
    'come with the event of %s, no person and no action',
    (why) => {
      const events: Partial<Record<DisplayedRefusal, number>> = {
        ACCESS_CODE_UNKNOWN: 3,
        NOT_SERVED: 3,
        VALIDATION_FAILED: 2,
        WRONG_DEVICE: 1,
      };
      for (const language of DISPLAY_LANGUAGES)
        expect(JSON.parse(denied({ why, language, portal: '1' }))).toEqual({
          result: {
            event: events[why] ?? 6,
            user_id: 0,
            user_name: '',
            user_image: false,
            portal_id: 1,
            actions: [],
            message: messageIn(REFUSAL_TEXTS[why], language),
          },
        });
    },
  );

  it('are those that were reviewed, in four languages', () => {
    const line = (key: string, answers: readonly string[]) => {
      const results = answers.map((answer) => JSON.parse(answer).result);
      return [key, results[0].event, ...results.map(({ message }) => message)].join(' | ');
    };
    const inAll = (answer: (language: string) => string) => DISPLAY_LANGUAGES.map(answer);
    const portal = '1';
    const lines = [
      ...(['IN', 'OUT'] as const).map((way) =>
        line(
          way,
          inAll((language) => granted({ language, portal, customerId: 1, way }, TURNSTILE)),
        ),
      ),
      ...(Object.keys(REFUSAL_TEXTS) as DisplayedRefusal[]).map((why) =>
        line(
          why,
          inAll((language) => denied({ why, language, portal })),
        ),
      ),
    ];
    const table = `${lines.join('\n')}\n`;
    expect(table).toBe(golden(DISPLAY_TEXTS, table));
  });

  it('are English for a language without texts', () => {
    expect(denied({ why: 'BUSY', language: 'fr', portal: '1' })).toContain('Please wait a minute');
    expect(denied({ why: 'BUSY', language: null, portal: '1' })).toContain('Please wait a minute');
  });
});
