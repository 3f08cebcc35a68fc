import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { MasterKey } from './master-key.js';
import type { EncryptionPurpose, SigningPurpose } from './purposes.js';
import { boxKeyName, SecretBox } from './secret-box.js';

/** Keys that were derived from masters which have left `SECRETS_KEY`, by the name of their purpose. */
export type DerivedKeys = ReadonlyMap<string, readonly Buffer[]>;

/**
 * Everything derived from `SECRETS_KEY`. A room gets a box or a key by purpose and never sees the master key; the
 * purpose names where the results are stored, so that a key rotation reaches all of them.
 */
@Injectable()
export class Keyring {
  /** The keys of `SECRETS_KEY`, for their rotation: the first one writes. */
  readonly ring: readonly [MasterKey, ...MasterKey[]];
  private readonly boxes = new Map<string, EncryptionPurpose>();
  private readonly signatures = new Map<string, SigningPurpose>();

  constructor(
    private readonly settings: Settings,
    private readonly retired: DerivedKeys = new Map(),
  ) {
    this.ring = ringOf(settings);
  }

  /** Encrypts what is stored and must be read again: tokens, webhook secrets, raw payloads, mail. */
  box(purpose: EncryptionPurpose): SecretBox {
    this.boxes.set(purpose.name, purpose);
    const older = this.retired.get(boxKeyName(purpose.name));
    return new SecretBox(this.settings.secretsKeys, purpose.name, older);
  }

  /** Keys for one purpose; the first one writes, all of them read. */
  keys(purpose: SigningPurpose): readonly [KeyObject, ...KeyObject[]] {
    this.signatures.set(purpose.name, purpose);
    const [writer, ...older] = this.ring.map((key) => key.derive(purpose.name));
    const readers = [...older, ...(this.retired.get(purpose.name) ?? [])];
    return [createSecretKey(writer as Buffer), ...readers.map((key) => createSecretKey(key))];
  }

  /** The purposes that boxes were made for. */
  get encryption(): readonly EncryptionPurpose[] {
    return [...this.boxes.values()];
  }

  /** The purposes that keys were made for. */
  get signing(): readonly SigningPurpose[] {
    return [...this.signatures.values()];
  }
}

export function ringOf({ secretsKeys }: Settings): readonly [MasterKey, ...MasterKey[]] {
  const [writer, ...readers] = secretsKeys.map((bytes) => new MasterKey(bytes));
  if (!writer) throw new Error('SECRETS_KEY holds no key');
  return [writer, ...readers];
}
