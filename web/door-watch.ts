/** What `GET /{slug}/code/state` answers; a code contains the same. */
export interface DoorState {
  /** When a door last opened for this person, by the server's clock. */
  readonly openedAt: string | null;
  readonly way: 'IN' | 'OUT' | null;
  readonly advice: EntryAdvice | null;
  /** In its place: what the rules say, in the person's language. */
  readonly adviceText?: string;
}
export type EntryAdvice = 'CHECK_IN_FIRST' | 'RESTRICTED' | 'NO_CONTRACT';

const POLL_EVERY_MS = 2_000;
const AFTER_FAILURE_MS = 8_000;
const TIMEOUT_MS = 5_000;

/** Polls whether the door has opened; each opening is reported once. */
export class DoorWatch {
  /** The last known opening; undefined until the first answer. */
  private known: string | null | undefined;
  private nextPollAt = 0;
  private isPolling = false;

  constructor(
    private readonly url: string,
    private readonly onState: (state: DoorState, hasOpened: boolean) => void,
  ) {}

  /** The next answer becomes the known state and is not reported as an opening. */
  reset(): void {
    this.known = undefined;
  }

  update(state: DoorState): void {
    const hasOpened = this.known !== undefined && this.known !== state.openedAt;
    this.known = state.openedAt;
    this.nextPollAt = Date.now() + POLL_EVERY_MS;
    this.onState(state, hasOpened);
  }

  /** Also polls when the device's clock was set back. */
  tick(now: number): void {
    const isDue = now >= this.nextPollAt || now < this.nextPollAt - AFTER_FAILURE_MS - 1_000;
    if (isDue && !this.isPolling) void this.poll();
  }

  /** A failed poll is ignored: the code on the screen is still valid. */
  private async poll(): Promise<void> {
    this.isPolling = true;
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(this.url, { cache: 'no-store', signal: giveUp.signal });
      if (!response.ok) throw new Error(String(response.status));
      this.update((await response.json()) as DoorState);
    } catch {
      this.nextPollAt = Date.now() + AFTER_FAILURE_MS;
    } finally {
      clearTimeout(timer);
      this.isPolling = false;
    }
  }
}
