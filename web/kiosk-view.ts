interface KioskMessage {
  readonly title: string;
  readonly text: string;
}
export type SetUpProblem = 'malformed' | 'pin' | 'refused' | 'replaced' | 'offline';
export type UnlockProblem = 'wrong' | 'locked';

/** The texts in the page's data attribute (`KioskWords`), in the language of this browser. */
export interface KioskTexts {
  readonly setUp: { readonly demo: string; readonly problems: Record<SetUpProblem, string> };
  readonly tools: Record<
    'cameraOn' | 'cameraOff' | 'cameraRefused' | 'soundOn' | 'soundOff' | 'otherToken' | 'hold',
    string
  >;
  readonly unlock: { readonly problems: Record<UnlockProblem, string> };
  readonly waiting: KioskMessage;
  readonly asking: KioskMessage;
  readonly opened: Record<'IN' | 'OUT', KioskMessage>;
  readonly refused: Readonly<Record<string, KioskMessage>>;
}
export type Tone = 'wait' | 'ask' | 'good' | 'bad';

/** The kiosk's parts. It only draws and knows neither time nor network. */
export class KioskView {
  readonly texts: KioskTexts;
  readonly partner: string;
  /** The URL of the sandbox door's token. */
  readonly demo: string | undefined;
  readonly scan = elementById<HTMLInputElement>('kiosk-scan');
  readonly video = elementById<HTMLVideoElement>('kiosk-video');
  readonly token = elementById<HTMLInputElement>('kiosk-token');
  readonly newPin = elementById<HTMLInputElement>('kiosk-new-pin');
  readonly setUp = elementById<HTMLFormElement>('kiosk-set-up');
  readonly unlock = elementById<HTMLFormElement>('kiosk-unlock');
  readonly pin = elementById<HTMLInputElement>('kiosk-pin');
  readonly cancel = elementById<HTMLButtonElement>('kiosk-keep');
  readonly camera = elementById<HTMLButtonElement>('kiosk-camera');
  readonly sound = elementById<HTMLButtonElement>('kiosk-sound');
  readonly forget = elementById<HTMLButtonElement>('kiosk-forget');
  private readonly stage = elementById('kiosk-stage');

  constructor(root: HTMLElement) {
    const { words = '{}', partner = '', demo } = root.dataset;
    this.texts = JSON.parse(words) as KioskTexts;
    [this.partner, this.demo] = [partner, demo];
    root.hidden = false;
  }

  showSetUp(problem?: SetUpProblem): void {
    this.hideUnlock();
    this.stage.hidden = true;
    this.setUp.hidden = false;
    document.body.dataset['tone'] = 'wait';
    this.note(problem ? this.texts.setUp.problems[problem] : '', 'problem');
    const isOfPin = problem === 'pin';
    this.token.setAttribute('aria-invalid', String(problem !== undefined && !isOfPin));
    this.newPin.setAttribute('aria-invalid', String(isOfPin));
    (isOfPin ? this.newPin : this.token).focus();
  }

  /** Under the token: an error or a hint. */
  note(text: string, look: 'problem' | 'hint'): void {
    const note = elementById('kiosk-problem');
    note.textContent = text;
    note.className = look;
  }

  /** Shows the PIN form instead of the stage. */
  showUnlock(problem?: UnlockProblem): void {
    this.stage.hidden = true;
    this.unlock.hidden = false;
    document.body.dataset['tone'] = 'wait';
    this.pin.value = '';
    elementById('kiosk-pin-problem').textContent = problem
      ? this.texts.unlock.problems[problem]
      : '';
    this.pin.setAttribute('aria-invalid', String(problem !== undefined));
    this.pin.focus();
  }

  hideUnlock(): void {
    this.unlock.hidden = true;
    this.pin.value = '';
  }

  showStage(): void {
    this.setUp.hidden = true;
    this.stage.hidden = false;
  }

  /** The whole screen takes the tone; text and icon carry the same meaning without colour. */
  showMessage({ title, text }: KioskMessage, tone: Tone): void {
    document.body.dataset['tone'] = tone;
    elementById('kiosk-message').dataset['tone'] = tone;
    elementById('kiosk-title').textContent = title;
    elementById('kiosk-text').textContent = text;
  }

  label(button: HTMLButtonElement, text: keyof KioskTexts['tools']): void {
    button.textContent = this.texts.tools[text];
  }
}

function elementById<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found as E;
}
