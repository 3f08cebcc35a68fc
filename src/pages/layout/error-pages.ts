import type { FastifyReply } from 'fastify';
import type { LinkRefusal, Look } from '../../user-registration/index.js';
import { troublePage, type TroubleOptions } from './message-page.js';
import type { PageContext } from './page-context.js';
import { show, type Mood } from './render-page.js';
import type { Trouble } from '../words/words.js';

const MOODS: Record<Trouble, Mood> = {
  linkInvalid: 'unknown',
  linkUsed: 'over',
  linkExpired: 'over',
  mailedLinkInvalid: 'over',
  tooManyAddresses: 'too-often',
  paysDirectly: 'conflict',
  otherAccount: 'conflict',
  otherMembership: 'conflict',
  disabled: 'conflict',
};

const REFUSALS: Record<LinkRefusal['kind'], Trouble> = {
  'pays-directly': 'paysDirectly',
  'other-account': 'otherAccount',
  'other-membership': 'otherMembership',
  disabled: 'disabled',
};

const CLOSED: Record<Exclude<Look['kind'], 'open'>, Trouble> = {
  invalid: 'linkInvalid',
  used: 'linkUsed',
  expired: 'linkExpired',
};

/** Why a link is not made. */
export const refusalTrouble = ({ kind }: LinkRefusal): Trouble => REFUSALS[kind];

/** Why a link token opens nothing. One that was open a moment ago lost a race: it is used. */
export const closedTrouble = ({ kind }: Look): Trouble =>
  kind === 'open' ? 'linkUsed' : CLOSED[kind];

export const showTrouble = (
  reply: FastifyReply,
  context: PageContext,
  trouble: Trouble,
  options: TroubleOptions = {},
): string => show(reply, troublePage(context, trouble, options), MOODS[trouble]);
