import {
  WebAddress,
  EmailField,
  Flag,
  ListOf,
  OneOf,
  Text,
  TimeZone,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import type { Partner } from './partner.js';
import { PARTNER_ENVIRONMENTS, type PartnerEnvironment } from './partner-environment.js';

export const LOCALES = ['en', 'pt', 'es', 'de'] as const;

const PageUrl = () =>
  WebAddress({
    optional: true,
    nullable: true,
    schemes: ['https', 'local-http'],
    longest: 500,
    placeholders: ['origin', 'status', 'country'],
    message: 'must be an https URL; only {origin}, {status} and {country} may be filled in',
  });

/** A page that people read. */
const TextUrl = () =>
  WebAddress({
    optional: true,
    nullable: true,
    schemes: ['https', 'local-http'],
    longest: 500,
    placeholders: [],
    message: 'must be an https URL',
  });
const TextVersion = () => Text({ optional: true, nullable: true, max: 50, example: '2026-11' });

/** Addresses of ours that hosted pages, `/{slug}/…`, must not shadow. */
const RESERVED =
  'admin|api|aggregator|assets|console|docs|health|kiosk|metrics|open-api|phone|sandbox|simulator|v1|wellhub';
const SLUG = {
  pattern: new RegExp(`^(?!(?:${RESERVED})$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$`),
  message:
    'must be small letters, digits and inner hyphens, and no address of ours such as admin or docs',
};

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

  @EmailField({ optional: true, nullable: true })
  supportEmail?: string | null;

  @Flag({ optional: true })
  usageEventsFromVisits?: boolean;

  @ListOf(undefined, { optional: true })
  usageEventTypes?: string[];

  @Flag({ optional: true })
  defaultMailTemplates?: boolean;

  @Flag({ optional: true, description: 'Everybody on the staff must have a second factor' })
  secondFactorRequired?: boolean;

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

  @Text({ optional: true, max: 60, shape: SLUG })
  slug?: string;
}

export class CreatePartnerDto extends PartnerSettingsDto {
  @Text({ max: 200 })
  name!: string;

  @Text({ max: 60, shape: SLUG })
  slug!: string;
}

export class PartnersQuery extends PageQuery {
  @OneOf(PARTNER_ENVIRONMENTS, { optional: true })
  environment?: PartnerEnvironment;
}

export class PartnerDto extends CreatePartnerDto {
  id!: string;
  environment!: PartnerEnvironment;
  livePartnerId!: string | null;
  createdAt!: Date;

  static from(row: Partner): PartnerDto {
    const { hookProduction: _p, hookTest: _t, deletedAt: _d, brand: _b, ...shown } = row;
    return Object.assign(new PartnerDto(), shown);
  }
}
