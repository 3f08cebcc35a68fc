import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenPromises } from '../fuzz/rules.js';
import { DeclaredRoutes } from '../src/platform/http/declared-routes.js';
import type { Answer } from './support/api.js';
import { placesIn, type Operation } from './support/documented-operations.js';
import { FOR_PROGRAMMERS, ODD_ESCAPES, ODD_HEADERS, oddInsteadOf } from './support/odd-values.js';
import { OddStage } from './support/odd-stage.js';
import { startApp, type TestApp } from './support/test-app.js';

const AT_ONCE = 12;
const PLENTY = 1_000_000;

/** What a good body is answered with where more than the body is needed. */
const STATES: Record<string, number> = {
  'POST /Api/Users/ResetPassword': 400,
  'PUT /admin/v1/customers/{customerId}/consents': 400,
  'POST /admin/v1/bookings/{id}/decision': 409,
  // Other calls of the same moment add rules that it does not name.
  'PUT /admin/v1/gyms/{gymId}/access-rules/order': 400,
  // A key's test mail goes to the support address, and there is none.
  'POST /admin/v1/partners/{partnerId}/mail-templates/{name}/test-mail': 409,
  'POST /admin/v1/partners/{partnerId}/wellhub/setup': 409,
  'POST /admin/v1/registration-links/{token}/complete': 404,
  // Of people: a key has no account.
  'PATCH /admin/v1/me': 403,
  'POST /admin/v1/me/authenticator-app/confirmation': 403,
  'PATCH /admin/v1/me/passkeys/{id}': 403,
  'POST /admin/v1/me/passkeys': 403,
  'PUT /admin/v1/me/alert-mails': 403,
  'PUT /admin/v1/me/place': 403,
  // It fetches no commands.
  'POST /admin/v1/devices/{id}/open': 409,
  'POST /aggregator/checkin-validation': 403,
  'POST /aggregator/member-validation': 404,
  'POST /open-api/device/cardreader/identification': 404,
  // Without an address of their own they serve an installation with one partner.
  'POST /wellhub/users/cancel': 401,
  'POST /wellhub/users/change': 401,
  'POST /wellhub/webhooks': 401,
  'POST /wellhub/webhooks/{event}': 401,
};

/** Buttons without fields. */
const FIELDLESS = /log-?out$|\/(accept|reject|validate)$/;

interface Call {
  readonly about: string;
  readonly operation: Operation;
  send(): Promise<Answer>;
}

