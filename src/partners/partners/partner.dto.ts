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
import { Answer } from '../../platform/http/answer-fields.js';
import { RESERVED_SLUGS } from './reserved-slugs.js';

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

const SLUG = {
  pattern: new RegExp(`^(?!(?:${RESERVED_SLUGS.join('|')})$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$`),
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

/** A partner, or its test environment. */
export class PartnerDto {
  @Answer.flag('Members choose among several offers: registrations name one')
  multiOffer!: boolean;

  @Answer.text('Where people sign up; null: our hosted page', { nullable: true })
  signUpUrl!: string | null;

  @Answer.text('Where people log in; null: our hosted page', { nullable: true })
  logInUrl!: string | null;

  @Answer.text('IANA name')
  timeZone!: string;

  @Answer.text('Of mails and pages, where nothing else says a language')
  locale!: string;

  @Answer.text(undefined, { nullable: true, format: 'email' })
  supportEmail!: string | null;

  @Answer.flag('Each visit of a Wellhub user becomes a usage event')
  usageEventsFromVisits!: boolean;

  @Answer.texts('Types of usage events that Wellhub agreed to')
  usageEventTypes!: string[];

  @Answer.flag('Ours are sent where the partner has no mail template of its own')
  defaultMailTemplates!: boolean;

  @Answer.flag('Everybody on the staff must have a second factor')
  secondFactorRequired!: boolean;

  @Answer.text('Null: none; then there is no version either', { nullable: true, format: 'uri' })
  termsUrl!: string | null;

  @Answer.text(undefined, { nullable: true })
  termsVersion!: string | null;

  @Answer.text('Null: none; then there is no version either', { nullable: true, format: 'uri' })
  privacyUrl!: string | null;

  @Answer.text(undefined, { nullable: true })
  privacyVersion!: string | null;

  @Answer.text()
  name!: string;

  @Answer.text('In the addresses of hosted pages')
  slug!: string;

  @Answer.uuid()
  id!: string;

  @Answer.oneOf(PARTNER_ENVIRONMENTS, 'A test environment is a partner of its own')
  environment!: PartnerEnvironment;

  @Answer.uuid('Of a test environment: the partner that it belongs to', { nullable: true })
  livePartnerId!: string | null;

  @Answer.instant()
  createdAt!: Date;

  static from(row: Partner): PartnerDto {
    const { hookProduction: _p, hookTest: _t, deletedAt: _d, brand: _b, ...rest } = row;
    const { wipeRequestedAt: _r, wipedAt: _w, ...shown } = rest;
    return Object.assign(new PartnerDto(), shown);
  }
}
