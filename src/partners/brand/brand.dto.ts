import { HexColor, OneOf, Text } from '../../platform/http/fields.js';
import { TEXT_COLORS, type TextColor } from '../partners/brand.js';
import type { BrandedPartner } from '../partners/partner.js';
import { contrastOf, shownContrast, TEXT } from './contrast.js';
import { logoPath } from './brand-stylesheet.js';

const CLEARED = { optional: true, nullable: true } as const;

/** `PUT …/brand`: what is absent becomes ours again. */
export class PutBrandDto {
  @HexColor({ ...CLEARED, example: '#0b6655' })
  accentColor?: string | null;

  @OneOf(TEXT_COLORS, { optional: true, description: 'of the text on it', example: 'WHITE' })
  textColor?: TextColor;

  @Text({ ...CLEARED, max: 30, description: 'for the head of pages and mails' })
  shortName?: string | null;
}

export class BrandDto {
  static from(partner: BrandedPartner, publicUrl: string) {
    const { accentColor, textColor, shortName, logo } = partner.brand;
    const contrastWith = (text: TextColor) =>
      accentColor === null ? null : shownContrast(contrastOf(accentColor, TEXT[text]));
    return {
      accentColor,
      textColor,
      contrast: accentColor === null ? null : contrastWith(textColor),
      contrasts:
        accentColor === null
          ? null
          : { WHITE: contrastWith('WHITE'), BLACK: contrastWith('BLACK') },
      shortName,
      logo: logo && { ...logo, url: `${publicUrl}${logoPath(partner)}` },
    };
  }
}
