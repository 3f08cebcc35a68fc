import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { CDPSession, Page } from 'playwright-core';

/** The fingerprint reader of a device, played by Chromium itself. */
export class Authenticator {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly id: string,
  ) {}

  /** @param knowsPeople whether it can tell whose finger that is */
  static async in(page: Page, knowsPeople = true): Promise<Authenticator> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: knowsPeople,
        isUserVerified: knowsPeople,
        automaticPresenceSimulation: true,
      },
    });
    return new Authenticator(cdp, authenticatorId);
  }

  async credentials() {
    const device = { authenticatorId: this.id };
    return (await this.cdp.send('WebAuthn.getCredentials', device)).credentials;
  }

  /** A copy of a device, as it was before: it counts on from there. */
  async rewind(signCount: number): Promise<void> {
    const authenticatorId = this.id;
    const [credential] = await this.credentials();
    if (!credential) throw new Error('the device holds no passkey');
    const { credentialId } = credential;
    await this.cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
    const older = { ...credential, signCount };
    await this.cdp.send('WebAuthn.addCredential', { authenticatorId, credential: older });
  }
}

/** Passkeys are bound to the address of the service, which must be known before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
