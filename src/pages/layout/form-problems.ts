import type { BadFields, FormField } from '../../user-registration/index.js';
import type { FieldProblems } from './form-field.js';
import type { FieldProblem } from '../words/words.js';

/** Reasons of `user-registration`, each with the text of the page; `''` stands for every other one. */
const WORDS: Record<FormField, Readonly<Record<string, FieldProblem>>> = {
  firstName: { '': 'nameInvalid' },
  lastName: { '': 'nameInvalid' },
  email: { missing: 'emailMissing', '': 'emailInvalid' },
  password: {
    'too-short': 'passwordShort',
    'too-long': 'passwordLong',
    'too-common': 'passwordCommon',
    'is-email': 'passwordIsEmail',
    'too-simple': 'passwordSimple',
    'too-personal': 'passwordPersonal',
    '': 'passwordMissing',
  },
};

/** The validation errors of a form as texts of the page, in the order of its fields. */
export function fieldProblems(fields: BadFields): FieldProblems {
  const names = Object.keys(WORDS) as FormField[];
  const wrong = names.filter((name) => fields[name] !== undefined);
  return Object.fromEntries(wrong.map((name) => [name, problemOf(name, fields[name] ?? '')]));
}

const problemOf = (name: FormField, reason: string) => WORDS[name][reason] ?? WORDS[name][''];
