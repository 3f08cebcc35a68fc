import { Beep } from './beep.js';

/** Of this device: whoever logs in here finds it as it was left. */
const MEMORY = 'gatehouse-desk-signal';
/** What a browser counts as a touch that allows sound. */
const TOUCHES = ['pointerup', 'click', 'keydown'] as const;

/** Sound and colour for a new check-in, which a switch mutes. */
export class DeskSignal {
  private readonly beep = new Beep();
  private isBlocked = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly blockedText: string,
  ) {}

  start(): void {
    const box = this.switch;
    box.checked = remembered() !== 'off';
    box.addEventListener('change', () => this.set(box.checked));
    for (const touch of TOUCHES)
      document.addEventListener(touch, () => this.isOn && this.beep.wake(), true);
    this.beep.watch((isBlocked) => {
      this.isBlocked = isBlocked;
      this.draw();
    });
    this.set(box.checked);
    this.place.hidden = false;
  }

  get isOn(): boolean {
    return this.switch.checked;
  }

  play(): void {
    this.beep.play('arrived');
  }

  private set(isOn: boolean): void {
    this.beep.isOn = isOn;
    remember(isOn ? 'on' : 'off');
    this.draw();
  }

  private draw(): void {
    this.root.classList.toggle('has-signal', this.isOn);
    this.note.textContent = this.isOn && this.isBlocked ? this.blockedText : '';
  }

  private get place(): HTMLElement {
    return this.root.querySelector('#desk-signal') as HTMLElement;
  }

  private get switch(): HTMLInputElement {
    return this.place.querySelector('input') as HTMLInputElement;
  }

  private get note(): HTMLElement {
    return this.place.querySelector('[role="status"]') as HTMLElement;
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}

function remember(value: 'on' | 'off'): void {
  try {
    localStorage.setItem(MEMORY, value);
  } catch {
    // Without storage it is on at every start.
  }
}
