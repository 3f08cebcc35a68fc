import { describe, expect, it } from '@jest/globals';
import { hexColor } from '../../platform/values/hex-color.js';
import { contrastOf, shownContrast } from './contrast.js';
import { darkPalette, lightPalette } from './palette.js';

const COLORS = ['00', '33', '77', 'bb', 'ff'].flatMap((red) =>
  ['00', '44', '99', 'ff'].flatMap((green) =>
    ['00', '55', 'aa', 'ff'].map((blue) => `#${red}${green}${blue}`),
  ),
);

describe('the colours of a brand', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.47],
    ['#0b6655', '#ffffff', 6.89],
    ['#ff0000', '#ffffff', 3.99],
  ])('%s and %s have the contrast of WCAG, %d', (one, other, ratio) => {
    expect(shownContrast(contrastOf(one, other))).toBe(ratio);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  it.each([
    ['#0B6655', '#0b6655'],
    [' 0b6655 ', '#0b6655'],
    ['#FA3', '#ffaa33'],
    ['green', undefined],
    ['#12345', undefined],
    ['#1234567', undefined],
    [7, undefined],
    ['', undefined],
  ])('%j is read as %s', (typed, color) => {
    expect(hexColor(typed)).toBe(color);
  });

  it('are readable as links and on what they fill, in light and in dark, whatever the colour', () => {
    for (const color of COLORS) {
      const textColor = contrastOf(color, '#ffffff') >= 4.5 ? 'WHITE' : 'BLACK';
      const [light, dark] = [lightPalette(color, textColor), darkPalette(color)];
      const pairs = [
        [light.accent, '#ffffff'],
        [light.accent, '#f3f5f2'],
        [light.accent, light.glow],
        ['#50605c', light.glow],
        [light.accentStrong, '#f3f5f2'],
        [light.onFill, light.fill],
        [light.onFill, light.fillStrong],
        [dark.accent, '#18211f'],
        [dark.accent, '#0f1514'],
        [dark.accent, dark.glow],
        ['#a9b8b3', dark.glow],
        [dark.onFill, dark.fill],
        [dark.onFill, dark.fillStrong],
      ] as const;
      const faint = pairs.filter(([one, other]) => contrastOf(one, other) < 4.5);
      expect({ color, faint }).toEqual({ color, faint: [] });
    }
  });
});
