import { ScreenWakeLock } from './wake-lock.js';
import { fetchCode, type CodeResult } from './code-source.js';
import {
  FETCH_AT_MOST_EVERY_MS,
  isOver,
  retryDelay,
  secondsLeft,
  fractionLeft,
  timeCode,
  type TimedCode,
} from './code-timing.js';
import { CodeView } from './code-view.js';
import { DoorWatch, type DoorState } from './door-watch.js';

const TICK_MS = 250;
const DISABLED_MS = 60_000;
/** A page that is shown again after this long fetches another code instead of the old result. */
const OPENED_IS_OLD_MS = 60_000;

/**
 * Keeps one living code on the screen: fetches once, then shortly before each end, and replaces the picture
 * only when the next code has arrived (`open-api.md` 2, client advice). Pauses while the page is hidden, and stops once
 * the door has opened: the code is used, and the next one is fetched only on request.
 */
class CodeScreen {
  private code: TimedCode | undefined;
  private nextFetchAt = 0;
  private failures = 0;
  private isFetching = false;
  private mustAnnounce = true;
  private problem: string | undefined;
  private openedAt: number | undefined;
  private readonly door: DoorWatch;

  constructor(private readonly view: CodeView) {
    view.announce(view.texts.loading);
    view.onFresh(() => this.fetchNow());
    this.door = new DoorWatch(view.stateSource, ({ way, advice, adviceText }, hasOpened) => {
      view.showAdvice(advice, adviceText);
      if (hasOpened) this.opened(way);
    });
    setInterval(() => this.tick(), TICK_MS);
    this.tick();
  }

  /** The person requested a code. */
  fetchNow(): void {
    this.mustAnnounce = true;
    this.openedAt = undefined;
    this.view.opened(false);
    this.door.reset();
    void this.fetch();
  }

  tick(): void {
    if (document.hidden || this.openedAt !== undefined) return;
    const now = Date.now();
    if (this.code && isOver(this.code, now)) this.end(now);
    if (now >= this.nextFetchAt) void this.fetch();
    if (this.code) this.door.tick(now);
    this.draw(now);
  }

  wake(): void {
    const isLong = Math.abs(Date.now() - (this.openedAt ?? Date.now())) > OPENED_IS_OLD_MS;
    if (!document.hidden && isLong) return this.fetchNow();
    if (!document.hidden && this.failures > 0)
      this.nextFetchAt = Math.min(this.nextFetchAt, Date.now());
    this.tick();
  }

  private async fetch(): Promise<void> {
    if (this.isFetching || this.nextFetchAt === Infinity) return;
    this.isFetching = true;
    this.view.busy(true);
    const fetchedAt = Date.now();
    try {
      this.apply(await fetchCode(this.view.source), fetchedAt);
    } finally {
      this.isFetching = false;
      this.view.busy(false);
      this.tick();
    }
  }

  private apply(fetched: CodeResult, fetchedAt: number): void {
    if (this.openedAt !== undefined) return;
    if (fetched.kind === 'code') {
      this.show(timeCode(fetched.answer, fetchedAt), fetched.answer.content);
      return this.door.update(fetched.answer);
    }
    const { texts } = this.view;
    this.failures += 1;
    // A single failure beside a valid code is not announced, unless the person waits for it or can fix it.
    this.mustAnnounce ||= !this.code || this.failures > 1 || fetched.kind === 'offline';
    if (fetched.kind === 'tooMany') {
      this.nextFetchAt = Date.now() + fetched.seconds * 1_000;
      this.problem = texts.tooMany.replace('{seconds}', String(fetched.seconds));
      return;
    }
    this.problem = texts[fetched.kind];
    if (fetched.kind === 'unavailable' || fetched.kind === 'offline') {
      this.nextFetchAt = Date.now() + retryDelay(this.failures);
      return;
    }
    this.hideCode();
    this.nextFetchAt = fetched.kind === 'disabled' ? Date.now() + DISABLED_MS : Infinity;
    if (fetched.kind === 'loggedOut') this.view.offerLogIn();
  }

  private show(code: TimedCode, content: string): void {
    const { texts } = this.view;
    this.view.showCode(content);
    // A normal rotation is not announced: screen readers would repeat it every minute.
    if (this.mustAnnounce)
      this.view.announce(this.code || this.failures > 0 ? texts.renewed : texts.ready);
    this.code = code;
    this.nextFetchAt = code.renewAt;
    this.failures = 0;
    this.mustAnnounce = false;
    this.problem = undefined;
  }

  private opened(way: DoorState['way']): void {
    const { texts } = this.view;
    this.hideCode();
    this.openedAt = Date.now();
    this.view.opened(true);
    this.view.announce(way === 'OUT' ? texts.openedOut : texts.openedIn);
    this.view.showTime('', 0);
  }

  /** The next code is late: the phone slept, the network is slow, or the clock was set. */
  private end(now: number): void {
    this.hideCode();
    this.mustAnnounce = true;
    this.problem ??= this.view.texts.ended;
    this.nextFetchAt = Math.min(this.nextFetchAt, now + FETCH_AT_MOST_EVERY_MS);
  }

  private hideCode(): void {
    this.code = undefined;
    this.view.hideCode();
  }

  private draw(now: number): void {
    const { view, code } = this;
    if (this.problem !== undefined && (!code || this.mustAnnounce)) view.announce(this.problem);
    if (!code) return view.showTime('', 0);
    const seconds = secondsLeft(code.renewAt, now);
    const text =
      seconds > 0 ? view.texts.next.replace('{seconds}', String(seconds)) : view.texts.renewing;
    view.showTime(text, fractionLeft(code, now));
  }
}

const root = document.getElementById('code-screen');
if (root) {
  const screen = new CodeScreen(new CodeView(root));
  const wake = () => screen.wake();
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  new ScreenWakeLock().keep();
}
