import { randomToken, sha256 } from '../../platform/crypto/hashing.js';

/** What binds a log-in at a provider to the browser in which it began. */
export interface SignOnSecrets {
  /** In a cookie of that browser, and nowhere else. */
  readonly token: string;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  /** What the provider sees of the verifier. */
  readonly challenge: string;
}

export const makeSignOnSecrets = (): SignOnSecrets => signOnSecretsOf(randomToken());

/** All of them follow from the token, so no stored value completes the log-in. */
export function signOnSecretsOf(token: string): SignOnSecrets {
  const part = (name: string) => sha256(`${name} ${token}`).toString('base64url');
  const verifier = part('verifier');
  return {
    token,
    state: part('state'),
    nonce: part('nonce'),
    verifier,
    challenge: sha256(verifier).toString('base64url'),
  };
}
