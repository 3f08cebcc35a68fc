import { DEVICE_ACTIONS, type DeviceAction } from '../device-wire/device-models.js';
import {
  checkFields,
  checkKeys,
  isJsonObject,
  isPrintable,
  isWhole,
  parseObject,
} from './json-shape.js';
import type { JsonObject } from './json-shape.js';

/** The vendor's code for "access granted". */
export const GRANTED = 7;
const REFUSALS = [1, 2, 3, 6];

const RESULT_KEYS = {
  order: ['event', 'user_id', 'user_name', 'user_image', 'portal_id', 'actions', 'message'],
  optional: ['message'],
};

/** What a device makes of an answer, as tolerant as firmware. */
export interface ScanAnswer {
  readonly event: number;
  readonly userId: string;
  readonly userName: string;
  readonly message: string;
  readonly actions: readonly { readonly action: DeviceAction; readonly parameters: string }[];
}

/** @returns undefined for what firmware cannot use */
export function readScanAnswer(body: string): ScanAnswer | undefined {
  const result = parseObject(body)?.['result'];
  if (!isJsonObject(result) || !isWhole(result['event'])) return undefined;
  const actions = Array.isArray(result['actions']) ? result['actions'].filter(isJsonObject) : [];
  return {
    event: result['event'],
    userId: text(result['user_id'], '0'),
    userName: text(result['user_name'], ''),
    message: text(result['message'], ''),
    actions: actions.flatMap(({ action, parameters }) => {
      const known = DEVICE_ACTIONS.find((one) => one === action);
      return known === undefined ? [] : [{ action: known, parameters: text(parameters, '') }];
    }),
  };
}

const text = (value: unknown, fallback: string): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;

/** Section 5.1: shape, order of keys, types, characters, and that only a grant opens. */
export function checkScanAnswer(body: string, portalId = 1): string[] {
  const answer = parseObject(body);
  if (answer === undefined) return ['is no JSON object'];
  const result = answer['result'];
  if (!isJsonObject(result)) return ["has no object 'result'"];
  return [
    ...checkKeys('answer', answer, { order: ['result'] }),
    ...checkKeys('result', result, RESULT_KEYS),
    ...checkFields('result', result, {
      user_name: isPrintable(0, 20),
      user_image: (value) => value === false,
      portal_id: (value) => value === portalId,
      message: (value) => value === undefined || isPrintable(1, 30)(value),
    }),
    ...(result['event'] === GRANTED ? checkGrant(result) : checkRefusal(result)),
  ];
}

const checkRefusal = (result: JsonObject): string[] =>
  checkFields('result', result, {
    event: (value) => isWhole(value) && REFUSALS.includes(value),
    user_id: (value) => value === 0,
    user_name: (value) => value === '',
    actions: (value) => Array.isArray(value) && value.length === 0,
  });

function checkGrant(result: JsonObject): string[] {
  const found = checkFields('result', result, {
    user_id: (value) => isWhole(value) && value > 0,
    actions: (value) => Array.isArray(value) && value.length === 1 && isJsonObject(value[0]),
  });
  const actions = result['actions'];
  if (!Array.isArray(actions)) return found;
  return [...found, ...actions.filter(isJsonObject).flatMap(checkAction)];
}

function checkAction(action: JsonObject): string[] {
  return [
    ...checkKeys('action', action, { order: ['action', 'parameters'] }),
    ...checkFields('action', action, {
      action: (value) => DEVICE_ACTIONS.some((known) => known === value),
      parameters: (value) => isPrintable(1, 100)(value) && value !== 'allow=both',
    }),
  ];
}
