import type { LineState } from '../device/device-line.js';
import type { Rotation } from '../device/monitor.js';
import type { ExchangeKind } from '../device-wire/exchange-log.js';
import { EN } from './device-words.en.js';
import { PT } from './device-words.pt.js';

export const SHOWN_THINGS = ['qr', 'card', 'uhf', 'userId', 'pin'] as const;
export type ShownThing = (typeof SHOWN_THINGS)[number];

/** Everything that the page of the device reads out. */
export interface DeviceWords {
  readonly language: string;
  readonly other: { readonly language: 'pt' | 'en'; readonly name: string };
  readonly app: string;
  readonly title: string;
  readonly phone: string;
  readonly refresh: string;
  readonly device: string;
  readonly online: string;
  readonly contingency: string;
  readonly noServer: string;
  readonly noServerHow: string;
  readonly idle: string;
  readonly idleHow: string;
  readonly decidedBy: Readonly<Record<'server' | 'device' | 'reader', string>>;
  readonly arm: Readonly<
    Record<'locked' | 'clockwise' | 'anticlockwise' | 'both' | 'open' | 'closed', string>
  >;
  readonly reader: string;
  readonly things: Readonly<Record<ShownThing, string>>;
  readonly content: string;
  readonly contentHow: string;
  readonly present: string;
  readonly again: string;
  readonly passage: string;
  readonly rotations: Readonly<Record<Rotation, string>>;
  readonly lost: string;
  readonly network: string;
  readonly line: Readonly<Record<LineState, string>>;
  readonly slowMs: string;
  readonly tick: string;
  readonly poll: string;
  readonly failures: string;
  readonly waitingLogs: string;
  readonly polls: string;
  readonly good: string;
  readonly violations: (count: number) => string;
  readonly exchanges: string;
  readonly noExchanges: string;
  readonly kinds: Readonly<Record<ExchangeKind, string>>;
  readonly sent: string;
  readonly received: string;
  readonly noAnswer: string;
  readonly lostAnswer: string;
  readonly logs: string;
  readonly noLogs: string;
  readonly logColumns: readonly [string, string, string, string];
  readonly settings: string;
  readonly fields: Readonly<Record<SettingField, string>>;
  readonly byModel: string;
  readonly keepAddress: string;
  readonly save: string;
  readonly clear: string;
  readonly wrong: string;
}

export type SettingField =
  | 'address'
  | 'deviceId'
  | 'model'
  | 'identification'
  | 'qrMode'
  | 'bodyForm'
  | 'maxRequestAttempts'
  | 'requestTimeoutMs'
  | 'clockSkewSeconds'
  | 'aliveEverySeconds'
  | 'pushEverySeconds'
  | 'localCards';

/** Portuguese first: that is where these devices stand. */
export const deviceWords = (language: unknown): DeviceWords => (language === 'en' ? EN : PT);
