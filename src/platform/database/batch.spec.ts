import { describe, expect, it } from '@jest/globals';
import { currentRequest, deadlineIn, runInRequest } from '../deadline/request-context.js';
import { DomainError } from '../errors/domain-error.js';
import { Batch, type BatchOptions } from './batch.js';

interface Item {
  readonly key: string;
  readonly n: number;
}

/** A statement that ends when the test ends it. */
class Statements {
  readonly sent: number[][] = [];
  private readonly open: { end(): void; fail(error: Error): void }[] = [];

  run = (items: readonly Item[]): Promise<(string | undefined)[]> => {
    this.sent.push(items.map(({ n }) => n));
    return new Promise((resolve, reject) => {
      const end = () => resolve(items.map(({ n }) => `answer ${n}`));
      this.open.push({ end, fail: reject });
    });
  };

  /** Ends the oldest statement in flight, and lets what waits behind it be sent. */
  async end(error?: Error): Promise<void> {
    const oldest = this.open.shift();
    if (error) oldest?.fail(error);
    else oldest?.end();
    await new Promise(setImmediate);
  }

  get inFlight(): number {
    return this.open.length;
  }
}

const given = (options: Partial<BatchOptions<Item, string>> = {}) => {
  const statements = new Statements();
  const batch = new Batch<Item, string>({
    run: statements.run,
    key: ({ key }) => key,
    maxInFlight: 1,
    ...options,
  });
  return { statements, add: (n: number, key = `row ${n}`) => batch.add({ n, key }) };
};

const within = <T>(ms: number, work: () => Promise<T>) =>
  runInRequest({ requestId: 'test', deadlineAt: deadlineIn(ms) }, work);

const unavailable = expect.objectContaining({
  spec: expect.objectContaining({ code: 'request.unavailable' }),
});

