import { randomInt, randomUUID } from 'node:crypto';

/** An invented person whose name and address say so. */
export interface InventedPerson {
  readonly gpwId: string;
  /** 13 digits with a leading zero, which a number would lose. */
  readonly wellhubId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** `c0ffee` in the id and `example.com` in the address mark the kit's people. */
export function inventPerson(): InventedPerson {
  const unique = randomUUID();
  return {
    gpwId: `gpw-c0ffee00${unique.slice(8)}`,
    wellhubId: `0999${String(randomInt(1e9)).padStart(9, '0')}`,
    firstName: 'Conformance',
    lastName: `Test ${unique.slice(9, 13)}`,
    email: `conformance+${unique.slice(24)}@example.com`,
  };
}
