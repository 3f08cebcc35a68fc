import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { Settings } from '../../platform/config/settings.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { LinkTokens, newJti } from './link-tokens.js';

const partner = uuidv7();
const make = () => {
  const settings = { secretsKeys: [randomBytes(32)], linkTokenMinutes: 30 } as unknown as Settings;
  return new LinkTokens(new Keyring(settings), settings);
};
const tokens = make();
const issuedAt = new Date('2026-11-21T17:04:10.123Z');
const expiresAt = new Date(issuedAt.getTime() + 1_800_000);
const given = { gpwId: `gpw-${'a'.repeat(96)}`, userStatus: '1', issuedAt, expiresAt };

describe('LinkTokens', () => {
  it('decrypts what it encrypted', () => {
    const token = { ...given, jti: newJti() };
    expect(tokens.open(partner, tokens.issue(partner, token))).toEqual(token);
    const bare = { ...token, gpwId: 'gpw-1', userStatus: null };
    expect(tokens.open(partner, tokens.issue(partner, bare))).toEqual(bare);
  });

  it('fits into a path whatever Wellhub sends', () => {
    const token = { ...given, userStatus: 'é'.repeat(100), jti: newJti() };
    expect(tokens.issue(partner, token).length).toBeLessThanOrEqual(300);
  });

  it('W-13 makes two different tokens of the same facts and shows nothing of them', () => {
    const token = { ...given, jti: newJti() };
    const texts = [tokens.issue(partner, token), tokens.issue(partner, token)];
    expect(texts[0]).not.toBe(texts[1]);
    const clear = Buffer.from(texts[0] ?? '', 'base64url').toString('latin1');
    expect(clear).not.toContain('gpw-');
  });

  it('W-14 refuses a token that was changed anywhere, also in the unused bits of its last character', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const text = tokens.issue(partner, { ...given, gpwId: 'gpw-12', jti: newJti() });
    for (let at = 0; at < text.length; at += 1)
      for (const other of alphabet.replace(text.charAt(at), '')) {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        expect(tokens.open(partner, changed)).toBeUndefined();
      }
  });

  it('W-14 refuses a token of another partner, of other keys, cut, longer or empty', () => {
    const text = tokens.issue(partner, { ...given, jti: newJti() });
    expect(tokens.open(uuidv7(), text)).toBeUndefined();
    expect(make().open(partner, text)).toBeUndefined();
    for (const odd of [text.slice(0, -4), `${text}AAAA`, `${text}=`, ` ${text}`, '', 'x'])
      expect(tokens.open(partner, odd)).toBeUndefined();
  });
});
