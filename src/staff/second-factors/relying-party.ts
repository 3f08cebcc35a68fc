import { isIP } from 'node:net';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { PasskeyResponse } from './passkey-response.js';
import type { KnownCredential, NewPasskey, StoredPasskey } from './passkeys.repository.js';

/** The person for whom a passkey is made. */
export interface PasskeyOwner {
  readonly personId: string;
  readonly email: string | null;
  readonly name: string;
}

const TIMEOUT_MS = 5 * 60_000;
/** Ed25519, ES256, RS256: what authenticators have, and every Node checks. */
const ALGORITHMS = [-8, -7, -257];

/** A browser may send others; they are hints. */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** A slow start and 9 MB for what most requests do not need. */
const library = () => import('@simplewebauthn/server');

/** Gatehouse as passkeys know it (WebAuthn): bound to the host of `PUBLIC_URL`. */
export class RelyingParty {
  private readonly id: string;
  private readonly origin: string;
  /** Browsers make no passkey for an IP address, nor over http but for this machine. */
  readonly isPossible: boolean;

  constructor(publicUrl: string) {
    const { hostname, origin, protocol } = new URL(publicUrl);
    this.id = hostname;
    this.origin = origin;
    const isHere = hostname === 'localhost' || hostname.endsWith('.localhost');
    const isAddress = isIP(hostname) !== 0 || hostname.startsWith('[');
    this.isPossible = isHere || (protocol === 'https:' && !isAddress);
  }

  async creationOptions(
    { personId, email, name }: PasskeyOwner,
    known: readonly KnownCredential[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await library();
    return generateRegistrationOptions({
      rpName: 'Gatehouse',
      rpID: this.id,
      userID: Uint8Array.from(Buffer.from(personId)),
      userName: email ?? name,
      userDisplayName: name,
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
  }

  /** @param known absent: the person chooses among those of this site, and must unlock it */
  async requestOptions(
    known?: readonly KnownCredential[],
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await library();
    return generateAuthenticationOptions({
      rpID: this.id,
      timeout: TIMEOUT_MS,
      userVerification: known ? 'preferred' : 'required',
      ...(known && { allowCredentials: known.map(descriptorOf) }),
    });
  }

  /** Undefined when it is not an answer to this challenge. */
  async verifyCreation({ whole, challenge }: PasskeyResponse): Promise<NewPasskey | undefined> {
    const { verifyRegistrationResponse } = await library();
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        ...this.expected(challenge),
        response: whole as RegistrationResponseJSON,
        requireUserVerification: false,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!registrationInfo) return undefined;
      const { id, publicKey, counter, transports: hints } = registrationInfo.credential;
      const credentialId = Buffer.from(id, 'base64url');
      const transports = TRANSPORTS.filter((one) => Array.isArray(hints) && hints.includes(one));
      return { credentialId, publicKey: Buffer.from(publicKey), counter, transports };
    } catch {
      // The library throws for whatever does not fit.
      return undefined;
    }
  }

  /** @returns how often it was used by its own count; undefined when it is not an answer of this passkey */
  async verifyUse(
    { whole, challenge }: PasskeyResponse,
    { credentialId, publicKey, counter }: StoredPasskey,
    mustBeUnlocked: boolean,
  ): Promise<number | undefined> {
    const { verifyAuthenticationResponse } = await library();
    const id = credentialId.toString('base64url');
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...this.expected(challenge),
        response: whole as AuthenticationResponseJSON,
        credential: { id, publicKey: Uint8Array.from(publicKey), counter },
        requireUserVerification: mustBeUnlocked,
      });
      return verified ? authenticationInfo.newCounter : undefined;
    } catch {
      // As above; a count that did not rise is among it.
      return undefined;
    }
  }

  private expected(expectedChallenge: string) {
    return { expectedChallenge, expectedOrigin: this.origin, expectedRPID: this.id };
  }
}

const descriptorOf = ({ credentialId, transports }: KnownCredential) => ({
  id: credentialId.toString('base64url'),
  transports: TRANSPORTS.filter((one) => transports.includes(one)),
});
