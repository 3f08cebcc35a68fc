import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';

/** As nginx does for its clients. */
const IDLE_MS = 75_000;
/** What concerns one connection only. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'proxy-connection'];

/**
 * An HTTP load balancer of the plain kind: it keeps connections on both sides, closes none of its own to a replica, believes
 * no announced time-out, and repeats nothing.
 */
export class Balancer {
  #agents = new Map();
  #ports = [];
  #turn = 0;
  /** Called with status and time of each failure, also of the replica's own (503) and where the client gave up (504). */
  onFailure = () => undefined;

  static async open() {
    const balancer = new Balancer();
    balancer.server = createServer((asked, answer) => balancer.#pass(asked, answer));
    balancer.server.keepAliveTimeout = IDLE_MS;
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get port() {
    return this.server.address().port;
  }

  /** From now on requests are sent to this replica as well. */
  add(port) {
    this.#agents.set(port, keepingAgent());
    this.#ports = [...this.#ports, port];
  }

  /** None any more; those under way end. */
  remove(port) {
    this.#ports = this.#ports.filter((one) => one !== port);
  }

  has(port) {
    return this.#ports.includes(port);
  }

  async close() {
    this.server.close();
    this.server.closeAllConnections();
    for (const agent of this.#agents.values()) agent.destroy();
  }

  #pass(asked, answer) {
    const begun = performance.now();
    const note = (status) => this.onFailure(status, performance.now() - begun);
    const port = this.#ports[(this.#turn += 1) % this.#ports.length];
    if (port === undefined) return fail(answer, note);
    const { method, url: path, headers } = asked;
    const sent = request({
      port,
      host: '127.0.0.1',
      agent: this.#agents.get(port),
      method,
      path,
      headers: endToEnd(headers),
    });
    sent.once('error', () => fail(answer, note));
    answer.once('close', () => answer.writableFinished || note(504));
    sent.once('response', (given) => {
      if (given.statusCode >= 500) note(given.statusCode);
      answer.writeHead(given.statusCode, endToEnd(given.headers));
      given.once('error', () => answer.destroy());
      given.pipe(answer);
    });
    asked.pipe(sent);
  }
}

function fail(answer, note) {
  note(502);
  if (answer.headersSent) answer.destroy();
  else answer.writeHead(502).end('no replica answered');
}

const endToEnd = (headers) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)));

/** Node's own would close a connection before the time that the server announces. The longest idle one is used first. */
function keepingAgent() {
  const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'fifo' });
  agent.keepSocketAlive = (socket) => {
    socket.setTimeout(0);
    socket.unref();
    return true;
  };
  return agent;
}
