import { isObject, parseJsonWithLongIntegers } from '../../platform/http/json-body.js';

/** One entry of a device's log, as far as it says who passed and when. */
export interface LogEntry {
  /** The device's number of it, digits. */
  readonly id: string;
  /** Unix seconds by the device's clock. */
  readonly time: number;
  /** The maker's number of what happened. */
  readonly event: number;
  /** Digits; absent: the device recognised no person, or read no card. */
  readonly userId?: string;
  readonly cardValue?: string;
}

const DIGITS = /^\d{1,19}$/;
const CARD = /^-?\d{1,20}$/;
const LATEST_TIME = 253_402_300_799;

/** The logs that a `dao` notification inserted; all else in it has no effect. */
export function logsOfChanges(body: Readonly<Record<string, unknown>>): LogEntry[] {
  const { object_changes: changes } = body;
  if (!Array.isArray(changes)) return [];
  return changes.filter(isObject).flatMap(({ object, type, values }) => {
    const isNewLog = object === 'access_logs' && type === 'inserted';
    return isNewLog ? readLogs(Array.isArray(values) ? values : [values]) : [];
  });
}

/** A page of logs: what `load_objects` returned, as an object or as text of one; undefined for anything else. */
export function logsOfPage(result: unknown): LogEntry[] | undefined {
  const page = typeof result === 'string' ? parsed(result) : result;
  if (!isObject(page)) return undefined;
  const { access_logs: logs, response } = page;
  if (Array.isArray(logs)) return readLogs(logs);
  return response === undefined ? undefined : logsOfPage(response);
}

const readLogs = (values: readonly unknown[]): LogEntry[] =>
  values.flatMap((one) => (isObject(one) ? (readLog(one) ?? []) : []));

/** Undefined for an entry without number or event. */
function readLog(values: Readonly<Record<string, unknown>>): LogEntry | undefined {
  const id = textOf(values['id']);
  const time = timeOf(values['time']);
  const event = Number(textOf(values['event']));
  if (!DIGITS.test(id) || !withinInt64(id)) return undefined;
  if (!isWithin(event, MOST_EVENT)) return undefined;
  const userId = withinInt64(named(values['user_id'], DIGITS));
  const cardValue = named(values['card_value'], CARD);
  return { id, time, event, ...(userId && { userId }), ...(cardValue && { cardValue }) };
}

/** 0, which is long ago, for one that no clock shows. */
function timeOf(value: unknown): number {
  const time = Number(textOf(value));
  return isWithin(time, LATEST_TIME) ? time : 0;
}

const MOST_ID = 2n ** 63n - 1n;
const MOST_EVENT = 2 ** 31 - 1;

const withinInt64 = (digits: string | undefined): string | undefined =>
  digits !== undefined && BigInt(digits) <= MOST_ID ? digits : undefined;

const isWithin = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '?';

/** 0, blank and missing are the same. */
function named(value: unknown, shape: RegExp): string | undefined {
  const text = textOf(value);
  return shape.test(text) && !/^-?0*$/.test(text) ? text : undefined;
}

function parsed(text: string): unknown {
  try {
    return parseJsonWithLongIntegers(text);
  } catch {
    return undefined;
  }
}
