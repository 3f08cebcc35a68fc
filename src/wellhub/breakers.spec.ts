import { beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonOutcome } from '../platform/http-client/json-client.js';
import { Breakers, type CallTarget, type Guarded } from './breakers.js';

const HOST = 'https://wellhub.example';
const nothing = (connected: boolean) =>
  ({ received: false, cause: 'timeout', status: undefined, connected }) as const;
const status = (code: number): JsonOutcome => ({
  received: true,
  response: { status: code, headers: {}, body: '' },
});
const caller = (partnerId: string, token = 'token'): CallTarget => ({
  baseUrl: HOST,
  partnerId,
  token,
});

describe('the breakers around Wellhub', () => {
  let now: number;
  let breakers: Breakers;
  let changes: [Guarded, string][];

  const call = (who: CallTarget, outcome: JsonOutcome, always = false) =>
    breakers.run(who, () => Promise.resolve(outcome), always);
  const times = async (count: number, who: CallTarget, outcome: JsonOutcome) => {
    for (let n = 0; n < count; n += 1) await call(who, outcome);
  };
  /** Whether a call of this caller would go out now. */
  const goesOut = async (who: CallTarget) => (await call(who, status(200))) !== undefined;

  beforeEach(() => {
    now = 1_000;
    changes = [];
    breakers = new Breakers(
      (guarded, state) => changes.push([guarded, state]),
      () => now,
    );
  });

  it.each([
    ['time-outs', nothing(true)],
    ['500', status(500)],
    ['503', status(503)],
  ] as const)(
    'W-49 five %s of one token open the breaker of that token only',
    async (_name, outcome) => {
      await times(5, caller('a'), outcome);
      expect(await goesOut(caller('a'))).toBe(false);
      expect(await goesOut(caller('a', 'of a gym of its own'))).toBe(true);
      expect(await goesOut(caller('b'))).toBe(true);
      expect([breakers.stateOf(caller('a')), breakers.stateOf(caller('b'))]).toEqual([
        'open',
        'closed',
      ]);
      expect(breakers.hostStates()).toEqual([[HOST, 'closed']]);
      expect(breakers.silentTokens(HOST)).toBe(1);
      expect(changes).toEqual([[{ baseUrl: HOST, partnerId: 'a' }, 'open']]);
    },
  );

  it('W-49 five connections that cannot be made, of any caller, open the breaker for all', async () => {
    for (const partner of 'abcde') await call(caller(partner), nothing(false));
    expect(await goesOut(caller('z'))).toBe(false);
    expect(breakers.stateOf(caller('z'))).toBe('open');
    expect(breakers.silentTokens(HOST)).toBe(0);
    expect(
      await breakers.run({ ...caller('z'), baseUrl: 'https://another' }, async () => status(200)),
    ).toEqual(status(200));
    now += 2_000;
    expect(await goesOut(caller('z'))).toBe(true);
    expect(await goesOut(caller('a'))).toBe(true);
  });

  it.each([400, 401, 403, 404, 408, 409, 422, 429, 302])(
    'W-48 %i proves that Wellhub is there, for the host and for the token',
    async (code) => {
      await times(4, caller('a'), nothing(false));
      await call(caller('a'), status(code));
      await times(4, caller('a'), nothing(true));
      await call(caller('a'), status(code));
      await times(9, caller('a'), status(code));
      expect(await goesOut(caller('a'))).toBe(true);
      expect(changes).toEqual([]);
    },
  );

  it('W-49 a 5xx proves that the host takes connections', async () => {
    await times(4, caller('a'), nothing(false));
    await call(caller('b'), status(502));
    await times(4, caller('a'), nothing(false));
    expect(await goesOut(caller('c'))).toBe(true);
  });

  it('W-49 a new connection closes the breaker of the host before its call has ended', async () => {
    await times(5, caller('a'), nothing(false));
    now += 2_000;
    let connected: () => void = () => undefined;
    const hanging = breakers.run(caller('a'), (onConnect) => {
      connected = onConnect;
      return new Promise(() => undefined);
    });
    expect(await goesOut(caller('b'))).toBe(false);
    connected();
    expect(await goesOut(caller('b'))).toBe(true);
    expect(hanging).toBeInstanceOf(Promise);
  });

  it('W-49 a token with an open breaker does not use up the trial call of the host', async () => {
    await times(5, caller('a'), nothing(true));
    now += 1_000;
    await times(5, caller('b'), nothing(false));
    now += 999;
    expect(await goesOut(caller('a'))).toBe(false);
    now += 1_001;
    await call(caller('a'), nothing(false));
    now += 2_000;
    expect(await goesOut(caller('b'))).toBe(true);
  });

  it('W-55 a call that a person started passes both', async () => {
    await times(5, caller('a'), nothing(true));
    await times(5, caller('b'), nothing(false));
    expect(await call(caller('a'), status(200), true)).toEqual(status(200));
    expect(await goesOut(caller('a'))).toBe(true);
    expect(await goesOut(caller('b'))).toBe(true);
  });

  it('remembers a token for ten minutes after its last call', async () => {
    await times(5, caller('a'), nothing(true));
    now += 599_999;
    expect(breakers.stateOf(caller('a'))).toBe('open');
    now += 1;
    expect([breakers.stateOf(caller('a')), breakers.silentTokens(HOST)]).toEqual(['closed', 0]);
  });

  it('remembers a bounded number of tokens, those used last', async () => {
    await times(5, caller('first'), nothing(true));
    await times(5, caller('second'), nothing(true));
    for (let n = 0; n < 9_000; n += 1) await call(caller('many', `${n}`), status(200));
    await call(caller('first'), status(200));
    expect(breakers.silentTokens(HOST)).toBe(2);
    for (let n = 0; n < 9_998; n += 1) await call(caller('more', `${n}`), status(200));
    expect([breakers.stateOf(caller('first')), breakers.stateOf(caller('second'))]).toEqual([
      'open',
      'closed',
    ]);
  });
});
