import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** An account at the provider: its claims, and how it logs in there. */
export interface ProviderAccount {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly locale?: string;
  readonly groups?: readonly string[];
  readonly amr?: readonly string[];
  /** When its session there began, in seconds; absent: now. */
  readonly ts?: number;
}

export const CLIENT = { clientId: 'gatehouse', clientSecret: '100%secret:+/=&' };

interface ProviderOptions {
  readonly redirectUri: string;
  /** Groups are told by userinfo only, as by many providers. */
  readonly tellsLittle?: boolean;
}

/** A real OpenID provider over HTTP, whose log-in form fills itself in. */
export class IdentityProviderServer {
  /** Who logs in next. */
  account: ProviderAccount = { sub: 'nobody' };
  /** Requests by path: what was called, and how often. */
  readonly calls: string[] = [];
  private readonly accounts = new Map<string, ProviderAccount>();

  private constructor(
    private readonly server: http.Server,
    readonly issuer: string,
  ) {}

  static async open(options: ProviderOptions): Promise<IdentityProviderServer> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const own = new IdentityProviderServer(server, issuer);
    own.serve(options);
    return own;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Who fills in its log-in form from now on. */
  accept(account: ProviderAccount): void {
    this.account = account;
    this.accounts.set(account.sub, account);
  }

  /** What a browser does there, from the address that it was sent to. @returns the address to which it is sent back */
  async visit(url: string, account: ProviderAccount, cookies = new Map<string, string>()) {
    this.accept(account);
    let next = url;
    while (next.startsWith(this.issuer)) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location) throw new Error(`${answer.status} ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    return next;
  }

  private serve({ redirectUri, tellsLittle = false }: ProviderOptions): void {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [redirectUri],
        },
      ],
      claims: {
        openid: ['sub', 'amr', 'auth_time'],
        profile: ['name', 'locale'],
        email: ['email'],
        groups: ['groups'],
      },
      conformIdTokenClaims: tellsLittle,
      cookies: { keys: ['of the test'] },
      ttl: {
        AccessToken: 60,
        AuthorizationCode: 60,
        Grant: 600,
        IdToken: 60,
        Interaction: 600,
        Session: 600,
      },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ ...this.accounts.get(sub), sub }),
      }),
      loadExistingGrant: async (context: GrantContext) => {
        const { client, session } = context.oidc;
        const owner = { clientId: client.clientId, accountId: session.accountId };
        const grant = new provider.Grant(owner);
        grant.addOIDCScope('openid profile email groups');
        await grant.save();
        return grant;
      },
    });
    const handle = provider.callback();
    this.server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.issuer);
      this.calls.push(`${request.method} ${pathname}`);
      if (!pathname.startsWith('/interaction/')) return handle(request, response);
      const { sub: accountId, amr, ts } = this.account;
      void provider.interactionFinished(request, response, { login: { accountId, amr, ts } });
    });
  }
}

interface GrantContext {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}
