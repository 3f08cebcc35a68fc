export interface Remembered {
  readonly token?: string;
  /** Asked for before the token is changed. It guards no secret: whoever can read it can read the token too. */
  readonly pin?: string;
  readonly camera?: boolean;
  readonly sound?: boolean;
}

/** What this browser keeps of one partner's kiosk: its screen comes back by itself after a power cut. */
export class KioskMemory {
  private readonly key: string;
  private kept: Remembered = {};

  constructor(partner: string) {
    this.key = `gatehouse-kiosk-${partner}`;
    try {
      this.kept = JSON.parse(localStorage.getItem(this.key) ?? '{}') as Remembered;
    } catch {
      // A browser that keeps nothing: the token is asked for at every start.
    }
  }

  get(): Remembered {
    return this.kept;
  }

  set(change: Remembered): void {
    this.kept = { ...this.kept, ...change };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // As above.
    }
  }

  forgetToken(): void {
    const { token: _, pin: __, ...rest } = this.kept;
    this.kept = {};
    this.set(rest);
  }
}
