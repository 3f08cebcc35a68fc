const MOST = 64;
/** With fewer waiting, a second statement beside the one in flight costs more than it brings. */
const WORTH_A_SECOND = 32;
const MOST_IN_FLIGHT = 2;

/**
 * Requests that arrive while a statement is in flight share the next one. A statement says how: `batch.text` takes each
 * value as an array and answers rows that carry `no`, which row of the arrays they belong to.
 */
export function batching(pool) {
  const queues = new Map();
  return (statement, values) => {
    if (!queues.has(statement.name)) queues.set(statement.name, new Batches(pool, statement));
    return queues.get(statement.name).add(values);
  };
}

class Batches {
  #waiting = [];
  #inFlight = 0;

  constructor(pool, { name, batch }) {
    this.pool = pool;
    this.statement = { name: `${name}.batch`, text: batch.text };
  }

  add(values) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ values, resolve, reject });
      if (this.#inFlight === 0) setImmediate(() => this.#next());
      else if (this.#waiting.length >= WORTH_A_SECOND) this.#next();
    });
  }

  async #next() {
    if (this.#waiting.length === 0 || this.#inFlight === MOST_IN_FLIGHT) return;
    this.#inFlight += 1;
    const group = this.#waiting.splice(0, MOST);
    try {
      const values = group[0].values.map((_, column) => group.map((one) => one.values[column]));
      const { rows } = await this.pool.query({ ...this.statement, values });
      const answers = group.map(() => []);
      for (const row of rows) answers[row.no - 1].push(row);
      group.forEach(({ resolve }, at) => resolve(answers[at]));
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.#inFlight -= 1;
      this.#next();
    }
  }
}
