import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ProviderErrors } from './identity-provider.errors.js';
import { IdentityProviders } from './identity-providers.js';
import { ProviderClients } from './provider-clients.js';
import { ProviderFailure } from './provider-failure.js';

export interface ProviderTestResult {
  readonly result: 'OK' | 'UNREACHABLE' | 'NOT_A_PROVIDER';
  /** The code of the failure. */
  readonly detail?: string;
}

/** Reads what a provider says of itself: whether its client and secret are right shows only at a log-in. */
@Injectable()
export class ProviderTests {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly clients: ProviderClients,
  ) {}

  /** @throws identity-provider.not-found */
  async run(partnerId: string): Promise<ProviderTestResult> {
    const provider = await this.providers.find(partnerId);
    if (!provider) throw new DomainError(ProviderErrors.notFound);
    try {
      await this.clients.test(provider);
      return { result: 'OK' };
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      const result = error.kind === 'unavailable' ? 'UNREACHABLE' : 'NOT_A_PROVIDER';
      return { result, detail: error.code };
    }
  }
}
