import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * A TCP way to one of several places, which can be spoiled: `cut` resets what is connected, `swallow` lets nothing
 * through, `delay` holds every piece back. Stands before the database, and before the replicas as a load balancer.
 */
export class Way {
  #pairs = new Set();
  #places = [];
  #turn = 0;
  #swallows = false;
  #delayMs = 0;

  static async open(...places) {
    const way = new Way();
    way.lead(...places);
    way.server = createServer((client) => way.#serve(client));
    way.server.listen(0, '127.0.0.1');
    await once(way.server, 'listening');
    return way;
  }

  get port() {
    return this.server.address().port;
  }

  /** Where new connections go, in turns; what is connected stays. */
  lead(...places) {
    this.#places = places;
  }

  cut() {
    for (const { client } of this.#pairs) client.resetAndDestroy();
  }

  /** A black hole until `heal`. */
  swallow() {
    this.#swallows = true;
    for (const { client, upstream } of this.#pairs) {
      client.unpipe(upstream);
      client.pause();
    }
  }

  delay(ms) {
    this.#delayMs = ms;
  }

  heal() {
    const wasBlack = this.#swallows;
    this.#swallows = false;
    this.#delayMs = 0;
    if (wasBlack) this.cut();
  }

  async close() {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  async #serve(client) {
    // Whoever has left by now cannot be reset.
    client.on('error', () => undefined);
    const upstream = await this.#reach();
    if (!upstream) {
      client.resetAndDestroy();
      return;
    }
    const pair = { client, upstream };
    this.#pairs.add(pair);
    const leave = () => {
      this.#pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', leave).on('close', leave);
    upstream.pipe(client);
    if (this.#swallows) return;
    client.on('data', (piece) => this.#pass(piece, upstream));
    client.on('end', () => upstream.end());
  }

  #pass(piece, upstream) {
    if (this.#swallows) return;
    if (this.#delayMs === 0) upstream.write(piece);
    else setTimeout(() => upstream.writable && upstream.write(piece), this.#delayMs);
  }

  /** The next place that takes a connection, as a load balancer finds it. */
  async #reach() {
    for (let tries = 0; tries < this.#places.length; tries += 1) {
      const place = this.#places[this.#turn++ % this.#places.length];
      const socket = connect(place);
      const reached = await new Promise((resolve) => {
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      });
      if (reached) return socket;
    }
    return undefined;
  }
}
