import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { createDatabase } from '../support/databases.js';
import { startApp } from '../support/test-app.js';

const SSL_REQUEST = 80_877_103;

/** The TLS of a PostgreSQL: says yes to the request of the protocol, then is one. Counts who came with it. */
class TlsFront {
  encrypted = 0;
  plain = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly upstream: URL,
  ) {}

  static async before(databaseUrl: string, key: Buffer, cert: Buffer): Promise<TlsFront> {
    const server = createServer();
    const front = new TlsFront(server, new URL(databaseUrl));
    server.on('connection', (socket) => void front.serve(socket, key, cert));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  url(query: Record<string, string>): string {
    const url = new URL(this.upstream);
    url.search = new URLSearchParams(query).toString();
    url.hostname = 'localhost';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  close(): void {
    this.server.close();
    this.sockets.forEach((socket) => socket.destroy());
  }

  private async serve(socket: Socket, key: Buffer, cert: Buffer): Promise<void> {
    socket.on('error', () => undefined);
    this.sockets.add(socket);
    const [first] = (await once(socket, 'data')) as [Buffer];
    const isTls = first.length === 8 && first.readInt32BE(4) === SSL_REQUEST;
    if (isTls) this.encrypted += 1;
    else this.plain += 1;
    if (isTls) socket.write('S');
    const inner = isTls ? new TLSSocket(socket, { isServer: true, key, cert }) : socket;
    const host = this.upstream.searchParams.get('host');
    const port = Number(this.upstream.port || 5432);
    const server = host
      ? connect(`${host}/.s.PGSQL.${port}`)
      : connect(port, this.upstream.hostname);
    for (const end of [inner, server]) {
      end.on('error', () => undefined);
      end.once('close', () => [socket, inner, server].forEach((one) => one.destroy()));
    }
    if (!isTls) server.write(first);
    inner.pipe(server).pipe(inner);
  }
}

describe('TLS to the database', () => {
  let folder: string;
  let front: TlsFront;
  let authority: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-tls-'));
    authority = join(folder, 'cert.pem');
    const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost
      -addext subjectAltName=DNS:localhost -keyout ${join(folder, 'key.pem')} -out ${authority}`;
    execFileSync('openssl', made.split(/\s+/), { stdio: 'ignore' });
    const key = readFileSync(join(folder, 'key.pem'));
    front = await TlsFront.before(await createDatabase(), key, readFileSync(authority));
  });
  afterAll(() => {
    front.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is on every connection, of the start and of the pool, once the address demands it', async () => {
    const databaseUrl = front.url({ sslmode: 'verify-full', sslrootcert: authority });
    const app = await startApp({ databaseUrl });
    expect((await app.api.get('/health/database')).status).toBe(200);
    await app.close();
    expect(front).toMatchObject({ plain: 0 });
    expect(front.encrypted).toBeGreaterThan(2);
  });

  it.each([
    ['an authority that nobody here trusts', 'localhost', {}, /certificate that is not trusted/],
    ['another name', '127.0.0.1', { sslrootcert: 'AUTHORITY' }, /certificate that is not trusted/],
  ])('refuses %s, in one sentence', async (_, host, extra, said) => {
    const query = { sslmode: 'verify-full', ...extra };
    if ('sslrootcert' in query) query.sslrootcert = authority;
    const url = new URL(front.url(query));
    url.hostname = host;
    await expect(startApp({ databaseUrl: url.toString() })).rejects.toThrow(said);
  });
});
