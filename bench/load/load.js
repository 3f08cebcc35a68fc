import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The generator as the bench sees it. */
export class Load {
  #answered;
  #child;

  constructor() {
    const generator = fileURLToPath(new URL('generator.js', import.meta.url));
    this.#child = fork(generator, { execArgv: [], serialization: 'advanced' });
    this.#child.on('message', (message) => this.#answered?.(message));
    this.#child.on('exit', () => this.#answered?.({ error: 'the load generator ended' }));
  }

  /** Runs one order of `generator.js`, one at a time, and answers with its summary. */
  async run(order) {
    const answer = new Promise((resolve) => (this.#answered = resolve));
    this.#child.send(order);
    const { error, result } = await answer;
    if (error) throw new Error(error);
    return result;
  }

  stop() {
    this.#child.disconnect();
  }
}
