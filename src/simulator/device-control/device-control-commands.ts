import { LINE_STATES, type LineSetting } from '../device/device-line.js';
import { LOG_WAYS, ROTATIONS, type LogWay } from '../device/monitor.js';
import type { PresentCommand } from '../device/scanner.js';
import type { RotateCommand } from '../device/simulated-device.js';
import { DEVICE_MODELS, IDENTIFICATIONS } from '../device-wire/device-models.js';
import { BODY_FORMS, QR_MODES, type DeviceSettings } from '../device-wire/device-settings.js';
import type { WireRequest } from '../device-wire/wire-request.js';
import { Input, InvalidInput } from '../http/input.js';

const ADDRESS = /^https?:\/\/[^\s/]+(?:\/\S*)?$/;
const CARD = /^\d{1,20}$/;
const UUID_FIELD = /^[^]{0,200}$/;

export function readDeviceSettings(body: unknown): Partial<DeviceSettings> {
  const input = new Input(body);
  const settings = {
    address: input.text('address', ADDRESS)?.replace(/\/+$/, ''),
    deviceId: input.digits('deviceId', /^\d{1,19}$/),
    model: input.oneOf('model', DEVICE_MODELS),
    identification: input.oneOf('identification', IDENTIFICATIONS),
    qrMode: input.oneOf('qrMode', QR_MODES),
    bodyForm: input.oneOf('bodyForm', BODY_FORMS),
    maxRequestAttempts: input.integer('maxRequestAttempts', 1, 10),
    requestTimeoutMs: input.integer('requestTimeoutMs', 100, 60_000),
    contingency: input.flag('contingency'),
    localCards: input.digitLists('localCards', CARD)?.map((card) => String(BigInt(card))),
    clockSkewSeconds: input.integer('clockSkewSeconds', -1_000_000_000, 1_000_000_000),
    aliveEverySeconds: input.integer('aliveEverySeconds', 1, 3_600),
    pushEverySeconds: input.integer('pushEverySeconds', 0, 3_600),
  };
  input.end();
  const change = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(change), ...(settings.address && OWN_ADDRESSES) };
}

/** A new server is the one for everything, whatever a set-up said before. */
const OWN_ADDRESSES = { monitorAddress: undefined, pushAddress: undefined };

export function readPresent(body: unknown): PresentCommand {
  const input = new Input(body);
  const command = {
    qr: input.text('qr', /^[^]{1,600}$/),
    card: input.digits('card', CARD),
    uhf: input.text('uhf', /^[\x20-\x7e]{1,600}$/),
    userId: input.digits('userId', /^\d{1,19}$/),
    pin: input.text('pin', /^[\x20-\x7e]{1,100}$/),
    uuid: input.text('uuid', UUID_FIELD),
    copies: input.integer('copies', 1, 100),
  };
  input.end();
  const { qr, card, uhf, userId, pin } = command;
  const shown = [qr, card, uhf, userId ?? pin].filter((value) => value !== undefined);
  if (shown.length !== 1)
    throw new InvalidInput("One of 'qr', 'card', 'uhf', 'userId' or 'pin' is needed");
  return command;
}

export function readRotate(body: unknown): RotateCommand {
  const input = new Input(body);
  const command = {
    rotation: input.requiredOneOf('turn', ROTATIONS),
    uuid: input.oneOf('uuid', ['same', 'other', 'none']) ?? 'same',
    name: input.text('name', /^[\x20-\x7e]{1,100}$/),
    lost: input.flag('lost') ?? false,
  };
  input.end();
  return command;
}

export interface NetworkCommand {
  readonly line: LineSetting | undefined;
  readonly logsBy: LogWay | undefined;
  readonly tick: boolean;
}

export function readNetwork(body: unknown): NetworkCommand {
  const input = new Input(body);
  const state = input.oneOf('state', LINE_STATES);
  const slowMs = input.integer('slowMs', 0, 120_000);
  const logsBy = input.oneOf('logsBy', LOG_WAYS);
  const tick = input.flag('tick') ?? false;
  input.end();
  if (state === undefined && logsBy === undefined && !tick)
    throw new InvalidInput("One of 'state', 'logsBy' or 'tick' is needed");
  if (slowMs !== undefined && state !== 'slow')
    throw new InvalidInput("'slowMs' belongs to the state slow");
  return { line: state && { state, slowMs: slowMs ?? 1_000 }, logsBy, tick };
}

export function readRawRequest(body: unknown): WireRequest {
  const input = new Input(body);
  const request = {
    method: input.text('method', /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/) ?? 'POST',
    path: input.requiredText('path', /^\/[\x21-\x7e]{0,2000}$/),
    contentType: input.text('contentType', /^[\x20-\x7e]{0,200}$/),
    body: input.text('body', /^[^]{0,2000000}$/),
  };
  input.end();
  return request;
}
