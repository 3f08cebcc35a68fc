import { describe, expect, it } from '@jest/globals';
import {
  joinConfirmMail,
  mailLanguage,
  passwordChangedMail,
  setPasswordMail,
  type MailLanguage,
} from './mail-templates.js';
import { OUR_BRAND } from './mail-brand.js';
import { MAIL_LANGUAGES } from './mail-texts.js';

const link = 'https://gatehouse.example.com/fit/confirm?token=abc&x=1';
const values = { gym: 'Fit Centro', link, minutes: 60 };
const formIn = (language: MailLanguage) => ({ language, brand: OUR_BRAND });

describe('mail texts', () => {
  it.each(MAIL_LANGUAGES)(
    'in %s name the gym, the link and its life, with nothing left to fill in',
    (language) => {
      const form = formIn(language);
      for (const mail of [joinConfirmMail(form, values), setPasswordMail(form, values)]) {
        expect(mail.subject).toContain('Fit Centro');
        expect(mail.text.split('\n')).toContain(link);
        expect(mail.text).toContain('60');
        expect(mail.html).toContain(`<html lang="${language}">`);
        expect(mail.html).toContain(
          'href="https://gatehouse.example.com/fit/confirm?token=abc&amp;x=1"',
        );
        expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/[{}]|undefined/);
      }
      const warning = passwordChangedMail(form, {
        gym: 'Fit',
        supportEmail: 'help@fit.example',
      });
      expect(warning.text).toContain('help@fit.example');
      expect(warning.html).not.toContain('href');
      expect(passwordChangedMail(form, { gym: 'Fit', supportEmail: null }).text).toMatch(/Fit\.$/);
    },
  );

  it('escape what a gym is called, and keep it on one line', () => {
    const gym = `<b>"Fit" & 'Fun'</b>\r\nBcc: all@example.com\u2028.`;
    const mail = joinConfirmMail(formIn('en'), { ...values, gym });
    expect(mail.html).toContain('&lt;b&gt;&quot;Fit&quot; &amp; &#39;Fun&#39;&lt;/b&gt; Bcc:');
    expect(mail.html).not.toContain('<b>');
    expect(mail.subject).not.toMatch(/[\r\n\u2028]/);
    expect(mail.text).not.toContain('\r');
    const tricky = joinConfirmMail(formIn('en'), { ...values, gym: '{minutes} $& $1' });
    expect(tricky.subject).toBe('Finish joining {minutes} $& $1');
  });

  it("have the partner's brand, and nothing of it can add markup", () => {
    const brand = {
      name: 'Fit "&" <b>',
      supportEmail: 'help@fit.example',
      fill: '#8a1c7c',
      onFill: '#ffffff',
      logo: { url: 'https://gatehouse.example.com/fit/logo?v=1', width: 80, height: 40 },
    };
    const { html } = setPasswordMail({ language: 'pt', brand }, values);
    expect(html).toContain('<img src="https://gatehouse.example.com/fit/logo?v=1" width="80"');
    expect(html).toContain('bgcolor="#8a1c7c"');
    expect(html).toContain('Fit &quot;&amp;&quot; &lt;b&gt; · help@fit.example');
    expect(html).not.toContain('<b>');
  });

  it.each(['javascript:alert(1)', '/fit/confirm', ''])('refuse %j as a link', (bad) => {
    expect(() => setPasswordMail(formIn('en'), { ...values, link: bad })).toThrow(
      /must be http|Invalid URL/,
    );
  });

  it.each([
    ['pt-BR', 'pt'],
    ['PT_br', 'pt'],
    ['de', 'de'],
    ['es-419', 'es'],
    ['fr', 'en'],
    ['', 'en'],
  ])('for the locale %j are in %s', (locale, language) => {
    expect(mailLanguage(locale)).toBe(language);
  });
});
