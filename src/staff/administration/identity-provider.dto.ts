import { Answer } from '../../platform/http/answer-fields.js';
import {
  Flag,
  Ids,
  ListOf,
  NestedList,
  OneOf,
  Text,
  WebAddress,
} from '../../platform/http/fields.js';
import { Token } from '../../platform/http/secret-fields.js';
import { ALL_ROLES, STAFF_ROLES, type StaffRole } from '../people/staff-roles.js';
import type {
  GroupPlace,
  IdentityProvider,
} from '../single-sign-on/identity-providers.repository.js';
import type { ProviderTestResult } from '../single-sign-on/provider-tests.js';
import type { ProviderChange } from '../single-sign-on/provider-secrets.js';

const MOST_GROUPS = 100;
const MOST_GYMS = 200;
const OPENID = 'openid';
const DEFAULT_SCOPES = [OPENID, 'profile', 'email'];
const DEFAULT_CLAIM = 'groups';

export class GroupPlaceDto {
  @Text({ max: 255, description: 'As the provider names it' })
  group!: string;

  @OneOf(STAFF_ROLES)
  role!: StaffRole;

  @Ids({
    min: 1,
    max: MOST_GYMS,
    optional: true,
    nullable: true,
    description: 'Absent or null: all',
  })
  gymIds?: number[] | null;
}

export class PutIdentityProviderDto {
  @WebAddress({
    schemes: ['https', 'http'],
    longest: 500,
    message: 'must be an https URL without user info',
    example: 'https://id.example.com/',
  })
  issuer!: string;

  @Text({ max: 255 })
  clientId!: string;

  @Token({ optional: true, max: 500 })
  clientSecret?: string;

  @ListOf(undefined, { optional: true, unique: true, description: 'What is asked of the provider' })
  scopes?: string[];

  @Text({ optional: true, max: 255, description: 'Which claim holds the groups' })
  groupsClaim?: string;

  @NestedList(() => GroupPlaceDto, {
    max: MOST_GROUPS,
    description: 'The first group that a person is in decides',
    example: [{ group: 'front desk', role: 'FRONT_DESK' }],
  })
  groups!: GroupPlaceDto[];

  @Flag({ optional: true, description: 'Nobody but an OWNER logs in with a password' })
  required?: boolean;

  @Flag({ optional: true, description: 'Every log-in at the provider has a second factor' })
  provesSecondFactor?: boolean;

  toCommand(): ProviderChange {
    const { issuer, clientId, clientSecret, groupsClaim, required, provesSecondFactor } = this;
    return {
      issuer,
      clientId,
      clientSecret,
      scopes: [...new Set([OPENID, ...(this.scopes ?? DEFAULT_SCOPES)])],
      groupsClaim: groupsClaim ?? DEFAULT_CLAIM,
      groups: this.groups.map(toPlace),
      required: required ?? false,
      provesSecondFactor: provesSecondFactor ?? false,
    };
  }
}

const toPlace = ({ group, role, gymIds }: GroupPlaceDto): GroupPlace => ({
  group,
  role,
  gymIds: gymIds ?? null,
});

const NONE = {
  issuer: null,
  clientId: null,
  clientSecretSetAt: null,
  scopes: DEFAULT_SCOPES,
  groupsClaim: DEFAULT_CLAIM,
  groups: [],
  required: false,
  provesSecondFactor: false,
};

/** Addresses that belong to a provider, set or not. */
export interface ProviderAddresses {
  /** To be registered there. */
  readonly redirectUri: string;
  /** Where the people of the partner begin. */
  readonly logInUrl: string;
}

class ShownGroupPlaceDto implements GroupPlace {
  @Answer.text('As the provider names it')
  group!: string;

  @Answer.oneOf(ALL_ROLES)
  role!: StaffRole;

  @Answer.ids('Null: all gyms', { nullable: true })
  gymIds!: readonly number[] | null;
}

/** The provider as shown: of its secret only whether and when it was set. */
export class IdentityProviderDto {
  @Answer.text('Null: there is none', { nullable: true })
  issuer!: string | null;

  @Answer.text(undefined, { nullable: true })
  clientId!: string | null;

  @Answer.flag()
  clientSecretSet!: boolean;

  @Answer.instant(undefined, { nullable: true })
  clientSecretSetAt!: Date | null;

  @Answer.texts('What is asked of the provider')
  scopes!: readonly string[];

  @Answer.text('Which claim holds the groups')
  groupsClaim!: string;

  @Answer.list(() => ShownGroupPlaceDto, 'The first group that a person is in decides')
  groups!: readonly GroupPlace[];

  @Answer.flag('Nobody but an OWNER logs in with a password')
  required!: boolean;

  @Answer.flag('Every log-in at the provider has a second factor')
  provesSecondFactor!: boolean;

  @Answer.text('To be registered at the provider')
  redirectUri!: string;

  @Answer.text('Where the people of the partner begin')
  logInUrl!: string;

  static from(
    found: IdentityProvider | undefined,
    addresses: ProviderAddresses,
  ): IdentityProviderDto {
    const row = found ?? NONE;
    return {
      issuer: row.issuer,
      clientId: row.clientId,
      clientSecretSet: found !== undefined,
      clientSecretSetAt: row.clientSecretSetAt,
      scopes: row.scopes,
      groupsClaim: row.groupsClaim,
      groups: row.groups,
      required: row.required,
      provesSecondFactor: row.provesSecondFactor,
      ...addresses,
    };
  }
}

const RESULTS_OF_TESTS = ['OK', 'UNREACHABLE', 'NOT_A_PROVIDER'] as const;

export class ProviderTestDto implements ProviderTestResult {
  @Answer.oneOf(RESULTS_OF_TESTS)
  result!: ProviderTestResult['result'];

  @Answer.text('What was wrong, as a code', { optional: true })
  detail?: string;
}
