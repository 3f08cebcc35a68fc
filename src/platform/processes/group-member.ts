import { once } from 'node:events';
import { Settings } from '../config/settings.js';
import { within } from '../deadline/within.js';
import type { Metrics } from '../metrics/metrics.js';
import { SIGN_EVERY_MS } from './signs-of-life.js';
import { MEMBER, type FromMember, type FromPrimary } from './messages.js';

/** The primary waits a second for each process. */
const SCRAPE_MS = 2_000;

export const isGroupMember = process.argv[3] === MEMBER;

/** This process as one of a group, and its line to the primary. */
export class GroupMember {
  private readonly scrapes = new Map<number, (text: string) => void>();
  private last = 0;

  /** The settings that all processes share: the environment is read once. */
  async settings(): Promise<Settings> {
    send({ kind: 'loaded' });
    const [message] = (await once(process, 'message')) as [FromPrimary];
    if (message.kind !== 'settings') throw new Error('settings come first');
    return Settings.of(message.values);
  }

  /** From now on its metrics are part of every scrape. */
  join(metrics: Metrics): void {
    metrics.join(this);
    process.on('message', (message: FromPrimary) => void this.receive(message, metrics));
  }

  /** It listens. */
  serves(welcome: string | undefined): void {
    send({ kind: 'serving', welcome });
    setInterval(() => send({ kind: 'alive' }), SIGN_EVERY_MS).unref();
  }

  /** Resolves once the primary has it. */
  fails(problem: string): Promise<void> {
    return new Promise((resolve) => {
      if (process.send)
        process.send({ kind: 'failed', problem } satisfies FromMember, () => resolve());
      else resolve();
    });
  }

  /** The metrics of all processes. */
  scrape(): Promise<string> {
    const id = (this.last += 1);
    const text = new Promise<string>((resolve) => this.scrapes.set(id, resolve));
    send({ kind: 'scrape', id });
    return within(SCRAPE_MS, text).finally(() => this.scrapes.delete(id));
  }

  private async receive(message: FromPrimary, { registry }: Metrics): Promise<void> {
    if (message.kind === 'scraped') this.scrapes.get(message.id)?.(message.text);
    if (message.kind !== 'snapshot-wanted') return;
    const metrics = await registry.getMetricsAsJSON();
    send({ kind: 'snapshot', scrape: message.scrape, metrics });
  }
}

function send(message: FromMember): void {
  if (process.connected) process.send?.(message);
}
