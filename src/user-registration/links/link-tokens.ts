import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import { DecryptionError, type SecretBox } from '../../platform/crypto/secret-box.js';
import { pooledRandom } from '../../platform/crypto/uuid.js';

/** What a registration link carries. Nothing of it is stored until a person completes the sign-up. */
export interface LinkToken {
  readonly gpwId: string;
  readonly userStatus: string | null;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** 128 random bits, written as a UUID. */
  readonly jti: string;
}

const JTI = 16;
const TIME = 6;
const HEAD = JTI + 2 * TIME + 1;
/** Keeps every token below the 300 characters that fit into a path. */
const LONGEST_STATUS = 40;

/** They are kept outside the database, by people, for `LINK_TOKEN_MINUTES`; also in the state of mailed links. */
const outsideFor = (minutes: number): EncryptionPurpose => ({
  name: 'link-token',
  columns: [],
  outsideDays: Math.ceil(minutes / 1_440) + 1,
});

export const newJti = (): string => asUuid(pooledRandom(JTI));

/**
 * Link tokens: AES-256-GCM, bound to their partner, base64url.
 * Layout: jti (16) · issued at (6) · expires at (6), in ms · length of the gpw id (1) · gpw id · user status.
 */
@Injectable()
export class LinkTokens {
  private readonly box: SecretBox;

  constructor(keyring: Keyring, settings: Settings) {
    this.box = keyring.box(outsideFor(settings.linkTokenMinutes + settings.resetTokenMinutes));
  }

  issue(partnerId: string, token: LinkToken): string {
    return this.box.seal(packed(token), partnerId).toString('base64url');
  }

  /** Undefined for any text that was not encrypted for this partner, or was changed. */
  open(partnerId: string, text: string): LinkToken | undefined {
    const box = Buffer.from(text, 'base64url');
    // The last character may hold unused bits: only the one spelling that we made is accepted.
    if (box.toString('base64url') !== text) return undefined;
    try {
      return unpacked(this.box.open(box, partnerId));
    } catch (error) {
      if (error instanceof DecryptionError) return undefined;
      throw error;
    }
  }
}

function packed({ jti, issuedAt, expiresAt, gpwId, userStatus }: LinkToken): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write(jti.replaceAll('-', ''), 'hex');
  head.writeUIntBE(issuedAt.getTime(), JTI, TIME);
  head.writeUIntBE(expiresAt.getTime(), JTI + TIME, TIME);
  head.writeUInt8(gpwId.length, HEAD - 1);
  const status = Buffer.from(userStatus ?? '');
  const kept = status.length <= LONGEST_STATUS ? status : Buffer.alloc(0);
  return Buffer.concat([head, Buffer.from(gpwId, 'latin1'), kept]);
}

function unpacked(clear: Buffer): LinkToken {
  const end = HEAD + clear.readUInt8(HEAD - 1);
  const userStatus = clear.toString('utf8', end);
  return {
    jti: asUuid(clear.subarray(0, JTI)),
    issuedAt: new Date(clear.readUIntBE(JTI, TIME)),
    expiresAt: new Date(clear.readUIntBE(JTI + TIME, TIME)),
    gpwId: clear.toString('latin1', HEAD, end),
    userStatus: userStatus === '' ? null : userStatus,
  };
}

function asUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
