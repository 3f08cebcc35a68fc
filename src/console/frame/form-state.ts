import type { Form } from '../../pages/index.js';
import { AuthErrors } from '../../partner-auth/index.js';
import { SEEN_FIELD } from './form-headers.js';
import { IdempotencyErrors } from '../../platform/http/idempotency.errors.js';
import type { FrameWords } from './frame-words.js';
import type { Problem } from './problem.js';

/** A form as it is shown: the values that stand in it, and why it was refused. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly problem?: Problem | undefined;
  /** What the form changes, as it is now. */
  readonly stored?: StoredForm | undefined;
}

/** What is stored, by the names of the fields, and its `ETag`. */
export interface StoredForm {
  readonly values: Readonly<Record<string, string>>;
  readonly tag: string;
}

/** The form as it is opened. */
export const storedForm = (stored: StoredForm): FormState => ({ values: stored.values, stored });

/** The tag that the form sends: after a warning that another person changed this meanwhile, the next press counts. */
export const tagSeen = ({ values, problem, stored }: FormState): string =>
  (problem?.status !== 412 && values[SEEN_FIELD]) || (stored?.tag ?? '');

/** Refused because of a change by which everything became what was typed: the form was sent before. */
export const isStoredAlready = ({ problem, stored, values }: FormState): boolean =>
  problem?.status === 412 &&
  stored !== undefined &&
  Object.entries(stored.values).every(([name, value]) => value === values[name]);

/** What was typed, with the tag of what was seen. */
export const valuesIn = (form: Form, names: readonly string[]): Record<string, string> =>
  Object.fromEntries([...names, SEEN_FIELD].map((name) => [name, form.raw(name)]));

/** What was typed stays. @param names the fields; secrets are typed again */
export const refusedForm = (form: Form, names: readonly string[], problem: Problem): FormState => ({
  values: valuesIn(form, names),
  problem,
});

/** Whether the API named this field, or something inside it. */
export const isRefused = ({ problem }: FormState, field: string): boolean =>
  problem?.errors?.some(
    ({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`),
  ) ?? false;

/** Words for a problem. @param own the screen's, by the problem's code: they come first */
export function problemText(
  words: FrameWords,
  { code, status, errors = [] }: Problem,
  own: Readonly<Record<string, string>> = {},
): string {
  if (Object.hasOwn(own, code)) return own[code] ?? words.problems.invalid;
  if (code === IdempotencyErrors.stillRunning.code) return words.problems.running;
  if (code === AuthErrors.readOnly.code) return words.problems.readOnly;
  if (errors.length > 0) return words.refused;
  const { problems } = words;
  const known: Record<number, string> = {
    403: problems.denied,
    404: problems.gone,
    409: problems.conflict,
    412: problems.changed,
    422: problems.repeated,
    429: problems.tooMany,
  };
  return known[status] ?? (status >= 500 ? problems.busy : problems.invalid);
}
