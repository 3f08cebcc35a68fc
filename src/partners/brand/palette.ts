import type { Brand } from '../partners/brand.js';
import { contrastOf, LEAST_CONTRAST, mixed, TEXT } from './contrast.js';

/** Colours of a page in one scheme. */
export interface Palette {
  /** Of links and outlines, readable on every paper of the page. */
  readonly accent: string;
  readonly accentStrong: string;
  /** Of what is filled with the brand's colour, and of the text on it. */
  readonly fill: string;
  readonly fillStrong: string;
  readonly onFill: string;
  /** Behind the head of the page. */
  readonly glow: string;
}

const [WHITE, BLACK] = [TEXT.WHITE, TEXT.BLACK];
/** As in `web/colours.css`. */
const LIGHT = { paper: '#f3f5f2', ink: BLACK, tint: 0.1 };
const DARK = { paper: '#18211f', ink: WHITE, tint: 0.12 };
const STEP = 0.04;

/** On light paper: the colour itself with the text that was chosen; links are darker where they must be. */
export function lightPalette(accentColor: string, textColor: Brand['textColor']): Palette {
  const onFill = TEXT[textColor];
  const away = textColor === 'WHITE' ? BLACK : WHITE;
  const fillStrong = mixed(accentColor, away, 0.18);
  return { ...linksOn(LIGHT, accentColor), fill: accentColor, fillStrong, onFill };
}

/** On dark paper: light enough to be seen, with the text that is more readable on it. */
export function darkPalette(accentColor: string): Palette {
  const links = linksOn(DARK, accentColor);
  return { ...links, fill: links.accent, fillStrong: links.accentStrong, onFill: BLACK };
}

function linksOn({ paper, ink, tint }: typeof LIGHT, color: string) {
  const glow = mixed(paper, color, tint);
  let accent = color;
  for (let part = STEP; !isReadable(accent, paper, glow); part += STEP)
    accent = mixed(color, ink, Math.min(part, 1));
  return { accent, accentStrong: mixed(accent, ink, 0.25), glow };
}

const isReadable = (color: string, ...papers: string[]): boolean =>
  papers.every((paper) => contrastOf(color, paper) >= LEAST_CONTRAST);
