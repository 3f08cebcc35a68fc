import type { DeskCaller } from '../../check-in-validation/index.js';
import type { Viewer } from '../../customers/index.js';
import type { Gym } from '../../partners/index.js';
import type { DeskWords } from '../words/words.js';

/** Who is logged in, and in which language they are spoken to. */
export interface Staff {
  readonly caller: DeskCaller;
  readonly words: DeskWords;
  readonly partnerName: string;
  /** The key may also look customers up and merge them. */
  readonly mayLink: boolean;
}

/** The same person at the desk of one gym: what every page there needs. */
export interface DeskContext extends Staff {
  readonly gym: Gym;
}

export const DESK = '/console/desk';
export const LOG_IN = `${DESK}/log-in`;

/** An address at this desk. Nothing personal ever stands in one. */
export const deskPath = ({ gym }: Pick<DeskContext, 'gym'>, path = ''): string =>
  `${DESK}/${gym.id}${path === '' ? '' : `/${path}`}`;

/** What this person sees of the customers. */
export const viewerOf = ({ caller }: Staff): Viewer => caller;

/** Whom the check-in room sees: somebody at this gym, whatever else the key can do. */
export const deskCallerOf = ({ caller, gym }: DeskContext): DeskCaller => ({
  ...caller,
  gymId: gym.id,
});
