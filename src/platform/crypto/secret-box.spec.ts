import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DecryptionError, SecretBox } from './secret-box.js';

const [old, young] = [randomBytes(32), randomBytes(32)];
const box = new SecretBox([young], 'mail');

describe('a secret box', () => {
  it('decrypts what was encrypted, text and bytes', () => {
    expect(box.openText(box.seal('João — 密'))).toBe('João — 密');
    expect(box.open(box.seal(Buffer.from([0, 255])))).toEqual(Buffer.from([0, 255]));
    expect(box.openText(box.seal(''))).toBe('');
  });

  it('differs each time and shows nothing of its content', () => {
    const sealed = [box.seal('hello hello hello'), box.seal('hello hello hello')];
    expect(sealed[0]).not.toEqual(sealed[1]);
    expect(Buffer.concat(sealed).includes('hello')).toBe(false);
  });

  it('decrypts what an older key encrypted, and encrypts with the first key only', () => {
    const before = new SecretBox([old], 'mail').seal('kept');
    const rotated = new SecretBox([young, old], 'mail');
    expect(rotated.openText(before)).toBe('kept');
    expect(box.openText(rotated.seal('new'))).toBe('new');
  });

  it('breaks at any changed byte and at any length', () => {
    const sealed = box.seal('kept', 'row 1');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => box.open(changed, 'row 1')).toThrow(DecryptionError);
      expect(() => box.open(sealed.subarray(0, at), 'row 1')).toThrow(DecryptionError);
    }
  });

  it.each([
    ['another purpose', new SecretBox([young], 'token'), 'row 1'],
    ['another key', new SecretBox([old], 'mail'), 'row 1'],
    ['another row', box, 'row 2'],
    ['no row', box, ''],
  ])('breaks under %s', (_, reader, context) => {
    expect(() => reader.open(box.seal('kept', 'row 1'), context)).toThrow(DecryptionError);
  });
});
