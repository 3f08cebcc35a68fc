import { readFileSync } from 'node:fs';

const EVERY_MS = 50;
const KEPT = 400;

/**
 * How long the machine itself held somebody up: the kernel's count of the time in which a process waited for a CPU, or
 * how long this very process could not look at its answers. An answer that came late meanwhile proves nothing about the
 * service.
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
    return before ? this.#now().heldMs - before.heldMs : 0;
  };

  stop() {
    clearInterval(this.timer);
  }

  #sample() {
    this.#samples.push(this.#now());
    if (this.#samples.length > KEPT) this.#samples.shift();
  }

  /** Whichever is more, sample by sample: while a hypervisor stops the machine, the kernel counts no waiting. */
  #now() {
    const at = performance.now();
    const counted = countedMs();
    const last = this.#samples.at(-1) ?? { at, counted, heldMs: 0 };
    const held = Math.max(counted - last.counted, lateBy(at - last.at));
    return { at, counted, heldMs: last.heldMs + held };
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
