export type JsonObject = Readonly<Record<string, unknown>>;

export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys, in exactly this order; those in `optional` may be missing. */
export function checkKeys(
  name: string,
  value: JsonObject,
  { order, optional = [] }: { order: readonly string[]; optional?: readonly string[] },
): string[] {
  const keys = Object.keys(value);
  const wanted = order.filter((key) => keys.includes(key) || !optional.includes(key));
  return keys.join() === wanted.join()
    ? []
    : [`'${name}' has the keys ${keys.join(', ')} instead of ${wanted.join(', ')}`];
}

/** Every field whose value does not fulfil its rule. */
export function checkFields(
  name: string,
  value: JsonObject,
  rules: Readonly<Record<string, (field: unknown) => boolean>>,
): string[] {
  return Object.entries(rules)
    .filter(([key, rule]) => !rule(value[key]))
    .map(([key]) => `'${name}.${key}' is ${JSON.stringify(value[key]) ?? 'missing'}`);
}

export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

export const isPrintable =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' &&
    value.length >= least &&
    value.length <= most &&
    /^[ -~]*$/.test(value);
