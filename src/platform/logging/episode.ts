import type { Logger } from '@nestjs/common';
import { runOutsideRequests } from '../deadline/request-context.js';

const MINUTE_MS = 60_000;
const CHECKED_EVERY_MS = 2_000;
/** Longer than the pauses between the tries of a worker. */
const QUIET_MS = 10_000;

/** What a log says of it. */
export interface EpisodeWords {
  readonly begins: string;
  readonly lasts: string;
  readonly over: string;
  readonly severity?: 'warn' | 'error';
  /** Only `end` ends it: it may be met seldom while it lasts. */
  readonly endsByItself?: false;
}

interface Running {
  readonly begun: number;
  /** Since the last line. */
  times: number;
  inAll: number;
  last: number;
  written: number;
}

/**
 * Trouble that many requests or runs meet while it lasts: a line when it begins, one a minute with how many met it, and
 * one when it is over: ten seconds after the last of them.
 */
export class Episode {
  private running: Running | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param facts stand in each of its lines */
  constructor(
    private readonly logger: Logger,
    private readonly words: EpisodeWords,
    private readonly facts: object = {},
  ) {}

  /** @param facts of the first time, for the line of the beginning */
  occurs(facts: () => object = () => ({})): void {
    const now = performance.now();
    const { running } = this;
    if (!running) return this.begin(now, facts());
    running.times += 1;
    running.inAll += 1;
    running.last = now;
  }

  /** For who knows it for certain. */
  end(): void {
    const { running } = this;
    if (!running) return;
    clearInterval(this.timer);
    this.running = undefined;
    const { inAll: times, last, begun } = running;
    this.logger.warn({
      msg: this.words.over,
      ...this.facts,
      times,
      seconds: seconds(last - begun),
    });
  }

  private begin(now: number, facts: object): void {
    this.running = { begun: now, times: 0, inAll: 1, last: now, written: now };
    this.logger[this.severity]({ ...facts, ...this.facts, msg: this.words.begins });
    this.timer = runOutsideRequests(() =>
      setInterval(() => this.check(), CHECKED_EVERY_MS).unref(),
    );
  }

  private check(): void {
    const { running } = this;
    if (!running) return;
    const now = performance.now();
    if (this.words.endsByItself !== false && now - running.last >= QUIET_MS) return this.end();
    if (now - running.written < MINUTE_MS || running.times === 0) return;
    const { times, begun } = running;
    const so = { times, seconds: seconds(now - begun) };
    this.logger[this.severity]({ msg: this.words.lasts, ...this.facts, ...so });
    running.times = 0;
    running.written = now;
  }

  private get severity(): 'warn' | 'error' {
    return this.words.severity ?? 'warn';
  }
}

const seconds = (ms: number): number => Math.round(ms / 1_000);
