import { fetchDocument } from './fetch-document.js';
import { replaceRegion } from './desk-regions.js';
import { untilReleased } from './until-released.js';

/** The texts in the page's data attribute, in the person's language. */
type LiveTexts = Record<'live' | 'offline' | 'stale' | 'over' | 'logIn', string>;

/** The server sends something every 5 s. */
const SILENCE_MS = 15_000;
/** After the browser itself has given up. */
const AGAIN_MS = 10_000;
const TICK_MS = 1_000;

/**
 * Listens while the page is visible, and loads the page again when a number has changed: what it shows is always what the
 * server renders. It says since when it hears nothing.
 */
class TodayPage {
  private readonly texts: LiveTexts;
  private source: EventSource | undefined;
  private heardAt = Date.now();
  private openedAt = 0;
  private isDrawing = false;
  private isDirty = false;
  private isOver = false;
  /** The server's clock minus ours, in ms. */
  private ahead = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly state: HTMLElement,
    private readonly live: HTMLElement,
  ) {
    this.texts = JSON.parse(root.dataset['words'] ?? '{}') as LiveTexts;
    this.ahead = Date.parse(live.dataset['at'] ?? '') - Date.now();
  }

  start(): void {
    document.addEventListener('visibilitychange', () => this.follow());
    window.addEventListener('online', () => this.follow());
    window.addEventListener('pagehide', () => this.close());
    window.addEventListener('pageshow', () => this.follow());
    setInterval(() => this.tick(), TICK_MS);
    this.follow();
  }

  /** A page that nobody sees holds no connection: a browser has few. */
  private follow(): void {
    if (document.hidden || this.isOver) return this.close();
    if (this.source && this.source.readyState !== EventSource.CLOSED) return;
    const source = new EventSource(this.root.dataset['events'] ?? '');
    this.source = source;
    this.openedAt = Date.now();
    source.addEventListener('today', () => {
      this.heard();
      void this.draw();
    });
    source.addEventListener('heartbeat', (event) => this.beat(event as MessageEvent<string>));
    source.addEventListener('stale', () => this.show(this.texts.stale));
    source.addEventListener('error', () => void this.failed(source));
  }

  private close(): void {
    this.source?.close();
    this.source = undefined;
  }

  private heard(): void {
    this.heardAt = Date.now();
    this.show(this.texts.live);
  }

  /** It names when the numbers were last read: also when they are the same as before. */
  private beat({ data }: MessageEvent<string>): void {
    const { at } = JSON.parse(data) as { at?: string };
    if (at === undefined) return;
    const isRead = Date.now() + this.ahead - Date.parse(at) < SILENCE_MS;
    this.live.dataset['at'] = at;
    if (isRead) return this.heard();
    this.heardAt = Date.now();
    this.show(this.texts.stale);
  }

  /** A lost connection comes again by itself; a refused one does not. */
  private async failed(source: EventSource): Promise<void> {
    if (source !== this.source || this.isOver) return;
    this.show(this.texts.offline);
    if (source.readyState !== EventSource.CLOSED) return;
    await this.draw();
    setTimeout(() => this.follow(), AGAIN_MS);
  }

  private async draw(): Promise<void> {
    this.isDirty = true;
    if (this.isDrawing) return;
    this.isDrawing = true;
    while (this.isDirty) {
      this.isDirty = false;
      const answer = await fetchDocument(location.href);
      await untilReleased();
      if (answer.kind === 'loggedOut') this.end();
      if (answer.kind === 'page') this.replace(answer.page);
      if (answer.kind === 'unavailable') setTimeout(() => void this.draw(), AGAIN_MS);
    }
    this.isDrawing = false;
  }

  private replace(page: Document): void {
    const at = page.getElementById(this.live.id)?.dataset['at'];
    if (at === undefined) return;
    this.live.dataset['at'] = at;
    this.ahead = Date.parse(at) - Date.now();
    replaceRegion(this.live.id, page);
    this.tick();
  }

  private tick(): void {
    const now = Date.now() + this.ahead;
    for (const clock of Array.from(this.live.querySelectorAll<HTMLTimeElement>('.countdown')))
      clock.textContent = clockText(Date.parse(clock.dateTime) - now);
    const isSilent = !document.hidden && Date.now() - this.heardAt > SILENCE_MS;
    if (isSilent && !this.isOver) this.reopen();
  }

  /** A connection can be lost without anybody noticing: after sleep, or in another network. */
  private reopen(): void {
    this.show(this.texts.offline);
    if (Date.now() - this.openedAt < SILENCE_MS) return;
    this.close();
    this.follow();
  }

  private show(text: string): void {
    if (this.isOver) return;
    const at = new Date(this.live.dataset['at'] ?? '');
    const { lang } = document.documentElement;
    const timeZone = this.root.dataset['zone'] ?? 'UTC';
    const form = { hour: '2-digit', minute: '2-digit', timeZone } as const;
    const time = at.toLocaleTimeString(lang, form);
    const shown = text.replace('{time}', time);
    if (this.state.textContent !== shown) this.state.textContent = shown;
    this.state.classList.toggle('is-live', text === this.texts.live);
  }

  private end(): void {
    this.show('');
    this.isOver = true;
    this.close();
    const link = document.createElement('a');
    link.href = this.root.dataset['logIn'] ?? '';
    link.textContent = this.texts.logIn;
    this.state.replaceChildren(`${this.texts.over} `, link);
  }
}

/** As the server writes it. */
function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(seconds % 60)}`;
}

const [root, state, live] = ['today', 'today-state', 'today-live'].map((id) =>
  document.getElementById(id),
);
if (root && state && live) new TodayPage(root, state, live).start();
