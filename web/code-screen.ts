import { Awake } from './awake.js';
import { fetchCode, type Fetched } from './code-source.js';
import {
  ASK_AT_MOST_EVERY_MS,
  isOver,
  retryDelay,
  secondsLeft,
  shareLeft,
  timeCode,
  type TimedCode,
} from './code-timing.js';
import { CodeView } from './code-view.js';
import { DoorWatch, type DoorState } from './door-watch.js';

const TICK_MS = 250;
const DISABLED_MS = 60_000;
/** Who looks again after this long has come for another code, not to read that the door has opened. */
const OPENED_IS_OLD_MS = 60_000;

/**
 * Keeps one living code on the screen: fetches once, then shortly before each end, and replaces the picture
 * only when the next code has arrived (`open-api.md` 2, client advice). Sleeps while nobody looks, and rests once
 * the door has opened: the code is used, and who is inside needs none until they ask.
 */
class CodeScreen {
  private code: TimedCode | undefined;
  private nextAskAt = 0;
  private failures = 0;
  private isAsking = false;
  private isNews = true;
  private problem: string | undefined;
  private openedAt: number | undefined;
  private readonly door: DoorWatch;

  constructor(private readonly view: CodeView) {
    view.say(view.texts.loading);
    view.onFresh(() => this.askNow());
    this.door = new DoorWatch(view.stateSource, ({ way, advice }, hasOpened) => {
      view.advise(advice);
      if (hasOpened) this.opened(way);
    });
    setInterval(() => this.tick(), TICK_MS);
    this.tick();
  }

  /** The person wants a code. */
  askNow(): void {
    this.isNews = true;
    this.openedAt = undefined;
    this.view.opened(false);
    this.door.forget();
    void this.ask();
  }

  tick(): void {
    if (document.hidden || this.openedAt !== undefined) return;
    const now = Date.now();
    if (this.code && isOver(this.code, now)) this.end(now);
    if (now >= this.nextAskAt) void this.ask();
    if (this.code) this.door.tick(now);
    this.draw(now);
  }

  wake(): void {
    const isLong = Math.abs(Date.now() - (this.openedAt ?? Date.now())) > OPENED_IS_OLD_MS;
    if (!document.hidden && isLong) return this.askNow();
    if (!document.hidden && this.failures > 0)
      this.nextAskAt = Math.min(this.nextAskAt, Date.now());
    this.tick();
  }

  private async ask(): Promise<void> {
    if (this.isAsking || this.nextAskAt === Infinity) return;
    this.isAsking = true;
    this.view.busy(true);
    const askedAt = Date.now();
    try {
      this.take(await fetchCode(this.view.source), askedAt);
    } finally {
      this.isAsking = false;
      this.view.busy(false);
      this.tick();
    }
  }

  private take(fetched: Fetched, askedAt: number): void {
    if (this.openedAt !== undefined) return;
    if (fetched.kind === 'code') {
      this.show(timeCode(fetched.answer, askedAt), fetched.answer.content);
      return this.door.learn(fetched.answer);
    }
    const { texts } = this.view;
    this.failures += 1;
    // One failure beside a code that still works is no news, unless the person waits for it or can mend it.
    this.isNews ||= !this.code || this.failures > 1 || fetched.kind === 'offline';
    if (fetched.kind === 'tooMany') {
      this.nextAskAt = Date.now() + fetched.seconds * 1_000;
      this.problem = texts.tooMany.replace('{seconds}', String(fetched.seconds));
      return;
    }
    this.problem = texts[fetched.kind];
    if (fetched.kind === 'unavailable' || fetched.kind === 'offline') {
      this.nextAskAt = Date.now() + retryDelay(this.failures);
      return;
    }
    this.drop();
    this.nextAskAt = fetched.kind === 'disabled' ? Date.now() + DISABLED_MS : Infinity;
    if (fetched.kind === 'loggedOut') this.view.offerLogIn();
  }

  private show(code: TimedCode, content: string): void {
    const { texts } = this.view;
    this.view.showCode(content);
    // A rotation that just works is no news: it would talk over everything else, every minute.
    if (this.isNews) this.view.say(this.code || this.failures > 0 ? texts.renewed : texts.ready);
    this.code = code;
    this.nextAskAt = code.renewAt;
    this.failures = 0;
    this.isNews = false;
    this.problem = undefined;
  }

  private opened(way: DoorState['way']): void {
    const { texts } = this.view;
    this.drop();
    this.openedAt = Date.now();
    this.view.opened(true);
    this.view.say(way === 'OUT' ? texts.openedOut : texts.openedIn);
    this.view.showTime('', 0);
  }

  /** The next one is late: the phone slept, the network is slow, or its clock was set. */
  private end(now: number): void {
    this.drop();
    this.isNews = true;
    this.problem ??= this.view.texts.ended;
    this.nextAskAt = Math.min(this.nextAskAt, now + ASK_AT_MOST_EVERY_MS);
  }

  private drop(): void {
    this.code = undefined;
    this.view.hideCode();
  }

  private draw(now: number): void {
    const { view, code } = this;
    if (this.problem !== undefined && (!code || this.isNews)) view.say(this.problem);
    if (!code) return view.showTime('', 0);
    const seconds = secondsLeft(code.renewAt, now);
    const text =
      seconds > 0 ? view.texts.next.replace('{seconds}', String(seconds)) : view.texts.renewing;
    view.showTime(text, shareLeft(code, now));
  }
}

const root = document.getElementById('code-screen');
if (root) {
  const screen = new CodeScreen(new CodeView(root));
  const wake = () => screen.wake();
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  new Awake().keep();
}
