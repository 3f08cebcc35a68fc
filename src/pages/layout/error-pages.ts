import type { LinkRefusal, LinkPreview } from '../../user-registration/index.js';
import { errorPage, type ErrorPageOptions } from './message-page.js';
import type { PageRequest } from './page-request.js';
import type { PageStatus } from './render-page.js';
import type { PageError } from '../words/words.js';

const STATUSES: Record<PageError, PageStatus> = {
  linkInvalid: 'not-found',
  linkUsed: 'gone',
  linkExpired: 'gone',
  emailLinkInvalid: 'gone',
  tooManyAddresses: 'too-many-requests',
  paysDirectly: 'conflict',
  otherAccount: 'conflict',
  otherMembership: 'conflict',
  disabled: 'conflict',
};

const REFUSALS: Record<LinkRefusal['kind'], PageError> = {
  'pays-directly': 'paysDirectly',
  'other-account': 'otherAccount',
  'other-membership': 'otherMembership',
  disabled: 'disabled',
};

const CLOSED_LINKS: Record<Exclude<LinkPreview['kind'], 'open'>, PageError> = {
  invalid: 'linkInvalid',
  used: 'linkUsed',
  expired: 'linkExpired',
};

/** The error page for a refused link. */
export const errorOfRefusal = ({ kind }: LinkRefusal): PageError => REFUSALS[kind];

/** The error page for a link token that cannot be used. One that was open a moment ago has been used meanwhile. */
export const errorOfClosedLink = ({ kind }: LinkPreview): PageError =>
  kind === 'open' ? 'linkUsed' : CLOSED_LINKS[kind];

export const renderErrorPage = (
  page: PageRequest,
  error: PageError,
  options: ErrorPageOptions = {},
): string => page.render(errorPage(page.context, error, options), STATUSES[error]);
