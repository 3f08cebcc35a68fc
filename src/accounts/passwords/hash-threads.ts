import { Worker } from 'node:worker_threads';
import type { Options } from '@node-rs/argon2';

/** Added to the priority of the process: of a core that both want, a hash gets a tenth. */
const NICENESS = 10;

/**
 * What a thread does. It is text because it must run from the build and from the sources alike. Only on Linux has a
 * thread a priority of its own, elsewhere this would slow down the whole process; and without it hashes are still right.
 */
const WORK = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { getPriority, setPriority } = require('node:os');
  try {
    if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + workerData.niceness));
  } catch {}
  const argon2 = require('node:module').createRequire(workerData.home)('@node-rs/argon2');
  parentPort.on('message', ({ call, args }) => {
    try {
      parentPort.postMessage({ value: argon2[call](...args) });
    } catch (error) {
      parentPort.postMessage({ error });
    }
  });
`;

interface Job {
  readonly call: 'hashSync' | 'verifySync';
  readonly args: readonly unknown[];
}
type Answer = { value: unknown } | { error: Error };

/**
 * Argon2 in threads of low priority, so that log-ins yield to all other work. A thread starts when none is free (the
 * caller bounds their number), computes one hash at a time and keeps the process alive only while it does. If one dies,
 * its hash is rejected and the next one gets a new thread.
 */
export class HashThreads {
  private readonly all = new Set<Worker>();
  private readonly idle = new Set<Worker>();

  async hash(password: string, cost: Options): Promise<string> {
    return (await this.run({ call: 'hashSync', args: [password, cost] })) as string;
  }

  /** @throws when `stored` is no hash */
  async verify(stored: string, password: string): Promise<boolean> {
    return (await this.run({ call: 'verifySync', args: [stored, password] })) as boolean;
  }

  /** Rejects what is still being computed. */
  async close(): Promise<void> {
    await Promise.all([...this.all].map((thread) => thread.terminate()));
  }

  private run(job: Job): Promise<unknown> {
    const [thread = this.start()] = this.idle;
    this.idle.delete(thread);
    thread.ref();
    return new Promise((resolve, reject) => {
      const died = (cause: unknown) => reject(new Error('the thread of a hash ended', { cause }));
      thread.once('error', died).once('exit', died);
      thread.once('message', (answer: Answer) => {
        thread.off('error', died).off('exit', died).unref();
        this.idle.add(thread);
        if ('error' in answer) reject(answer.error);
        else resolve(answer.value);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(job);
    });
  }

  private start(): Worker {
    const workerData = { niceness: NICENESS, home: import.meta.url };
    const thread = new Worker(WORK, { eval: true, workerData });
    this.all.add(thread);
    // The hash that it computes is rejected with the reason; an idle thread has no caller to report to.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      this.all.delete(thread);
      this.idle.delete(thread);
    });
    return thread;
  }
}
