import type { FastifyReply } from 'fastify';
import { renderPage, type PageStatus } from '../../pages/index.js';
import type { SignOnRefusal } from '../../staff/index.js';
import type { DeskWords } from '../words/words.js';
import { signOnRefusedPage } from './single-sign-on-pages.js';

const STATUS: Partial<Record<SignOnRefusal, PageStatus>> = {
  expired: 'gone',
  locked: 'too-many-requests',
};

/** Why a person could not be logged in. */
export interface ShownRefusal {
  readonly reason: SignOnRefusal;
  /** Where to start once more. */
  readonly again: string;
}

export const renderRefusal = (
  reply: FastifyReply,
  words: DeskWords,
  { reason, again }: ShownRefusal,
): string =>
  renderPage(reply, signOnRefusedPage(words, reason, again), STATUS[reason] ?? 'log-in-refused');
