import type { RuleEffect } from '../compiled/conditions.js';

export const ANTI_PASSBACK_MODES = ['OFF', 'SOFT', 'HARD'] as const;
export const ANTI_PASSBACK_SCOPES = ['GYM', 'PARTNER'] as const;

export interface Capacity {
  readonly max: number;
  readonly warnAtPercent: number | null;
}

export interface AntiPassback {
  readonly mode: (typeof ANTI_PASSBACK_MODES)[number];
  /** Null: however long the visit is open. */
  readonly minutes: number | null;
  readonly scope: (typeof ANTI_PASSBACK_SCOPES)[number];
}

export interface ClosingDay {
  /** `YYYY-MM-DD`, or `MM-DD` for every year. */
  readonly date: string;
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
}

/** The settings of a gym's doors (`access-rules.md` 3.1). */
export interface AccessPolicy {
  readonly outsideRules: RuleEffect;
  readonly capacity: Capacity | null;
  readonly antiPassback: AntiPassback;
  readonly reentryMinutes: number | null;
  readonly showOccupancy: boolean;
  readonly minimumAge: number | null;
  readonly unknownAge: RuleEffect;
  readonly closingDays: readonly ClosingDay[];
}

/** A gym without a policy behaves as if it had this one. */
export const DEFAULT_POLICY: AccessPolicy = {
  outsideRules: 'ALLOW',
  capacity: null,
  antiPassback: { mode: 'OFF', minutes: null, scope: 'GYM' },
  reentryMinutes: null,
  showOccupancy: false,
  minimumAge: null,
  unknownAge: 'ALLOW',
  closingDays: [],
};

/** Of a gym that never had one, or has none any more, the version is 0. */
export interface VersionedPolicy extends AccessPolicy {
  readonly version: number;
}

export const NO_POLICY: VersionedPolicy = { ...DEFAULT_POLICY, version: 0 };
