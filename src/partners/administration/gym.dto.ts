import { Digits, Flag, Nested, OneOf, Text, TimeZone, Whole } from '../../platform/http/fields.js';
import { SigningSecret, Token } from '../../platform/http/secret-fields.js';
import {
  OUTAGE_POLICIES,
  STORAGE_OUTAGE_POLICIES,
  VALIDATION_MODES,
  VISIT_COUNTS,
} from '../gyms/gym.entity.js';
import type { Gym, GymChange } from '../gyms/gym.js';
import { gymUrls } from '../wellhub-connections/hook-urls.js';
import { GymProfileDto, ShownGymProfileDto } from '../gyms/gym-profile.dto.js';
import { LOCALES } from '../partners/partner.dto.js';
import { Answer } from '../../platform/http/answer-fields.js';

const BOOKING_DECISIONS = ['REJECTED', 'RESERVED'] as const;

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

  @OneOf(VISIT_COUNTS, { optional: true })
  countVisitOn?: Gym['countVisitOn'];

  @OneOf(BOOKING_DECISIONS, { optional: true })
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

class ShownCodeSettingsDto {
  @Answer.flag()
  enabled!: boolean;

  @Answer.whole('How long a code opens doors, in seconds')
  ttlSeconds!: number;

  @Answer.flag('A code opens one door once')
  singleUse!: boolean;
}

class GymSideUrlsDto {
  @Answer.text('The address of webhooks about this gym', { format: 'uri' })
  webhooks!: string;
}

class GymUrlsDto {
  @Answer.object(() => GymSideUrlsDto)
  production!: GymSideUrlsDto;

  @Answer.object(() => GymSideUrlsDto, 'While the connection is to sandbox or simulator')
  test!: GymSideUrlsDto;
}

/** A gym as shown; of its secrets only whether they are set. */
export class GymDto extends ShownGymProfileDto {
  @Answer.id()
  id!: number;

  @Answer.text()
  name!: string;

  @Answer.text('IANA name; days of check-ins and contracts are those of this zone')
  timeZone!: string;

  @Answer.text()
  language!: string;

  @Answer.text('The number that Wellhub knows it by; null: it takes no check-ins', {
    nullable: true,
  })
  wellhubGymId!: string | null;

  @Answer.flag('A check-in whose e-mail is that of one member is linked to them')
  linkWellhubByEmail!: boolean;

  @Answer.oneOf(
    VALIDATION_MODES,
    'When a check-in is validated: at once, at a scan, or at the desk',
  )
  validationMode!: Gym['validationMode'];

  @Answer.whole('How long a check-in without an end of its own may be validated')
  checkInWindowMinutes!: number;

  @Answer.oneOf(OUTAGE_POLICIES, 'What a scan gets that Wellhub does not answer')
  whenWellhubIsDown!: Gym['whenWellhubIsDown'];

  @Answer.oneOf(STORAGE_OUTAGE_POLICIES, 'What a scan gets while the database is away')
  whenStorageIsDown!: Gym['whenStorageIsDown'];

  @Answer.oneOf(
    VISIT_COUNTS,
    'Whether a visit begins when a turnstile that reports turns opens, or when the person has turned',
  )
  countVisitOn!: Gym['countVisitOn'];

  @Answer.oneOf(BOOKING_DECISIONS, 'What Wellhub gets where nobody decides in time')
  bookingDefaultDecision!: Gym['bookingDefaultDecision'];

  @Answer.object(() => ShownCodeSettingsDto)
  accessCodes!: ShownCodeSettingsDto;

  @Answer.whole('A visit that nobody ended ends after this time')
  visitClosesAfterMinutes!: number;

  @Answer.flag('It has a token of its own')
  wellhubAccessTokenSet!: boolean;

  @Answer.flag('It has a secret of its own')
  webhookSecretSet!: boolean;

  @Answer.instant(undefined, { nullable: true })
  webhookSecretSetAt!: Date | null;

  @Answer.object(() => GymUrlsDto, 'For a gym with a secret of its own')
  urls!: GymUrlsDto;

  @Answer.instant()
  createdAt!: Date;

  static from(row: Gym, wellhubPublicUrl: string): GymDto {
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
      countVisitOn: row.countVisitOn,
      bookingDefaultDecision: row.bookingDefaultDecision,
      accessCodes: {
        enabled: row.accessCodesEnabled,
        ttlSeconds: row.accessCodeTtlSeconds,
        singleUse: row.accessCodeSingleUse,
      },
      visitClosesAfterMinutes: row.visitClosesAfterMinutes,
      ...ShownGymProfileDto.profileFrom(row.profile),
      wellhubAccessTokenSet: row.wellhubAccessToken !== null,
      webhookSecretSet: row.webhookSecret !== null,
      webhookSecretSetAt: row.webhookSecretSetAt,
      urls: gymUrls(row, wellhubPublicUrl),
      createdAt: row.createdAt,
    };
  }
}
