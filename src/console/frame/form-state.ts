import type { Form } from '../../pages/index.js';
import { AuthErrors } from '../../partner-auth/index.js';
import type { FrameWords } from './frame-words.js';
import type { Problem } from './problem.js';

/** A form as it is shown: the values that stand in it, and why it was refused. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly problem?: Problem | undefined;
}

/** What was typed stays. @param names the fields; secrets are typed again */
export const refusedForm = (form: Form, names: readonly string[], problem: Problem): FormState => ({
  values: Object.fromEntries(names.map((name) => [name, form.raw(name)])),
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
