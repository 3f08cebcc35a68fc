import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONNECTION_SECRETS } from '../wellhub-connections/connection-secrets.js';
import type { Gym } from '../gyms/gym.js';
import type { GymChange } from '../gyms/gym.js';
import type { GymSecrets } from './gym.dto.js';
import { DEFAULT_OVERLAP_SECONDS, replaceSecret } from '../wellhub-connections/webhook-secret.js';

/** Encrypts the secrets with which a gym overrides its partner's connection. */
@Injectable()
export class GymSecretsBox {
  private readonly box;

  constructor(
    private readonly clock: Clock,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  /** @throws wellhub-connection.weak-secret */
  encrypt(command: GymChange & GymSecrets, old?: Gym): GymChange {
    const { clearAccessToken, clearWebhookSecret, acceptWeakSecret, ...change } = command;
    if (clearAccessToken !== undefined)
      change.wellhubAccessToken =
        clearAccessToken === null ? null : this.box.seal(clearAccessToken);
    if (clearWebhookSecret === null) return { ...change, ...NO_SECRET };
    if (clearWebhookSecret === undefined) return change;
    const fresh = {
      secret: clearWebhookSecret,
      setAt: this.clock.now(),
      acceptWeak: acceptWeakSecret,
      previousSeconds: DEFAULT_OVERLAP_SECONDS,
    };
    return { ...change, ...replaceSecret(old ?? {}, fresh, this.box) };
  }
}

const NO_SECRET = {
  webhookSecret: null,
  webhookSecretSetAt: null,
  previousWebhookSecret: null,
  previousWebhookSecretUntil: null,
};
