export type OperatingMode = 'ONLINE' | 'CONTINGENCY';

/** Counts failed tries in a row: after too many the device decides alone, until the server answers 200. */
export class OperatingModes {
  private current: OperatingMode = 'ONLINE';
  private failed = 0;
  private offlineAt: Date | undefined;

  mode(): OperatingMode {
    return this.current;
  }

  failures(): number {
    return this.failed;
  }

  lastOffline(): Date | undefined {
    return this.offlineAt;
  }

  /** @returns whether this changed the mode */
  failTry(most: number, isContingencyOn: boolean): boolean {
    this.failed += 1;
    if (this.current === 'CONTINGENCY' || !isContingencyOn || this.failed < most) return false;
    this.current = 'CONTINGENCY';
    this.offlineAt = new Date();
    return true;
  }

  /** @returns whether this ended the contingency */
  succeed(): boolean {
    this.failed = 0;
    const wasAlone = this.current === 'CONTINGENCY';
    this.current = 'ONLINE';
    return wasAlone;
  }
}
