import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { Settings } from '../../platform/config/settings.js';
import { GuardedFetch } from '../../platform/http-client/guarded-fetch.js';
import { faultOfUrl } from '../../platform/http-client/outgoing-target.js';
import { isStorable } from '../../platform/values/storable-text.js';
import type { IdentityProvider } from './identity-providers.repository.js';
import { IdentityProviders } from './identity-providers.js';
import { claimAt, type Claims } from './provider-claims.js';
import { failureOf, ProviderFailure } from './provider-failure.js';
import type { SignOnSecrets } from './sign-on-secrets.js';

export interface SignOnOptions {
  readonly secrets: SignOnSecrets;
  /** The person must enter something there now: a session that lasts will not do. */
  readonly mustProve: boolean;
}

/** What a provider says of a person. */
export interface ProviderAnswer {
  readonly subject: string;
  /** What the ID token says, which is signed. */
  readonly proven: Claims;
  /** The same and what it tells beside it. */
  readonly told: Claims;
}

const HEADER = 'client_secret_basic';
const CALL_SECONDS = 5;
/** As the standard has it. */
const LONGEST_SUBJECT = 255;
/** How far the provider's clock may be from ours. */
const CLOCK_SECONDS = 60;
const DISCOVERY_FRESH_MS = 5 * 60_000;
const MOST_PROVIDERS = 200;

/** By OpenID Connect: code, PKCE, state, nonce, and an ID token whose signature is checked. */
@Injectable()
export class ProviderClients {
  private readonly clients = new FreshCache<string, oidc.Configuration>({
    load: (key) => this.discover(key),
    freshMs: DISCOVERY_FRESH_MS,
    max: MOST_PROVIDERS,
  });

  constructor(
    private readonly providers: IdentityProviders,
    private readonly http: GuardedFetch,
    private readonly settings: Settings,
  ) {}

  /** Where providers send people back to; a partner registers it there. */
  get redirectUri(): string {
    return `${this.settings.publicUrl}/console/single-sign-on/callback`;
  }

  /** Where a browser goes to log in. @throws ProviderFailure */
  async authorizationUrl(
    provider: IdentityProvider,
    { secrets: { state, nonce, challenge }, mustProve }: SignOnOptions,
  ): Promise<string> {
    const client = await this.clientOf(provider);
    const url = addressIn(client, {
      redirect_uri: this.redirectUri,
      scope: provider.scopes.join(' '),
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...(mustProve && { prompt: 'login', max_age: '0' }),
    });
    if (faultOfUrl(url, this.settings.outgoingUrls) !== undefined)
      throw new ProviderFailure('refused', 'authorization-endpoint');
    return url;
  }

  /** What the provider says of the person who came back with this query. @throws ProviderFailure */
  async identify(
    provider: IdentityProvider,
    query: string,
    { secrets: { state, nonce, verifier }, mustProve }: SignOnOptions,
  ): Promise<ProviderAnswer> {
    const client = await this.clientOf(provider);
    const address = new URL(`${this.redirectUri}?${query}`);
    try {
      const tokens = await oidc.authorizationCodeGrant(client, address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
        ...(mustProve && { maxAge: 0 }),
      });
      const proven = tokens.claims();
      if (!proven) throw new ProviderFailure('refused', 'no-id-token');
      const { sub: subject } = proven;
      if (!isStorable(subject) || subject.length > LONGEST_SUBJECT)
        throw new ProviderFailure('refused', 'subject');
      const hasGroups = claimAt(proven, provider.groupsClaim) !== undefined;
      if (hasGroups || !client.serverMetadata().userinfo_endpoint)
        return { subject, proven, told: proven };
      // Many providers tell groups there only.
      const more = await oidc.fetchUserInfo(client, tokens.access_token, subject);
      return { subject, proven, told: { ...proven, ...more } };
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** Whether the provider answers as one. @throws ProviderFailure */
  async test(provider: IdentityProvider): Promise<void> {
    this.clients.forget(keyOf(provider));
    await this.clientOf(provider);
  }

  private async clientOf(provider: IdentityProvider): Promise<oidc.Configuration> {
    const client = await this.clients.get(keyOf(provider));
    if (!client) throw new ProviderFailure('refused', 'provider-changed');
    return client;
  }

  /** Undefined once another version of the provider is stored. */
  private async discover(key: string): Promise<oidc.Configuration | undefined> {
    const [partnerId = ''] = key.split(' ');
    const provider = await this.providers.find(partnerId);
    if (!provider || keyOf(provider) !== key) return undefined;
    try {
      const secret = {
        client_secret: this.providers.secretOf(provider),
        [oidc.clockTolerance]: CLOCK_SECONDS,
      };
      const { issuer, clientId } = provider;
      const options = this.discoveryOptions();
      return await oidc.discovery(new URL(issuer), clientId, secret, authenticateClient, options);
    } catch (error) {
      throw failureOf(error);
    }
  }

  private discoveryOptions(): oidc.DiscoveryRequestOptions {
    const { enableNonRepudiationChecks, allowInsecureRequests } = oidc;
    const isAnyAllowed = this.settings.outgoingUrls === 'any';
    return {
      [oidc.customFetch]: this.http.fetch,
      timeout: CALL_SECONDS,
      execute: [enableNonRepudiationChecks, ...(isAnyAllowed ? [allowInsecureRequests] : [])],
    };
  }
}

function addressIn(client: oidc.Configuration, parameters: Record<string, string>): string {
  try {
    return oidc.buildAuthorizationUrl(client, parameters).href;
  } catch (error) {
    throw failureOf(error);
  }
}

/** A change counts at once: another version is another client. */
const keyOf = ({ partnerId, version }: IdentityProvider): string => `${partnerId} ${version}`;

/** In the header, as every provider must understand it, unless it says that it takes the body only. */
const authenticateClient: oidc.ClientAuth = (...call) => {
  const [{ token_endpoint_auth_methods_supported: methods = [HEADER] }] = call;
  const authenticate = methods.includes(HEADER)
    ? oidc.ClientSecretBasic()
    : oidc.ClientSecretPost();
  return authenticate(...call);
};
