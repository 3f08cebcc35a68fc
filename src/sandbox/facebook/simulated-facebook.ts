import { sameSecret, hmacSha256 } from '../../platform/crypto/hashing.js';

/** Whom a token belongs to. */
export interface FacebookUser {
  readonly id: string;
  readonly email?: string;
  /** The app that the token was made for; this one by default. */
  readonly appId?: string;
}

export interface FacebookApp {
  readonly appId: string;
  readonly appSecret: string;
}

export interface GraphAnswer {
  readonly status: number;
  readonly body: object;
}

type Query = Readonly<Record<string, string | undefined>>;

/** The two calls of Facebook's Graph API that a sign-up makes, with Graph's answers. */
export class SimulatedFacebook {
  constructor(
    private readonly app: FacebookApp,
    private readonly userOf: (token: string) => FacebookUser | undefined,
  ) {}

  /** Returns the user and the app of a token; called with the app's own credentials. */
  debugToken({ access_token: asker, input_token: token = '' }: Query): GraphAnswer {
    const { appId, appSecret } = this.app;
    if (asker !== `${appId}|${appSecret}`) return graphRefusal(190);
    const user = this.userOf(token);
    if (!user) return ok({ data: { is_valid: false, error: { code: 190 } } });
    return ok({
      data: { app_id: user.appId ?? appId, is_valid: true, user_id: user.id, type: 'USER' },
    });
  }

  /** Returns the person; called with the token and the app's proof. */
  me({ access_token: token = '', appsecret_proof: proof = '' }: Query): GraphAnswer {
    const user = this.userOf(token);
    const expected = hmacSha256(Buffer.from(this.app.appSecret), token).toString('hex');
    if (!user || !sameSecret(proof, expected)) return graphRefusal(100);
    const { id, email } = user;
    return ok({ id, ...(email !== undefined && { email }) });
  }
}

const ok = (body: object): GraphAnswer => ({ status: 200, body });

/** Graph's own words for a refusal. */
export const graphRefusal = (code: number): GraphAnswer => ({
  status: 400,
  body: { error: { message: 'refused', type: 'OAuthException', code } },
});
