import { describe, expect, it } from '@jest/globals';
import { frame, readRecords } from './record-format.js';

const words = ['one', 'two', 'three'];
const frames = words.map((word) => frame(Buffer.from(word)));
const file = Buffer.concat(frames);
const [first, second, third] = frames.map(({ length }) => length) as [number, number, number];
const read = (bytes: Buffer) => {
  const { records, damaged, torn } = readRecords(bytes);
  return { words: records.map(String), damaged, torn };
};
const changed = (at: number) => {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

describe('a file of records', () => {
  it('is read in its order', () => {
    expect(read(file)).toEqual({ words, damaged: 0, torn: 0 });
    expect(read(Buffer.alloc(0))).toEqual({ words: [], damaged: 0, torn: 0 });
  });

  it('returns every good record, wherever its last write was cut', () => {
    for (let cut = 1; cut < third; cut += 1)
      expect(read(file.subarray(0, file.length - cut))).toEqual({
        words: ['one', 'two'],
        damaged: 0,
        torn: third - cut,
      });
  });

  it('takes zeros at its end for a write that was cut: a crash of the machine leaves them', () => {
    expect(read(Buffer.concat([file, Buffer.alloc(100)]))).toEqual({
      words,
      damaged: 0,
      torn: 100,
    });
  });

  it('returns the records after a damaged one, whichever byte of it was changed', () => {
    for (let at = first; at < first + second; at += 1)
      expect(read(changed(at))).toEqual({ words: ['one', 'three'], damaged: second, torn: 0 });
  });

  it('calls a last record of full length damaged when it was changed: it may have been promised', () => {
    expect(read(changed(file.length - 1))).toEqual({
      words: ['one', 'two'],
      damaged: third,
      torn: 0,
    });
    expect(read(Buffer.from('something else altogether'))).toMatchObject({ damaged: 25, torn: 0 });
  });
});
