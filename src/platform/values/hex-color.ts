const SHORT = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/;
const LONG = /^#?([0-9a-f]{6})$/;

/** `#rrggbb` of what a person typed or pasted; undefined when it is no colour. */
export function hexColor(typed: unknown): string | undefined {
  if (typeof typed !== 'string') return undefined;
  const text = typed.trim().toLowerCase();
  const [, ...short] = SHORT.exec(text) ?? [];
  const long = LONG.exec(text)?.[1] ?? short.map((digit) => digit + digit).join('');
  return long === '' ? undefined : `#${long}`;
}
