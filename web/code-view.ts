import { correction, generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';
import type { EntryAdvice } from './door-watch.js';

/** The texts in the page's data attribute (`ScreenWords` and two more), in the person's language. */
export type ScreenTexts = Record<
  | 'loading'
  | 'ready'
  | 'renewed'
  | 'next'
  | 'renewing'
  | 'ended'
  | 'offline'
  | 'unavailable'
  | 'disabled'
  | 'tooMany'
  | 'gone'
  | 'loggedOut'
  | 'openedIn'
  | 'openedOut'
  | 'picture'
  | 'logIn'
  | EntryAdvice,
  string
>;

/** The screen's parts. It only draws and knows neither time nor network. */
export class CodeView {
  readonly source: string;
  readonly stateSource: string;
  readonly texts: ScreenTexts;
  private readonly picture = elementById('code-picture');
  private readonly bar = elementById('code-bar');
  private readonly timer = elementById('code-timer');
  private readonly advice = elementById('code-advice');
  private readonly message = elementById('code-message');
  private readonly fresh = elementById('code-fresh');

  constructor(private readonly root: HTMLElement) {
    const { source = '', state = '', words = '{}' } = root.dataset;
    [this.source, this.stateSource] = [source, state];
    this.texts = JSON.parse(words) as ScreenTexts;
    root.hidden = false;
  }

  onFresh(ask: () => void): void {
    this.fresh.addEventListener('click', ask);
  }

  /** Always black on white, whatever the colours of the page: scanners need the contrast. */
  showCode(content: string): void {
    const code = generate(content, { minCorrectionLevel: correction.M });
    const svg = toSvg(code, document, { on: '#000', off: '#fff', pad: 4 });
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', this.texts.picture);
    this.picture.replaceChildren(svg);
  }

  hideCode(): void {
    this.picture.replaceChildren();
  }

  /** A sign as large as the code was, in its place. */
  opened(isOpened: boolean): void {
    this.root.classList.toggle('is-opened', isOpened);
  }

  /** Why the gate would refuse; empty when it would open. */
  showAdvice(advice: EntryAdvice | null, ruled?: string): void {
    const text = ruled ?? (advice === null ? '' : this.texts[advice]);
    if (this.advice.textContent !== text) this.advice.textContent = text;
  }

  busy(isBusy: boolean): void {
    this.root.setAttribute('aria-busy', String(isBusy));
    this.root.classList.toggle('is-busy', isBusy);
  }

  /** `share` of the time that is left, 1 to 0. */
  showTime(text: string, share: number): void {
    if (this.timer.textContent !== text) this.timer.textContent = text;
    this.bar.style.transform = `scaleX(${share})`;
  }

  /** A live region for screen readers, so it changes only when there is something to announce. */
  announce(text: string): void {
    if (this.message.textContent !== text) this.message.textContent = text;
  }

  offerLogIn(): void {
    const link = document.createElement('a');
    link.href = this.root.dataset['logIn'] ?? '';
    link.className = 'button';
    link.textContent = this.texts.logIn;
    this.fresh.replaceWith(link);
  }
}

function elementById(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found;
}
