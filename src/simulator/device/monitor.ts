import { jsonRequest } from '../device-wire/wire-request.js';
import type { DeviceExchange } from '../device-wire/exchange-log.js';
import type { DeviceParts } from './device-parts.js';

export const LOG_WAYS = ['dao', 'load_objects', 'both'] as const;
/** How access logs reach the server: by notification, when it fetches them, or both. */
export type LogWay = (typeof LOG_WAYS)[number];

export const ROTATIONS = ['left', 'right', 'give-up'] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** Only the first number is documented. */
const ROTATION_EVENTS = {
  left: { type: 7, name: 'TURN LEFT' },
  right: { type: 8, name: 'TURN RIGHT' },
  'give-up': { type: 9, name: 'GIVE UP' },
} as const;

const TIMEOUT_MS = 5_000;

export interface RotationReport {
  readonly rotation: Rotation;
  readonly uuid: string | undefined;
  /** Instead of the usual one, as firmwares spell it differently. */
  readonly name?: string | undefined;
}

/** Tells the server what happened: logs, rotations, the mode. One after the other, in the order of the facts. */
export class Monitor {
  logsBy: LogWay = 'dao';
  private last: Promise<unknown> = Promise.resolve();
  private run: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: DeviceParts) {}

  /** Everything that was to be sent so far has been. */
  async idle(): Promise<void> {
    await this.run;
    await this.last;
  }

  notify(topic: string, body: object): Promise<DeviceExchange> {
    const sending = this.last.then(() => this.send(topic, body));
    this.last = sending.catch(() => undefined);
    return sending;
  }

  /** Sends what the server has not been told, or everything once more. */
  async sendLogs(again = false): Promise<number> {
    const { logs } = this.parts;
    const meant = again ? logs.list() : logs.listWaiting();
    for (const log of meant) {
      const { answer, isAnswerLost } = await this.notify('dao', {
        object_changes: [{ object: 'access_logs', type: 'inserted', values: log }],
        device_id: this.deviceId(),
      });
      if (answer?.status !== 200 || isAnswerLost) break;
      logs.markSent([log['id'] ?? '']);
    }
    return meant.length;
  }

  /** One run after the other, so that no log is sent by two. */
  sendWaitingLogs(): void {
    if (this.logsBy === 'load_objects') return;
    this.run = this.run.then(() => this.sendLogs()).catch(() => undefined);
  }

  reportRotation({ rotation, uuid, name }: RotationReport): Promise<DeviceExchange> {
    const event = ROTATION_EVENTS[rotation];
    const time = this.parts.now();
    return this.notify('catra_event', {
      event: {
        ...event,
        ...(name !== undefined && { name }),
        time,
        ...(uuid !== undefined && { uuid }),
      },
      access_event_id: 15,
      device_id: this.deviceId(),
      time,
    });
  }

  reportMode(): Promise<DeviceExchange> {
    const { modes } = this.parts;
    const isAlone = modes.mode() === 'CONTINGENCY';
    const offline = modes.lastOffline();
    return this.notify('operation_mode', {
      operation_mode: {
        mode: isAlone ? 1 : 0,
        mode_name: isAlone ? 'CONTINGENCY' : 'DEFAULT',
        time: this.parts.now(),
        last_offline: offline === undefined ? 0 : Math.floor(offline.getTime() / 1_000),
        exception_mode: 'none',
      },
      device_id: this.deviceId(),
    });
  }

  private async send(topic: string, body: object): Promise<DeviceExchange> {
    const { settings, line } = this.parts;
    const { address, monitorAddress } = settings;
    const own = monitorAddress !== undefined;
    const sent = await line.send({
      kind: 'notification',
      address: own ? monitorAddress : address,
      request: jsonRequest(own ? `/${topic}` : `/api/notifications/${topic}`, body),
      timeoutMs: TIMEOUT_MS,
    });
    return sent.exchange;
  }

  /** A number in the vendor's samples; too long for one, it is sent as text. */
  private deviceId(): number | string {
    const { deviceId } = this.parts.settings;
    return Number.isSafeInteger(Number(deviceId)) ? Number(deviceId) : deviceId;
  }
}
