import type { TextColor } from '../partners/brand.js';

/** WCAG 2.2, success criterion 1.4.3: text of usual size. */
export const LEAST_CONTRAST = 4.5;

export const TEXT: Record<TextColor, string> = { WHITE: '#ffffff', BLACK: '#000000' };

/** From 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** With two decimal places, never above what it is: 4.499 is not enough. */
export const shownContrast = (ratio: number): number => Math.floor(ratio * 100) / 100;

/** @param part how much of the other colour there is, from 0 to 1 */
export function mixed(color: string, other: string, part: number): string {
  const mix = channelsOf(color).map((channel, at) =>
    Math.round(channel + ((channelsOf(other)[at] ?? 0) - channel) * part),
  );
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channelsOf = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
