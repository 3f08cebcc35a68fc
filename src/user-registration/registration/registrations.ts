import { Injectable } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import type { Partner } from '../../partners/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { isDatabaseDown } from '../../platform/database/database-failure.js';
import { remainingMs } from '../../platform/deadline/request-context.js';
import { within } from '../../platform/deadline/within.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { LinkTokens, newJti } from '../links/link-tokens.js';
import { Prefills } from '../links/prefills.js';
import { RedirectLinks } from '../links/redirect-link.js';
import type { RegistrationRequest } from '../links/registration-request.js';
import { RegistrationsRepository, type Known } from './registrations.repository.js';

const SURFACE_MS = 2_500;
/** Part of the surface's deadline that is reserved for an answer without storage (W-18). */
const RESERVE_MS = 500;

/** Answers a registration of Wellhub's with the page to send the person to (2.2). */
@Injectable()
export class Registrations {
  constructor(
    private readonly rows: RegistrationsRepository,
    private readonly tokens: LinkTokens,
    private readonly prefills: Prefills,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async register(partner: Partner, request: RegistrationRequest): Promise<string> {
    const jti = newJti();
    const known = await this.submit(partner.id, request, jti);
    const links = new RedirectLinks(this.settings.publicUrl, partner, request);
    if (known?.linked && known.status === 'ACTIVE') return links.logIn();
    const { gpwId, userStatus } = request;
    const issuedAt = known?.issuedAt ?? this.clock.now();
    const expiresAt = this.expiryOf(issuedAt);
    const token = this.tokens.issue(partner.id, { gpwId, userStatus, issuedAt, expiresAt, jti });
    return known && (known.linked || known.emailKnown) ? links.logIn(token) : links.signUp(token);
  }

  /** Undefined when storage is down or slow: the encrypted link works without it. */
  private async submit(
    partnerId: string,
    request: RegistrationRequest,
    jti: string,
  ): Promise<Known | undefined> {
    const { gpwId, userStatus, origin, countryCode, prefill } = request;
    const emailKey = emailAddress(prefill.email)?.key ?? null;
    const sealed = this.prefills.encrypt(prefill, jti);
    const user = { partnerId, gpwId, userStatus, origin, countryCode, emailKey };
    try {
      const asked = this.rows.register({ ...user, jti, prefill: sealed });
      return await within(Math.max(0, remainingMs(SURFACE_MS) - RESERVE_MS), asked);
    } catch (error) {
      if (isStorageFailure(error)) return undefined;
      throw error;
    }
  }

  private expiryOf(issuedAt: Date): Date {
    return new Date(issuedAt.getTime() + this.settings.linkTokenMinutes * 60_000);
  }
}

const isStorageFailure = (error: unknown): boolean =>
  isDatabaseDown(error) || (error instanceof DomainError && error.is(RequestErrors.unavailable));
