import type { DerivedKeys, Keyring } from '../crypto/keyring.js';
import type { MasterKey } from '../crypto/master-key.js';
import { boxKeyName, DecryptionError, SecretBox } from '../crypto/secret-box.js';
import { DERIVED_KEYS, type StoredKey } from './stored-keys.js';

/** A derived key that is needed longer than its master: what was made with it cannot be made again. */
interface Outliving {
  readonly name: string;
  readonly days: number;
}

type Packed = Record<string, { readonly key: string; readonly days: number }>;

const DAY_MS = 86_400_000;

const outliving = ({ encryption, signing }: Keyring): Outliving[] => [
  ...signing.map(({ name, validDays }) => ({ name, days: validDays })),
  ...encryption.flatMap(({ name, outsideDays }) =>
    outsideDays === undefined ? [] : [{ name: boxKeyName(name), days: outsideDays }],
  ),
];

/** For how long anything made with a key may still be presented after its last use. */
export const longestMs = (keyring: Keyring): number =>
  Math.max(...outliving(keyring).map(({ days }) => days)) * DAY_MS;

/** What is left of a key when it leaves `SECRETS_KEY`, encrypted under the key that writes. */
export function packDerived(key: MasterKey, keyring: Keyring): Buffer {
  const packed: Packed = Object.fromEntries(
    outliving(keyring).map(({ name, days }) => [
      name,
      { key: key.derive(name).toString('base64'), days },
    ]),
  );
  return keyring.box(DERIVED_KEYS).seal(JSON.stringify(packed), key.id);
}

function unpack(box: SecretBox, { id, derived }: StoredKey): Packed | undefined {
  if (!derived) return undefined;
  try {
    return JSON.parse(box.openText(derived, id)) as Packed;
  } catch (error) {
    if (error instanceof DecryptionError) return undefined;
    throw error;
  }
}

export const isHandedOver = (stored: StoredKey, keyring: Keyring): boolean =>
  unpack(keyring.box(DERIVED_KEYS), stored) !== undefined;

/** What of the keys that have left is needed at this moment. */
export function derivedKeys(
  left: readonly StoredKey[],
  masters: readonly Buffer[],
  now: Date,
): DerivedKeys {
  const box = new SecretBox(masters, DERIVED_KEYS.name);
  const found = new Map<string, Buffer[]>();
  for (const stored of left)
    for (const [name, { key, days }] of Object.entries(unpack(box, stored) ?? {})) {
      const until = (stored.wroteAt?.getTime() ?? 0) + days * DAY_MS;
      if (until > now.getTime())
        found.set(name, [...(found.get(name) ?? []), Buffer.from(key, 'base64')]);
    }
  return found;
}
