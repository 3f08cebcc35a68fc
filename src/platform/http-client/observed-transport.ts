import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';

/** `new`: the other side took a connection just now. `reused`: it took one some time ago. */
export type Connection = 'new' | 'reused';

/** Node's own transport, which reports when a request has a connection: TCP and, with https, TLS. */
export const observedTransport = (onConnection: (connection: Connection) => void) => ({
  request(options: https.RequestOptions, onResponse: (response: http.IncomingMessage) => void) {
    const isSecure = options.protocol === 'https:';
    const request = (isSecure ? https : http).request(options, onResponse);
    request.once('socket', (socket: Socket) => {
      if (request.reusedSocket) onConnection('reused');
      else socket.once(isSecure ? 'secureConnect' : 'connect', () => onConnection('new'));
    });
    return request;
  },
});
