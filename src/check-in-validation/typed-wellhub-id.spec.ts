import { describe, expect, it } from '@jest/globals';
import { typedWellhubId } from './typed-wellhub-id.js';

describe('a Wellhub id typed at the desk', () => {
  it.each([
    '0012345678905',
    ' 001 234-567.8905 ',
    '001/234/567/8905',
    '００１２３４５６７８９０５',
  ])('W-53 reads %p', (typed) => {
    expect(typedWellhubId(typed)).toBe('0012345678905');
  });

  it.each(['', '12345', '00123456789051', 'gpw-0012345678905', '001234567890S', '٠٠١٢٣٤٥٦٧٨٩٠٥'])(
    'W-53 refuses %p',
    (typed) => {
      expect(typedWellhubId(typed)).toBeUndefined();
    },
  );
});
