import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CreatedAt } from '../../platform/database/columns.js';
import { Brand } from './brand.js';
import type { PartnerEnvironment } from './partner-environment.js';

/** A tenant: the gym operator or gym-software vendor. Owner: partners. */
@Entity('partners')
export class PartnerEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Names the partner in the addresses of hosted pages. */
  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'multi_offer', type: 'boolean' })
  multiOffer!: boolean;

  @Column({ name: 'sign_up_url', type: 'text', nullable: true })
  signUpUrl!: string | null;

  @Column({ name: 'log_in_url', type: 'text', nullable: true })
  logInUrl!: string | null;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'locale', type: 'text' })
  locale!: string;

  @Column({ name: 'support_email', type: 'text', nullable: true })
  supportEmail!: string | null;

  @Column({ name: 'usage_events_from_visits', type: 'boolean' })
  usageEventsFromVisits!: boolean;

  @Column({ name: 'usage_event_types', type: 'text', array: true })
  usageEventTypes!: string[];

  @Column({ name: 'default_mail_templates', type: 'boolean' })
  defaultMailTemplates!: boolean;

  /** Of all people on its staff; an OWNER always needs one. */
  @Column({ name: 'second_factor_required', type: 'boolean' })
  secondFactorRequired!: boolean;

  /** What people accept when they join: where the text is and which one it is, both or neither. */
  @Column({ name: 'terms_url', type: 'text', nullable: true })
  termsUrl!: string | null;

  @Column({ name: 'terms_version', type: 'text', nullable: true })
  termsVersion!: string | null;

  @Column({ name: 'privacy_url', type: 'text', nullable: true })
  privacyUrl!: string | null;

  @Column({ name: 'privacy_version', type: 'text', nullable: true })
  privacyVersion!: string | null;

  @Column(() => Brand, { prefix: false })
  brand!: Brand;

  /** Address of this partner's inbound webhooks, one per kind of environment. Not a secret. */
  @Column({ name: 'hook_production', type: 'text' })
  hookProduction!: string;

  @Column({ name: 'hook_test', type: 'text' })
  hookTest!: string;

  /** A test environment is a tenant beside the live one. */
  @Column({ name: 'environment', type: 'text' })
  environment!: PartnerEnvironment;

  /** Of a test environment: whose it is. */
  @Column({ name: 'live_partner_id', type: 'uuid', nullable: true })
  livePartnerId!: string | null;

  /** Of a test environment: a wipe is in progress since then. */
  @Column({ name: 'wipe_requested_at', type: 'timestamptz', nullable: true })
  wipeRequestedAt!: Date | null;

  @Column({ name: 'wiped_at', type: 'timestamptz', nullable: true })
  wipedAt!: Date | null;

  @CreatedAt()
  createdAt!: Date;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}
