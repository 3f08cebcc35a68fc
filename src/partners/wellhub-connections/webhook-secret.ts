import type { SecretBox } from '../../platform/crypto/secret-box.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { pasted } from '../../platform/text/pasted.js';
import { ConnectionErrors } from '../partners/partners.errors.js';

/** The stored form of a webhook secret with its predecessor: of a partner's connection or of a gym. */
export interface StoredSecret {
  webhookSecret: Buffer | null;
  webhookSecretSetAt: Date | null;
  previousWebhookSecret: Buffer | null;
  previousWebhookSecretUntil: Date | null;
}

export interface NewSecret {
  readonly secret: string;
  readonly setAt: Date;
  readonly acceptWeak: boolean;
  /** How long the old one stays valid. */
  readonly previousSeconds: number;
}

export const DEFAULT_OVERLAP_SECONDS = 86_400;

/** The new secret in front, the old one valid for a while (W-29, W-30). @throws wellhub-connection.weak-secret */
export function replaceSecret(
  stored: Partial<StoredSecret>,
  { secret, setAt, acceptWeak, previousSeconds }: NewSecret,
  box: SecretBox,
): StoredSecret {
  const least = acceptWeak ? 1 : 16;
  if (secret.length < least || secret.length > 100)
    throw new DomainError(ConnectionErrors.weakSecret, {
      violations: [{ path: 'webhookSecret', detail: `must have ${least} to 100 characters` }],
    });
  return {
    webhookSecret: box.seal(secret),
    webhookSecretSetAt: setAt,
    previousWebhookSecret: stored.webhookSecret ?? null,
    previousWebhookSecretUntil: stored.webhookSecret
      ? new Date(setAt.getTime() + previousSeconds * 1000)
      : null,
  };
}

/** A clear secret; a previous one verifies only until its overlap ends. */
export interface OpenSecret {
  readonly secret: string;
  readonly until?: Date;
}

/** The clear secrets, current one first. An empty list verifies nothing. */
export function openSecrets(stored: Partial<StoredSecret>, box: SecretBox): OpenSecret[] {
  const { webhookSecret, previousWebhookSecret, previousWebhookSecretUntil: until } = stored;
  return [
    ...(webhookSecret ? asMeant(box.openText(webhookSecret)) : []),
    // A previous secret that no key decrypts verifies nothing; the current one must decrypt.
    ...(previousWebhookSecret && until && box.knows(previousWebhookSecret)
      ? asMeant(box.openText(previousWebhookSecret)).map((one) => ({ ...one, until }))
      : []),
  ];
}

/** One that was stored with a line end or blank around it may be known to Wellhub without: either signs. */
function asMeant(secret: string): { secret: string }[] {
  return [...new Set([secret, pasted(secret)])].map((one) => ({ secret: one }));
}
