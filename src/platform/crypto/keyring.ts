import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { deriveKey } from './hashing.js';
import type { EncryptionPurpose, SigningPurpose } from './purposes.js';
import { boxKeyName, SecretBox } from './secret-box.js';

/** Keys that were derived from masters which have left `SECRETS_KEY`, by the name of their purpose. */
export type DerivedKeys = ReadonlyMap<string, readonly Buffer[]>;

/**
 * Everything derived from `SECRETS_KEY`. A room asks for a box or a key by purpose and never sees the master; the
 * purpose says where the results are stored, so that nothing is forgotten when keys are rotated.
 */
@Injectable()
export class Keyring {
  private readonly boxes = new Map<string, EncryptionPurpose>();
  private readonly signatures = new Map<string, SigningPurpose>();

  constructor(
    private readonly settings: Settings,
    private readonly retired: DerivedKeys = new Map(),
  ) {}

  /** Seals what is stored and must be read again: tokens, webhook secrets, raw payloads, mail. */
  box(purpose: EncryptionPurpose): SecretBox {
    this.boxes.set(purpose.name, purpose);
    return new SecretBox(this.masters, purpose.name, this.retired.get(boxKeyName(purpose.name)));
  }

  /** Keys for one purpose; the first one writes, all of them read. */
  keys(purpose: SigningPurpose): readonly [KeyObject, ...KeyObject[]] {
    this.signatures.set(purpose.name, purpose);
    const derived = this.masters.map((master) => deriveKey(master, purpose.name));
    const [writer, ...older] = [...derived, ...(this.retired.get(purpose.name) ?? [])].map((key) =>
      createSecretKey(key),
    );
    if (!writer) throw new Error('SECRETS_KEY holds no key');
    return [writer, ...older];
  }

  /** The keys of `SECRETS_KEY`, for those who look after them: the first one writes. */
  get masters(): readonly Buffer[] {
    return this.settings.secretsKeys;
  }

  /** What boxes were asked for. */
  get encryption(): readonly EncryptionPurpose[] {
    return [...this.boxes.values()];
  }

  /** What keys were asked for. */
  get signing(): readonly SigningPurpose[] {
    return [...this.signatures.values()];
  }
}
