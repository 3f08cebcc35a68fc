import { isJsonObject, isWhole, type JsonObject } from '../device-answers/json-shape.js';
import { InvalidInput } from '../http/input.js';
import type { DeviceMemory, StoredObject } from './device-memory.js';
import { filterOf } from './stored-filter.js';

/** The calls of the device's API about its objects: servers, users, cards, access logs. */
export class ObjectCommands {
  constructor(private readonly memory: DeviceMemory) {}

  create(body: JsonObject): { ids: number[] } {
    const object = objectOf(body);
    const { values } = body;
    if (!Array.isArray(values) || !values.every(isJsonObject))
      throw new InvalidInput("'values' must be a list of objects");
    return { ids: values.map((one) => Number(this.memory.add(object, one))) };
  }

  load(body: JsonObject): Record<string, readonly StoredObject[]> {
    const object = objectOf(body);
    const found = this.memory.list(object).filter(filterOf(object, body['where']));
    const offset = countOf(body, 'offset') ?? 0;
    return { [object]: found.slice(offset, offset + (countOf(body, 'limit') ?? found.length)) };
  }

  modify(body: JsonObject): { changes: number } {
    const object = objectOf(body);
    const { values, where } = body;
    if (!isJsonObject(values)) throw new InvalidInput("'values' must be an object");
    const meant = this.memory.list(object).filter(filterOf(object, where));
    for (const stored of meant) this.memory.add(object, { ...stored, ...values });
    return { changes: meant.length };
  }

  destroy(body: JsonObject): { changes: number } {
    const object = objectOf(body);
    return { changes: this.memory.remove(object, filterOf(object, body['where'])) };
  }
}

function objectOf({ object }: JsonObject): string {
  if (typeof object !== 'string' || !/^[a-z_]{1,60}$/.test(object))
    throw new InvalidInput("'object' must be the name of a kind of objects");
  return object;
}

function countOf(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (isWhole(value) && value >= 0) return value;
  throw new InvalidInput(`'${name}' must be a whole number`);
}
