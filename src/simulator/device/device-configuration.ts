import { isJsonObject, type JsonObject } from '../device-answers/json-shape.js';
import type { DeviceSettings } from '../device-wire/device-settings.js';
import { InvalidInput } from '../http/input.js';
import type { DeviceMemory } from './device-memory.js';

type Section = Readonly<Record<string, string>>;
type Change = Partial<{ -readonly [K in keyof DeviceSettings]: DeviceSettings[K] }>;

/** The configuration of the device, as its API sets it, and what follows from it. */
export class DeviceConfiguration {
  private readonly sections = new Map<string, Section>();

  constructor(private readonly memory: DeviceMemory) {}

  /** @returns what the device does differently from now on */
  set(body: JsonObject): Change {
    const changes = Object.entries(body).map(
      ([name, keys]) => [name, readSection(name, keys)] as const,
    );
    for (const [name, keys] of changes)
      this.sections.set(name, { ...this.sections.get(name), ...keys });
    return Object.assign({}, ...changes.map(([name, keys]) => this.effectOf(name, keys))) as Change;
  }

  /** The keys that are named, of each section that is named. */
  get(body: JsonObject): Record<string, Section> {
    const found = Object.entries(body).map(([name, wanted]) => {
      const section = this.sections.get(name) ?? {};
      const keys = Array.isArray(wanted) ? wanted.map(String) : Object.keys(section);
      return [name, Object.fromEntries(keys.map((key) => [key, section[key] ?? '']))] as const;
    });
    return Object.fromEntries(found);
  }

  private effectOf(name: string, keys: Section): Change {
    if (name === 'online_client') return this.onlineClient(keys);
    if (name === 'barras' || name === 'face_id') return qrMode(keys);
    if (name === 'monitor') return monitor({ ...this.sections.get(name) });
    if (name === 'push_server') return pushServer(keys);
    if (name === 'general') return general(keys);
    return {};
  }

  private onlineClient(keys: Section): Change {
    const { server_id: server, max_request_attempts: most, request_timeout: timeout } = keys;
    const change: Change = {};
    if (server !== undefined) change.address = this.addressOf(server);
    if (most !== undefined)
      change.maxRequestAttempts = numberOf('max_request_attempts', most, [1, 10]);
    if (timeout !== undefined)
      change.requestTimeoutMs = numberOf('request_timeout', timeout, [100, 60_000]);
    if (keys['contingency_enabled'] !== undefined)
      change.contingency = keys['contingency_enabled'] === '1';
    return change;
  }

  private addressOf(server: string): string {
    const address = this.memory.find('devices', 'id', server)?.['ip'];
    if (address === undefined)
      throw new InvalidInput(`There is no 'devices' object of id ${server}`);
    const hasScheme = /^https?:\/\//.test(address);
    return (hasScheme ? address : `http://${address}`).replace(/\/+$/, '');
  }
}

function readSection(name: string, keys: unknown): Section {
  if (!isJsonObject(keys)) throw new InvalidInput(`'${name}' must be an object`);
  const wrong = Object.entries(keys).find(([, value]) => typeof value !== 'string');
  if (wrong !== undefined) throw new InvalidInput(`'${name}.${wrong[0]}' must be text`);
  return keys as Section;
}

function qrMode({ qrcode_legacy_mode_enabled: legacy }: Section): Change {
  if (legacy === undefined) return {};
  if (legacy !== '0' && legacy !== '1')
    throw new InvalidInput("'qrcode_legacy_mode_enabled' must be 0 or 1 here");
  return { qrMode: legacy === '1' ? 'NUMERIC' : 'ALPHANUMERIC' };
}

/** The device names no scheme; with port 443 we take it for TLS, which only hardware can show. */
function monitor({ hostname, port = '80', path = '' }: Section): Change {
  if (!hostname) return {};
  const scheme = port === '443' ? 'https' : 'http';
  return { monitorAddress: `${scheme}://${hostname}:${port}/${path.replaceAll(/^\/+|\/+$/g, '')}` };
}

function pushServer(keys: Section): Change {
  const { push_remote_address: address, push_request_period: period } = keys;
  const change: Change = {};
  if (address) change.pushAddress = address.replace(/\/+$/, '');
  if (period !== undefined)
    change.pushEverySeconds = numberOf('push_request_period', period, [0, 3_600]);
  return change;
}

function general({ local_identification: local }: Section): Change {
  return local === undefined ? {} : { identification: local === '1' ? 'PRO' : 'ENTERPRISE' };
}

function numberOf(name: string, value: string, [least, most]: [number, number]): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidInput(`'${name}' must be a number from ${least} to ${most}`);
}
