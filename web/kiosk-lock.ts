import { onHold } from './hold.js';
import type { KioskView } from './kiosk-view.js';

const MOST_WRONG = 5;
const LOCKED_MS = 60_000;
/** The form was opened and left. */
const CLOSE_AFTER_MS = 30_000;

/** Protects the device token: the button must be held, then the PIN or the token itself must be entered. */
export class KioskLock {
  private wrong = 0;
  private lockedUntil = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: KioskView,
    private readonly secrets: () => readonly string[],
    private readonly done: (isUnlocked: boolean) => void,
  ) {
    const { forget, unlock, cancel, pin } = view;
    onHold(
      forget,
      () => this.open(),
      () => view.label(forget, 'hold'),
    );
    unlock.addEventListener('submit', (event) => {
      event.preventDefault();
      this.answer(pin.value.trim());
    });
    unlock.addEventListener('input', () => this.closeLater());
    cancel.addEventListener('click', () => this.close(false));
  }

  get isOpen(): boolean {
    return !this.view.unlock.hidden;
  }

  private open(): void {
    this.view.label(this.view.forget, 'otherToken');
    this.view.showUnlock();
    this.closeLater();
  }

  private answer(typed: string): void {
    this.closeLater();
    if (Date.now() < this.lockedUntil) return this.view.showUnlock('locked');
    if (this.secrets().includes(typed)) return this.close(true);
    this.wrong += 1;
    if (this.wrong < MOST_WRONG) return this.view.showUnlock('wrong');
    this.wrong = 0;
    this.lockedUntil = Date.now() + LOCKED_MS;
    this.view.showUnlock('locked');
  }

  private close(isUnlocked: boolean): void {
    clearTimeout(this.timer);
    if (isUnlocked) this.wrong = 0;
    this.view.hideUnlock();
    this.done(isUnlocked);
  }

  private closeLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(false), CLOSE_AFTER_MS);
  }
}
