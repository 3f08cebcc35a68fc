/** A half-typed value is somebody's elbow on the keyboard: it must not stand before the next scan. */
const FORGET_AFTER_MS = 3_000;
/** What readers put around a value. */
const EDGES = /^[\r\n\t ]+|[\r\n\t ]+$/g;

/**
 * A reader that types: fast, with Enter or Tab at the end. Its input always gets what is typed, wherever the focus is;
 * with nothing typed Tab walks on, so the page is no trap for people who use a keyboard.
 */
export class Wedge {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly isOn: () => boolean,
    private readonly scanned: (value: string) => void,
  ) {
    document.addEventListener('keydown', (event) => this.key(event), true);
    input.addEventListener('input', () => this.forgetLater());
    input.addEventListener('blur', () => setTimeout(() => this.hold(), 0));
    addEventListener('focus', () => this.hold());
  }

  /** Takes the focus unless somebody walks through the buttons. */
  hold(): void {
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body;
    if (this.isOn() && isFree) this.input.focus({ preventScroll: true });
  }

  /** Always: after a scan, and after a button has done its work. */
  take(): void {
    if (this.isOn()) this.input.focus({ preventScroll: true });
  }

  private key(event: KeyboardEvent): void {
    if (!this.isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    const isEnd = event.key === 'Enter' || event.key === 'Tab';
    if (isEnd && this.input.value !== '') {
      event.preventDefault();
      this.finish();
    } else if (event.key.length === 1 && event.key !== ' ') this.take();
  }

  private finish(): void {
    clearTimeout(this.timer);
    const value = this.input.value.replace(EDGES, '');
    this.input.value = '';
    if (value !== '') this.scanned(value);
  }

  private forgetLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.input.value = '';
    }, FORGET_AFTER_MS);
  }
}
