import {
  BREAKER_STATES,
  WELLHUB_ENVIRONMENTS,
  type BreakerState,
  type WellhubEnvironment,
} from '../../wellhub/index.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields.js';
import { SigningSecret, Token } from '../../platform/http/secret-fields.js';
import type { PartnerUrls } from './hook-urls.js';
import type { WellhubConnectionEntity } from './wellhub-connection.entity.js';
import { Answer } from '../../platform/http/answer-fields.js';

export class PutWellhubConnectionDto {
  @OneOf(WELLHUB_ENVIRONMENTS)
  environment!: WellhubEnvironment;

  @Token({ optional: true, max: 2_000 })
  accessToken?: string;

  @SigningSecret({ optional: true, max: 200 })
  webhookSecret?: string;

  @Flag({ optional: true })
  acceptWeakSecret?: boolean;

  @Token({ optional: true, max: 2_000 })
  eventsApiToken?: string;

  @Whole({ optional: true, max: 2_592_000 })
  previousSecretSeconds?: number;
}

const NONE = {
  environment: null,
  accessToken: null,
  accessTokenSetAt: null,
  webhookSecret: null,
  webhookSecretSetAt: null,
  previousWebhookSecretUntil: null,
  eventsApiToken: null,
  eventsApiTokenSetAt: null,
  acceptWeakSecret: false,
};

/** What an ETag stands for: neither the breaker nor an address changes what is set. */
export function taggedConnection(found: WellhubConnectionEntity | undefined): object {
  const { environment, acceptWeakSecret, ...row } = found ?? NONE;
  const { accessTokenSetAt, webhookSecretSetAt, eventsApiTokenSetAt } = row;
  const setAt = { accessTokenSetAt, webhookSecretSetAt, eventsApiTokenSetAt };
  return { environment, acceptWeakSecret, ...setAt };
}

interface ShownWith {
  readonly publicUrl: string;
  readonly urls: PartnerUrls;
  readonly breaker: BreakerState | null;
}

/** Addresses for Wellhub's portal. */
class PartnerSideUrlsDto {
  @Answer.text('Where Wellhub exchanges its key for a token', { format: 'uri' })
  token!: string;

  @Answer.text('Where Wellhub registers users', { format: 'uri' })
  users!: string;

  @Answer.text('User status: canceled', { format: 'uri' })
  cancel!: string;

  @Answer.text('User status: changed', { format: 'uri' })
  change!: string;

  @Answer.text('Check-ins, bookings and set-up', { format: 'uri' })
  webhooks!: string;
}

class PartnerUrlsDto {
  @Answer.object(() => PartnerSideUrlsDto, 'They lead to the live environment')
  production!: PartnerSideUrlsDto;

  @Answer.object(
    () => PartnerSideUrlsDto,
    'They lead to the test environment; before there is one, the hooks are those of a connection to sandbox or simulator',
  )
  test!: PartnerSideUrlsDto;
}

/** The connection as shown: of its secrets only whether and when they were set. */
export class ShownWellhubConnectionDto {
  @Answer.oneOf(WELLHUB_ENVIRONMENTS, 'Null: not connected yet', { nullable: true })
  environment!: WellhubEnvironment | null;

  @Answer.flag()
  accessTokenSet!: boolean;

  @Answer.instant(undefined, { nullable: true })
  accessTokenSetAt!: Date | null;

  @Answer.flag()
  webhookSecretSet!: boolean;

  @Answer.instant(undefined, { nullable: true })
  webhookSecretSetAt!: Date | null;

  @Answer.instant('Until then the secret before counts as well', { nullable: true })
  previousSecretUntil!: Date | null;

  @Answer.flag('Without it no usage is reported')
  eventsApiTokenSet!: boolean;

  @Answer.instant(undefined, { nullable: true })
  eventsApiTokenSetAt!: Date | null;

  @Answer.flag()
  acceptWeakSecret!: boolean;

  @Answer.oneOf(
    BREAKER_STATES,
    'open: Wellhub does not answer, and calls are put off. Null: no call can be made',
    {
      nullable: true,
    },
  )
  breaker!: BreakerState | null;

  @Answer.object(() => PartnerUrlsDto, 'What to type into the portal of Wellhub')
  urls!: PartnerUrls;

  @Answer.text('The page to hand to Wellhub', { format: 'uri' })
  docs!: string;

  static from(
    found: WellhubConnectionEntity | undefined,
    { publicUrl, urls, breaker }: ShownWith,
  ): ShownWellhubConnectionDto {
    const row = found ?? NONE;
    return {
      environment: row.environment,
      accessTokenSet: row.accessToken !== null,
      accessTokenSetAt: row.accessTokenSetAt,
      webhookSecretSet: row.webhookSecret !== null,
      webhookSecretSetAt: row.webhookSecretSetAt,
      previousSecretUntil: row.previousWebhookSecretUntil,
      eventsApiTokenSet: row.eventsApiToken !== null,
      eventsApiTokenSetAt: row.eventsApiTokenSetAt,
      acceptWeakSecret: row.acceptWeakSecret,
      breaker,
      urls,
      docs: `${publicUrl}/docs/wellhub`,
    };
  }
}
