import { Digits, Flag, Nested, OneOf, Text, TimeZone, Whole } from '../../platform/http/fields.js';
import { SigningSecret, Token } from '../../platform/http/secret-fields.js';
import { OUTAGE_POLICIES, STORAGE_OUTAGE_POLICIES, VALIDATION_MODES } from '../gyms/gym.entity.js';
import type { Gym, GymChange } from '../gyms/gym.js';
import { gymUrls } from '../wellhub-connections/hook-urls.js';
import { GymProfileDto, ShownGymProfileDto } from '../gyms/gym-profile.dto.js';
import { LOCALES } from '../partners/partner.dto.js';

export class AccessCodeSettingsDto {
  @Flag({ optional: true })
  enabled?: boolean;

  @Whole({ optional: true, min: 15, max: 300 })
  ttlSeconds?: number;

  @Flag({ optional: true })
  singleUse?: boolean;
}

class GymSettingsDto extends GymProfileDto {
  @TimeZone({ optional: true })
  timeZone?: string;

  @OneOf(LOCALES, { optional: true })
  language?: string;

  @Digits({ optional: true, nullable: true, max: 20, message: 'must be digits' })
  wellhubGymId?: string | null;

  @Flag({ optional: true })
  linkWellhubByEmail?: boolean;

  @OneOf(VALIDATION_MODES, { optional: true })
  validationMode?: Gym['validationMode'];

  @Whole({ optional: true, min: 1, max: 1_440 })
  checkInWindowMinutes?: number;

  @OneOf(OUTAGE_POLICIES, { optional: true })
  whenWellhubIsDown?: Gym['whenWellhubIsDown'];

  @OneOf(STORAGE_OUTAGE_POLICIES, { optional: true })
  whenStorageIsDown?: Gym['whenStorageIsDown'];

  @OneOf(['REJECTED', 'RESERVED'], { optional: true })
  bookingDefaultDecision?: Gym['bookingDefaultDecision'];

  @Nested(() => AccessCodeSettingsDto, { optional: true, nullable: true })
  accessCodes?: AccessCodeSettingsDto | null;

  @Whole({ optional: true, min: 1, max: 1_440 })
  visitClosesAfterMinutes?: number;

  @Token({ optional: true, nullable: true, max: 2_000 })
  wellhubAccessToken?: string | null;

  @SigningSecret({ optional: true, nullable: true, max: 200 })
  webhookSecret?: string | null;

  @Flag({ optional: true })
  acceptWeakSecret?: boolean;

  /** The gym's columns, and its secrets still in the clear. */
  toCommand(this: GymSettingsDto & { name?: string }): GymChange & GymSecrets {
    const { accessCodes, wellhubAccessToken, webhookSecret, acceptWeakSecret, ...change } = this;
    const { enabled, ttlSeconds, singleUse } = accessCodes ?? {};
    return Object.assign(change, {
      profile: this.toProfile(),
      ...(enabled !== undefined && { accessCodesEnabled: enabled }),
      ...(ttlSeconds !== undefined && { accessCodeTtlSeconds: ttlSeconds }),
      ...(singleUse !== undefined && { accessCodeSingleUse: singleUse }),
      ...(wellhubAccessToken !== undefined && { clearAccessToken: wellhubAccessToken }),
      ...(webhookSecret !== undefined && { clearWebhookSecret: webhookSecret }),
      acceptWeakSecret: acceptWeakSecret ?? false,
    });
  }
}

/** Clear secrets that are about to be encrypted. */
export interface GymSecrets {
  readonly clearAccessToken?: string | null;
  readonly clearWebhookSecret?: string | null;
  readonly acceptWeakSecret: boolean;
}

/** `PATCH /gyms/{gymId}`: a merge patch. */
export class ChangeGymDto extends GymSettingsDto {
  @Text({ optional: true, max: 200 })
  name?: string;
}

export class CreateGymDto extends GymSettingsDto {
  @Text({ max: 200 })
  name!: string;
}

/** A gym as shown; of its secrets only whether they are set. */
export class GymDto {
  static from(row: Gym, wellhubPublicUrl: string) {
    return {
      id: row.id,
      name: row.name,
      timeZone: row.timeZone,
      language: row.language,
      wellhubGymId: row.wellhubGymId,
      linkWellhubByEmail: row.linkWellhubByEmail,
      validationMode: row.validationMode,
      checkInWindowMinutes: row.checkInWindowMinutes,
      whenWellhubIsDown: row.whenWellhubIsDown,
      whenStorageIsDown: row.whenStorageIsDown,
      bookingDefaultDecision: row.bookingDefaultDecision,
      accessCodes: {
        enabled: row.accessCodesEnabled,
        ttlSeconds: row.accessCodeTtlSeconds,
        singleUse: row.accessCodeSingleUse,
      },
      visitClosesAfterMinutes: row.visitClosesAfterMinutes,
      ...ShownGymProfileDto.from(row.profile),
      wellhubAccessTokenSet: row.wellhubAccessToken !== null,
      webhookSecretSet: row.webhookSecret !== null,
      webhookSecretSetAt: row.webhookSecretSetAt,
      urls: gymUrls(row, wellhubPublicUrl),
      createdAt: row.createdAt,
    };
  }
}
