import { performance } from 'node:perf_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sha256Text } from '../../platform/crypto/hashing.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { EventStream } from '../../platform/http/event-stream.js';
import { Workers } from '../../platform/worker/workers.js';
import { TodayDto } from './today.dto.js';
import { Today, type TodayNumbers, type TodayReader } from './today.js';

interface Listener {
  readonly stream: EventStream;
  readonly reader: TodayReader;
  /** Names the numbers that the client has. */
  sent: string | undefined;
  isStale: boolean;
}

const EVERY_MS = 2_000;
/** A round rests for this many times as long as it took, so that listeners take a small part of one connection. */
const REST = 10;

/**
 * Reads the numbers of every partner with a listener, one partner after the other, and sends them where they are new. One
 * loop of a process serves all its listeners.
 */
@Injectable()
export class TodayListeners implements OnModuleInit {
  private readonly listeners = new Set<Listener>();
  private restsUntil = 0;

  constructor(
    private readonly today: Today,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    this.workers.add({ name: 'today.listeners', role: 'api', queue: null, everyMs: EVERY_MS, run });
  }

  /** @param has the numbers that the client still has from an earlier connection */
  add(listener: Pick<Listener, 'stream' | 'reader'>, numbers: TodayNumbers, has?: string): void {
    const added: Listener = { ...listener, sent: has, isStale: false };
    this.listeners.add(added);
    listener.stream.onClose(() => this.listeners.delete(added));
    sendNumbers(added, numbers);
  }

  private async run(): Promise<number> {
    if (performance.now() < this.restsUntil) return 0;
    const startedAt = performance.now();
    const partners = new Set([...this.listeners].map(({ reader }) => reader.actor.partnerId));
    for (const partnerId of partners) await this.serve(partnerId);
    this.restsUntil = performance.now() + (performance.now() - startedAt) * REST;
    return 0;
  }

  private async serve(partnerId: string): Promise<void> {
    const theirs = () =>
      [...this.listeners].filter(({ reader }) => reader.actor.partnerId === partnerId);
    try {
      const numbers = await this.today.read(partnerId);
      for (const listener of theirs()) sendNumbers(listener, numbers);
    } catch (error) {
      for (const listener of theirs()) sendFailure(listener, error);
    }
  }
}

/** Sends what has changed. The time of reading alone is no change. */
function sendNumbers(listener: Listener, numbers: TodayNumbers): void {
  const { stream, reader } = listener;
  try {
    const { at, ...shown } = TodayDto.from(numbers, reader);
    const id = sha256Text(JSON.stringify(shown)).slice(0, 16);
    stream.beatWith(() => ({ at }));
    if (id !== listener.sent) stream.send('today', { at, ...shown }, id);
    else if (listener.isStale) stream.beat();
    Object.assign(listener, { sent: id, isStale: false });
  } catch (error) {
    sendFailure(listener, error);
  }
}

/** The partner or the gym is gone, or the database is away for a while. */
function sendFailure(listener: Listener, error: unknown): void {
  const isGone = error instanceof DomainError && error.spec.kind === 'not-found';
  if (isGone) return listener.stream.end('gone');
  if (!listener.isStale) listener.stream.send('stale', {});
  listener.isStale = true;
}
