import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'node:http';
import { outcomeOf } from './ledger.js';

/** What a turnstile, an app or Wellhub waits for at most. */
const PATIENCE_MS = 6_000;
const agent = new Agent({ keepAlive: false, maxSockets: 512 });

/** One HTTP exchange by way of the load balancer; `status` is undefined when nothing was answered. */
export function call(port, { method = 'POST', path, headers = {}, body }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const done = (answer) => resolve({ ...answer, ms: performance.now() - started });
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const length =
      payload === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) };
    const sent = request({
      port,
      host: '127.0.0.1',
      agent,
      method,
      path,
      headers: { ...length, ...headers },
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer in time')));
    sent.once('error', () => done({}));
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => (text += piece));
      response
        .once('error', () => done({}))
        .once('end', () => done({ status: response.statusCode, text }));
    });
    sent.end(payload);
  });
}

/** Three kinds of customers, each at so many a second, until it is told to stop. */
export class Load {
  #pending = new Set();

  constructor(stage, { perSecond }) {
    this.stage = stage;
    const kinds = [
      () => this.#checkIn(),
      () => this.#visit(),
      () => this.#visit(),
      () => this.#register(),
    ];
    this.loop = this.#run(kinds, 1_000 / perSecond);
  }

  async stop() {
    this.stopped = true;
    await this.loop;
    await Promise.all(this.#pending);
  }

  /** At a steady pace whatever the answers do: people do not stop coming because a server is slow. */
  async #run(kinds, everyMs) {
    const started = performance.now();
    for (let number = 0; !this.stopped; number += 1) {
      const wait = started + number * everyMs - performance.now();
      if (wait > 0) await sleep(wait);
      const one = kinds[number % kinds.length]();
      this.#pending.add(one);
      one.finally(() => this.#pending.delete(one));
    }
  }

  /** A person taps "check in"; the simulator repeats as Wellhub does. */
  async #checkIn() {
    const { ledger, simulator, world } = this.stage;
    const wellhubId = world.nextWellhubId();
    const { deliveries } = await simulator.checkIn({
      wellhubId,
      timestamp: Math.floor(Date.now() / 1000),
    });
    const accepted = deliveries.some((delivery) => delivery.accepted);
    ledger.checkIns.set(wellhubId, { accepted });
    ledger.answered('webhook', { status: accepted ? 200 : undefined, ms: 0 });
  }

  /** A member fetches a code and shows it; the turnstile repeats the same scan until it has an answer. */
  async #visit() {
    const { ledger, port, world } = this.stage;
    const customerId = world.nextMember();
    const code = await call(port(), {
      method: 'GET',
      path: `/v1/customers/${customerId}/access-code`,
      headers: { 'X-API-KEY': world.appKey },
    });
    ledger.answered('code', code);
    if (code.status !== 200) return;
    const scan = {
      identification: { type: 'QR_CODE', value: JSON.parse(code.text).content },
      nonce: randomUUID(),
    };
    const answer = await this.#untilAnswered('scan', {
      path: '/open-api/device/cardreader/identification',
      headers: { Authorization: `Bearer ${world.nextDoor()}` },
      body: scan,
    });
    ledger.scans.set(customerId, outcomeOf(answer));
  }

  async #register() {
    const { ledger, port, world } = this.stage;
    const gpwId = `gpw-${randomUUID()}`;
    const answer = await call(port(), {
      path: '/wellhub/users',
      headers: { Authorization: `Bearer ${world.registrationToken}` },
      body: { gympass_user_id: gpwId },
    });
    ledger.answered('users', answer);
    const outcome = outcomeOf(answer);
    const link = outcome === 'promised' ? JSON.parse(answer.text).redirect_link : undefined;
    ledger.registrations.set(gpwId, { outcome, link });
  }

  async #untilAnswered(kind, message) {
    for (let tries = 1; ; tries += 1) {
      const answer = await call(this.stage.port(), message);
      this.stage.ledger.answered(kind, answer);
      const isFinal = answer.status !== undefined && answer.status < 500;
      if (isFinal || tries === 5) return answer;
      await sleep(200);
    }
  }
}
