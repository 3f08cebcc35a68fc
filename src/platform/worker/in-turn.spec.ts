import { describe, expect, it } from '@jest/globals';
import { inTurn } from './in-turn.js';

describe('in turn', () => {
  const done: string[] = [];
  const work = async (item: string) => {
    done.push(item);
    if (item.startsWith('bad')) throw new Error(item);
  };

  it('gives every item its turn, also after a failure, and tells the first one at the end', async () => {
    await expect(inTurn(['a', 'bad b', 'c', 'bad d'], work)).rejects.toThrow('bad b');
    expect(done).toEqual(['a', 'bad b', 'c', 'bad d']);
  });

  it('is silent when all went well', async () => {
    await expect(inTurn(['a'], work)).resolves.toBeUndefined();
  });
});
