/** What `GET /{slug}/code/state` answers; a code brings the same along. */
export interface DoorState {
  /** When a door last opened for this person, by the server's clock. */
  readonly openedAt: string | null;
  readonly way: 'IN' | 'OUT' | null;
  readonly advice: Advice | null;
}
export type Advice = 'CHECK_IN_FIRST' | 'RESTRICTED' | 'NO_CONTRACT';

const LOOK_EVERY_MS = 2_000;
const AFTER_FAILURE_MS = 8_000;
const GIVE_UP_MS = 5_000;

/** Learns that the door has opened by looking again and again; one opening is told once. */
export class DoorWatch {
  /** The opening that the screen knows of; undefined until the first answer. */
  private known: string | null | undefined;
  private nextLookAt = 0;
  private isLooking = false;

  constructor(
    private readonly url: string,
    private readonly told: (state: DoorState, hasOpened: boolean) => void,
  ) {}

  /** The next answer is where the screen starts from, not news. */
  forget(): void {
    this.known = undefined;
  }

  learn(state: DoorState): void {
    const hasOpened = this.known !== undefined && this.known !== state.openedAt;
    this.known = state.openedAt;
    this.nextLookAt = Date.now() + LOOK_EVERY_MS;
    this.told(state, hasOpened);
  }

  /** Also looks when the device's clock was set back. */
  tick(now: number): void {
    const isDue = now >= this.nextLookAt || now < this.nextLookAt - AFTER_FAILURE_MS - 1_000;
    if (isDue && !this.isLooking) void this.look();
  }

  /** A look that fails says nothing: the code on the screen works all the same. */
  private async look(): Promise<void> {
    this.isLooking = true;
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), GIVE_UP_MS);
    try {
      const response = await fetch(this.url, { cache: 'no-store', signal: giveUp.signal });
      if (!response.ok) throw new Error(String(response.status));
      this.learn((await response.json()) as DoorState);
    } catch {
      this.nextLookAt = Date.now() + AFTER_FAILURE_MS;
    } finally {
      clearTimeout(timer);
      this.isLooking = false;
    }
  }
}
