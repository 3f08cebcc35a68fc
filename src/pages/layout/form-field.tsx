import type { VNode } from 'preact';
import type { FieldProblem, FormWords } from '../words/words.js';
import { EMAIL_INPUT, LabelledInput, type InputAttributes } from './labelled-input.js';

type InputName = 'firstName' | 'lastName' | 'email' | 'password';
export type FieldName = InputName | 'terms' | 'privacy';
export type FieldProblems = Partial<Record<FieldName, FieldProblem>>;

interface FieldProps {
  readonly name: InputName;
  readonly words: FormWords;
  readonly value?: string;
  readonly problem?: FieldProblem | undefined;
  readonly hint?: string;
  /** `new-password` or `current-password`, for password managers. */
  readonly autocomplete?: string;
  readonly required?: boolean;
}

const INPUT_ATTRIBUTES: Record<InputName, InputAttributes> = {
  firstName: { type: 'text', autocomplete: 'given-name', maxLength: 100 },
  lastName: { type: 'text', autocomplete: 'family-name', maxLength: 100 },
  email: EMAIL_INPUT,
  password: { type: 'password', autocomplete: 'current-password', maxLength: 128 },
};

/** A field of a member's form, in the words of the page. */
export function Field({ name, words, problem, autocomplete, ...more }: FieldProps): VNode {
  return (
    <LabelledInput
      {...more}
      name={name}
      label={words[name]}
      input={{ ...INPUT_ATTRIBUTES[name], ...(autocomplete && { autocomplete }) }}
      problem={problem && words.problems[problem]}
    />
  );
}

/** A list of what to fix with a link to each field; screen readers announce it first. */
export function ProblemList(props: { words: FormWords; problems: FieldProblems }): VNode | null {
  const { words, problems } = props;
  const names = Object.keys(problems) as FieldName[];
  if (names.length === 0) return null;
  return (
    <div class="alert" role="alert">
      <p>{words.somethingToFix}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{words[name]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
