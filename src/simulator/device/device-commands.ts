import { isJsonObject, isWhole, type JsonObject } from '../device-answers/json-shape.js';
import { readScanAnswer } from '../device-answers/scan-answer.js';
import { InvalidInput } from '../http/input.js';
import { DeviceConfiguration } from './device-configuration.js';
import type { DeviceParts } from './device-parts.js';
import { ObjectCommands } from './object-commands.js';

type Command = (body: JsonObject) => object;
const QUARTER_HOUR = 900;

/** The calls of the device's own API, which also come as commands over push. */
export class DeviceCommands {
  private readonly commands: Readonly<Record<string, Command>>;
  private readonly configuration: DeviceConfiguration;

  constructor(
    private readonly parts: DeviceParts,
    private readonly change: (settings: Partial<DeviceParts['settings']>) => void,
  ) {
    const objects = new ObjectCommands(parts.memory);
    this.configuration = new DeviceConfiguration(parts.memory);
    this.commands = {
      create_objects: (body) => objects.create(body),
      load_objects: (body) => objects.load(body),
      modify_objects: (body) => objects.modify(body),
      destroy_objects: (body) => objects.destroy(body),
      set_configuration: (body) => this.setConfiguration(body),
      get_configuration: (body) => this.configuration.get(body),
      set_system_time: (body) => this.setClock(body),
      execute_actions: (body) => this.executeActions(body),
      system_information: () => ({ serial: 'SIMULATED', version: 'simulator', online: true }),
    };
  }

  has(endpoint: string): boolean {
    return Object.hasOwn(this.commands, endpoint);
  }

  /** @throws InvalidInput with what is wrong */
  run(endpoint: string, body: JsonObject): object {
    const command = this.has(endpoint) ? this.commands[endpoint] : undefined;
    if (command === undefined) throw new InvalidInput(`This device has no '${endpoint}'`);
    return command(body);
  }

  private setConfiguration(body: JsonObject): object {
    this.change(this.configuration.set(body));
    return {};
  }

  /** The time carries no zone, and zones differ by quarters of an hour: what is left is what the clock is wrong by. */
  private setClock(body: JsonObject): object {
    const [year, month, day, hour, minute, second] = PARTS_OF_TIME.map((name) => {
      const value = body[name];
      if (!isWhole(value)) throw new InvalidInput(`'${name}' must be a whole number`);
      return value;
    }) as [number, number, number, number, number, number];
    const given = Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
    const off = given - Math.floor(Date.now() / 1_000);
    this.change({ clockSkewSeconds: off - Math.round(off / QUARTER_HOUR) * QUARTER_HOUR });
    return {};
  }

  private executeActions({ actions }: JsonObject): object {
    if (!Array.isArray(actions) || !actions.every(isJsonObject))
      throw new InvalidInput("'actions' must be a list of objects");
    const asAnswer = readScanAnswer(JSON.stringify({ result: { event: 0, actions } }));
    if (!this.parts.arm.act(this.parts.settings.model, asAnswer?.actions ?? []))
      throw new InvalidInput('This model can do none of these actions');
    return { actions };
  }
}

const PARTS_OF_TIME = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
