import type { InputHTMLAttributes, VNode } from 'preact';
import type { FieldProblem, FormWords } from '../words/words.js';

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

const INPUT_ATTRIBUTES: Record<InputName, InputHTMLAttributes<HTMLInputElement>> = {
  firstName: { type: 'text', autocomplete: 'given-name', maxLength: 100 },
  lastName: { type: 'text', autocomplete: 'family-name', maxLength: 100 },
  email: {
    type: 'email',
    autocomplete: 'username',
    maxLength: 254,
    autocapitalize: 'none',
    spellcheck: false,
  },
  password: { type: 'password', autocomplete: 'current-password', maxLength: 128 },
};

/** A labelled input whose hint and problem are read out with it. */
export function Field(props: FieldProps): VNode {
  const { name, words, value, problem, hint, autocomplete, required = true } = props;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={name}>{words[name]}</label>
      <input
        {...INPUT_ATTRIBUTES[name]}
        id={name}
        name={name}
        required={required}
        {...(autocomplete && { autocomplete })}
        {...(value && { value })}
        {...(problem && { 'aria-invalid': 'true' as const })}
        {...(described.length > 0 && { 'aria-describedby': described.join(' ') })}
      />
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span class="problem" id={`${name}-problem`}>
          {words.problems[problem]}
        </span>
      )}
    </p>
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
