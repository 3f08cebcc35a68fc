import type { SecretBox } from '../../platform/crypto/secret-box.js';
import { openSecrets, type OpenSecret, type StoredSecret } from './webhook-secret.js';
import type { WellhubEnvironment } from '../../wellhub/index.js';

/** An address with what verifies at it, as the statements read it. */
export interface HookRow {
  readonly partnerId: string;
  readonly gymId: number | null;
  readonly isProduction: boolean;
  readonly environment: WellhubEnvironment;
  readonly partnerSecrets: SecretColumns;
  readonly gymSecrets: SecretColumns | null;
}

interface SecretColumns {
  readonly current: string | null;
  readonly previous: string | null;
  readonly until: string | null;
}

/** A hook whose secrets are open already: decrypting them for every webhook would cost more than its signature. */
export interface KnownHook {
  readonly partnerId: string;
  readonly gymId?: number;
  readonly environment: 'production' | 'test';
  readonly secrets: readonly OpenSecret[];
}

/** Undefined for an address of an environment that is not in use. */
export function knownHook(row: HookRow, box: SecretBox): KnownHook | undefined {
  if (row.isProduction !== (row.environment === 'production')) return undefined;
  const sets = [...(row.gymSecrets ? [row.gymSecrets] : []), row.partnerSecrets];
  return {
    partnerId: row.partnerId,
    ...(row.gymId !== null && { gymId: row.gymId }),
    environment: row.isProduction ? 'production' : 'test',
    secrets: sets.flatMap((set) => openSecrets(stored(set), box)),
  };
}

const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'));

const stored = ({ current, previous, until }: SecretColumns): Partial<StoredSecret> => ({
  webhookSecret: bytes(current),
  previousWebhookSecret: bytes(previous),
  previousWebhookSecretUntil: until === null ? null : new Date(until),
});
