import { isGatehouseError, type Gatehouse } from '@gatehouse/client';
import type { CommandCall } from '../frame/command-call.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { pause } from '../terminal/pause.js';

/** An event as its subscribers get it. */
export interface Envelope {
  readonly entityId: number;
  readonly uuid: string;
  readonly payload: readonly [{ readonly timestamp: number; readonly type: string }];
}

export interface FeedSlice {
  readonly items: readonly Envelope[];
  /** Where to go on: a feed has no end. */
  readonly nextCursor: string;
}

const PATH = '/admin/v1/partners/{partnerId}/events';
const POLL_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const TOO_OLD = 'event.cursor-too-old';

/** The place from which only what happens from now on comes. */
export async function placeOfNow(gatehouse: Gatehouse): Promise<string> {
  return (await gatehouse.get<FeedSlice>(PATH, { query: { start: 'now' } })).nextCursor;
}

/** The latest events, oldest of them first. */
export async function latest(
  gatehouse: Gatehouse,
  types: readonly string[],
  count: number,
): Promise<Envelope[]> {
  if (count === 0) return [];
  const query = { order: 'newest', limit: Math.min(count, 200) };
  const perType = types.length > 0 ? types : [undefined];
  const lists = await Promise.all(
    perType.map((type) =>
      gatehouse.list<Envelope>(PATH, { query: { ...query, type } }).toArray(count),
    ),
  );
  // Reversed first: of the same millisecond the order of the list counts.
  const all = lists
    .flatMap((list) => list.toReversed())
    .toSorted((a, b) => eventTime(a) - eventTime(b));
  return all.slice(-count);
}

export const typeOf = ({ payload }: Envelope): string => payload[0].type;
export const eventTime = ({ payload }: Envelope): number => payload[0].timestamp;

/** @throws CliProblem for a type that the service does not know */
export async function readTypes(gatehouse: Gatehouse, text = ''): Promise<string[]> {
  const types = text.split(',').map((type) => type.trim().toUpperCase());
  const given = types.filter(Boolean);
  for (const type of given) {
    const query = { order: 'newest', limit: 1, type };
    await gatehouse.get(PATH, { query }).catch((error: unknown) => {
      if (!isGatehouseError(error) || error.status !== 400) throw error;
      const facts = error.errors.map(({ detail }) => detail).join('; ');
      throw wrongUse(`There is no event of the type "${type}".`, facts);
    });
  }
  return given;
}

/**
 * Page after page for ever, as events happen; ends with Ctrl-C. A service that cannot be reached is tried again and again,
 * and what happened meanwhile comes then.
 */
export async function* follow(
  call: CommandCall,
  start: string | undefined,
): AsyncGenerator<FeedSlice> {
  const gatehouse = call.gatehouse();
  let cursor = start;
  for (let failed = 0; !call.signal.aborted;) {
    try {
      const page: FeedSlice = await gatehouse.get<FeedSlice>(PATH, {
        query: { cursor, limit: 200 },
        retries: 0,
      });
      if (failed > 0) call.output.progress('Connected again.');
      failed = 0;
      yield page;
      cursor = page.nextCursor;
      if (page.items.length === 0) await pause(POLL_MS, call.signal);
    } catch (error) {
      if (call.signal.aborted) return;
      if (isGatehouseError(error, TOO_OLD) && cursor !== undefined) {
        call.output.progress(
          'Events that happened since are not kept any more: on with the oldest.',
        );
        cursor = undefined;
        continue;
      }
      if (!isPassing(error)) throw error;
      failed += 1;
      if (failed === 1) call.output.progress('The connection is lost; trying again …');
      await pause(Math.min(POLL_MS * 2 ** (failed - 1), LONGEST_WAIT_MS), call.signal);
    }
  }
}

const isPassing = (error: unknown): boolean =>
  isGatehouseError(error) &&
  (error.status === undefined || error.status === 429 || error.status >= 500);
