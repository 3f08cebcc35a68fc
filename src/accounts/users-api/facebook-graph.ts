import { Injectable, Logger } from '@nestjs/common';
import { emailAddress, type EmailAddress } from '../../platform/values/email-address.js';
import { Settings } from '../../platform/config/settings.js';
import { hmacSha256 } from '../../platform/crypto/hashing.js';
import { JsonClient } from '../../platform/http-client/json-client.js';
import { remainingMs } from '../../platform/deadline/request-context.js';

export type FacebookAnswer =
  | { readonly kind: 'PERSON'; readonly id: string; readonly address: EmailAddress }
  /** INVALID: not a token of our app, or of a user without an e-mail. NOT_AVAILABLE: try again. */
  | { readonly kind: 'INVALID' | 'NOT_AVAILABLE' };

type App = NonNullable<Settings['facebook']>;
type Json = Readonly<Record<string, unknown>>;

/** One conversation with Graph: both of its calls end at the same moment. */
interface Session {
  readonly app: App;
  readonly http: JsonClient;
  readonly signal: AbortSignal;
}

/** For both calls; what is left of the request then belongs to our own work. */
const ALL_MS = 2_500;
const RESERVE_MS = 500;
const LONGEST_TOKEN = 4_096;
/** Graph's own words for "later": unknown, service, too many calls, user's, app's and business's limits. */
const TEMPORARY = new Set([1, 2, 4, 17, 32, 341, 368, 613]);

class NotAvailable extends Error {}

/** Finds the Facebook user of a token. Trusts no field of an answer that it has not verified. */
@Injectable()
export class FacebookGraph {
  private readonly logger = new Logger('facebook');

  constructor(
    private readonly settings: Settings,
    private readonly http: JsonClient,
  ) {}

  async personOf(token: string): Promise<FacebookAnswer> {
    const app = this.settings.facebook;
    if (!app || token === '' || token.length > LONGEST_TOKEN) return { kind: 'INVALID' };
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(remainingMs(ALL_MS) - RESERVE_MS)));
    try {
      const session = { app, http: this.http, signal };
      const userId = await ownerOf(session, token);
      return userId === undefined ? { kind: 'INVALID' } : await person(session, token, userId);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ msg: 'Facebook did not answer as it should', reason });
      return { kind: 'NOT_AVAILABLE' };
    }
  }
}

/** The user of a token that was made for our app and is valid. */
async function ownerOf(session: Session, token: string): Promise<string | undefined> {
  const { app } = session;
  const query = { input_token: token, access_token: `${app.appId}|${app.appSecret}` };
  const answer = await graphGet(session, 'debug_token', query);
  const data = objectOf(answer?.['data']);
  const isOurs = data['is_valid'] === true && idOf(data['app_id']) === app.appId;
  return isOurs ? idOf(data['user_id']) : undefined;
}

async function person(session: Session, token: string, userId: string): Promise<FacebookAnswer> {
  const proof = hmacSha256(Buffer.from(session.app.appSecret), token).toString('hex');
  const query = { fields: 'id,email', access_token: token, appsecret_proof: proof };
  const answer = await graphGet(session, 'me', query);
  const address = emailAddress(answer?.['email']);
  return address && idOf(answer?.['id']) === userId
    ? { kind: 'PERSON', id: userId, address }
    : { kind: 'INVALID' };
}

/** @returns undefined when Graph refuses the token. @throws for any other failure */
async function graphGet(
  { app, http, signal }: Session,
  path: string,
  query: Record<string, string>,
): Promise<Json | undefined> {
  const url = `${app.graphUrl.replace(/\/+$/, '')}/${path}?${new URLSearchParams(query)}`;
  const outcome = await http.send({
    call: 'facebook graph',
    method: 'GET',
    url,
    timeoutMs: ALL_MS,
    signal,
  });
  if (!outcome.received) throw new NotAvailable(outcome.cause);
  const { status, body: text } = outcome.response;
  const body = objectOf(JSON.parse(text));
  if (status >= 200 && status < 300) return body;
  const code = Number(objectOf(body['error'])['code']);
  const isRefusal = status >= 400 && status < 500 && status !== 429;
  if (isRefusal && 'error' in body && !TEMPORARY.has(code)) return undefined;
  throw new NotAvailable(`status ${status}`);
}

const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

/** Graph writes ids as strings of digits; one beyond 2^53 would be no id any more as a number. */
const idOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && /^\d{1,32}$/.test(text) ? text : undefined;
};
