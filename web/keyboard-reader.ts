/** A partial value is an accidental key press: it must not prefix the next scan. */
const FORGET_AFTER_MS = 3_000;
/** A reader without Enter has finished when it pauses; a person types slower than this between two keys. */
const READER_GAP_MS = 60;
const READER_PAUSE_MS = 250;
/** Complete, however slowly it was typed. */
const WHOLE_CODE = /^\d{19}$/;
/** Shorter than any card or code: a few quick keys of a person. */
const SHORTEST = 4;
/** Keyboards type control characters with Ctrl: these are STX, FS, GS, RS and US; ETX, EOT, LF and CR end a value. */
const CONTROL_KEYS = /^[b\\\]^_]$/i;
const CONTROL_ENDS = /^[cdjm]$/i;

/**
 * A reader that types like a keyboard: fast, often with Enter or Tab at the end. Its input gets every key, wherever the focus
 * is; with an empty input Tab moves the focus, so keyboard users are not trapped.
 */
export class KeyboardReader {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly speed = new TypingSpeed();

  constructor(
    private readonly input: HTMLInputElement,
    private readonly isOn: () => boolean,
    private readonly scanned: (value: string) => void,
  ) {
    document.addEventListener('keydown', (event) => this.key(event), true);
    input.addEventListener('input', () => this.typed());
    input.addEventListener('blur', () => setTimeout(() => this.focusUnlessBusy(), 0));
    addEventListener('focus', () => this.focusUnlessBusy());
  }

  /** Takes the focus unless a button has it. */
  focusUnlessBusy(): void {
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body;
    if (this.isOn() && isFree) this.focus();
  }

  /** Always: after a scan, and after a button has done its work. */
  focus(): void {
    if (this.isOn()) this.input.focus({ preventScroll: true });
  }

  private key(event: KeyboardEvent): void {
    const isElsewhere = event.target instanceof HTMLInputElement && event.target !== this.input;
    const kind = isElsewhere || !this.isOn() ? 'other' : kindOf(event);
    // With an empty input the browser handles end and control keys.
    if (kind !== 'text' && kind !== 'other' && this.input.value !== '') {
      event.preventDefault();
      if (kind === 'end') this.finish();
    } else if (kind === 'text') this.focus();
  }

  private finish(): void {
    clearTimeout(this.timer);
    const { value } = this.input;
    this.input.value = '';
    this.speed.reset();
    this.scanned(value);
  }

  private typed(): void {
    clearTimeout(this.timer);
    const { value } = this.input;
    const isReader = this.speed.isReader(value.length) && value.length >= SHORTEST;
    this.timer =
      isReader || WHOLE_CODE.test(value)
        ? setTimeout(() => this.finish(), READER_PAUSE_MS)
        : setTimeout(() => this.forget(), FORGET_AFTER_MS);
  }

  private forget(): void {
    this.input.value = '';
    this.speed.reset();
  }
}

/** Distinguishes a reader from a person by the time between two keys. */
class TypingSpeed {
  private startedAt: number | undefined;

  /** @param length how much was typed until now */
  isReader(length: number): boolean {
    const now = performance.now();
    this.startedAt ??= now;
    return (now - this.startedAt) / Math.max(1, length - 1) <= READER_GAP_MS;
  }

  reset(): void {
    this.startedAt = undefined;
  }
}

function kindOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (metaKey || altKey) return 'other';
  if (ctrlKey) return CONTROL_ENDS.test(key) ? 'end' : CONTROL_KEYS.test(key) ? 'control' : 'other';
  if (key === 'Enter' || key === 'Tab') return 'end';
  return key.length === 1 && key !== ' ' ? 'text' : 'other';
}
