import { isObject } from '../../platform/http/json-body.js';

/** A door or relay opened or closed. */
export interface DoorReport {
  readonly isOpen: boolean;
  /** The device's number of the door. */
  readonly door: string | null;
}

export function readDoor(body: Readonly<Record<string, unknown>>): DoorReport | undefined {
  const { door, secbox, sec_box: box } = body;
  const report = [door, secbox, box].find(isObject);
  const isOpen = report && flagOf(report['open']);
  if (report === undefined || isOpen === undefined) return undefined;
  return { isOpen, door: shortText(report['id']) };
}

/** How the device decides. */
export interface ModeReport {
  readonly mode: 'ONLINE' | 'CONTINGENCY';
  readonly modeName: string;
  /** Null for none. */
  readonly exceptionMode: string | null;
  /** Unix seconds by its own clock. */
  readonly lastOffline: number | null;
}

export function readMode(body: Readonly<Record<string, unknown>>): ModeReport | undefined {
  const { operation_mode: report } = body;
  if (!isObject(report)) return undefined;
  const modeName = shortText(report['mode_name']);
  const exception = shortText(report['exception_mode']) ?? 'none';
  if (modeName === null) return undefined;
  return {
    mode: /contingency/i.test(modeName) ? 'CONTINGENCY' : 'ONLINE',
    modeName,
    exceptionMode: exception.toLowerCase() === 'none' ? null : exception,
    lastOffline: secondsOf(report['last_offline']),
  };
}

const MOST_CHARACTERS = 40;

/** Of what the device writes only what can stand in a list. */
function shortText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value)
    .replaceAll(/[^ -~]/g, '')
    .trim()
    .slice(0, MOST_CHARACTERS);
  return text === '' ? null : text;
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = String(value).toLowerCase();
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}

const LATEST_SECONDS = 253_402_300_799;

function secondsOf(value: unknown): number | null {
  const seconds = Number(shortText(value) ?? Number.NaN);
  return Number.isInteger(seconds) && seconds > 0 && seconds <= LATEST_SECONDS ? seconds : null;
}
