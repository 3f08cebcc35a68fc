import { fetchDocument } from './fetch-document.js';
import { replaceRegion } from './desk-regions.js';
import { untilReleased } from './until-released.js';

const EVERY_MS = 5_000;

type FeedTexts = Record<'live' | 'stale' | 'over' | 'logIn', string>;

/** Loads the page again every few seconds while somebody sees it; what it shows is always what the server renders. */
class DoorFeed {
  private readonly texts: FeedTexts;
  private rightAt = new Date();
  private isLoading = false;

  constructor(private readonly state: HTMLElement) {
    this.texts = JSON.parse(state.dataset['words'] ?? '{}') as FeedTexts;
  }

  start(): void {
    this.state.hidden = false;
    setInterval(() => void this.load(), EVERY_MS);
    for (const event of ['visibilitychange', 'online'])
      window.addEventListener(event, () => void this.load());
  }

  private async load(): Promise<void> {
    if (document.hidden || this.isLoading) return;
    this.isLoading = true;
    const answer = await fetchDocument(location.href);
    await untilReleased();
    this.isLoading = false;
    if (answer.kind === 'loggedOut') return this.offerLogIn();
    if (answer.kind !== 'page') return this.say(this.texts.stale.replace('{time}', this.time()));
    replaceRegion('decisions', answer.page);
    this.rightAt = new Date();
    this.say(this.texts.live);
  }

  /** By the gym's clock, as the list. */
  private time(): string {
    const { lang } = document.documentElement;
    const { timeZone = 'UTC' } = this.state.dataset;
    return this.rightAt.toLocaleTimeString(lang, { timeStyle: 'short', timeZone });
  }

  private say(text: string): void {
    if (this.state.textContent !== text) this.state.textContent = text;
  }

  private offerLogIn(): void {
    if (this.state.querySelector('a')) return;
    const link = document.createElement('a');
    link.href = this.state.dataset['logIn'] ?? '';
    link.textContent = this.texts.logIn;
    this.state.replaceChildren(`${this.texts.over} `, link);
  }
}

const state = document.getElementById('feed-state');
if (state) new DoorFeed(state).start();