describe('an odd value', () => {
  let app: TestApp;
  let stage: OddStage;
  let operations: Operation[];
  /** One call for each field that was refused for its value. */
  const refused = new Map<string, Call>();

  beforeAll(async () => {
    app = await startApp({
      rateLimitPerMinute: PLENTY,
      rateLimitDoorPerMinute: PLENTY,
      anonymousLimitPerMinute: PLENTY,
    });
    stage = await OddStage.open(app);
    operations = stage.operations;
  });
  afterAll(() => app.close());

  /** What was answered with a failure of ours, in another form than the surface's, or with words for programmers. */
  async function faultsOf(calls: readonly Call[]): Promise<string[]> {
    const left = dealt(calls).values();
    const faults: string[] = [];
    await inParallel(async () => {
      for (const call of left) faults.push(...faultsIn(call, await answerTo(call)));
    });
    return faults;
  }

  /** 503 means "try again": true of a slow machine, but a bad value would get it for ever. */
  async function answerTo(call: Call): Promise<Answer> {
    let answer = await call.send();
    for (let again = 0; answer.status === 503 && again < 5; again += 1) answer = await call.send();
    return answer;
  }

  function faultsIn(call: Call, { status, headers, text }: Answer): string[] {
    const { method, path } = call.operation;
    const answer = { status, headers: Object.fromEntries(headers), text };
    const broken = brokenPromises({ method, path }, answer);
    if (status >= 400 && FOR_PROGRAMMERS.test(text)) broken.push('words for programmers');
    const [field = ''] = call.about.split('=');
    // Refused for itself, and not for what another call has just changed.
    if (status === 400 && text.includes(field.split('/').at(-1) ?? '')) refused.set(field, call);
    return broken.map((fault) => `${call.about.slice(0, 200)}: ${fault}: ${text.slice(0, 200)}`);
  }

  /** The fields of a body with every value that is odd for them. */
  const oddBodiesOf = (operation: Operation): Call[] =>
    [...placesIn(operation.body?.())].flatMap(({ path, value }) =>
      oddInsteadOf(value).map((odd): Call => ({
        about: `${operation.method} ${operation.path} ${path}=${JSON.stringify(odd)}`,
        operation,
        send: () => {
          const place = [...placesIn(operation.body?.())].find((one) => one.path === path);
          return stage.call(operation, stage.pathOf(operation), place?.put(odd));
        },
      })),
    );

  it('is tried in bodies that are good but for it', async () => {
    const answers = await Promise.all(
      operations
        .filter(({ body }) => body)
        .map(async (operation) => {
          const { status, text } = await stage.call(
            operation,
            stage.pathOf(operation),
            operation.body?.(),
          );
          const address = `${operation.method} ${operation.path}`;
          const isGood = status < 300 || STATES[address] === status;
          return isGood ? [] : [`${address}: ${status} ${text}`];
        }),
    );
    expect(answers.flat()).toEqual([]);
  });

  it('in a body is refused with a plain sentence, or taken, and breaks nothing', async () => {
    const calls = operations.flatMap(oddBodiesOf);
    expect(calls.length).toBeGreaterThan(5_000);
    expect(await faultsOf(calls)).toEqual([]);
  }, 240_000);

  it('in a query is answered the same way', async () => {
    const calls = operations.flatMap((operation) =>
      operation.query.flatMap((name) =>
        ODD_ESCAPES.map((odd): Call => ({
          about: `${operation.method} ${operation.path} ?${name}=${odd}`,
          operation,
          send: () =>
            stage.call(operation, `${stage.pathOf(operation)}?${name}=${odd}`, operation.body?.()),
        })),
      ),
    );
    expect(await faultsOf(calls)).toEqual([]);
  }, 240_000);

  it('in a path is answered the same way', async () => {
    const calls = operations.flatMap((operation) =>
      (operation.path.match(/\{\w+\}/g) ?? []).flatMap((name) =>
        ODD_ESCAPES.filter((odd) => odd !== '').map((odd): Call => {
          const path = stage.pathOf({ ...operation, path: operation.path.replace(name, odd) });
          return {
            about: `${operation.method} ${operation.path} ${name}=${odd}`,
            operation,
            send: () => stage.call(operation, path, operation.body?.()),
          };
        }),
      ),
    );
    expect(await faultsOf(calls)).toEqual([]);
  }, 240_000);

  it('in a header is answered the same way', async () => {
    const calls = operations.flatMap((operation) =>
      operation.headers.flatMap((name) =>
        ODD_HEADERS.map((value): Call => ({
          about: `${operation.method} ${operation.path} ${name}=${value}`,
          operation: { ...operation, method: operation.method },
          send: () =>
            stage.call(
              operation,
              stage.pathOf({ ...operation, path: operation.path.replaceAll(/\{\w+\}/g, '0') }),
              operation.body?.(),
              { [name]: value },
            ),
        })),
      ),
    );
    expect(await faultsOf(calls)).toEqual([]);
  }, 240_000);

  it.each([
    ['/admin/v1/gyms', 'detail'],
    ['/v1/devices', 'errorMessage'],
    ['/Api/Users/ClubVisits', 'errors.0.message'],
    ['/wellhub/token', 'message'],
  ])(
    'that is not escaped in the query of %s is refused in the form of its surface',
    async (path, field) => {
      const text = await rawAnswer(
        app.api.origin,
        `GET ${path}?name=josé HTTP/1.1\r\nHost: a\r\n\r\n`,
      );
      const [head = '', body = ''] = text.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
      expect(head).toMatch(/^x-request-id: \w+/im);
      expect(JSON.parse(body)).toHaveProperty(
        field,
        expect.stringMatching(/^the address must be ASCII/),
      );
    },
  );

  it('in a form of a page is answered with a page', async () => {
    const person = await stage.visitor();
    const forms = stage.forms;
    const known = app.app.get(DeclaredRoutes).all.map(({ address }) => address);
    const posts = known.filter((one) => /^POST \/(:slug|console\/desk)/.test(one));
    expect(posts.filter((one) => !FIELDLESS.test(one) && !(one in forms))).toEqual([]);
    const calls = Object.entries(forms).flatMap(([address, names]) => {
      const path = stage.pageOf(address);
      const [method = ''] = address.split(' ');
      return names.flatMap((name) =>
        ODD_ESCAPES.map((odd): Call => ({
          about: `${address} ${name}=${odd}`,
          operation: { id: '', method, path, query: [], headers: [], body: undefined },
          send: () => person.call(method, path, `${name}=${odd}`),
        })),
      );
    });
    expect(await faultsOf(calls)).toEqual([]);
  }, 240_000);

  it('that is refused changes nothing', async () => {
    const before = await stage.fingerprint();
    expect(refused.size).toBeGreaterThan(300);
    const left = refused.values();
    const taken: string[] = [];
    await inParallel(async () => {
      for (const call of left) {
        const { status, text } = await answerTo(call);
        if (status !== 400) taken.push(`${call.about}: ${status} ${text}`);
      }
    });
    expect(taken).toEqual([]);
    expect(await stage.fingerprint()).toEqual(before);
  }, 240_000);
});

/** Neighbours apart: what is slow for one route is not asked for at once. */
const dealt = <T>(calls: readonly T[], piles = 40): T[] =>
  Array.from({ length: piles }, (_, pile) =>
    calls.filter((_call, at) => at % piles === pile),
  ).flat();

const inParallel = (work: () => Promise<void>) =>
  Promise.all(Array.from({ length: AT_ONCE }, work));

/** What comes back on a connection until the other side closes it. */
async function rawAnswer(origin: string, sent: string): Promise<string> {
  const { port, hostname } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(sent);
  const parts = await socket.toArray();
  return Buffer.concat(parts as Buffer[]).toString();
}
