import type { Form } from '../../pages/index.js';
import { REASON_WORDS, REFUSALS, refusalText } from './reason-words.js';

interface DoorWarning {
  readonly code: string;
}

const FIELD = 'door';

/** Carried from a validation to the page with its result: later a door would judge anew. Codes reveal nothing about the person. */
export const doorWarningFields = (warnings: readonly DoorWarning[]): Record<string, string> =>
  warnings.length === 0 ? {} : { [FIELD]: warnings.map(({ code }) => code).join('.') };

/** Why a door would have refused who was validated by hand; undefined where it would have opened. */
export function doorWarningText(language: string, query: Form): string | undefined {
  const words = Object.entries(REASON_WORDS).find(([one]) => language.startsWith(one))?.[1];
  const codes = query.text(FIELD).split('.');
  const known = REFUSALS.filter((one) => codes.includes(one));
  if (!words || known.length === 0) return undefined;
  return words.doorWarning(known.map((one) => refusalText(words, one)).join('; '));
}
