import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parsed, redirect, sendFlood, sendHtml, sendJson } from './answers.js';

const LIFE_SECONDS = 3_600;
const KNOWN_FIELDS = ['gympass_user_id', 'email', 'origin', 'user_status', 'country_code'];
const refuse = (response, status, message) => sendJson(response, status, { message });

const isMissing = (id, has) =>
  id === undefined || id === null || (id === '' && !has('empty-id-taken'));
const isForeign = (name) => !KNOWN_FIELDS.includes(name);
const lacks = (name) => [400, `Missing '${name}'`];

/** Each gives status and message of a refusal, or nothing. */
const BODY_RULES = [
  ({ gympass_user_id: id }, has) =>
    isMissing(id, has) && has('missing-id-500') && [500, 'Internal Server Error'],
  ({ gympass_user_id: id }, has) =>
    isMissing(id, has) && !has('missing-id-taken') && lacks('gympass_user_id'),
  (body, has) =>
    has('names-refused') && Object.keys(body).some(isForeign) && [400, 'Unknown field'],
  (body, has) => has('country-required') && !body.country_code && lacks('country_code'),
  (body, has) => has('email-required') && !body.email && lacks('email'),
  (body, has) => has('no-android') && body.origin === 'android' && [400, "Wrong 'origin'"],
  (body, has, { options }) =>
    options.multiOffer && !body.user_status && !has('offer-not-required') && lacks('user_status'),
  (body, has, { options }) =>
    has('existing-user-409') &&
    body.gympass_user_id === options.existingUser && [409, 'Known user'],
  (_body, has, { isAgain }) => has('again-409') && isAgain && [409, 'Known user'],
];

/** `GET token` and `POST users`, and the form that the link leads to. */
export class Registration {
  #tokens = new Set();
  #people = new Set();
  #serving = 0;

  constructor(options) {
    this.options = options;
    this.has = (fault) => options.faults.has(fault);
  }

  async token(request, response) {
    const { has, options } = this;
    if (has('token-slow')) await sleep(options.slowMs);
    if (has('token-redirects')) return redirect(response, '/elsewhere');
    if (has('token-html')) return sendHtml(response, 200, 'Please log in');
    if (has('token-flood')) return sendFlood(response, 100);
    const key = this.#keyOf(request);
    if (!key && has('missing-key-500')) return refuse(response, 500, 'Internal Server Error');
    const isKnown = this.#isKnown(key) || (!key && has('missing-key-taken'));
    if (!isKnown) return refuse(response, key && has('wrong-key-401') ? 401 : 403, 'Wrong API key');
    return this.#sendToken(response);
  }

  #keyOf({ headers, rawHeaders }) {
    const isSpelled = rawHeaders.includes('X-Api-Key');
    return this.has('key-header-case') && !isSpelled ? undefined : headers['x-api-key'];
  }

  #isKnown(key) {
    if (!key) return false;
    if (this.has('any-key')) return true;
    const { key: right } = this.options;
    return key === right || (this.has('half-a-key') && key.startsWith(right.slice(0, 6)));
  }

  #sendToken(response) {
    const { has } = this;
    const token = randomBytes(24).toString('base64url');
    if (has('newest-token-only')) this.#tokens.clear();
    this.#tokens.add(token);
    const now = Math.floor(Date.now() / 1000);
    const seconds = has('expires-as-duration') ? LIFE_SECONDS : now + LIFE_SECONDS;
    const expires = has('expires-in-milliseconds') ? seconds * 1000 : seconds;
    const body = {
      [has('token-named-otherwise') ? 'token' : 'access_token']: token,
      token_type: has('token-type-lower-case') ? 'bearer' : 'Bearer',
      expires_at: has('expires-as-text') ? String(expires) : expires,
    };
    const type = has('token-as-text') ? 'text/plain' : 'application/json';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(body));
  }

  async users(request, response, text) {
    const { has } = this;
    if (has('registration-slow')) await sleep(this.options.slowMs);
    const refusal = this.#tokenFault(request.headers.authorization);
    if (refusal !== undefined) return refuse(response, refusal, 'Missing or wrong access token');
    const body = parsed(text);
    if (body === undefined) return refuse(response, has('broken-json-500') ? 500 : 400, 'No JSON');
    const wrong = this.#bodyFault(body);
    if (wrong !== undefined) return refuse(response, ...wrong);
    if (!has('one-at-a-time')) return this.#sendLink(response, body);
    if (this.#serving > 0) return refuse(response, 503, 'Busy');
    this.#serving += 1;
    await sleep(20);
    this.#serving -= 1;
    return this.#sendLink(response, body);
  }

  /** The status of the refusal. */
  #tokenFault(header) {
    const { has } = this;
    if (header === undefined) {
      if (has('no-token-taken')) return undefined;
      return has('no-token-403') ? 403 : 401;
    }
    const token = /^bearer +(.+)$/i.exec(header)?.[1] ?? '';
    if (!this.#isToken(token)) return has('wrong-token-403') ? 403 : 401;
    if (has('token-for-one-call')) this.#tokens.delete(token);
    return undefined;
  }

  #isToken(token) {
    const { has, options } = this;
    if (this.#tokens.has(token) || has('any-token')) return true;
    if (has('key-as-token') && token === options.key) return true;
    const isBeginning = (known) => known.slice(0, 12) === token.slice(0, 12);
    return has('half-a-token') && [...this.#tokens].some(isBeginning);
  }

  /** Status and message of the refusal. */
  #bodyFault(body) {
    const context = { options: this.options, isAgain: this.#people.has(body.gympass_user_id) };
    for (const rule of BODY_RULES) {
      const refusal = rule(body, this.has, context);
      if (refusal) return refusal;
    }
    this.#people.add(body.gympass_user_id);
    return undefined;
  }

  #sendLink(response, body) {
    const { has } = this;
    const link = this.#linkFor(body);
    if (has('registration-redirects')) return redirect(response, link);
    const name = has('link-named-otherwise') ? 'redirectLink' : 'redirect_link';
    return sendJson(response, has('registration-201') ? 201 : 200, { [name]: link });
  }

  #linkFor({ gympass_user_id: id, email }) {
    const { has, options } = this;
    const base = has('http-link') ? 'http://join.partner.example' : options.url();
    if (id === options.existingUser && !has('existing-user-form')) return `${base}/log-in`;
    const token = has('one-link-for-all') ? 'welcome' : randomBytes(16).toString('base64url');
    const path = has('link-404') ? '/nowhere' : '/sign-up';
    const link = `${has('relative-link') ? '' : base}${path}?token=${token}`;
    if (has('link-with-email')) return `${link}&email=${encodeURIComponent(email ?? '')}`;
    if (has('link-with-id'))
      return `${link}&for=${Buffer.from(JSON.stringify({ user: id })).toString('base64url')}`;
    return link;
  }
}
