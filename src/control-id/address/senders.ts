import { NetworkList } from '../../platform/http/network-list.js';
import type { ControlIdSettings } from '../device-settings/control-id-settings.js';

/** Made once per reading of a device. */
const lists = new WeakMap<readonly string[], NetworkList>();

/** Whether a device may call from this address. */
export function maySend({ sourceAddresses }: ControlIdSettings, address: string): boolean {
  if (sourceAddresses.length === 0) return true;
  const list = lists.get(sourceAddresses) ?? new NetworkList(sourceAddresses);
  lists.set(sourceAddresses, list);
  return list.has(address);
}
