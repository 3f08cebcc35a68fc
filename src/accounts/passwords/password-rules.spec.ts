import { describe, expect, it } from '@jest/globals';
import { passwordFaultOf } from './password-rules.js';

const ANA = {
  email: 'Ana.Souza@corpolivre.example',
  gym: ['Corpo Livre Vila Mariana', 'corpo-livre'],
  names: ['Ana', 'Souza Conceição', null],
};
const NOBODY = { email: 'someone@example.com', gym: ['Academia', 'academia'], names: [] };

describe('a new password', () => {
  it.each([
    'correct horse battery',
    // The sample of the vendor whose API the Users API follows.
    'new_password',
    '🐎🔋🐴📎🐈🚲🌵🍕',
    'x7Kq9-vB2m-Lw4z',
    'abc73kq9',
    'Tr0mbone-and-Rain',
    'purple aaaa wombat',
    'Ana likes umbrellas',
    'пароль от кота',
    `${'seven wizards quickly jump over my lazy boxing dog; '.repeat(2)}and then it rains`,
  ])('U-18 may be %s', (password) => {
    expect(passwordFaultOf(password, ANA, 8)).toBeUndefined();
  });

  it.each([
    ['too-short', 'short77'],
    // Seven characters of two code units each, and eight that NFC makes seven.
    ['too-short', '🐎🔋🐴📎🐎🔋🐴'],
    ['too-short', 'cafe\u0301 um'],
    ['too-long', 'z'.repeat(129)],
    ['is-email', 'ana.souza@CORPOLIVRE.example'],
    ['too-common', 'password1'],
    ['too-common', 'PassWord1'],
    ['too-common', 'iloveyou'],
    ['too-common', 'password2026'],
    ['too-common', 'monkey!2026'],
    ['too-common', 'princessprincess'],
    ['too-simple', ' '.repeat(8)],
    ['too-simple', '\t \u00a0\u2003 \u3000 \u200b'],
    ['too-simple', 'a       '],
    ['too-simple', 'AaAaaAaA'],
    ['too-simple', '🐎🔋🐴📎🐎🔋🐴📎'],
    ['too-simple', 'xqzjxqzjxqzj'],
    ['too-simple', 'xxxxxxxxyyyyyyyy'],
    ['too-simple', 'aaaa1111bbbb2222'],
    ['too-common', 'zzzzzzz1'],
    ['too-simple', 'cdefghij'],
    ['too-simple', 'hgfedcba1'],
    ['too-simple', '34567890123'],
    ['too-simple', '97531024680'],
    ['too-simple', 'QwErTzUiO'],
    ['too-simple', 'poiuytrewq2026'],
    ['too-common', '3edc4rfv'],
    ['too-simple', 'mnbvcxz!'],
    ['too-common', '147258369'],
    ['too-simple', 'йцукенгш'],
    ['too-simple', 'абвгдежз'],
    ['too-personal', 'wellhub2026'],
    ['too-personal', 'W3llhub!2026'],
    ['too-personal', '2026-GymPass'],
    ['too-personal', 'wellhubwellhub'],
    ['too-personal', 'gatehouse#77'],
    ['too-personal', 'corpolivre'],
    ['too-personal', 'Corpo-Livre-99'],
    ['too-personal', 'vilamariana1'],
    ['too-personal', 'souza-1990-04'],
    ['too-personal', 'Conceicao1985'],
    ['too-personal', 'anasouza2026'],
    ['too-personal', 'An@S0uza_2026'],
    ['too-personal', 'souza.ana.xyz'],
  ])('is %s when it is %s', (fault, password) => {
    expect(passwordFaultOf(password, ANA, 8)).toBe(fault);
  });

  it('is checked against the names that are known', () => {
    expect(passwordFaultOf('souza-1990-04', NOBODY, 8)).toBeUndefined();
    expect(passwordFaultOf('some.one-2026!', { ...NOBODY, email: 'Some.One@example.com' }, 8)).toBe(
      'too-personal',
    );
  });

  it('has the minimum length of the setting', () => {
    expect(passwordFaultOf('new_password', NOBODY, 15)).toBe('too-short');
  });
});
