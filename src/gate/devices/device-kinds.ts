export const DIRECTIONS = ['IN', 'OUT', 'BOTH'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whose protocol a device speaks; the general one is that of `open-api.md` 5. */
export const VENDORS = ['GENERIC', 'CONTROL_ID'] as const;
export type Vendor = (typeof VENDORS)[number];
