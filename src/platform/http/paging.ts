import { invalid } from '../errors/request-errors.js';
import { QueryNumber, Text } from './fields.js';

/** `?limit=` and `?cursor=` of every admin list. */
export class PageQuery {
  @QueryNumber({ optional: true, min: 1, max: 200 })
  limit?: number;

  @Text({ optional: true, max: 200 })
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export const DEFAULT_LIMIT = 50;

export interface PageForm<R, T> {
  readonly limit: number;
  /** What the next page starts after. */
  readonly position: (row: R) => string | number;
  readonly shape: (row: R) => T;
}

/** One more row than the page holds shows whether there is another page. */
export function pageOf<R, T>(
  rows: readonly R[],
  { limit, position, shape }: PageForm<R, T>,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(shape), nextCursor: more ? encodeCursor(position(last)) : null };
}

const encodeCursor = (position: string | number) =>
  Buffer.from(String(position)).toString('base64url');

/** The position inside a cursor of ours. @throws request.invalid when it is none */
export function readCursor(cursor: string | undefined, shape: RegExp): string | undefined {
  if (cursor === undefined) return undefined;
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!shape.test(position))
    throw invalid({ path: 'cursor', detail: 'use a value that we returned as nextCursor' });
  return position;
}

export const NUMBER_CURSOR = /^\d{1,16}$/;
export const UUID_CURSOR = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A place in a list that is ordered by a time and then by id. */
export interface Moment {
  /** Microseconds since 1970: the database's times are finer than a Date. */
  readonly micros: number;
  readonly id: string | number;
}

export const NUMBER_MOMENT = /^\d{1,16}\/\d{1,16}$/;
export const UUID_MOMENT = /^\d{1,16}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const momentOf = ({ micros, id }: Moment): string => `${micros}/${id}`;

/** @throws request.invalid when the cursor is none of ours */
export function readMoment(cursor: string | undefined, shape: RegExp): Moment | undefined {
  const [micros, id = ''] = readCursor(cursor, shape)?.split('/') ?? [];
  return micros === undefined ? undefined : { micros: Number(micros), id };
}
