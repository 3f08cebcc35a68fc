import {
  WELLHUB_ENVIRONMENTS,
  type BreakerState,
  type WellhubEnvironment,
} from '../../wellhub/index.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields.js';
import { SigningSecret, Token } from '../../platform/http/secret-fields.js';
import type { PartnerUrls } from './hook-urls.js';
import type { WellhubConnectionEntity } from './wellhub-connection.entity.js';

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

/** The connection as shown: of its secrets only whether and when they were set. */
export class ShownWellhubConnectionDto {
  static from(found: WellhubConnectionEntity | undefined, { publicUrl, urls, breaker }: ShownWith) {
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
