import { openKeyring } from '../platform/encryption-keys/open-keyring.js';
import type { Check } from './checks.js';
import { ok } from './finding.js';

export const keys: Check = async (settings) => {
  const { ring } = await openKeyring(settings);
  const [writer, ...readers] = ring.map(({ id }) => id);
  const others = readers.map((id) => `, ${id} only reads`).join('');
  return [ok(`SECRETS_KEY opens what is stored; ${writer} writes${others}`)];
};
