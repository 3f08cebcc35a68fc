import { chooseWords, fieldProblems } from '../../pages/index.js';
import type { AcceptanceResult } from '../../staff/index.js';
import type { DeskWords } from '../words/words.js';
import type { InvitationForm } from './invitation-page.js';

const formWords = ({ lang }: DeskWords) => chooseWords(undefined, lang.slice(0, 2)).form;

export const passwordHintFor = (words: DeskWords, minimum: number): string =>
  formWords(words).passwordHint(minimum);

/** What the page says about a form that was refused; nothing about a link that has ended. */
export function acceptanceProblems(
  result: AcceptanceResult,
  words: DeskWords,
): InvitationForm['problems'] {
  const { problems } = words.staff.invitation;
  switch (result.kind) {
    case 'bad-name':
      return { name: problems.name };
    case 'bad-password':
      return { password: problems.password };
    case 'weak-password': {
      const { password = 'passwordMissing' } = fieldProblems({ password: result.fault });
      return { password: formWords(words).problems[password] };
    }
    default:
      return {};
  }
}
