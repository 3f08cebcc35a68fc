import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Checked, Flag, ListOf, OneOf, Text, TimeZone } from '../../platform/http/fields.js';
import type { PartnerEntity } from '../partner.entity.js';

export const LOCALES = ['en', 'pt', 'es', 'de'] as const;

const PLACEHOLDER = /\{(origin|status|country)\}/g;
const isPageUrl = (value: unknown): boolean => {
  if (typeof value !== 'string' || value.length > 500) return false;
  const filled = value.replaceAll(PLACEHOLDER, 'x');
  if (/[{}]/.test(filled) || !URL.canParse(filled)) return false;
  const { protocol, hostname } = new URL(filled);
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
};
const PageUrl = () =>
  Checked(
    'isPageUrl',
    isPageUrl,
    'must be an https URL; only {origin}, {status} and {country} may be filled in',
    { optional: true, nullable: true },
  );

/** A page that people read; kept as browsers write it. */
const TextUrl = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => {
      const url = typeof value === 'string' ? value.trim() : '';
      return URL.canParse(url) ? new URL(url).href : value;
    }),
    Checked(
      'isTextUrl',
      (value) => isPageUrl(value) && !hasPlaceholder(value),
      'must be an https URL',
      {
        optional: true,
        nullable: true,
      },
    ),
  );
const hasPlaceholder = (value: unknown) => /[{}]|%7B|%7D/i.test(String(value));
const TextVersion = () => Text({ optional: true, nullable: true, max: 50, example: '2026-11' });

/** Addresses of ours that hosted pages, `/{slug}/…`, must not shadow. */
const RESERVED =
  'admin|api|aggregator|assets|console|docs|health|kiosk|metrics|open-api|phone|sandbox|simulator|v1|wellhub';
const SLUG = new RegExp(`^(?!(?:${RESERVED})$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$`);

class PartnerSettingsDto {
  @Flag({ optional: true })
  multiOffer?: boolean;

  @PageUrl()
  signUpUrl?: string | null;

  @PageUrl()
  logInUrl?: string | null;

  @TimeZone({ optional: true })
  timeZone?: string;

  @OneOf(LOCALES, { optional: true })
  locale?: string;

  @Text({ optional: true, nullable: true, max: 254, pattern: /^[^\s@]+@[^\s@]+$/ })
  supportEmail?: string | null;

  @Flag({ optional: true })
  usageEventsFromVisits?: boolean;

  @ListOf(undefined, { optional: true })
  usageEventTypes?: string[];

  @Flag({ optional: true })
  defaultMailTemplates?: boolean;

  @TextUrl()
  termsUrl?: string | null;

  @TextVersion()
  termsVersion?: string | null;

  @TextUrl()
  privacyUrl?: string | null;

  @TextVersion()
  privacyVersion?: string | null;
}

/** `PATCH /partners/{partnerId}`: a merge patch. */
export class ChangePartnerDto extends PartnerSettingsDto {
  @Text({ optional: true, max: 200 })
  name?: string;

  @Text({ optional: true, max: 60, pattern: SLUG })
  slug?: string;
}

export class CreatePartnerDto extends PartnerSettingsDto {
  @Text({ max: 200 })
  name!: string;

  @Text({ max: 60, pattern: SLUG })
  slug!: string;
}

export class PartnerDto extends CreatePartnerDto {
  id!: string;
  createdAt!: Date;

  static from(row: PartnerEntity): PartnerDto {
    const { hookProduction: _p, hookTest: _t, deletedAt: _d, ...shown } = row;
    return Object.assign(new PartnerDto(), shown);
  }
}
