import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What it does, where it does something else than a good provider. */
export interface Hostility {
  /** Over the good ones. */
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  /** Signs with a key that it does not publish. */
  readonly isForged?: boolean;
  readonly isUnsigned?: boolean;
  /** Over the good document. */
  readonly document?: Record<string, unknown>;
  /** In place of the answer to a path. */
  readonly answer?: Record<string, http.RequestListener>;
}

/** An issuer that says whatever a test wants, with keys of its own. */
export class HostileIssuer {
  hostility: Hostility = {};
  /** Of the log-in that is under way: as the browser brought it. */
  nonce = '';
  private readonly keys = pair();
  private readonly others = pair();

  private constructor(
    private readonly server: http.Server,
    readonly issuer: string,
  ) {}

  static async open(): Promise<HostileIssuer> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const own = new HostileIssuer(server, issuer);
    server.on('request', (request, response) => own.answer(request, response));
    return own;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A token as this issuer makes them now. */
  token(clientId = 'gatehouse'): string {
    const { claims, header, isForged = false, isUnsigned = false } = this.hostility;
    const now = Math.floor(Date.now() / 1_000);
    const good = { iss: this.issuer, aud: clientId, sub: 'eve', nonce: this.nonce };
    const body = {
      ...good,
      iat: now,
      exp: now + 300,
      auth_time: now,
      groups: ['owners'],
      ...claims,
    };
    const head = { alg: isUnsigned ? 'none' : 'RS256', kid: 'one', ...header };
    const text = `${encoded(head)}.${encoded(body)}`;
    const key: KeyObject = (isForged ? this.others : this.keys).privateKey;
    const signature = isUnsigned
      ? ''
      : sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
    return `${text}.${signature}`;
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.issuer);
    const own = this.hostility.answer?.[pathname];
    if (own) return own(request, response);
    const json = (value: unknown) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (pathname === '/.well-known/openid-configuration') return void json(this.document());
    if (pathname === '/jwks') {
      const jwk = this.keys.publicKey.export({ format: 'jwk' });
      return void json({ keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] });
    }
    if (pathname === '/token')
      return void json({ access_token: 'x', token_type: 'Bearer', id_token: this.token() });
    response.writeHead(404).end();
  }

  private document() {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      ...this.hostility.document,
    };
  }
}
