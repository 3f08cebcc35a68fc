import { scannedValue } from '../src/customers/people/scanned-value.js';
import { Awake } from './awake.js';
import { Beep } from './beep.js';
import { Camera } from './camera.js';
import { askGate, checkToken, type Decision } from './kiosk-door.js';
import { KioskLock } from './kiosk-lock.js';
import { KioskMemory } from './kiosk-memory.js';
import { KioskView, type SetUpProblem } from './kiosk-view.js';
import { Wedge } from './wedge.js';

/** Long enough to read, short enough for the next person. */
const SHOWN_MS = 3_000;
const TOKEN = /^\S{16,200}$/;
const PIN = /^(\d{4,12})?$/;

/** A turnstile in a browser: one scan at a time, its answer for three seconds, then the next person. */
class Kiosk {
  private token = '';
  private isAsking = false;
  /** The scan whose answer is on the screen: many readers tell the same one twice. */
  private shown: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly memory: KioskMemory;
  private readonly wedge: Wedge;
  private readonly camera: Camera;
  private readonly lock: KioskLock;
  private readonly beep = new Beep();

  constructor(private readonly view: KioskView) {
    this.memory = new KioskMemory(view.partner);
    this.wedge = new Wedge(
      view.scan,
      () => this.token !== '' && !this.lock.isOpen,
      (value) => this.scan(value),
    );
    this.lock = new KioskLock(
      view,
      () => [this.token, ...(this.memory.get().pin ? [this.memory.get().pin ?? ''] : [])],
      (isUnlocked) => (isUnlocked ? void this.askToken() : this.backToStage()),
    );
    this.camera = new Camera(view.video, (value) => this.scan(value));
  }

  open(): void {
    this.listen();
    const { token = '', sound = false } = this.memory.get();
    this.turnSound(sound);
    if (token === '') void this.askToken();
    else this.start(token);
  }

  /** @returns false when it was not taken, because another scan is under way */
  private scan(text: string): boolean {
    if (this.isAsking || this.token === '' || this.lock.isOpen) return false;
    const value = scannedValue(text);
    if (value !== '' && value !== this.shown) void this.ask(value);
    return true;
  }

  private async ask(value: string): Promise<void> {
    this.isAsking = true;
    clearTimeout(this.timer);
    this.view.say(this.view.texts.asking, 'ask');
    const decision = await askGate(this.token, value);
    this.isAsking = false;
    if (decision.kind === 'token-refused') return this.askToken('replaced');
    this.shown = value;
    this.show(decision);
    this.wedge.take();
    this.timer = setTimeout(() => this.wait(), SHOWN_MS);
  }

  private show(decision: Exclude<Decision, { kind: 'token-refused' }>): void {
    const { opened, refused } = this.view.texts;
    const isGood = decision.kind === 'opened';
    const unknown = { title: '', text: '' };
    const said = isGood ? opened[decision.way] : (refused[decision.why] ?? refused['OTHER']);
    this.view.say(said ?? unknown, isGood ? 'good' : 'bad');
    this.beep.play(isGood);
  }

  private wait(): void {
    this.shown = undefined;
    const { texts } = this.view;
    const offline = navigator.onLine ? undefined : texts.refused['OFFLINE'];
    this.view.say(offline ?? texts.waiting, offline ? 'bad' : 'wait');
    this.wedge.take();
  }

  private start(token: string): void {
    this.token = token;
    this.backToStage();
    if (this.memory.get().camera) void this.turnCamera(true);
  }

  private backToStage(): void {
    this.view.showStage();
    this.wait();
  }

  /** Once by staff, and again when the token was replaced. */
  private async askToken(problem?: SetUpProblem): Promise<void> {
    this.token = '';
    this.memory.forgetToken();
    this.camera.stop();
    this.view.showSetUp(problem);
    const { demo, token, texts } = this.view;
    const found = demo === undefined ? undefined : await fetchDemo(demo);
    if (found === undefined || token.value !== '' || problem) return;
    token.value = found;
    this.view.note(texts.setUp.demo, 'hint');
  }

  private async takeToken(): Promise<void> {
    const token = this.view.token.value.trim();
    const pin = this.view.newPin.value.trim();
    const problem = await problemOf(token, pin);
    if (problem !== 'good') return this.view.showSetUp(problem);
    this.view.token.value = this.view.newPin.value = '';
    this.memory.set({ token, ...(pin !== '' && { pin }) });
    this.start(token);
  }

  private listen(): void {
    const { setUp, camera, sound } = this.view;
    setUp.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.takeToken();
    });
    camera.hidden = !Camera.isOffered();
    camera.addEventListener('click', () => void this.turnCamera(!this.camera.isOn));
    sound.addEventListener('click', () => this.turnSound(!this.beep.isOn));
    for (const event of ['online', 'offline'])
      addEventListener(event, () => {
        if (this.token !== '' && !this.isAsking && this.shown === undefined && !this.lock.isOpen)
          this.wait();
      });
  }

  private async turnCamera(isOn: boolean): Promise<void> {
    const { view } = this;
    if (isOn) await this.camera.start().catch(() => this.camera.stop());
    else this.camera.stop();
    this.memory.set({ camera: this.camera.isOn });
    const failed = isOn ? 'cameraRefused' : 'cameraOn';
    view.label(view.camera, this.camera.isOn ? 'cameraOff' : failed);
    this.wedge.take();
  }

  private turnSound(isOn: boolean): void {
    this.beep.isOn = isOn;
    this.memory.set({ sound: isOn });
    this.view.label(this.view.sound, isOn ? 'soundOff' : 'soundOn');
    this.wedge.take();
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
  new Awake().keep();
}
