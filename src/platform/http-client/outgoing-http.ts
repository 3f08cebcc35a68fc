import * as http from 'node:http';
import * as https from 'node:https';
import type { HttpModuleOptions } from '@nestjs/axios';

/** Below the idle limits of usual load balancers, so that a call seldom meets a socket the other side just closed. */
const IDLE_SOCKET_MS = 15_000;
/** Above the largest body of any contract, 5 MB of usage events. */
const MAX_REQUEST_BYTES = 6 * 1024 * 1024;

/**
 * What every outgoing JSON call has in common. No redirect is followed and no proxy of the environment is used:
 * a token must not travel to a host that the contract does not name (W-54). The library adds no header of its own.
 */
export function outgoingHttp(): HttpModuleOptions {
  const sockets = { keepAlive: true, timeout: IDLE_SOCKET_MS };
  return {
    adapter: 'http',
    httpAgent: new http.Agent(sockets),
    httpsAgent: new https.Agent(sockets),
    maxRedirects: 0,
    proxy: false,
    maxBodyLength: MAX_REQUEST_BYTES,
    decompress: false,
    // The status is known before the body has come, so that a call that breaks in its body still has one.
    responseType: 'stream',
    validateStatus: null,
    transformRequest: (body: unknown) => (body === undefined ? undefined : JSON.stringify(body)),
    transformResponse: [],
    headers: { Accept: false, 'User-Agent': false, 'Accept-Encoding': false },
  };
}
