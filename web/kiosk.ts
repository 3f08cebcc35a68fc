import { scannedValue } from '../src/customers/people/scanned-value.js';
import { ScreenWakeLock } from './wake-lock.js';
import { Beep } from './beep.js';
import { Camera } from './camera.js';
import { requestEntry, checkToken, type Decision } from './kiosk-door.js';
import { tokenInAddress } from './kiosk-link.js';
import { KioskLock } from './kiosk-lock.js';
import { KioskMemory } from './kiosk-memory.js';
import { KioskView, type SetUpProblem } from './kiosk-view.js';
import { KeyboardReader } from './keyboard-reader.js';

/** Long enough to read, short enough for the next person. */
const SHOWN_MS = 3_000;
const TOKEN = /^\S{16,200}$/;
const PIN = /^(\d{4,12})?$/;

/** A turnstile in a browser: one scan at a time, its result for three seconds, then the next person. */
class Kiosk {
  private token = '';
  private isScanning = false;
  /** The scan whose result is on the screen: many readers send the same one twice. */
  private shownValue: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly memory: KioskMemory;
  private readonly reader: KeyboardReader;
  private readonly camera: Camera;
  private readonly lock: KioskLock;
  private readonly beep = new Beep();
  /** Of the link with which staff opened this page. */
  private readonly handedOver = tokenInAddress();

  constructor(private readonly view: KioskView) {
    this.memory = new KioskMemory(view.partner);
    this.reader = new KeyboardReader(
      view.scan,
      () => this.token !== '' && !this.lock.isOpen,
      (value) => this.scan(value),
    );
    this.lock = new KioskLock(
      view,
      () => [this.token, ...(this.memory.get().pin ? [this.memory.get().pin ?? ''] : [])],
      (isUnlocked) => (isUnlocked ? void this.showSetUp() : this.backToStage()),
    );
    this.camera = new Camera(view.video, (value) => this.scan(value));
  }

  open(): void {
    this.addListeners();
    const { token = '', sound = false } = this.memory.get();
    this.setSound(sound);
    if (token === '') void this.showSetUp();
    else this.start(token);
  }

  /** @returns false when it was not accepted, because another scan is in flight */
  private scan(text: string): boolean {
    if (this.isScanning || this.token === '' || this.lock.isOpen) return false;
    const value = scannedValue(text);
    if (value !== '' && value !== this.shownValue) void this.identify(value);
    return true;
  }

  private async identify(value: string): Promise<void> {
    this.isScanning = true;
    clearTimeout(this.timer);
    this.view.showMessage(this.view.texts.asking, 'ask');
    const decision = await requestEntry(this.token, value);
    this.isScanning = false;
    if (decision.kind === 'token-refused') return this.showSetUp('replaced');
    this.shownValue = value;
    this.showDecision(decision);
    this.reader.focus();
    this.timer = setTimeout(() => this.showWaiting(), SHOWN_MS);
  }

  private showDecision(decision: Exclude<Decision, { kind: 'token-refused' }>): void {
    const { opened, refused } = this.view.texts;
    const isGood = decision.kind === 'opened';
    const unknown = { title: '', text: '' };
    const message = isGood ? opened[decision.way] : (refused[decision.why] ?? refused['OTHER']);
    this.view.showMessage(message ?? unknown, isGood ? 'good' : 'bad');
    this.beep.play(isGood ? 'opened' : 'refused');
  }

  private showWaiting(): void {
    this.shownValue = undefined;
    const { texts } = this.view;
    const offline = navigator.onLine ? undefined : texts.refused['OFFLINE'];
    this.view.showMessage(offline ?? texts.waiting, offline ? 'bad' : 'wait');
    this.reader.focus();
  }

  private start(token: string): void {
    this.token = token;
    this.backToStage();
    if (this.memory.get().camera) void this.setCamera(true);
  }

  private backToStage(): void {
    this.view.showStage();
    this.showWaiting();
  }

  /** For staff: at the first start, and again when the token was replaced. */
  private async showSetUp(problem?: SetUpProblem): Promise<void> {
    this.token = '';
    this.memory.forgetToken();
    this.camera.stop();
    this.view.showSetUp(problem);
    const { demo, token, texts } = this.view;
    token.value ||= this.handedOver;
    const found = demo === undefined ? undefined : await fetchDemo(demo);
    if (found === undefined || token.value !== '' || problem) return;
    token.value = found;
    this.view.note(texts.setUp.demo, 'hint');
  }

  private async saveToken(): Promise<void> {
    const token = this.view.token.value.trim();
    const pin = this.view.newPin.value.trim();
    const problem = await problemOf(token, pin);
    if (problem !== 'good') return this.view.showSetUp(problem);
    this.view.token.value = this.view.newPin.value = '';
    this.memory.set({ token, ...(pin !== '' && { pin }) });
    this.start(token);
  }

  private addListeners(): void {
    const { setUp, camera, sound } = this.view;
    setUp.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.saveToken();
    });
    camera.hidden = !Camera.isOffered();
    camera.addEventListener('click', () => void this.setCamera(!this.camera.isOn));
    sound.addEventListener('click', () => this.setSound(!this.beep.isOn));
    for (const event of ['online', 'offline'])
      addEventListener(event, () => {
        if (
          this.token !== '' &&
          !this.isScanning &&
          this.shownValue === undefined &&
          !this.lock.isOpen
        )
          this.showWaiting();
      });
  }

  private async setCamera(isOn: boolean): Promise<void> {
    const { view } = this;
    if (isOn) await this.camera.start().catch(() => this.camera.stop());
    else this.camera.stop();
    this.memory.set({ camera: this.camera.isOn });
    const failed = isOn ? 'cameraRefused' : 'cameraOn';
    view.label(view.camera, this.camera.isOn ? 'cameraOff' : failed);
    this.reader.focus();
  }

  private setSound(isOn: boolean): void {
    this.beep.isOn = isOn;
    this.memory.set({ sound: isOn });
    this.view.label(this.view.sound, isOn ? 'soundOff' : 'soundOn');
    this.reader.focus();
  }
}

async function problemOf(token: string, pin: string): Promise<SetUpProblem | 'good'> {
  if (!TOKEN.test(token)) return 'malformed';
  return PIN.test(pin) ? checkToken(token) : 'pin';
}

const fetchDemo = (url: string): Promise<string | undefined> =>
  fetch(url, { cache: 'no-store' })
    .then((response) => response.json())
    .then(({ token }: { token: string | null }) => token ?? undefined)
    .catch(() => undefined);

const root = document.getElementById('kiosk');
if (root) {
  new Kiosk(new KioskView(root)).open();
  new ScreenWakeLock().keep();
}
