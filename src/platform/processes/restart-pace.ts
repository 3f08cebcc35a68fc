const FIRST_MS = 100;
const LONGEST_MS = 30_000;
/** Who served for so long did not die of its start. */
const STEADY_MS = 60_000;

/** How long to wait before a process is replaced: of several that die early, each waits twice as long as the one before. */
export class RestartPace {
  private early = 0;

  pauseAfter(livedMs: number): number {
    this.early = livedMs >= STEADY_MS ? 0 : this.early + 1;
    return this.early === 0 ? FIRST_MS : Math.min(FIRST_MS * 2 ** (this.early - 1), LONGEST_MS);
  }
}
