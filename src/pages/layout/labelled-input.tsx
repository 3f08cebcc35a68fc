import type { InputHTMLAttributes, VNode } from 'preact';

export type InputAttributes = InputHTMLAttributes<HTMLInputElement>;

export const EMAIL_INPUT: InputAttributes = {
  type: 'email',
  autocomplete: 'username',
  maxLength: 254,
  autocapitalize: 'none',
  spellcheck: false,
};

interface LabelledInputProps {
  readonly name: string;
  readonly label: string;
  /** Type, length, what a password manager fills in. */
  readonly input: InputAttributes;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly required?: boolean;
}

/** A labelled input whose hint and problem are read out with it. */
export function LabelledInput(props: LabelledInputProps): VNode {
  const { name, label, input, value, hint, problem, required = true } = props;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={name}>{label}</label>
      <input
        {...input}
        id={name}
        name={name}
        required={required}
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
          {problem}
        </span>
      )}
    </p>
  );
}
