import { DeskPage, type DeskTexts } from './desk-page.js';
import { ask, isNews } from './desk-source.js';

const LOOK_EVERY_MS = 2_000;
/** "12 minutes left" grows old by itself. */
const REDRAW_EVERY_MS = 30_000;
const TYPING_MS = 250;
/** Then the last answer goes away: the next person is not to be taken for this one. */
const RESULT_MS = 90_000;

/**
 * Keeps the list fresh while somebody looks, and sends the forms without leaving the page. Whatever it shows is
 * a piece of the page that the server draws, so both always say the same.
 */
class FrontDesk {
  private version = '';
  private drawnAt = Date.now();
  /** With the last answer in it, so that "no answer yet" becomes the answer. */
  private address: string;
  private answeredAt = Date.now();
  private search = '';
  private isLooking = false;
  private isOver = false;
  /** Of several pages on their way only the newest may be drawn. */
  private turn = 0;
  private drawnTurn = 0;

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
    setInterval(() => void this.look(), LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', () => void this.look());
    window.addEventListener('online', () => void this.look());
    void this.look();
  }

  private get texts(): DeskTexts {
    return this.page.texts;
  }

  /** Asks whether anything has changed; draws only then. */
  private async look(): Promise<void> {
    if (document.hidden || this.isLooking || this.isOver) return;
    this.isLooking = true;
    try {
      const news = await isNews(this.page.addresses.pulse);
      if (news.kind !== 'version')
        return news.kind === 'loggedOut' ? this.end() : this.page.offline(new Date(this.drawnAt));
      this.page.notice('');
      const isOld = this.forgetsAnswer() || Date.now() - this.drawnAt > REDRAW_EVERY_MS;
      if (news.version === this.version && !isOld) return;
      if (await this.draw()) this.version = news.version;
    } finally {
      this.isLooking = false;
    }
  }

  /** @returns false when the page could not be had */
  private async draw(): Promise<boolean> {
    const turn = (this.turn += 1);
    const answer =
      this.search === ''
        ? await ask('GET', this.address)
        : await ask('POST', this.page.addresses.search, new URLSearchParams({ q: this.search }));
    if (answer.kind !== 'page' || turn < this.drawnTurn) return false;
    this.take(answer.page);
    this.drawnTurn = turn;
    return true;
  }

  private async send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    if (!this.page.begin(form, button, this.texts.asking)) return;
    const turn = (this.turn += 1);
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    const answer = await ask('POST', form.action, body);
    const hadFocus = this.page.finish(form, button);
    if (answer.kind === 'loggedOut') return this.end();
    if (answer.kind !== 'page') return this.page.notice(this.texts.failed);
    // The answer stands on the whole list, so a search ends here.
    this.search = this.page.clearSearch();
    this.page.answer(answer.page, form);
    this.address = this.page.addressAfter(answer.address);
    this.answeredAt = Date.now();
    // A newer list stays; it is drawn once more, because it may have been read before the answer came.
    if (turn < this.drawnTurn) void this.draw();
    else this.take(answer.page);
    this.drawnTurn = Math.max(turn, this.drawnTurn);
    if (hadFocus) this.page.focusResult();
  }

  /** @returns true once, when the last answer is old */
  private forgetsAnswer(): boolean {
    const { here } = this.page.addresses;
    if (this.address === here || Date.now() - this.answeredAt < RESULT_MS) return false;
    this.address = here;
    return true;
  }

  private take(page: Document): void {
    this.drawnAt = Date.now();
    this.page.notice('');
    const arrived = this.page.redraw(page);
    if (this.search === '' && arrived.length > 0)
      this.page.tell(arrived.map((name) => this.texts.arrived.replace('{name}', name)).join('. '));
  }

  private end(): void {
    this.isOver = true;
    this.page.offerLogIn();
  }
}

const root = document.getElementById('desk');
if (root) new FrontDesk(new DeskPage(root)).start();
