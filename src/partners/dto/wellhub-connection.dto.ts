import { Flag, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { partnerUrls } from '../hook-urls.js';
import type { PartnerEntity } from '../partner.entity.js';
import {
  WELLHUB_ENVIRONMENTS,
  type WellhubConnectionEntity,
  type WellhubEnvironment,
} from '../wellhub-connection.entity.js';

export class PutWellhubConnectionDto {
  @OneOf(WELLHUB_ENVIRONMENTS)
  environment!: WellhubEnvironment;

  @Text({ optional: true, max: 2_000 })
  accessToken?: string;

  @Text({ optional: true, min: 0, max: 200 })
  webhookSecret?: string;

  @Flag({ optional: true })
  acceptWeakSecret?: boolean;

  @Text({ optional: true, max: 2_000 })
  eventsApiToken?: string;

  @Whole({ optional: true, max: 2_592_000 })
  previousSecretSeconds?: number;
}

/** The connection as shown: of its secrets only whether and when they were set. */
export const wellhubConnectionDto = (
  partner: PartnerEntity,
  row: WellhubConnectionEntity | undefined,
  publicUrl: string,
) => ({
  environment: row?.environment ?? null,
  accessTokenSet: Boolean(row?.accessToken),
  accessTokenSetAt: row?.accessTokenSetAt ?? null,
  webhookSecretSet: Boolean(row?.webhookSecret),
  webhookSecretSetAt: row?.webhookSecretSetAt ?? null,
  previousSecretUntil: row?.previousWebhookSecretUntil ?? null,
  eventsApiTokenSet: Boolean(row?.eventsApiToken),
  eventsApiTokenSetAt: row?.eventsApiTokenSetAt ?? null,
  acceptWeakSecret: row?.acceptWeakSecret ?? false,
  urls: partnerUrls(partner, publicUrl),
  docs: `${publicUrl}/docs/wellhub`,
});
