import { readDeviceSettings, readPresent } from '../device-control/device-control-commands.js';
import type { PresentCommand } from '../device/scanner.js';
import type { DeviceSettings } from '../device-wire/device-settings.js';
import { SHOWN_THINGS, type ShownThing } from './device-words.js';

export interface TypedContent {
  readonly thing: ShownThing;
  readonly content: string;
}

/** A field of a form of this page; missing ones are empty. */
export function formField(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value.trim().slice(0, 20_000) : '';
}

export function readTyped(body: unknown): TypedContent {
  const name = formField(body, 'thing');
  const thing = SHOWN_THINGS.find((one) => one === name) ?? 'qr';
  return { thing, content: formField(body, 'content') };
}

export const presentTyped = ({ thing, content }: TypedContent): PresentCommand =>
  readPresent({ [thing]: content });

const TEXTS = ['address', 'deviceId', 'model', 'identification', 'qrMode', 'bodyForm'] as const;
const NUMBERS = [
  'maxRequestAttempts',
  'requestTimeoutMs',
  'clockSkewSeconds',
  'aliveEverySeconds',
  'pushEverySeconds',
] as const;

/** The settings as the control API takes them: an empty field keeps what is there. */
export function readSettingsForm(body: unknown): Partial<DeviceSettings> {
  const texts = TEXTS.map((name) => [name, formField(body, name)] as const);
  const numbers = NUMBERS.map((name) => [name, formField(body, name)] as const);
  return readDeviceSettings({
    ...Object.fromEntries(texts.filter(([, value]) => value !== '')),
    ...Object.fromEntries(
      numbers.filter(([, value]) => value !== '').map(([name, value]) => [name, Number(value)]),
    ),
    localCards: formField(body, 'localCards').split(/\s+/).filter(Boolean),
  });
}
