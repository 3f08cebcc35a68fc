import type { PasswordFault } from '../../accounts/index.js';
import { chooseWords, fieldProblems } from '../../pages/index.js';
import type { DeskWords } from '../words/words.js';

/** What the pages of members say of passwords. */
const formWords = ({ lang }: DeskWords) => chooseWords(undefined, lang.slice(0, 2)).form;

export const passwordHintFor = (words: DeskWords, minimum: number): string =>
  formWords(words).passwordHint(minimum);

export function passwordProblem(words: DeskWords, fault: PasswordFault): string {
  const { password = 'passwordMissing' } = fieldProblems({ password: fault });
  return formWords(words).problems[password];
}
