import { isObject } from '../../platform/http/json-body.js';

/** What a turnstile says of a person whom it was opened for. */
export interface ReportedRotation {
  readonly name: 'TURN_LEFT' | 'TURN_RIGHT' | 'GIVE_UP';
  /** Of the scan, as the device wrote it. */
  readonly uuid: string | null;
}

const NAMES: ReadonlyMap<string, ReportedRotation['name']> = new Map([
  ['TURN LEFT', 'TURN_LEFT'],
  ['TURN RIGHT', 'TURN_RIGHT'],
  ['GIVE UP', 'GIVE_UP'],
]);
const LONGEST_UUID = 64;

/** By the name alone: the numbers of these events are not all known. */
export function readRotation(
  body: Readonly<Record<string, unknown>>,
): ReportedRotation | undefined {
  const { event } = body;
  if (!isObject(event)) return undefined;
  const name = NAMES.get(plain(event['name']));
  return name && { name, uuid: uuidIn(event['uuid']) ?? uuidIn(body['uuid']) };
}

/** With or without `EVENT`, in any case, with blanks or underscores. */
const plain = (name: unknown): string =>
  typeof name === 'string'
    ? name
        .toUpperCase()
        .replaceAll(/[\s_-]+/g, ' ')
        .trim()
        .replace(/^EVENT /, '')
    : '';

function uuidIn(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const uuid = String(value);
  return uuid.trim() !== '' && uuid.length <= LONGEST_UUID ? uuid : null;
}
