export interface Remembered {
  readonly token?: string;
  /** Required before the token is changed. It protects no secret: code that can read it can read the token too. */
  readonly pin?: string;
  readonly camera?: boolean;
  readonly sound?: boolean;
}

/** The kiosk's settings in this browser, so that it restarts by itself after a power cut. */
export class KioskMemory {
  private readonly key: string;
  private kept: Remembered = {};

  constructor(partner: string) {
    this.key = `gatehouse-kiosk-${partner}`;
    try {
      this.kept = JSON.parse(localStorage.getItem(this.key) ?? '{}') as Remembered;
    } catch {
      // Without storage the token must be entered at every start.
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
