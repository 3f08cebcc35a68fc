import { parseUrl } from '../../platform/values/parse-url.js';

const LOCAL_NAME = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a `Host` header names this machine; any other name may be a stranger's, made to lead here (DNS rebinding). */
export function isLocalName(host: string | undefined): boolean {
  const url = host === undefined ? undefined : parseUrl(`http://${host}`);
  return url !== undefined && LOCAL_NAME.test(url.hostname);
}

/** Whether a server at this address is reachable from this machine only. */
export const isLoopback = (host: string): boolean =>
  isLocalName(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
