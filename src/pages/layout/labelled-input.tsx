import type { InputHTMLAttributes, VNode } from 'preact';
import { DescribedField, type FieldTexts } from './described-field.js';

/** Whether it must be filled in the field itself says, by `required`. */
export type InputAttributes = InputHTMLAttributes<HTMLInputElement> & { required?: never };

export const EMAIL_INPUT: InputAttributes = {
  type: 'email',
  autocomplete: 'username',
  maxLength: 254,
  autocapitalize: 'none',
  spellcheck: false,
};

interface LabelledInputProps extends FieldTexts {
  /** Type, length, what a password manager fills in. */
  readonly input: InputAttributes;
  readonly value?: string | undefined;
  readonly required?: boolean;
}

/** A line of text. */
export function LabelledInput(props: LabelledInputProps): VNode {
  const { input, value, required = true, ...texts } = props;
  return (
    <DescribedField {...texts}>
      {(marks) => <input {...input} {...marks} required={required} {...(value && { value })} />}
    </DescribedField>
  );
}
