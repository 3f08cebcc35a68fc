import { setTimeout as sleep } from 'node:timers/promises';
import { keptConnection } from '../http/http-client.js';
import type { ConformanceCheck } from './check.js';
import { newer } from './documents.js';
import { outcomeText, unlessStatus } from './verdicts.js';

const IDLE = newer(
  'Always ensure that the TCP connection idle time is configured with a duration exceeding 300 seconds.',
);
const MORE_THAN_SECONDS = 300;

export const CONNECTION_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'connection.answers',
    title: 'The system answers HTTP',
    document: newer('GET https://<production_auth_api_url>'),
    mend: 'Start the system, and check the URL, its port and its protocol (http or https). A certificate of your own authority is trusted with NODE_EXTRA_CA_CERTS.',
    run: async (play) => {
      const exchange = await play.getToken();
      const isHttp = exchange.fault === undefined || exchange.fault === 'too-large';
      return isHttp ? undefined : `${exchange.sent.url}: ${outcomeText(exchange)}`;
    },
  },
  {
    id: 'connection.https',
    title: 'Every URL that Wellhub calls is https',
    document: newer('GET https://<production_auth_api_url>'),
    mend: 'Hand Wellhub https URLs, with a certificate of a public authority.',
    needs: ['foreign'],
    run: async ({ partner }) => {
      const plain = Object.values(partner.urls).find((url: string) => url.startsWith('http:'));
      return plain === undefined ? undefined : `${plain} is not https`;
    },
  },
  {
    id: 'connection.keeps-alive',
    title: 'No connection is announced to end within 300 s',
    document: IDLE,
    mend: 'Set the keep-alive time of your server, and of every proxy and load balancer in front of it, above 300 s (310 s, say), and do not answer "Connection: close".',
    after: ['connection.answers'],
    run: async (play) => {
      const connection = keptConnection(play.partner.urls.token);
      const { answer } = await play.getToken(undefined, connection);
      connection.destroy();
      if (/\bclose\b/i.test(answer?.headers.connection ?? ''))
        return 'it answered "Connection: close": each call needs a new connection';
      const [, seconds] = /timeout=(\d+)/i.exec(answer?.headers['keep-alive'] ?? '') ?? [];
      if (seconds === undefined || Number(seconds) > MORE_THAN_SECONDS) return undefined;
      return `it answered "Keep-Alive: timeout=${seconds}": that is not more than ${MORE_THAN_SECONDS} s`;
    },
  },
  {
    id: 'connection.idle',
    title: 'A connection that idled for 301 s still carries a call',
    document: IDLE,
    mend: 'Set the keep-alive time of your server, and of every proxy and load balancer in front of it, above 300 s (310 s, say): the shortest one ends the connection.',
    needs: ['slow'],
    after: ['connection.answers', 'connection.keeps-alive', 'token.good-key'],
    run: async (play) => {
      const { idle } = play.partner.waits;
      const connection = keptConnection(play.partner.urls.token);
      await play.getToken(undefined, connection);
      await sleep(idle);
      const isKept = Object.values(connection.freeSockets).some((sockets) => sockets?.length);
      const second = await play.getToken(undefined, connection);
      connection.destroy();
      if (!isKept) return `the connection was closed within ${idle / 1000} s of idling`;
      return unlessStatus(second, [200], `the second call, after ${idle / 1000} s of idling`);
    },
  },
];
