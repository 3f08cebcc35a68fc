import { readFileSync } from 'node:fs';

const EVERY_MS = 50;
const KEPT = 400;

/**
 * How long the machine itself held somebody up: the kernel's count of the time in which a process waited for a CPU, or
 * how long this very process could not look at its answers, whichever is more. An answer that came late meanwhile proves
 * nothing about the service.
 */
export class Pressure {
  #samples = [];
  #lagMs = 0;

  constructor() {
    this.isKnown = countedMs() !== undefined;
    if (this.isKnown) this.timer = setInterval(() => this.#sample(), EVERY_MS);
  }

  /** Within the last so many milliseconds, ms. Without such a kernel everything counts as held up. */
  heldUp = (ms) => {
    if (!this.isKnown) return ms;
    const since = performance.now() - ms;
    const before = this.#samples.findLast(({ at }) => at <= since) ?? this.#samples[0];
    if (!before) return 0;
    const now = performance.now();
    const last = this.#samples.at(-1);
    const lagMs = this.#lagMs + lateBy(now - last.at) - before.lagMs;
    return Math.max(countedMs() - before.counted, lagMs);
  };

  stop() {
    clearInterval(this.timer);
  }

  #sample() {
    const at = performance.now();
    const last = this.#samples.at(-1);
    if (last) this.#lagMs += lateBy(at - last.at);
    this.#samples.push({ at, counted: countedMs(), lagMs: this.#lagMs });
    if (this.#samples.length > KEPT) this.#samples.shift();
  }
}

/** What is beyond one interval, and the moment that a timer may always be late. */
const lateBy = (ms) => Math.max(0, ms - 2 * EVERY_MS);

function countedMs() {
  try {
    const [, micros] = /^some .*total=(\d+)/m.exec(readFileSync('/proc/pressure/cpu', 'utf8'));
    return Number(micros) / 1000;
  } catch {
    return undefined;
  }
}
