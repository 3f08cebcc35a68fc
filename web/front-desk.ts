import { DeskDraft } from './desk-draft.js';
import { DeskNotice, type DeskState } from './desk-notice.js';
import { DeskPage } from './desk-page.js';
import { DeskSignal } from './desk-signal.js';
import { fetchPage, fetchVersion, type VersionResult } from './desk-source.js';
import { isOutdated } from './desk-version.js';
import { untilReleased } from './until-released.js';
import { ScreenWakeLock } from './wake-lock.js';

const POLL_EVERY_MS = 2_000;
/** After a log-out: staff may log in again in another tab. */
const POLL_WHEN_OVER_MS = 30_000;
/** "12 minutes left" must be redrawn without a change. */
const REDRAW_EVERY_MS = 30_000;
const TYPING_MS = 250;
/** Then the last result disappears, so that it is not taken for the next person's. */
const RESULT_MS = 90_000;

/**
 * Refreshes the list, and sends the forms without leaving the page. Everything it shows is part of the page that the
 * server renders, so both are always the same. A page that nobody sees is refreshed only for its sound.
 */
class FrontDesk {
  private version = '';
  private drawnAt = Date.now();
  /** When the list was last known to be right. */
  private rightAt = Date.now();
  private polledAt = 0;
  private state: DeskState = {};
  /** Names the last result, so that "no answer yet" is replaced by the answer. */
  private address: string;
  private answeredAt = Date.now();
  private search = '';
  private isPolling = false;
  /** Of several requests in flight only the newest may be drawn. */
  private requestNumber = 0;
  private drawnRequest = 0;
  private readonly notice: DeskNotice;
  private readonly signal: DeskSignal;
  private readonly draft: DeskDraft;

  constructor(private readonly page: DeskPage) {
    const { here } = page.addresses;
    // After a log-in the address says that work was interrupted.
    if (location.search === '?resume=1') history.replaceState(null, '', here);
    this.address = location.pathname === here ? here + location.search : here;
    this.notice = new DeskNotice(page.noticePlace, page.texts, page.root.dataset);
    this.signal = new DeskSignal(page.root, page.texts.signalBlocked);
    this.draft = new DeskDraft(here);
  }

  start(): void {
    const { page } = this;
    page.onSubmit((form, button) => void this.send(form, button));
    page.onSearch(TYPING_MS, (text) => {
      this.search = text;
      void this.draw();
    });
    page.noticePlace.addEventListener('click', () => this.draft.save());
    this.signal.start();
    this.draft.restore();
    this.search = page.typedSearch;
    setInterval(() => void this.poll(), POLL_EVERY_MS);
    for (const event of ['visibilitychange', 'online', 'focus'])
      window.addEventListener(event, () => void this.poll(true));
    void this.poll();
  }

  private set(change: DeskState): void {
    Object.assign(this.state, change);
    this.notice.show(this.state);
  }

  private async poll(isUrgent = false): Promise<void> {
    const waits = this.state.over && !isUrgent && Date.now() - this.polledAt < POLL_WHEN_OVER_MS;
    if (this.isPolling || waits || (document.hidden && !this.signal.isOn)) return;
    this.isPolling = true;
    this.polledAt = Date.now();
    try {
      await this.follow(await fetchVersion(this.page.addresses.pulse));
    } catch {
      this.set({ staleSince: new Date(this.rightAt) });
    } finally {
      this.isPolling = false;
    }
  }

  /** Draws only if the version has changed. */
  private async follow(news: VersionResult): Promise<void> {
    if (news.kind === 'unavailable') return this.set({ staleSince: new Date(this.rightAt) });
    if (news.kind !== 'version') return this.set({ over: news.kind });
    const { version, endsAt } = news;
    this.set({ over: undefined, endsAt });
    const isOld = this.dropsOldResult() || Date.now() - this.drawnAt > REDRAW_EVERY_MS;
    if (version === this.version && !isOld) return this.isRight();
    if (await this.draw()) this.version = version;
    else this.set({ staleSince: new Date(this.rightAt) });
  }

  private isRight(): void {
    this.rightAt = Date.now();
    this.set({ staleSince: undefined });
  }

  /** @returns false when the page could not be loaded */
  private async draw(): Promise<boolean> {
    const turn = (this.requestNumber += 1);
    const { search } = this.page.addresses;
    const answer =
      this.search === ''
        ? await fetchPage(this.address)
        : await fetchPage(search, new URLSearchParams({ q: this.search }));
    await untilReleased();
    if (answer.kind !== 'page' || turn < this.drawnRequest) return false;
    this.apply(answer.page);
    this.drawnRequest = turn;
    return true;
  }

  private async send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    const { page } = this;
    if (!page.begin(form, button, page.texts.asking)) return;
    const turn = (this.requestNumber += 1);
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    const answer = await fetchPage(form.action, body);
    const hadFocus = page.finish(form, button);
    if (answer.kind === 'loggedOut') return this.set({ over: 'loggedOut' });
    this.set({ hasFailed: answer.kind !== 'page' });
    if (answer.kind !== 'page') return;
    // The result is shown above the whole list, so a search ends here.
    this.search = page.clearSearch();
    page.showResult(answer.page, form);
    this.address = page.addressAfter(answer.address);
    this.answeredAt = Date.now();
    // A newer list stays and is fetched once more, because it may have been read before the result.
    if (turn < this.drawnRequest) void this.draw();
    else this.apply(answer.page);
    this.drawnRequest = Math.max(turn, this.drawnRequest);
    if (hadFocus) page.focusResult();
  }

  /** @returns true once, when the last result is old */
  private dropsOldResult(): boolean {
    const { here } = this.page.addresses;
    if (this.address === here || Date.now() - this.answeredAt < RESULT_MS) return false;
    this.address = here;
    return true;
  }

  private apply(fresh: Document): void {
    if (isOutdated(fresh) && this.draft.isEmpty()) return location.reload();
    this.drawnAt = Date.now();
    const arrived = this.page.redraw(fresh);
    this.isRight();
    if (this.search !== '' || arrived.length === 0) return;
    const { texts } = this.page;
    this.page.announce(arrived.map((name) => texts.arrived.replace('{name}', name)).join('. '));
    this.signal.play();
  }
}

const root = document.getElementById('desk');
if (root) {
  new FrontDesk(new DeskPage(root)).start();
  new ScreenWakeLock().keep();
}
