import type { InputHTMLAttributes, VNode } from 'preact';

interface LabelledInputProps {
  readonly name: string;
  readonly label: string;
  /** Type, length, what a password manager fills in. */
  readonly input: InputHTMLAttributes<HTMLInputElement>;
  readonly value?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** A required input; its hint and its problem are read out with it. */
export function LabelledInput(props: LabelledInputProps): VNode {
  const { name, label, input, value, hint, problem } = props;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={name}>{label}</label>
      <input
        {...input}
        id={name}
        name={name}
        required
        autocapitalize="none"
        spellcheck={false}
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

/** What is wrong with a form as a whole: screen readers announce it first. */
export function FormAlert({
  text,
  field,
}: {
  readonly text: string;
  readonly field: string;
}): VNode {
  return (
    <div class="alert" role="alert">
      <a href={`#${field}`}>{text}</a>
    </div>
  );
}
