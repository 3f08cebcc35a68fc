/** Keeps the screen on while the page is visible, where the browser supports it. */
export class ScreenWakeLock {
  private lock: WakeLockSentinel | undefined;
  private isRequesting = false;

  keep(): void {
    for (const event of ['visibilitychange', 'pageshow'])
      addEventListener(event, () => void this.update(), true);
    void this.update();
  }

  /** The browser releases the lock when the page is hidden, so it is requested again when the page is shown. */
  private async update(): Promise<void> {
    if (document.hidden) return this.release();
    if (this.isRequesting || !('wakeLock' in navigator) || this.lock?.released === false) return;
    this.isRequesting = true;
    this.lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    this.isRequesting = false;
    if (document.hidden) await this.release();
  }

  private async release(): Promise<void> {
    const { lock } = this;
    this.lock = undefined;
    await lock?.release().catch(() => undefined);
  }
}
