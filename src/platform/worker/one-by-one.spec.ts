import { describe, expect, it } from '@jest/globals';
import { oneByOne } from './one-by-one.js';

describe('one by one', () => {
  const done: string[] = [];
  const work = async (item: string) => {
    done.push(item);
    if (item.startsWith('bad')) throw new Error(item);
  };

  it('works on every item, also after a failure, and throws the first failure at the end', async () => {
    await expect(oneByOne(['a', 'bad b', 'c', 'bad d'], work)).rejects.toThrow('bad b');
    expect(done).toEqual(['a', 'bad b', 'c', 'bad d']);
  });

  it('is silent when all went well', async () => {
    await expect(oneByOne(['a'], work)).resolves.toBeUndefined();
  });
});
