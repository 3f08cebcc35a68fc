import { readFileSync } from 'node:fs';

const EVERY_MS = 50;
const KEPT = 400;

/**
 * How long the machine itself held somebody up: the kernel's count of the time in which a process waited for a CPU. An
 * answer that came late meanwhile proves nothing about the service, whoever took the CPU.
 */
export class Pressure {
  #samples = [];

  constructor() {
    this.isKnown = countedMs() !== undefined;
    if (this.isKnown) this.timer = setInterval(() => this.#sample(), EVERY_MS);
  }

  /** Within the last so many milliseconds, ms. Without such a kernel everything counts as held up. */
  heldUp = (ms) => {
    if (!this.isKnown) return ms;
    const since = performance.now() - ms;
    const before = this.#samples.findLast(({ at }) => at <= since) ?? this.#samples[0];
    return before ? countedMs() - before.counted : 0;
  };

  stop() {
    clearInterval(this.timer);
  }

  #sample() {
    this.#samples.push({ at: performance.now(), counted: countedMs() });
    if (this.#samples.length > KEPT) this.#samples.shift();
  }
}

function countedMs() {
  try {
    const [, micros] = /^some .*total=(\d+)/m.exec(readFileSync('/proc/pressure/cpu', 'utf8'));
    return Number(micros) / 1000;
  } catch {
    return undefined;
  }
}
