import type { JsonObject } from '../device-answers/json-shape.js';

/** One object of the device's own database; all values are text, as its API gives them. */
export type StoredObject = Readonly<Record<string, string>>;

const KEPT = 10_000;

/** The device's own database: servers, local users and cards, access logs. */
export class DeviceMemory {
  private readonly tables = new Map<string, StoredObject[]>();
  /** Ids go on after a restart, as they do in a device: by then the clock is further than they are. */
  private lastId = Math.floor(Date.now() / 1_000) - 1_700_000_000;

  add(object: string, values: JsonObject): string {
    const id = textOf(values['id']) || String((this.lastId += 1));
    const texts = Object.entries(values).map(([name, value]) => [name, textOf(value)] as const);
    const stored = { id, ...Object.fromEntries(texts) };
    const others = this.list(object).filter((one) => one['id'] !== id);
    this.tables.set(object, [...others, stored].slice(-KEPT));
    return id;
  }

  list(object: string): readonly StoredObject[] {
    return this.tables.get(object) ?? [];
  }

  find(object: string, field: string, value: string): StoredObject | undefined {
    return this.list(object).find((one) => one[field] === value);
  }

  /** @returns how many there were */
  remove(object: string, isMeant: (stored: StoredObject) => boolean): number {
    const all = this.list(object);
    const rest = all.filter((one) => !isMeant(one));
    this.tables.set(object, rest);
    return all.length - rest.length;
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
