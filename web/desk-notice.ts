import type { DeskTexts } from './desk-page.js';

/** What the desk knows about its own state. */
export interface DeskState {
  /** Nothing works without another log-in or another gym. */
  over?: 'loggedOut' | 'gone' | undefined;
  /** The list is known to have been right then; undefined: it is right. */
  staleSince?: Date | undefined;
  hasFailed?: boolean;
  /** `21:14`, when the session ends soon. */
  endsAt?: string | null;
}

interface Notice {
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
}

/** The line on top of the desk: the worst of what people should know. */
export class DeskNotice {
  private shown = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly texts: DeskTexts,
    /** Of `#desk`: where to log in, and the zone of the gym. */
    private readonly at: DOMStringMap,
  ) {}

  show(state: DeskState): void {
    const notice = this.noticeOf(state);
    const { text, link } = notice;
    if (text === this.shown) return;
    this.shown = text;
    this.place.replaceChildren(text, ...(link ? [' ', anchor(link)] : []));
  }

  private noticeOf({ over, staleSince, hasFailed, endsAt }: DeskState): Notice {
    const { texts, at } = this;
    if (over === 'loggedOut')
      return { text: texts.loggedOut, link: { href: at['logIn'] ?? '', label: texts.logIn } };
    if (over === 'gone')
      return { text: texts.gone, link: { href: '/console/desk', label: texts.gyms } };
    if (staleSince) return { text: texts.offline.replace('{time}', this.timeOf(staleSince)) };
    if (hasFailed) return { text: texts.failed };
    if (endsAt)
      return {
        text: texts.ending.replace('{time}', endsAt),
        link: { href: at['newLogIn'] ?? '', label: texts.renew },
      };
    return { text: '' };
  }

  /** By the gym's clock, as every other time on the screen. */
  private timeOf(moment: Date): string {
    const { lang } = document.documentElement;
    const { timeZone = 'UTC' } = this.at;
    return moment.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', timeZone });
  }
}

function anchor({ href, label }: { readonly href: string; readonly label: string }) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = label;
  return link;
}
