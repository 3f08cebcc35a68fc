import { freePort, Server } from '../bench/stage/servers.js';
import { Way } from './way.js';

/** Replicas of the service behind a load balancer that is told who is ready, as Kubernetes does. */
export class Replicas {
  #servers = [];

  constructor(settings, program) {
    this.settings = settings;
    this.program = program;
  }

  static async start(count, settings, program) {
    const replicas = new Replicas(settings, program);
    replicas.balancer = await Way.open();
    replicas.settings.PUBLIC_URL = `http://localhost:${replicas.balancer.port}`;
    // One after the other: the sandbox is made by the first, and the fault `start` is about all at once.
    for (let no = 0; no < count; no += 1) await replicas.add();
    return replicas;
  }

  get port() {
    return this.balancer.port;
  }

  get all() {
    return this.#servers;
  }

  async add(env = {}, nodeOptions = []) {
    const server = await this.apart({ ...this.settings, ...env }, nodeOptions);
    this.show(server);
    return server;
  }

  /** A replica that the load balancer does not know. */
  async apart(settings, nodeOptions = []) {
    const env = { ...settings, PORT: String(await freePort()) };
    return new Server('replica', this.program, env, nodeOptions).ready();
  }

  show(server) {
    this.#servers.push(server);
    this.#lead();
  }

  hide(server) {
    this.#servers = this.#servers.filter((one) => one !== server);
    this.#lead();
  }

  /** Dies on the spot, under load, and is started again as Kubernetes would. */
  async kill(server) {
    server.kill('SIGKILL');
    this.hide(server);
    await this.add();
  }

  /**
   * Leaves as in a rolling restart: the next one is ready before it is told to stop (`alone`: somebody else is already).
   * @returns how long it took to leave, ms
   */
  async replace(server, { alone = false } = {}) {
    if (!alone) await this.add();
    this.hide(server);
    const started = performance.now();
    await server.stop();
    return performance.now() - started;
  }

  async stop() {
    await Promise.all(this.#servers.map((server) => server.stop()));
    await this.balancer.close();
  }

  #lead() {
    this.balancer.lead(...this.#servers.map(({ port }) => ({ port, host: '127.0.0.1' })));
  }
}
