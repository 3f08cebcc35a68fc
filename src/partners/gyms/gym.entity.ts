import { Column, Entity } from 'typeorm';
import { CreatedAt, Int64, NumberKey, PartnerId } from '../../platform/database/columns.js';
import { GymProfile } from './gym-profile.js';

export const VALIDATION_MODES = ['AUTOMATIC', 'GATE', 'ATTENDANCE'] as const;
export type ValidationMode = (typeof VALIDATION_MODES)[number];

export const OUTAGE_POLICIES = ['DENY', 'ADMIT_AND_VALIDATE_LATER'] as const;
export type OutagePolicy = (typeof OUTAGE_POLICIES)[number];

export const STORAGE_OUTAGE_POLICIES = ['DENY', 'ADMIT_KNOWN'] as const;
export type StorageOutagePolicy = (typeof STORAGE_OUTAGE_POLICIES)[number];

export const VISIT_COUNTS = ['GRANT', 'TURN'] as const;
/** Whether a visit begins when a door opens, or when the person has passed it. */
export type VisitCount = (typeof VISIT_COUNTS)[number];

/** A location. Owner: partners. */
@Entity('gyms')
export class GymEntity {
  @PartnerId()
  partnerId!: string;

  @NumberKey('gym_ids')
  id!: number;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'language', type: 'text' })
  language!: string;

  @Column({ name: 'wellhub_gym_id', type: 'text', nullable: true })
  wellhubGymId!: string | null;

  @Column({ name: 'link_wellhub_by_email', type: 'boolean' })
  linkWellhubByEmail!: boolean;

  @Column({ name: 'validation_mode', type: 'text' })
  validationMode!: ValidationMode;

  @Column({ name: 'check_in_window_minutes', type: 'integer' })
  checkInWindowMinutes!: number;

  @Column({ name: 'when_wellhub_is_down', type: 'text' })
  whenWellhubIsDown!: OutagePolicy;

  @Column({ name: 'when_storage_is_down', type: 'text' })
  whenStorageIsDown!: StorageOutagePolicy;

  @Column({ name: 'count_visit_on', type: 'text' })
  countVisitOn!: VisitCount;

  @Column({ name: 'booking_default_decision', type: 'text' })
  bookingDefaultDecision!: 'REJECTED' | 'RESERVED';

  @Column({ name: 'access_codes_enabled', type: 'boolean' })
  accessCodesEnabled!: boolean;

  @Column({ name: 'access_code_ttl_seconds', type: 'integer' })
  accessCodeTtlSeconds!: number;

  @Column({ name: 'access_code_single_use', type: 'boolean' })
  accessCodeSingleUse!: boolean;

  @Column({ name: 'visit_closes_after_minutes', type: 'integer' })
  visitClosesAfterMinutes!: number;

  @Column(() => GymProfile, { prefix: false })
  profile!: GymProfile;

  /** Overrides of the partner's connection; encrypted. */
  @Column({ name: 'wellhub_access_token', type: 'bytea', nullable: true })
  wellhubAccessToken!: Buffer | null;

  @Column({ name: 'webhook_secret', type: 'bytea', nullable: true })
  webhookSecret!: Buffer | null;

  @Column({ name: 'webhook_secret_set_at', type: 'timestamptz', nullable: true })
  webhookSecretSetAt!: Date | null;

  @Column({ name: 'previous_webhook_secret', type: 'bytea', nullable: true })
  previousWebhookSecret!: Buffer | null;

  @Column({ name: 'previous_webhook_secret_until', type: 'timestamptz', nullable: true })
  previousWebhookSecretUntil!: Date | null;

  @Column({ name: 'hook_production', type: 'text' })
  hookProduction!: string;

  @Column({ name: 'hook_test', type: 'text' })
  hookTest!: string;

  /** The Users API's `timestamp` of a club. */
  @Int64('change_no', { default: () => "nextval('change_numbers')" })
  changeNo!: number;

  @CreatedAt()
  createdAt!: Date;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}
