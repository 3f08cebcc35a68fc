import { replaceList, replaceRegion } from './desk-regions.js';

/** The texts in the page's data attribute (`LiveWords`), in the person's language. */
export type DeskTexts = Record<
  | 'asking'
  | 'arrived'
  | 'offline'
  | 'ending'
  | 'renew'
  | 'loggedOut'
  | 'gone'
  | 'gyms'
  | 'signalBlocked'
  | 'failed'
  | 'logIn',
  string
>;

/** The desk's screen. It only draws and knows neither time nor network. */
export class DeskPage {
  readonly texts: DeskTexts;
  readonly addresses: { here: string; search: string; pulse: string };
  private readonly seen = new Set(waiting().map(({ id }) => id));
  /** Who came since staff last touched the page. */
  private readonly unseen = new Set<string>();

  constructor(readonly root: HTMLElement) {
    const { words = '{}', here = '', search = '', pulse = '' } = root.dataset;
    this.texts = JSON.parse(words) as DeskTexts;
    this.addresses = { here, search, pulse };
    for (const touch of ['pointerdown', 'keydown'])
      document.addEventListener(touch, () => this.markAsSeen(), true);
  }

  get noticePlace(): HTMLElement {
    return elementById('desk-notice');
  }

  get typedSearch(): string {
    return field('q').value.trim();
  }

  /** Forms with `data-live` are sent by script; all others by the browser. */
  onSubmit(send: (form: HTMLFormElement, button: HTMLButtonElement) => void): void {
    this.root.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      const button = form.querySelector('button');
      if (form.dataset['live'] === undefined || !button) return;
      event.preventDefault();
      send(form, button);
    });
  }

  onSearch(afterMs: number, search: (text: string) => void): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      clearTimeout(timer);
      search(field('q').value.trim());
    };
    field('q').addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(now, afterMs);
    });
    elementById('desk-search').addEventListener('submit', (event) => {
      event.preventDefault();
      now();
    });
  }

  /** @returns the search as it is now: none */
  clearSearch(): string {
    field('q').value = '';
    return '';
  }

  /** The button keeps the focus while it works. @returns false while it already does */
  begin(form: HTMLFormElement, button: HTMLButtonElement, text: string): boolean {
    if (form.classList.contains('is-busy')) return false;
    form.classList.add('is-busy');
    button.setAttribute('aria-disabled', 'true');
    const label = button.firstChild;
    if (label) {
      button.dataset['label'] = label.textContent ?? '';
      label.textContent = text;
    }
    this.announce(text);
    return true;
  }

  /** @returns whether the form or nothing had the focus */
  finish(form: HTMLFormElement, button: HTMLButtonElement): boolean {
    const active = document.activeElement;
    const waited = active === null || active === document.body || form.contains(active);
    form.classList.remove('is-busy');
    button.removeAttribute('aria-disabled');
    const { label } = button.dataset;
    if (label !== undefined && button.firstChild) button.firstChild.textContent = label;
    return waited;
  }

  /** The URL from which the page of a result can be loaded again; a refused form has none. */
  addressAfter(answered: string): string {
    const { pathname, search } = new URL(answered, location.href);
    return pathname === this.addresses.here ? pathname + search : this.addresses.here;
  }

  /** Shows the result of a form. Other forms keep their input. */
  showResult(page: Document, sentBy: HTMLFormElement): void {
    replaceRegion('desk-result', page);
    if (elementById('desk-typed').contains(sentBy)) replaceRegion('desk-typed', page);
  }

  /** @returns the names of new check-ins that wait */
  redraw(page: Document): string[] {
    document.title = page.title;
    const told = resultText();
    replaceRegion('desk-result', page);
    if (resultText() !== told) this.announce(resultText());
    replaceRegion('desk-place', page);
    replaceRegion('desk-claims', page);
    replaceList('desk-waiting', page);
    replaceList('desk-done', page);
    const arrived = waiting().filter(({ id }) => !this.seen.has(id));
    for (const person of arrived) {
      this.seen.add(person.id);
      this.unseen.add(person.id);
      person.classList.add('is-new');
      person.addEventListener('animationend', () => person.classList.remove('is-new'));
    }
    for (const person of waiting())
      person.classList.toggle('is-unseen', this.unseen.has(person.id));
    return arrived.map(({ dataset }) => dataset['name'] ?? '');
  }

  focusResult(): void {
    const problem = document.querySelector<HTMLElement>('#desk-typed [aria-invalid]');
    const place = document.getElementById('result-title') ?? problem ?? elementById('desk-waiting');
    place.focus();
    if (place.id === 'result-title') place.scrollIntoView({ block: 'center' });
  }

  /** For screen readers only. */
  announce(text: string): void {
    elementById('desk-news').textContent = text;
  }

  private markAsSeen(): void {
    this.unseen.clear();
    for (const person of waiting()) person.classList.remove('is-unseen');
  }
}

const waiting = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-list="waiting"] > [data-name]'));

const resultText = () => document.getElementById('result-title')?.textContent ?? '';

function elementById(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found;
}

const field = (id: string) => elementById(id) as HTMLInputElement;
