import { describe, expect, it } from '@jest/globals';
import { pt } from './words.pt.js';

describe('the words of the desk in Portuguese', () => {
  it('link people with "vincular": "ligar" is what one does with a telephone', () => {
    expect(/[^"]*\blig(?:ar|ad[oa])\b[^"]*/i.exec(JSON.stringify(pt))?.[0]).toBeUndefined();
    expect([pt.row.link, pt.link.done.title]).toEqual(['Vincular a um cliente', 'Vinculado']);
  });
});
