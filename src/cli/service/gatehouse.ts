import { Gatehouse, GatehouseError } from '@gatehouse/client';
import { VERSION } from '../../platform/config/version.js';
import type { NamedProfile } from '../profiles/named-profile.js';
import { INTERRUPTED } from './service-problems.js';

/** The client of a profile's service. After Ctrl-C it sends nothing any more, and what is under way ends. */
export const openGatehouse = (
  { url: baseUrl, apiKey, partnerId }: NamedProfile,
  signal: AbortSignal,
): Gatehouse =>
  new Gatehouse({
    baseUrl,
    ...(apiKey !== undefined && { apiKey }),
    ...(partnerId !== undefined && { partnerId }),
    headers: { 'User-Agent': `gatehouse-cli/${VERSION}` },
    fetch: serviceFetch(signal),
  });

/** A `fetch` that Ctrl-C ends for good. */
export const serviceFetch =
  (signal: AbortSignal): typeof fetch =>
  async (address, init = {}) => {
    const signals = [signal, ...(init.signal ? [init.signal] : [])];
    try {
      return await fetch(address, { ...init, signal: AbortSignal.any(signals) });
    } catch (error) {
      // Of the client's own kind, since it would try again after any other.
      throw signal.aborted
        ? new GatehouseError({ code: INTERRUPTED, detail: 'Stopped', method: '', path: '' })
        : error;
    }
  };
