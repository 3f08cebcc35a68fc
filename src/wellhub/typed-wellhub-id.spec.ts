import { describe, expect, it } from '@jest/globals';
import { typedWellhubId, typedWellhubIdFault } from './typed-wellhub-id.js';

describe('a Wellhub id typed by a person', () => {
  it.each([
    '0012345678905',
    ' 001 234-567.8905 ',
    '001/234/567/8905',
    '００１２３４５６７８９０５',
  ])('W-53 reads %p', (typed) => {
    expect(typedWellhubId(typed)).toBe('0012345678905');
    expect(typedWellhubIdFault(typed)).toBeUndefined();
  });

  it.each([
    ['', { kind: 'empty' }],
    [' - ', { kind: 'empty' }],
    ['12345', { kind: 'length', digits: 5 }],
    ['00123456789051', { kind: 'length', digits: 14 }],
    ['gpw-0012345678905', { kind: 'gpw' }],
    ['001234567890S', { kind: 'letters' }],
    ['٠٠١٢٣٤٥٦٧٨٩٠٥', { kind: 'letters' }],
  ])('W-53 refuses %p and explains why', (typed, fault) => {
    expect(typedWellhubId(typed)).toBeUndefined();
    expect(typedWellhubIdFault(typed)).toEqual(fault);
  });
});
