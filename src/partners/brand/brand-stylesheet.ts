import { sha256 } from '../../platform/crypto/hashing.js';
import type { BrandedPartner, Partner } from '../partners/partner.js';
import { darkPalette, lightPalette, type Palette } from './palette.js';

/** The colours of a partner as a file, which a strict policy lets pages load. */
export interface BrandStylesheet {
  readonly css: string;
  /** Changes with it; names it in addresses, so that a browser may keep it for ever. */
  readonly version: string;
}

const MOST_KEPT = 500;
const made = new Map<string, BrandStylesheet>();

/** Undefined for a partner without a colour of its own. */
export function brandStylesheet({ brand }: Partner): BrandStylesheet | undefined {
  const { accentColor, textColor } = brand;
  if (accentColor === null) return undefined;
  const key = `${accentColor} ${textColor}`;
  const known = made.get(key);
  if (known) return known;
  if (made.size >= MOST_KEPT) made.clear();
  const light = rule(lightPalette(accentColor, textColor));
  const css = `${light}@media (prefers-color-scheme:dark){${rule(darkPalette(accentColor))}}`;
  const sheet = { css, version: sha256(css).toString('base64url').slice(0, 16) };
  made.set(key, sheet);
  return sheet;
}

const rule = ({ accent, accentStrong, fill, fillStrong, onFill, glow }: Palette): string =>
  `:root{--accent:${accent};--accent-strong:${accentStrong};--fill:${fill};--fill-strong:${fillStrong};--on-fill:${onFill};--glow:${glow}}`;

/** The address that pages name; undefined where there is nothing to load. */
export function brandStylesheetPath(partner: Partner): string | undefined {
  const sheet = brandStylesheet(partner);
  return sheet && `/${partner.slug}/brand.css?v=${sheet.version}`;
}

/** The public address of the logo, path only. */
export const logoPath = ({ slug, brand }: BrandedPartner): string | undefined =>
  brand.logo ? `/${slug}/logo?v=${brand.logo.version}` : undefined;
