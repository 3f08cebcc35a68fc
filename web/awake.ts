/** Keeps the screen on while somebody looks. Where that is not offered, the device decides. */
export class Awake {
  private lock: WakeLockSentinel | undefined;
  private isAsking = false;

  keep(): void {
    for (const event of ['visibilitychange', 'pageshow'])
      addEventListener(event, () => void this.fit(), true);
    void this.fit();
  }

  /** The browser takes the lock away by itself when the page is left; a page that is seen again asks anew. */
  private async fit(): Promise<void> {
    if (document.hidden) return this.release();
    if (this.isAsking || !('wakeLock' in navigator) || this.lock?.released === false) return;
    this.isAsking = true;
    this.lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    this.isAsking = false;
    if (document.hidden) await this.release();
  }

  private async release(): Promise<void> {
    const { lock } = this;
    this.lock = undefined;
    await lock?.release().catch(() => undefined);
  }
}
