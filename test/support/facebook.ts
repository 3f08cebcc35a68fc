import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  graphRefusal,
  SimulatedFacebook,
  type FacebookUser,
  type GraphAnswer,
} from '../../src/sandbox/facebook/simulated-facebook.js';

type Reply = (response: http.ServerResponse) => void;

/** Answers `debug_token` and `me` as Graph does, for one app and the users it is reply of. */
export class FacebookServer {
  readonly appId = '1234567890';
  readonly appSecret = 'facebook-app-secret';
  readonly users = new Map<string, FacebookUser>();
  /** Instead of an answer, also per call. */
  debugToken: Reply | undefined;
  me: Reply | undefined;
  url = '';
  private readonly graph = new SimulatedFacebook(this, (token) => this.users.get(token));
  private readonly server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://graph');
    const query = Object.fromEntries(searchParams);
    if (pathname === '/debug_token')
      (this.debugToken ?? reply(this.graph.debugToken(query)))(response);
    else if (pathname === '/me') (this.me ?? reply(this.graph.me(query)))(response);
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
}

const reply = ({ status, body }: GraphAnswer): Reply => answer(status, body);

export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

export const refusal = (code: number): object => graphRefusal(code).body;
