/** Does something every so many seconds; never keeps a process alive. */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private seconds = 0;

  constructor(private readonly beat: () => Promise<unknown>) {}

  /** 0 stops it. */
  every(seconds: number): void {
    if (seconds === this.seconds) return;
    clearInterval(this.timer);
    this.seconds = seconds;
    if (seconds === 0) return;
    this.timer = setInterval(() => void this.beat().catch(() => undefined), seconds * 1_000);
    this.timer.unref();
  }
}
