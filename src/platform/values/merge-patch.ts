type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 7396: what the patch names takes the place of what was there, objects field by field; null takes away. */
export function mergePatch(target: unknown, patch: object): Fields {
  const merged: Record<string, unknown> = isFields(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    // Not named: bodies are objects of classes.
    if (value === undefined) continue;
    if (value === null) delete merged[name];
    else merged[name] = isFields(value) ? mergePatch(merged[name], value) : value;
  }
  return merged;
}
