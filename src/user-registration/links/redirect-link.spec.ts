import { describe, expect, it } from '@jest/globals';
import { RedirectLinks } from './redirect-link.js';

const hosted = { slug: 'fit', signUpUrl: null, logInUrl: null };
const facts = { origin: 'ios', userStatus: '1', countryCode: 'GB' };
const nothing = { origin: null, userStatus: null, countryCode: null };
const linksTo = (signUpUrl: string, told: typeof facts | typeof nothing = facts) =>
  new RedirectLinks('https://gate.example.com', { ...hosted, signUpUrl }, told);

describe('RedirectLinks', () => {
  it('leads to our hosted pages when the partner has none', () => {
    const links = new RedirectLinks('https://gate.example.com', hosted, facts);
    expect(links.signUp('abc')).toBe('https://gate.example.com/fit/join?token=abc');
    expect(links.logIn('abc')).toBe('https://gate.example.com/fit/login?token=abc');
    expect(links.logIn()).toBe('https://gate.example.com/fit/login');
  });

  it('W-9 fills in origin, status and country, and leaves out what is not known', () => {
    const url = 'https://fit.example.com/{country}/join?from={origin}&plan={status}';
    expect(linksTo(url).signUp('abc')).toBe(
      'https://fit.example.com/GB/join?from=ios&plan=1&token=abc',
    );
    expect(linksTo(url, nothing).signUp('abc')).toBe(
      'https://fit.example.com//join?from=&plan=&token=abc',
    );
  });

  it('encodes what it fills in, and fills nothing in twice', () => {
    const odd = { ...facts, userStatus: 'a&b={country} $&é' };
    expect(linksTo('https://fit.example.com/?plan={status}', odd).signUp('abc')).toBe(
      'https://fit.example.com/?plan=a%26b%3D%7Bcountry%7D%20%24%26%C3%A9&token=abc',
    );
  });

  it.each([
    ['https://x.com', 'https://x.com?token=abc'],
    ['https://x.com/?', 'https://x.com/?token=abc'],
    ['https://x.com/?a=1&', 'https://x.com/?a=1&token=abc'],
    ['https://x.com/a#join', 'https://x.com/a?token=abc#join'],
  ])('adds the token to %s', (url, link) => expect(linksTo(url).signUp('abc')).toBe(link));
});
