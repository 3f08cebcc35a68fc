import type { ComponentChildren, VNode } from 'preact';

/** What names and describes a field. */
export interface FieldTexts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** What the field itself carries, so that its hint and its problem are read out with it. */
export interface FieldMarks {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-describedby'?: string;
}

interface DescribedFieldProps extends FieldTexts {
  readonly children: (marks: FieldMarks) => ComponentChildren;
}

/** A field with its label, and with its hint and its problem below it. */
export function DescribedField({
  name,
  label,
  hint,
  problem,
  children,
}: DescribedFieldProps): VNode {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return (
    <p class={problem ? 'field has-problem' : 'field'}>
      <label for={name}>{label}</label>
      {children({
        id: name,
        name,
        ...(problem && { 'aria-invalid': 'true' as const }),
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
      })}
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
