import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';

interface FacebookUser {
  readonly id: string;
  readonly email?: string;
  /** Whose token it is; ours unless said otherwise. */
  readonly appId?: string;
}

type Reply = (response: http.ServerResponse) => void;

/** Answers `debug_token` and `me` as Graph does, for one app and the users it is told of. */
export class FacebookServer {
  readonly appId = '1234567890';
  readonly appSecret = 'facebook-app-secret';
  readonly users = new Map<string, FacebookUser>();
  /** Instead of an answer, also per call. */
  debugToken: Reply | undefined;
  me: Reply | undefined;
  url = '';
  private readonly server = http.createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://graph');
    if (pathname === '/debug_token') (this.debugToken ?? this.debugged(query))(response);
    else if (pathname === '/me') (this.me ?? this.shown(query))(response);
    else answer(404, refusal(2500))(response);
  });

  static async start(): Promise<FacebookServer> {
    const facebook = new FacebookServer();
    await new Promise<void>((resolve) => facebook.server.listen(0, '127.0.0.1', resolve));
    facebook.server.unref();
    facebook.url = `http://127.0.0.1:${(facebook.server.address() as AddressInfo).port}`;
    return facebook;
  }

  get settings() {
    return { appId: this.appId, appSecret: this.appSecret, graphUrl: this.url };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private debugged(query: URLSearchParams): Reply {
    if (query.get('access_token') !== `${this.appId}|${this.appSecret}`)
      return answer(400, refusal(190));
    const user = this.users.get(query.get('input_token') ?? '');
    if (!user) return answer(200, { data: { is_valid: false, error: { code: 190 } } });
    const { id, appId = this.appId } = user;
    return answer(200, { data: { app_id: appId, is_valid: true, user_id: id, type: 'USER' } });
  }

  private shown(query: URLSearchParams): Reply {
    const token = query.get('access_token') ?? '';
    const proof = createHmac('sha256', this.appSecret).update(token).digest('hex');
    const user = this.users.get(token);
    if (!user || query.get('appsecret_proof') !== proof) return answer(400, refusal(100));
    const { id, email } = user;
    return answer(200, { id, ...(email && { email }) });
  }
}

export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

export const refusal = (code: number) => ({
  error: { message: 'no', type: 'OAuthException', code },
});
