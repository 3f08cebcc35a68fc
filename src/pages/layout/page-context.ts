import type { Partner } from '../../partners/index.js';
import type { Words } from '../words/words.js';

/** Whose page this is and in which language: what every page needs to be drawn. */
export interface PageContext {
  readonly partner: Partner;
  readonly words: Words;
  /** The browser's preferred language that we support; undefined when `words` are in the partner's language. */
  readonly language: string | undefined;
  readonly rules: PageRules;
}

/** Numbers that the texts name. */
export interface PageRules {
  readonly passwordMinimum: number;
  /** Life of a mailed link. */
  readonly emailLinkMinutes: number;
}

export type PageName =
  | 'join'
  | 'login'
  | 'link'
  | 'logout'
  | 'password'
  | 'confirm'
  | 'code'
  | 'wellhub-id'
  | 'agreements';

/** The address of a hosted page. A token is the only thing that ever stands in its query. */
export function pagePath({ partner }: PageContext, page: PageName, token = ''): string {
  const path = `/${partner.slug}/${page}`;
  return token === '' ? path : `${path}?token=${encodeURIComponent(token)}`;
}
