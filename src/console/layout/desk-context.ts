import { CONFIRM_PAGE, LOG_IN_PAGE } from '../../partner-auth/index.js';
import type { Gym } from '../../partners/index.js';
import type { DeskWords } from '../words/words.js';
import type { Actor } from '../../platform/http/actor.js';

/** Who is logged in, and the texts in their language. */
export interface Staff {
  readonly caller: Actor;
  readonly words: DeskWords;
  readonly partnerName: string;
  /** They work in a test environment. */
  readonly isTest: boolean;
  /** As the screens show them. */
  readonly who: string;
  /** A person with a log-in of their own, and not a key. */
  readonly hasAccount: boolean;
  /** They may see members: photos stand beside the names. */
  readonly maySeeMembers: boolean;
  /** The key may also search and merge customers. */
  readonly mayLink: boolean;
}

/** Staff at the desk of one gym: what every page of the desk needs. */
export interface DeskContext extends Staff {
  readonly gym: Gym;
}

/** The first screen that a person may see. */
export const HOME = '/console';
export const DESK = '/console/desk';
/** For API keys. */
export const LOG_IN = `${DESK}/log-in`;
/** For people, with e-mail and password. */
export const STAFF_LOG_IN = LOG_IN_PAGE;
/** For people who log in at the provider of their partner. */
export const SINGLE_SIGN_ON = '/console/single-sign-on';
export const ACCOUNT = '/console/account';
/** Ends an operator's look into a partner. */
export const LEAVE = '/console/leave';
export const FORGOTTEN = '/console/password';
export const NEW_PASSWORD = '/console/new-password';
/** A step of a log-in. */
export const SECOND_FACTOR = '/console/second-factor';
/** What a person has of it. */
export const FACTORS = `${ACCOUNT}/second-factor`;
export const PASSKEYS = '/console/passkeys';
export const CONFIRM = CONFIRM_PAGE;
export const INVITATION = '/console/invitation';

const after = (logIn: string, path: string) => `${logIn}?to=${encodeURIComponent(path)}`;

/** The log-in, and afterwards this page. In the browser of a person it is that of people. */
export const logInFor = (path: string): string => after(LOG_IN, path);

/** The same for the desk of a gym, whatever was asked of it. */
export const deskLogInFor = (gymId: string): string => logInFor(`${DESK}/${gymId}`);

export const personLogInFor = (path: string): string => after(STAFF_LOG_IN, path);

/** Another log-in before the session ends, and afterwards this desk. */
export const newLogInFor = (context: DeskContext): string =>
  context.hasAccount
    ? after(CONFIRM, deskPath(context))
    : `${after(LOG_IN, deskPath(context))}&again=1`;

/** A path below this desk. It never contains personal data. */
export const deskPath = ({ gym }: Pick<DeskContext, 'gym'>, path = ''): string =>
  `${DESK}/${gym.id}${path === '' ? '' : `/${path}`}`;

/** Which customers this person may see. */
export const actorOf = ({ caller }: Staff): Actor => caller;

/** The caller for check-ins: limited to this gym, whatever else the key may do. */
export const actorAtGym = ({ caller, gym }: DeskContext): Actor => ({
  ...caller,
  gymId: gym.id,
});
