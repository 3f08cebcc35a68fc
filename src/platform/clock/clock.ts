/** The time of this process. What is stored or compared takes the database's time instead. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Unix time in whole seconds. */
  seconds(): number {
    return Math.floor(Date.now() / 1000);
  }
}
