import { get } from 'node:http';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const VALUES = fileURLToPath(new URL('../deploy/chart/gatehouse/values.yaml', import.meta.url));
/** How long a change takes to reach every proxy. Below the pause before a stop, or the chart's pause is too short. */
const PROPAGATION_MS = [300, 2_500];

/** What the chart tells Kubernetes about a pod that comes and goes. */
export function chartNumbers() {
  const values = readFileSync(VALUES, 'utf8');
  const numberOf = (pattern) => Number(pattern.exec(values)?.[1]);
  const numbers = {
    preStopMs: numberOf(/preStopSeconds: (\d+)/) * 1_000,
    periodMs: numberOf(/readiness: \{ periodSeconds: (\d+)/) * 1_000,
    timeoutMs: numberOf(/readiness: \{.*timeoutSeconds: (\d+)/) * 1_000,
    failures: numberOf(/readiness: \{.*failureThreshold: (\d+)/),
  };
  const missing = Object.keys(numbers).filter((name) => !(numbers[name] >= 0));
  if (missing.length > 0) throw new Error(`values.yaml no longer shows ${missing.join(', ')}`);
  return numbers;
}

/** Replicas as a Deployment of Kubernetes keeps them: the balancer sends to those whose probe succeeds, and learns of it late. */
export class Pods {
  #watched = new Map();

  constructor({ replicas, balancer, numbers, random }) {
    Object.assign(this, { replicas, balancer, numbers, random });
  }

  /** Resolves when requests are sent to it. */
  async admit({ port }) {
    const watch = { isOver: false };
    this.#watched.set(port, watch);
    void this.#probe(port, watch);
    while (!this.balancer.has(port)) await sleep(20);
  }

  /** A rolling update with maxSurge 1 and maxUnavailable 0. @returns how long each old one took to end, ms */
  async rollOut() {
    const leaving = [];
    const before = [...this.replicas.all];
    for (const old of before) {
      await this.admit(await this.replicas.add());
      leaving.push(this.#remove(old));
    }
    return Promise.all(leaving);
  }

  close() {
    for (const watch of this.#watched.values()) watch.isOver = true;
  }

  /** The proxies learn that it goes, while it pauses; only then it gets its signal. */
  async #remove(server) {
    this.#watched.get(server.port).isOver = true;
    this.replicas.hide(server);
    void this.#tell(() => this.balancer.remove(server.port));
    await sleep(this.numbers.preStopMs);
    const begun = performance.now();
    await server.stop();
    return performance.now() - begun;
  }

  async #probe(port, watch) {
    const { periodMs, timeoutMs, failures } = this.numbers;
    for (let failed = 0; !watch.isOver; await sleep(periodMs)) {
      failed = (await isReady(port, timeoutMs)) ? 0 : failed + 1;
      const isIn = this.balancer.has(port);
      if (failed === 0 && !isIn)
        await this.#tell(() => watch.isOver || this.balancer.has(port) || this.balancer.add(port));
      else if (failed >= failures && isIn) await this.#tell(() => this.balancer.remove(port));
    }
  }

  async #tell(change) {
    const [least, most] = PROPAGATION_MS;
    await sleep(least + this.random.below(most - least));
    change();
  }
}

function isReady(port, timeout) {
  return new Promise((resolve) => {
    const options = { port, host: '127.0.0.1', path: '/health/ready', agent: false, timeout };
    const sent = get(options, (answer) => resolve(answer.resume().statusCode === 200));
    sent.once('timeout', () => sent.destroy());
    sent.once('error', () => resolve(false));
  });
}
