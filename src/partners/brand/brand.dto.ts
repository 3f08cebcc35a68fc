import { HexColor, OneOf, Text } from '../../platform/http/fields.js';
import { TEXT_COLORS, type TextColor } from '../partners/brand.js';
import type { BrandedPartner } from '../partners/partner.js';
import { contrastOf, shownContrast, TEXT } from './contrast.js';
import { logoPath } from './brand-stylesheet.js';
import { Answer } from '../../platform/http/answer-fields.js';

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

class ContrastsDto {
  @Answer.decimal()
  WHITE!: number;

  @Answer.decimal()
  BLACK!: number;
}

class LogoDto {
  @Answer.text('Changes with the picture')
  version!: string;

  @Answer.text('image/png or image/jpeg')
  mediaType!: string;

  @Answer.whole('In bytes')
  size!: number;

  @Answer.whole('In pixels')
  width!: number;

  @Answer.whole('In pixels')
  height!: number;

  @Answer.text('Public; browsers keep it under its version', { format: 'uri' })
  url!: string;
}

/** How hosted pages and mails look. */
export class BrandDto {
  @Answer.text('`#rrggbb`; null: ours', { nullable: true })
  accentColor!: string | null;

  @Answer.oneOf(TEXT_COLORS, 'Of the text on it')
  textColor!: TextColor;

  @Answer.decimal('Of that text on that colour, by WCAG 2.2; at least 4.5', { nullable: true })
  contrast!: number | null;

  @Answer.object(() => ContrastsDto, 'Of either text on that colour', { nullable: true })
  contrasts!: ContrastsDto | null;

  @Answer.text('At the head of pages and mails where the name is long', { nullable: true })
  shortName!: string | null;

  @Answer.object(() => LogoDto, undefined, { nullable: true })
  logo!: LogoDto | null;

  static from(partner: BrandedPartner, publicUrl: string): BrandDto {
    const { accentColor, textColor, shortName, logo } = partner.brand;
    const contrasts = accentColor === null ? null : contrastsOn(accentColor);
    return {
      accentColor,
      textColor,
      contrast: contrasts && contrasts[textColor],
      contrasts,
      shortName,
      logo: logo && { ...logo, url: `${publicUrl}${logoPath(partner)}` },
    };
  }
}

function contrastsOn(accentColor: string): ContrastsDto {
  const contrastWith = (text: TextColor) => shownContrast(contrastOf(accentColor, TEXT[text]));
  return { WHITE: contrastWith('WHITE'), BLACK: contrastWith('BLACK') };
}
