/** The object in a JSON text; undefined when it is none. */
export function jsonObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export function textField(text: string | undefined, name: string): string | undefined {
  const value = jsonObject(text)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
