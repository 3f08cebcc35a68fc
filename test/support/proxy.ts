import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

type Mode = 'pass' | 'hang' | 'refuse';

/**
 * Stands between the service and its database and can spoil the way: `cut` resets every connection, `hang`
 * swallows what is sent, `refuse` lets nobody connect, `pass` heals.
 */
export class DatabaseProxy {
  /** The service's ends; the ends at the database go with them. */
  private readonly clients = new Set<Socket>();
  private readonly server: Server;
  private mode: Mode = 'pass';
  private port = 0;

  private constructor(private readonly upstream: URL) {
    this.server = createServer((socket) => this.serve(socket));
  }

  static async before(databaseUrl: string): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(new URL(databaseUrl));
    await proxy.listen();
    return proxy;
  }

  /** The database's address, by way of this proxy. */
  get url(): string {
    const url = new URL(this.upstream);
    url.searchParams.delete('host');
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.toString();
  }

  cut(): void {
    this.clients.forEach((socket) => socket.resetAndDestroy());
  }

  hang(): void {
    this.mode = 'hang';
    this.clients.forEach((socket) => socket.unpipe().pause());
  }

  async refuse(): Promise<void> {
    this.mode = 'refuse';
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  async pass(): Promise<void> {
    const before = this.mode;
    this.mode = 'pass';
    if (before === 'refuse') await this.listen();
    // What hung for long is dead to its owner as well: a way that heals begins with new connections.
    if (before === 'hang') this.cut();
  }

  async close(): Promise<void> {
    if (this.mode !== 'refuse') await this.refuse();
  }

  private listen(): Promise<void> {
    return new Promise((resolve) => {
      this.server.listen(this.port, '127.0.0.1', () => {
        this.port = (this.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  private serve(client: Socket): void {
    const folder = this.upstream.searchParams.get('host');
    const port = Number(this.upstream.port || 5432);
    const server = folder?.startsWith('/')
      ? connect(`${folder}/.s.PGSQL.${port}`)
      : connect(port, this.upstream.hostname);
    this.clients.add(client);
    client.on('error', () => server.destroy()).on('close', () => this.leave(client, server));
    server.on('error', () => client.destroy()).on('close', () => client.destroy());
    server.pipe(client);
    if (this.mode === 'pass') client.pipe(server);
  }

  private leave(client: Socket, server: Socket): void {
    this.clients.delete(client);
    server.destroy();
  }
}
