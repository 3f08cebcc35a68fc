interface Said {
  readonly title: string;
  readonly text: string;
}
export type SetUpProblem = 'malformed' | 'pin' | 'refused' | 'replaced' | 'offline';
export type UnlockProblem = 'wrong' | 'locked';

/** The texts that the page brought along (`KioskWords`), in the language of this browser. */
export interface KioskTexts {
  readonly setUp: { readonly demo: string; readonly problems: Record<SetUpProblem, string> };
  readonly tools: Record<
    'cameraOn' | 'cameraOff' | 'cameraRefused' | 'soundOn' | 'soundOff' | 'otherToken' | 'hold',
    string
  >;
  readonly unlock: { readonly problems: Record<UnlockProblem, string> };
  readonly waiting: Said;
  readonly asking: Said;
  readonly opened: Record<'IN' | 'OUT', Said>;
  readonly refused: Readonly<Record<string, Said>>;
}
export type Tone = 'wait' | 'ask' | 'good' | 'bad';

/** The kiosk's parts. It draws what it is told and knows nothing of time or network. */
export class KioskView {
  readonly texts: KioskTexts;
  readonly partner: string;
  /** Where the sandbox tells the token of its door. */
  readonly demo: string | undefined;
  readonly scan = part<HTMLInputElement>('kiosk-scan');
  readonly video = part<HTMLVideoElement>('kiosk-video');
  readonly token = part<HTMLInputElement>('kiosk-token');
  readonly newPin = part<HTMLInputElement>('kiosk-new-pin');
  readonly setUp = part<HTMLFormElement>('kiosk-set-up');
  readonly unlock = part<HTMLFormElement>('kiosk-unlock');
  readonly pin = part<HTMLInputElement>('kiosk-pin');
  readonly keep = part<HTMLButtonElement>('kiosk-keep');
  readonly camera = part<HTMLButtonElement>('kiosk-camera');
  readonly sound = part<HTMLButtonElement>('kiosk-sound');
  readonly forget = part<HTMLButtonElement>('kiosk-forget');
  private readonly stage = part('kiosk-stage');

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

  /** Under the token: what is wrong with it, or where it came from. */
  note(text: string, look: 'problem' | 'hint'): void {
    const note = part('kiosk-problem');
    note.textContent = text;
    note.className = look;
  }

  /** Asks for the PIN, instead of the stage. */
  showUnlock(problem?: UnlockProblem): void {
    this.stage.hidden = true;
    this.unlock.hidden = false;
    document.body.dataset['tone'] = 'wait';
    this.pin.value = '';
    part('kiosk-pin-problem').textContent = problem ? this.texts.unlock.problems[problem] : '';
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

  /** The whole screen takes the tone; the words and the sign say the same to whoever sees no colour. */
  say({ title, text }: Said, tone: Tone): void {
    document.body.dataset['tone'] = tone;
    part('kiosk-said').dataset['tone'] = tone;
    part('kiosk-title').textContent = title;
    part('kiosk-text').textContent = text;
  }

  label(button: HTMLButtonElement, text: keyof KioskTexts['tools']): void {
    button.textContent = this.texts.tools[text];
  }
}

function part<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found as E;
}
