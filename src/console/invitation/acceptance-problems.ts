import type { AcceptanceResult } from '../../staff/index.js';
import { passwordProblem } from '../log-in/password-texts.js';
import type { DeskWords } from '../words/words.js';
import type { InvitationForm } from './invitation-page.js';

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
    case 'weak-password':
      return { password: passwordProblem(words, result.fault) };
    default:
      return {};
  }
}
