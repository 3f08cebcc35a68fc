import { Injectable } from '@nestjs/common';
import { sameSecret, sha256 } from '../../platform/crypto/hashing.js';
import type { LiveStaffSession } from '../sessions/staff-sessions.repository.js';
import type { NewSeat } from '../sessions/staff-sessions.js';
import type { IdentityProvider } from './identity-providers.repository.js';
import { IdentityProviders } from './identity-providers.js';
import { authenticatedAt, hasSecondFactorClaim } from './provider-claims.js';
import { ProviderClients, type ProviderAnswer } from './provider-clients.js';
import { ProviderFailure, type ProviderFailureKind } from './provider-failure.js';
import { ProviderPeople, type AdmissionResult } from './provider-people.js';
import { SignOnRecords, type SignOnPlace } from './sign-on-records.js';
import { makeSignOnSecrets, signOnSecretsOf } from './sign-on-secrets.js';
import { SignOnTicketsRepository, type PendingSignOn } from './sign-on-tickets.repository.js';

export type SignOnRefusal =
  | ProviderFailureKind
  | Exclude<AdmissionResult['kind'], 'in'>
  /** Begun too long ago, in another browser, or completed already. */
  | 'expired'
  | 'locked'
  /** Another person than the one who was to prove who they are. */
  | 'other-person';

export interface RefusedSignOn {
  readonly kind: 'refused';
  readonly reason: SignOnRefusal;
  /** Absent: it is not known where the log-in began. */
  readonly partnerId?: string;
}

/** `token` is for a cookie of this browser, `url` where it goes on. */
export interface StartedSignOn {
  readonly kind: 'started';
  readonly token: string;
  readonly url: string;
}

export interface CompletedSignOn {
  readonly kind: 'in';
  readonly seat: Omit<NewSeat, 'source'>;
  /** The session in whose place the new one comes. */
  readonly replacedId: string | null;
}

/** Who goes to the provider, and from where. */
export interface SignOnRequest extends SignOnPlace {
  /** Of a person who proves once more who they are. */
  readonly session?: LiveStaffSession | undefined;
}

/** What came back: the query of the address, and the cookie of the browser. */
export interface SignOnReturn {
  readonly token: string;
  readonly query: string;
  readonly source: string;
}

const LONG_AGO = new Date(0);
const EXPIRED: RefusedSignOn = { kind: 'refused', reason: 'expired' };

/** Log-ins of staff at the provider of their partner. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly clients: ProviderClients,
    private readonly tickets: SignOnTicketsRepository,
    private readonly people: ProviderPeople,
    private readonly records: SignOnRecords,
  ) {}

  /** Undefined for a partner without a provider. */
  async issuerOf(partnerId: string): Promise<string | undefined> {
    return (await this.providers.find(partnerId))?.issuer;
  }

  /** Undefined for a partner without a provider. */
  async start(request: SignOnRequest): Promise<StartedSignOn | RefusedSignOn | undefined> {
    const { partnerId, session } = request;
    const provider = await this.providers.find(partnerId);
    if (!provider) return undefined;
    if (await this.records.isLocked(request)) return locked(partnerId);
    const secrets = makeSignOnSecrets();
    try {
      const options = { secrets, mustProve: session !== undefined };
      const url = await this.clients.authorizationUrl(provider, options);
      const ticket = { partnerId, version: provider.version, sessionId: session?.id ?? null };
      await this.tickets.insert(sha256(secrets.token), ticket);
      return { kind: 'started', token: secrets.token, url };
    } catch (error) {
      return this.failed(error, request);
    }
  }

  /** Once: a log-in that came back cannot come back again. */
  async complete({ token, query, source }: SignOnReturn): Promise<CompletedSignOn | RefusedSignOn> {
    const secrets = signOnSecretsOf(token);
    // Before anything is used up: other sites can send people here, too.
    if (!sameSecret(new URLSearchParams(query).get('state') ?? '', secrets.state)) return EXPIRED;
    const pending = await this.tickets.use(sha256(token));
    if (!pending) return EXPIRED;
    const { partnerId } = pending;
    const provider = await this.providers.find(partnerId);
    if (provider?.version !== pending.version) return { ...EXPIRED, partnerId };
    const place = { partnerId, source };
    if (await this.records.isLocked(place)) return locked(partnerId);
    try {
      const options = { secrets, mustProve: pending.sessionId !== null };
      const answer = await this.clients.identify(provider, query, options);
      if (!(await this.records.identified(place))) return locked(partnerId);
      return await this.admit(provider, answer, pending);
    } catch (error) {
      return this.failed(error, place);
    }
  }

  private async admit(
    provider: IdentityProvider,
    answer: ProviderAnswer,
    { sessionId, personId, gymId }: PendingSignOn,
  ): Promise<CompletedSignOn | RefusedSignOn> {
    const { partnerId } = provider;
    const admission = await this.people.admit(provider, answer);
    if (admission.kind !== 'in') return this.refused(partnerId, admission.kind);
    const { workplace, actor } = admission;
    if (personId !== null && personId !== workplace.personId)
      return this.refused(partnerId, 'other-person');
    // The request demanded a new log-in, and the provider says that there was one.
    const isAgain = sessionId !== null;
    if (isAgain) await this.records.proven(partnerId, actor, workplace.memberId);
    const seat = {
      workplace,
      isProven: isAgain || provider.provesSecondFactor || hasSecondFactorClaim(answer.proven),
      ...(gymId !== null && { gymId }),
      ...(!isAgain && { provenAt: authenticatedAt(answer.proven) ?? LONG_AGO }),
    };
    return { kind: 'in', seat, replacedId: sessionId };
  }

  private async failed(error: unknown, place: SignOnPlace): Promise<RefusedSignOn> {
    if (!(error instanceof ProviderFailure)) throw error;
    await this.records.failed(place, error);
    return { kind: 'refused', reason: error.kind, partnerId: place.partnerId };
  }

  private async refused(partnerId: string, reason: SignOnRefusal): Promise<RefusedSignOn> {
    await this.records.refused(partnerId, reason);
    return { kind: 'refused', reason, partnerId };
  }
}

const locked = (partnerId: string): RefusedSignOn => ({
  kind: 'refused',
  reason: 'locked',
  partnerId,
});
