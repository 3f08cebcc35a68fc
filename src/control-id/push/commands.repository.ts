import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { Moment } from '../../platform/http/paging.js';
import type { DeviceCommand, CommandKind, CommandState, NewCommand } from './command.js';
import {
  ADD_COMMANDS,
  DEVICE_COMMANDS,
  DEVICES_WITH_OPEN,
  COUNT_WAITING,
  END_COMMAND,
  HAND_OUT,
  IS_FETCHING,
  LOCK_QUEUE,
  SETTLE_COMMANDS,
} from './commands.sql.js';
import type { OfDevice } from '../device-settings/control-id-device.js';

/** What a device gets at a poll. */
export interface HandedOut {
  readonly endpoint: string;
  readonly body: object;
}

export interface CommandResult {
  /** Of the poll that got it; the device names it in its result. */
  readonly uuid: string | null;
  readonly state: 'DONE' | 'FAILED';
  readonly error: string | null;
}

interface CommandsPage {
  readonly state: CommandState | undefined;
  readonly before: Moment | undefined;
  readonly limit: number;
}

interface Settled {
  readonly partnerId: string;
  readonly deviceId: number;
  readonly gymId: number;
  readonly kind: CommandKind;
  readonly state: CommandState;
}

/** The table `control_id_commands`. */
@Injectable()
export class CommandsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({ table: 'control_id_commands', column: 'created_at', keep: '7 days' });
  }

  /** @returns undefined, and adds none, where more than `most` would wait */
  async add(
    { partnerId, id }: OfDevice,
    commands: readonly NewCommand[],
    most: number,
  ): Promise<DeviceCommand[] | undefined> {
    return this.db.transaction(async (tx) => {
      await tx.query(LOCK_QUEUE, [partnerId, id]);
      const [row] = await tx.query<{ waiting: number }>(COUNT_WAITING, [partnerId, id]);
      if ((row?.waiting ?? 0) + commands.length > most) return undefined;
      return tx.query<DeviceCommand & object>(ADD_COMMANDS, [
        partnerId,
        id,
        commands.map(({ kind }) => kind),
        commands.map(({ endpoint }) => endpoint),
        commands.map(({ body }) => JSON.stringify(body)),
        commands.map(({ expiresInSeconds }) => expiresInSeconds ?? null),
      ]);
    });
  }

  async handOut({ partnerId, id }: OfDevice, uuid: string | null): Promise<HandedOut | undefined> {
    const [row] = await this.db.query<HandedOut & object>(HAND_OUT, [partnerId, id, uuid]);
    return row;
  }

  /**
   * Those of these devices that have commands which have not ended, by their ids.
   * @param fetching is noted to fetch commands
   */
  async withOpen(devices: readonly OfDevice[], fetching: readonly OfDevice[]): Promise<number[]> {
    const values = [devices, fetching].flatMap((all) => [
      all.map(({ partnerId }) => partnerId),
      all.map(({ id }) => id),
    ]);
    const rows = await this.db.query<{ id: number }>(DEVICES_WITH_OPEN, values);
    return rows.map(({ id }) => id);
  }

  /** Whether it fetched commands within the last five minutes. */
  async isFetching({ partnerId, id }: OfDevice): Promise<boolean> {
    const [row] = await this.db.query<{ isFetching: boolean }>(IS_FETCHING, [partnerId, id]);
    return row?.isFetching ?? false;
  }

  /** @returns what it was; undefined when no command waited for a result */
  async end(
    { partnerId, id }: OfDevice,
    { uuid, state, error }: CommandResult,
  ): Promise<CommandKind | undefined> {
    const values = [partnerId, id, uuid, state, error];
    const [row] = await this.db.query<{ kind: CommandKind }>(END_COMMAND, values);
    return row?.kind;
  }

  /** The newest first. */
  async list(
    { partnerId, id }: OfDevice,
    { state, before, limit }: CommandsPage,
  ): Promise<(DeviceCommand & { readonly micros: number })[]> {
    const place = [before?.micros ?? null, before?.id ?? null];
    return this.db.query(DEVICE_COMMANDS, [partnerId, id, state ?? null, ...place, limit]);
  }

  /** Ends those whose time is over. */
  async settle(): Promise<Settled[]> {
    return this.db.query<Settled & object>(SETTLE_COMMANDS, []);
  }
}
