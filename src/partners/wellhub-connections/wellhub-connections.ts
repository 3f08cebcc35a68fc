import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONNECTION_SECRETS } from './connection-secrets.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ConnectionErrors } from '../partners/partners.errors.js';
import { DEFAULT_OVERLAP_SECONDS, replaceSecret } from './webhook-secret.js';
import type { WellhubEnvironment } from '../../wellhub/index.js';
import type { WellhubConnectionEntity } from './wellhub-connection.entity.js';
import { WellhubConnectionsRepository } from './wellhub-connections.repository.js';
import { WellhubHooks } from './wellhub-hooks.js';

/** What an operator may set; a secret that is absent stays as it is. */
export interface ConnectionChange {
  readonly environment: WellhubEnvironment;
  readonly accessToken?: string;
  readonly webhookSecret?: string;
  readonly acceptWeakSecret?: boolean;
  readonly eventsApiToken?: string;
  readonly previousSecretSeconds?: number;
}

/** How a partner reaches Wellhub, and recognises calls of Wellhub. Environments are never mixed (W-54). */
@Injectable()
export class WellhubConnections {
  private readonly box;

  constructor(
    private readonly rows: WellhubConnectionsRepository,
    private readonly hooks: WellhubHooks,
    private readonly settings: Settings,
    private readonly clock: Clock,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  async find(partnerId: string): Promise<WellhubConnectionEntity | undefined> {
    return this.rows.find(partnerId);
  }

  /** @throws wellhub-connection.test-only, .simulator-off, .token-required, .weak-secret, and what `isExpected` throws */
  async put(
    partnerId: string,
    change: ConnectionChange,
    isExpected: (present: WellhubConnectionEntity | undefined) => void = () => undefined,
  ): Promise<WellhubConnectionEntity> {
    const row = await this.rows.put(partnerId, (old, partnerEnvironment) => {
      isExpected(old);
      // What is tried never reaches Wellhub's production host.
      if (partnerEnvironment === 'test' && change.environment === 'production')
        throw new DomainError(ConnectionErrors.testOnly);
      this.checkEnvironment(old, change);
      if (old) rememberBefore(old);
      return this.valuesOf(old, change);
    });
    this.hooks.forgetAll();
    return row;
  }

  private valuesOf(
    old: WellhubConnectionEntity | undefined,
    change: ConnectionChange,
  ): Partial<WellhubConnectionEntity> {
    const now = this.clock.now();
    return {
      environment: change.environment,
      acceptWeakSecret: change.acceptWeakSecret ?? old?.acceptWeakSecret ?? false,
      ...(change.accessToken !== undefined && {
        accessToken: this.box.seal(change.accessToken),
        accessTokenSetAt: now,
      }),
      // A token of another environment would meet the wrong host (W-54).
      ...(old?.environment !== change.environment && {
        eventsApiToken: null,
        eventsApiTokenSetAt: null,
      }),
      ...(change.eventsApiToken !== undefined && {
        eventsApiToken: this.box.seal(change.eventsApiToken),
        eventsApiTokenSetAt: now,
      }),
      ...this.secretChange(old, change, now),
    };
  }

  private checkEnvironment(
    old: WellhubConnectionEntity | undefined,
    change: ConnectionChange,
  ): void {
    if (change.environment === 'simulator' && !this.settings.sandbox)
      throw new DomainError(ConnectionErrors.simulatorOff);
    // A sandbox token must never reach the production host.
    if (old?.environment !== change.environment && change.accessToken === undefined)
      throw new DomainError(ConnectionErrors.tokenRequired, {
        violations: [{ path: 'accessToken', detail: 'is required with a new environment' }],
      });
  }

  private secretChange(
    old: WellhubConnectionEntity | undefined,
    change: ConnectionChange,
    now: Date,
  ): object {
    if (change.webhookSecret === undefined) return {};
    const fresh = {
      secret: change.webhookSecret,
      setAt: now,
      acceptWeak: change.acceptWeakSecret ?? old?.acceptWeakSecret ?? false,
      previousSeconds: change.previousSecretSeconds ?? DEFAULT_OVERLAP_SECONDS,
    };
    return replaceSecret(old ?? {}, fresh, this.box);
  }
}
