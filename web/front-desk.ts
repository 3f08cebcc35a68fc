import { DeskPage, type DeskTexts } from './desk-page.js';
import { fetchPage, fetchVersion } from './desk-source.js';

const POLL_EVERY_MS = 2_000;
/** "12 minutes left" must be redrawn without a change. */
const REDRAW_EVERY_MS = 30_000;
const TYPING_MS = 250;
/** Then the last result disappears, so that it is not taken for the next person's. */
const RESULT_MS = 90_000;

/**
 * Refreshes the list while the page is visible, and sends the forms without leaving the page. Everything it shows is
 * part of the page that the server renders, so both are always the same.
 */
class FrontDesk {
  private version = '';
  private drawnAt = Date.now();
  /** Names the last result, so that "no answer yet" is replaced by the answer. */
  private address: string;
  private answeredAt = Date.now();
  private search = '';
  private isPolling = false;
  private isOver = false;
  /** Of several requests in flight only the newest may be drawn. */
  private requestNumber = 0;
  private drawnRequest = 0;

  constructor(private readonly page: DeskPage) {
    const { here } = page.addresses;
    this.address = location.pathname === here ? here + location.search : here;
  }

  start(): void {
    const { page } = this;
    page.onSubmit((form, button) => void this.send(form, button));
    page.onSearch(TYPING_MS, (text) => {
      this.search = text;
      void this.draw();
    });
    setInterval(() => void this.poll(), POLL_EVERY_MS);
    document.addEventListener('visibilitychange', () => void this.poll());
    window.addEventListener('online', () => void this.poll());
    void this.poll();
  }

  private get texts(): DeskTexts {
    return this.page.texts;
  }

  /** Draws only if the version has changed. */
  private async poll(): Promise<void> {
    if (document.hidden || this.isPolling || this.isOver) return;
    this.isPolling = true;
    try {
      const news = await fetchVersion(this.page.addresses.pulse);
      if (news.kind !== 'version')
        return news.kind === 'loggedOut'
          ? this.end()
          : this.page.showOffline(new Date(this.drawnAt));
      this.page.showNotice('');
      const isOld = this.dropsOldResult() || Date.now() - this.drawnAt > REDRAW_EVERY_MS;
      if (news.version === this.version && !isOld) return;
      if (await this.draw()) this.version = news.version;
    } finally {
      this.isPolling = false;
    }
  }

  /** @returns false when the page could not be loaded */
  private async draw(): Promise<boolean> {
    const turn = (this.requestNumber += 1);
    const answer =
      this.search === ''
        ? await fetchPage('GET', this.address)
        : await fetchPage(
            'POST',
            this.page.addresses.search,
            new URLSearchParams({ q: this.search }),
          );
    if (answer.kind !== 'page' || turn < this.drawnRequest) return false;
    this.apply(answer.page);
    this.drawnRequest = turn;
    return true;
  }

  private async send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    if (!this.page.begin(form, button, this.texts.asking)) return;
    const turn = (this.requestNumber += 1);
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    const answer = await fetchPage('POST', form.action, body);
    const hadFocus = this.page.finish(form, button);
    if (answer.kind === 'loggedOut') return this.end();
    if (answer.kind !== 'page') return this.page.showNotice(this.texts.failed);
    // The result is shown above the whole list, so a search ends here.
    this.search = this.page.clearSearch();
    this.page.showResult(answer.page, form);
    this.address = this.page.addressAfter(answer.address);
    this.answeredAt = Date.now();
    // A newer list stays and is fetched once more, because it may have been read before the result.
    if (turn < this.drawnRequest) void this.draw();
    else this.apply(answer.page);
    this.drawnRequest = Math.max(turn, this.drawnRequest);
    if (hadFocus) this.page.focusResult();
  }

  /** @returns true once, when the last result is old */
  private dropsOldResult(): boolean {
    const { here } = this.page.addresses;
    if (this.address === here || Date.now() - this.answeredAt < RESULT_MS) return false;
    this.address = here;
    return true;
  }

  private apply(page: Document): void {
    this.drawnAt = Date.now();
    this.page.showNotice('');
    const arrived = this.page.redraw(page);
    if (this.search === '' && arrived.length > 0)
      this.page.announce(
        arrived.map((name) => this.texts.arrived.replace('{name}', name)).join('. '),
      );
  }

  private end(): void {
    this.isOver = true;
    this.page.offerLogIn();
  }
}

const root = document.getElementById('desk');
if (root) new FrontDesk(new DeskPage(root)).start();