describe('a batch', () => {
  it('sends a lone item at once', async () => {
    const { statements, add } = given();
    const answer = add(1);
    expect(statements.sent).toEqual([[1]]);
    await statements.end();
    await expect(answer).resolves.toBe('answer 1');
  });

  it('lets what arrives while a statement is in flight share the next one, each with its own answer', async () => {
    const { statements, add } = given();
    const answers = [add(1), add(2), add(3)];
    expect(statements.sent).toEqual([[1]]);
    await statements.end();
    expect(statements.sent).toEqual([[1], [2, 3]]);
    await statements.end();
    await expect(Promise.all(answers)).resolves.toEqual(['answer 1', 'answer 2', 'answer 3']);
  });

  it('takes a row once per statement and keeps the order of what waits', async () => {
    const { statements, add } = given({ maxSize: 3 });
    const answers = [add(0), add(1, 'a'), add(2, 'a'), add(3, 'b'), add(4, 'c'), add(5, 'd')];
    await statements.end();
    await statements.end();
    await statements.end();
    expect(statements.sent).toEqual([[0], [1, 3, 4], [2, 5]]);
    await expect(Promise.all(answers)).resolves.toHaveLength(6);
  });

  it('sends another statement beside one that is slow, and no more than it may', async () => {
    const { statements, add } = given({ maxInFlight: 2 });
    const answers = [add(1), add(2)];
    expect(statements.sent).toEqual([[1]]);
    while (statements.inFlight < 2) await new Promise(setImmediate);
    expect(statements.sent).toEqual([[1], [2]]);
    answers.push(add(3), add(4));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(statements.inFlight).toBe(2);
    while (statements.inFlight > 0) await statements.end();
    expect(statements.sent).toEqual([[1], [2], [3, 4]]);
    await expect(Promise.all(answers)).resolves.toHaveLength(4);
  });

  it('sends another statement at once when two full ones wait', async () => {
    const { statements, add } = given({ maxInFlight: 2, maxSize: 2 });
    const answers = Promise.all([add(1), add(2), add(3), add(4)]);
    expect(statements.sent).toEqual([[1]]);
    const fifth = add(5);
    expect(statements.sent).toEqual([[1], [2, 3]]);
    while (statements.inFlight > 0) await statements.end();
    await expect(Promise.all([answers, fifth])).resolves.toHaveLength(2);
  });

  it('sends what waits before it hands out the answers, although a connection takes its time', async () => {
    const events: string[] = [];
    const run = async (items: readonly Item[]) => {
      await new Promise<void>((resolve) => process.nextTick(resolve));
      events.push(`sent ${items.map(({ n }) => n).join()}`);
      await new Promise(setImmediate);
      return items.map(({ n }) => `answer ${n}`);
    };
    const { add } = given({ run });
    await Promise.all(
      [1, 2, 3].map(async (n) => {
        await add(n);
        events.push(`answered ${n}`);
      }),
    );
    expect(events).toEqual(['sent 1', 'sent 2,3', 'answered 1', 'answered 2', 'answered 3']);
  });

  it('runs a failed statement again row by row, so that one bad row hurts one request', async () => {
    const bad = new Error('violates a constraint');
    const run = (items: readonly Item[]) =>
      items.some(({ n }) => n === 2)
        ? Promise.reject(bad)
        : Promise.resolve(items.map(({ n }) => `answer ${n}`));
    const { add } = given({ run });
    await expect(Promise.allSettled([add(0), add(1), add(2), add(3)])).resolves.toEqual([
      { status: 'fulfilled', value: 'answer 0' },
      { status: 'fulfilled', value: 'answer 1' },
      { status: 'rejected', reason: bad },
      { status: 'fulfilled', value: 'answer 3' },
    ]);
  });

  it.each([
    ['itself', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
    [
      'as a cause',
      new DomainError(
        { code: 'x.y', kind: 'unavailable', title: '' },
        {},
        {
          cause: Object.assign(new Error('gone'), { code: '57P01' }),
        },
      ),
    ],
  ])('queries a database that is down (%s) only once', async (_, failure) => {
    const { statements, add } = given();
    const answers = Promise.allSettled([add(1), add(2), add(3)]);
    await statements.end();
    await statements.end(failure);
    expect(statements.sent).toEqual([[1], [2, 3]]);
    expect((await answers).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });

  it('runs an item again that the statement left unanswered', async () => {
    const sent: number[][] = [];
    const run = (items: readonly Item[]) => {
      sent.push(items.map(({ n }) => n));
      return Promise.resolve(items.map(({ n }) => (n === 2 && sent.length < 4 ? undefined : 'ok')));
    };
    const { add } = given({ run });
    await expect(Promise.all([add(1), add(2), add(3)])).resolves.toEqual(['ok', 'ok', 'ok']);
    expect(sent).toEqual([[1], [2, 3], [2], [2]]);
  });

  it("rejects at the request's deadline, and another request waits on", async () => {
    const { statements, add } = given();
    const patient = add(1);
    await expect(within(20, () => add(2))).rejects.toEqual(unavailable);
    await statements.end();
    await expect(patient).resolves.toBe('answer 1');
  });

  it('never sends an item whose request was answered before its turn', async () => {
    const { statements, add } = given();
    const first = add(1);
    await expect(within(5, () => add(2))).rejects.toEqual(unavailable);
    const third = add(3);
    await statements.end();
    expect(statements.sent).toEqual([[1], [3]]);
    await statements.end();
    await expect(Promise.all([first, third])).resolves.toEqual(['answer 1', 'answer 3']);
  });

  it('stops running an unanswered item once its request is gone', async () => {
    let asked = 0;
    const run = async () => {
      asked += 1;
      await new Promise(setImmediate);
      return [undefined];
    };
    const { add } = given({ run });
    await expect(within(10, () => add(1))).rejects.toEqual(unavailable);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    const before = asked;
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(asked).toBe(before);
  });

  it('does not cut a shared statement short by the deadline of the request that began it', async () => {
    const seen: (string | undefined)[] = [];
    const run = (items: readonly Item[]) => {
      seen.push(currentRequest()?.requestId);
      return Promise.resolve(items.map(() => 'ok'));
    };
    const { add } = given({ run });
    await within(1_000, () => add(1));
    expect(seen).toEqual([undefined]);
  });
});
