const LOCAL_NAME = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a `Host` header names this machine; any other name may be a stranger's, made to lead here (DNS rebinding). */
export function isLocalName(host: string | undefined): boolean {
  const address = `http://${host ?? ''}`;
  return host !== undefined && URL.canParse(address) && LOCAL_NAME.test(new URL(address).hostname);
}

/** Whether a server at this address is reachable from this machine only. */
export const isLoopback = (host: string): boolean =>
  isLocalName(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
