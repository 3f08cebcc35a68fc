import { randomUUID } from 'node:crypto';
import { asLogs } from '../device-answers/command-answer.js';
import { maskedAddress, type DeviceSettings } from '../device-wire/device-settings.js';
import type { DeviceExchange } from '../device-wire/exchange-log.js';
import { fieldsRequest, jsonRequest, type WireRequest } from '../device-wire/wire-request.js';
import { DeviceCommands } from './device-commands.js';
import type { LineSetting } from './device-line.js';
import { DeviceParts } from './device-parts.js';
import { Heartbeat } from './heartbeat.js';
import { Monitor, type LogWay, type Rotation } from './monitor.js';
import { PushClient, type PolledCommand } from './push-client.js';
import { Scanner, type PresentCommand, type ScanOutcome } from './scanner.js';

export interface RotateCommand {
  readonly rotation: Rotation;
  /** Of the last grant, another one, or none. */
  readonly uuid: 'same' | 'other' | 'none';
  readonly name?: string | undefined;
  /** The arm moves and the report is lost. */
  readonly lost: boolean;
}

/** A Control iD device as one object: what it reads, sends, decides and keeps. The HTTP control API mirrors it. */
export class SimulatedDevice {
  readonly commands: DeviceCommands;
  private readonly parts = new DeviceParts();
  private readonly monitor = new Monitor(this.parts);
  private readonly scanner = new Scanner(this.parts, this.monitor);
  private readonly push: PushClient;
  private readonly alive = new Heartbeat(() => this.tick());
  private readonly polling = new Heartbeat(() => this.poll());
  private lastOutcome: ScanOutcome | undefined;

  constructor() {
    this.commands = new DeviceCommands(this.parts, (change) => this.configure(change));
    this.push = new PushClient(this.parts, (endpoint, body) => this.commands.run(endpoint, body));
  }

  settings(): DeviceSettings {
    return this.parts.settings;
  }

  configure(change: Partial<DeviceSettings>): void {
    this.parts.settings = { ...this.parts.settings, ...change };
    const { address, pushAddress, pushEverySeconds } = this.parts.settings;
    this.polling.every((pushAddress ?? address) === undefined ? 0 : pushEverySeconds);
    this.keepAlive();
  }

  /** A person holds something before the reader. */
  async present(command: PresentCommand): Promise<ScanOutcome> {
    this.lastOutcome = await this.scanner.present(command);
    this.keepAlive();
    return this.lastOutcome;
  }

  /** The person goes through, or does not. @returns undefined when the report is lost */
  async rotate({ rotation, uuid, name, lost }: RotateCommand): Promise<DeviceExchange | undefined> {
    const { arm } = this.parts;
    arm.lock();
    if (lost) return undefined;
    const known = { same: arm.grantedUuid(), other: randomUUID(), none: undefined };
    return this.monitor.reportRotation({ rotation, uuid: known[uuid], name });
  }

  setLine(setting: LineSetting): void {
    this.parts.line.set(setting);
  }

  sendLogsBy(way: LogWay): void {
    this.monitor.logsBy = way;
  }

  /** Looks for its server at once; a 200 ends the contingency. */
  async tick(): Promise<DeviceExchange> {
    const { line, settings, logs, modes } = this.parts;
    const { address, bodyForm, deviceId, requestTimeoutMs: timeoutMs } = settings;
    const waiting = logs.listWaiting().length;
    const path = `/device_is_alive.fcgi?${new URLSearchParams({ device_id: deviceId })}`;
    const request =
      bodyForm === 'json'
        ? jsonRequest(path, asLogs(waiting))
        : fieldsRequest(path, [['access_logs', String(waiting)]], 'form');
    const { exchange, answer } = await line.send({ kind: 'alive', address, request, timeoutMs });
    if (answer?.status === 200) this.goOnline(modes.succeed());
    this.keepAlive();
    return exchange;
  }

  poll(): Promise<PolledCommand | undefined> {
    return this.push.poll();
  }

  /** Everything it has written down, also what the server has been told. */
  async sendAllLogs(): Promise<number> {
    return this.monitor.sendLogs(true);
  }

  /** Any bytes, as they are; the answer is checked like any other. */
  async sendRaw(request: WireRequest): Promise<DeviceExchange> {
    const { address, requestTimeoutMs: timeoutMs } = this.parts.settings;
    return (await this.parts.line.send({ kind: 'raw', address, request, timeoutMs })).exchange;
  }

  /** Resolves when every notification has been sent. */
  idle(): Promise<void> {
    return this.monitor.idle();
  }

  view() {
    const { settings, line, modes, logs, arm, exchanges } = this.parts;
    const { address, monitorAddress, pushAddress, ...rest } = settings;
    return {
      state: {
        mode: modes.mode(),
        lastOffline: modes.lastOffline(),
        network: line.get(),
        logsBy: this.monitor.logsBy,
        address: maskedAddress(address),
        monitorAddress: maskedAddress(monitorAddress),
        pushAddress: maskedAddress(pushAddress),
        ...rest,
      },
      failures: modes.failures(),
      push: this.push.view(),
      arm: arm.get(),
      lastOutcome: this.lastOutcome,
      waitingLogs: logs.listWaiting().length,
      accessLogs: logs.list(),
      exchanges: exchanges.list(),
      violations: exchanges.listViolations(),
    };
  }

  /** Forgets what happened; settings, users and cards stay. */
  clear(): void {
    this.parts.exchanges.clear();
    this.parts.logs.clear();
    this.parts.arm.lock();
    this.parts.modes.succeed();
    this.lastOutcome = undefined;
    this.keepAlive();
  }

  close(): void {
    this.alive.every(0);
    this.polling.every(0);
  }

  private goOnline(wasAlone: boolean): void {
    if (wasAlone) void this.monitor.reportMode().catch(() => undefined);
    this.monitor.sendWaitingLogs();
  }

  /** Documented for contingency alone. */
  private keepAlive(): void {
    const isAlone = this.parts.modes.mode() === 'CONTINGENCY';
    this.alive.every(isAlone ? this.parts.settings.aliveEverySeconds : 0);
  }
}

export type DeviceView = ReturnType<SimulatedDevice['view']>;
