import { createHmac, type KeyObject } from 'node:crypto';
import type { Settings } from '../config/settings.js';
import type { Keyring } from '../crypto/keyring.js';
import type { SigningPurpose } from '../crypto/purposes.js';
import type { Forwarding } from './client-address.js';

export interface ProvenRequest {
  /** The path as it arrived, not decoded. */
  readonly path: string;
  readonly forwarding: Forwarding;
}

const PROOF: SigningPurpose = { name: 'deployment-proof', columns: [], validDays: 0 };

/** Where `gatehouse doctor` calls, on the host of `PUBLIC_URL` and on that of `WELLHUB_PUBLIC_URL`. */
export const PROOF_PATHS = {
  public: '/assets/deployment',
  wellhub: '/wellhub/deployment',
} as const;

/** Proves to a process with the same `SECRETS_KEY` and `PUBLIC_URL` that another one received this; says nothing to anyone else. */
export class DeploymentProof {
  private readonly keys: readonly KeyObject[];

  constructor(
    keyring: Keyring,
    private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {
    this.keys = keyring.keys(PROOF);
  }

  of(request: ProvenRequest): string {
    return this.made(request)[0] ?? '';
  }

  /** True when one of our keys made it. */
  shows(proof: string, request: ProvenRequest): boolean {
    return this.made(request).includes(proof);
  }

  private made({ path, forwarding }: ProvenRequest): string[] {
    const text = JSON.stringify([this.settings.publicUrl, path, forwarding]);
    return this.keys.map((key) => createHmac('sha256', key).update(text).digest('hex'));
  }
}
