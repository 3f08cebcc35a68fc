import { Column, Entity } from 'typeorm';
import { PartnerId } from '../../platform/database/columns.js';
import type { WellhubEnvironment } from '../../wellhub/index.js';

/** How a partner reaches Wellhub. Every secret in it is encrypted. Owner: partners. */
@Entity('wellhub_connections')
export class WellhubConnectionEntity {
  @PartnerId()
  partnerId!: string;

  @Column({ name: 'environment', type: 'text' })
  environment!: WellhubEnvironment;

  @Column({ name: 'access_token', type: 'bytea', nullable: true })
  accessToken!: Buffer | null;

  @Column({ name: 'access_token_set_at', type: 'timestamptz', nullable: true })
  accessTokenSetAt!: Date | null;

  @Column({ name: 'webhook_secret', type: 'bytea', nullable: true })
  webhookSecret!: Buffer | null;

  @Column({ name: 'webhook_secret_set_at', type: 'timestamptz', nullable: true })
  webhookSecretSetAt!: Date | null;

  @Column({ name: 'previous_webhook_secret', type: 'bytea', nullable: true })
  previousWebhookSecret!: Buffer | null;

  @Column({ name: 'previous_webhook_secret_until', type: 'timestamptz', nullable: true })
  previousWebhookSecretUntil!: Date | null;

  @Column({ name: 'events_api_token', type: 'bytea', nullable: true })
  eventsApiToken!: Buffer | null;

  @Column({ name: 'events_api_token_set_at', type: 'timestamptz', nullable: true })
  eventsApiTokenSetAt!: Date | null;

  @Column({ name: 'accept_weak_secret', type: 'boolean' })
  acceptWeakSecret!: boolean;
}
