import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Gatehouse } from '@gatehouse/client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CustomerLine } from './customer-lines.js';
import { freshState, type ImportState } from './import-state.js';
import { sendBatches } from './send-batches.js';

interface Waiting {
  readonly numbers: readonly string[];
  readonly answer: (status?: number) => void;
}

/** Lines of one batch each: the service takes 900,000 bytes. */
const line = (no: number, more: object = {}): CustomerLine => ({
  line: no,
  item: { number: `n${no}`, legalGuardian: 'x'.repeat(600_000), ...more },
});

describe('sending batches', () => {
  const waiting: Waiting[] = [];
  const seen: number[] = [];
  const server = createServer((request, response) => void keep(request, response));
  let gatehouse: Gatehouse;

  async function keep(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { items } = JSON.parse(await text(request)) as { items: { number: string }[] };
    const answer = (status = 200) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ created: items.length, updated: 0, unchanged: 0, items: [] }));
    waiting.push({ numbers: items.map(({ number }) => number), answer });
  }

  beforeEach(async () => {
    waiting.length = 0;
    seen.length = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    gatehouse = new Gatehouse({ baseUrl: `http://127.0.0.1:${port}`, partnerId: 'p', retries: 0 });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const send = (lines: readonly CustomerLine[]) =>
    sendBatches(lines, freshState('hash'), {
      gatehouse,
      dryRun: false,
      onDone: ({ doneUpTo }) => seen.push(doneUpTo),
    });

  async function underWay(count: number): Promise<string[]> {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    // Whatever else would come has time to.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return waiting.flatMap(({ numbers }) => numbers).toSorted();
  }
  const answer = (number: string, status?: number) =>
    waiting
      .splice(
        waiting.findIndex(({ numbers }) => numbers.includes(number)),
        1,
      )
      .forEach((one) => one.answer(status));

  it('L-50 L-54 has three under way, and counts them in the order of the file', async () => {
    const done = send([1, 2, 3, 4, 5].map((no) => line(no)));
    expect(await underWay(3)).toEqual(['n1', 'n2', 'n3']);
    answer('n2');
    expect([await underWay(2), seen]).toEqual([['n1', 'n3'], []]);
    answer('n1');
    expect([await underWay(3), seen]).toEqual([
      ['n3', 'n4', 'n5'],
      [1, 2],
    ]);
    for (const number of ['n5', 'n4', 'n3']) answer(number);
    const state: ImportState = await done;
    expect([seen, state.doneUpTo, state.counts.created]).toEqual([[1, 2, 3, 4, 5], 5, 5]);
  });

  it('L-50 sends lines that may be one person one after the other', async () => {
    const done = send([
      line(1, { email: 'ana@example.com' }),
      line(2, { email: 'Ana@Example.com ' }),
      line(3, { cardNumber: { value: '7' } }),
    ]);
    expect(await underWay(1)).toEqual(['n1']);
    answer('n1');
    expect(await underWay(2)).toEqual(['n2', 'n3']);
    for (const number of ['n2', 'n3']) answer(number);
    expect((await done).doneUpTo).toBe(3);
  });

  it('L-54 ends at the first that fails, in the order of the file, when the others have ended', async () => {
    const done = send([1, 2, 3, 4].map((no) => line(no)));
    const failed = done.then(
      () => undefined,
      (error: unknown) => error,
    );
    await underWay(3);
    answer('n3', 500);
    answer('n2', 500);
    answer('n1');
    await underWay(1);
    answer('n4');
    expect(await failed).toMatchObject({ status: 500 });
    expect(seen).toEqual([1]);
  });
});
