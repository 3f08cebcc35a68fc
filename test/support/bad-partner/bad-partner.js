import { createServer } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import { FAULTS } from './faults.js';
import { sendHtml, sendJson } from './answers.js';
import { Registration } from './registration.js';
import { Validations } from './validations.js';
import { Webhooks } from './webhooks.js';

/** As a partner would have them; slow is longer than Wellhub's longest limit. */
const DEFAULTS = {
  key: 'practice-key-of-wellhub',
  secret: 'practice-webhook-secret',
  existingUser: 'gpw-c0ffee00-0000-4000-8000-000000000001',
  multiOffer: false,
  wellhubUrl: undefined,
  validateToken: 'practice-validate-token',
  slowMs: 3_500,
  retryMs: 1_000,
  callMs: 5_000,
  idleMs: 200_000,
  keepAliveMs: 310_000,
};

/** A small system of a Wellhub partner, right in everything, but for the faults that are switched on. */
export class BadPartner {
  /** @param {object} given faults (names), and what differs from DEFAULTS */
  constructor({ faults = [], ...given } = {}) {
    const unknown = faults.filter((name) => !Object.hasOwn(FAULTS, name));
    if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}`);
    this.stop = new AbortController();
    this.options = {
      ...DEFAULTS,
      ...given,
      faults: new Set(faults),
      stopped: this.stop.signal,
      url: () => this.url,
    };
    this.registration = new Registration(this.options);
    this.webhooks = new Webhooks(this.options, new Validations(this.options));
    this.server = this.#makeServer();
  }

  async listen(port = 0, host = '127.0.0.1') {
    await new Promise((resolve, reject) => {
      this.server.once('error', reject).listen(port, host, resolve);
    });
    this.url = `http://${host}:${this.server.address().port}`;
    return this.url;
  }

  async close() {
    this.stop.abort();
    this.server.closeAllConnections?.();
    for (const socket of this.rawSockets ?? []) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #has(fault) {
    return this.options.faults.has(fault);
  }

  #makeServer() {
    if (this.#has('speaks-no-http') || this.#has('never-answers') || this.#has('hangs-up'))
      return this.#makeRawServer();
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part) => (text += part));
      request.on('end', () => void this.#answer(request, response, text));
    });
    server.keepAliveTimeout = this.#has('keeps-5-seconds') ? 5_000 : this.options.keepAliveMs;
    return server;
  }

  #makeRawServer() {
    this.rawSockets = new Set();
    return createRawServer((socket) => {
      this.rawSockets.add(socket);
      socket.on('error', () => undefined);
      if (this.#has('speaks-no-http')) socket.write('SSH-2.0-OpenSSH_9.6\r\n');
      if (this.#has('hangs-up')) socket.once('data', () => socket.destroy());
    });
  }

  async #answer(request, response, text) {
    if (this.#has('closes-connections')) response.setHeader('Connection', 'close');
    const { socket } = request;
    if (this.#has('drops-idle'))
      response.once('finish', () => setTimeout(() => socket.destroy(), this.options.idleMs));
    const [path] = request.url.split('?');
    const route = `${request.method} ${path}`;
    switch (route) {
      case 'GET /wellhub/token':
        return this.registration.token(request, response);
      case 'POST /wellhub/users':
        return this.registration.users(request, response, text);
      case 'POST /wellhub/users/cancel':
      case 'POST /wellhub/users/change':
        return this.webhooks.status(request, response, text);
      case 'POST /wellhub/webhooks':
        return this.webhooks.event(request, response, text);
      case 'GET /sign-up':
      case 'GET /log-in':
        return sendHtml(response, 200, 'Welcome');
      default:
        return sendJson(response, 404, { message: 'Not found' });
    }
  }
}

export { FAULTS };
