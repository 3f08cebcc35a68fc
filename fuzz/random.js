/** A seeded source of chance (mulberry32): the same seed and number give the same request. */
export class Random {
  #state;

  constructor(seed, number = 0) {
    this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(number, 0xc2b2ae35)) >>> 0;
    this.next();
  }

  /** 0 ≤ x < 1 */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(end) {
    return Math.floor(this.next() * end);
  }

  /** True with this probability. */
  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  digits(length) {
    return Array.from({ length }, () => this.below(10)).join('');
  }

  hex(length) {
    return Array.from({ length }, () => this.below(16).toString(16)).join('');
  }

  uuid() {
    const hex = this.hex(32);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `7${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }
}
