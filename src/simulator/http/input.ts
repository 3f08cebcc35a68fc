/** Something the caller of the simulator got wrong; answered 400 with this message, never a 5xx. */
export class InvalidInput extends Error {}

/** Reads one control body field by field and refuses what it does not know, so that a typo is noticed. */
export class Input {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly read = new Set<string>();

  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new InvalidInput('The body must be a JSON object');
    }
    this.fields = body as Record<string, unknown>;
  }

  text(name: string, form = /^[^]{0,2000}$/): string | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw new InvalidInput(`'${name}' must be text`);
    if (!form.test(value)) throw new InvalidInput(`'${name}' is not of the form ${form.source}`);
    return value;
  }

  requiredText(name: string, form?: RegExp): string {
    return required(name, this.text(name, form));
  }

  number(name: string, least: number, most: number): number | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || value < least || value > most) {
      throw new InvalidInput(`'${name}' must be a number from ${least} to ${most}`);
    }
    return value;
  }

  integer(name: string, least: number, most: number): number | undefined {
    const value = this.number(name, least, most);
    if (value !== undefined && !Number.isInteger(value)) {
      throw new InvalidInput(`'${name}' must be a whole number`);
    }
    return value;
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'boolean') return value;
    throw new InvalidInput(`'${name}' must be true or false`);
  }

  /** Digits, as a text or as a number that is exact. */
  digits(name: string, form: RegExp): string | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : digitsOf(name, value, form);
  }

  digitLists(name: string, form: RegExp): readonly string[] | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || value.length > 1_000)
      throw new InvalidInput(`'${name}' must be a list`);
    return value.map((one: unknown) => digitsOf(name, one, form));
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = allowed.find((word) => word === value);
    if (found === undefined)
      throw new InvalidInput(`'${name}' must be one of ${allowed.join(', ')}`);
    return found;
  }

  requiredOneOf<T extends string>(name: string, allowed: readonly T[]): T {
    return required(name, this.oneOf(name, allowed));
  }

  any(name: string): unknown {
    return this.value(name);
  }

  /** Called last: refuses unknown fields. */
  end(): void {
    const unknown = Object.keys(this.fields).find((name) => !this.read.has(name));
    if (unknown !== undefined) throw new InvalidInput(`Unknown field '${unknown}'`);
  }

  private value(name: string): unknown {
    this.read.add(name);
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }
}

function digitsOf(name: string, value: unknown, form: RegExp): string {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && form.test(text)) return text;
  throw new InvalidInput(`'${name}' must be digits of the form ${form.source}`);
}

function required<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new InvalidInput(`'${name}' is missing`);
  return value;
}
